"""What officers say of an entry is laid over what was read of it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corpus.register.entries import Action, Place
from index.corrections.entries import FIELDS, corrected, printed_of
from index.register import KINDS, entry_of, fields_json, kind_of
from tests.index.test_register import ENTRIES

WHO = "A. Officer"
ACTION = Action(Place(0, 5), "Lamps", due="31 March 2024", due_date="2024-03-31",
                scores=("Amber", "Red"), meaning="off track")  # fmt: skip


def laid(entry, **said):
    rows = [(field, value, WHO, "2024-05-02") for field, value in said.items()]
    return corrected(entry, rows, meeting="2024-01-09")


@given(ENTRIES, st.data())
def test_only_what_was_said_differs_and_the_print_is_told(entry, data) -> None:
    field = data.draw(st.sampled_from(FIELDS[kind_of(entry)]))
    after, (told,) = laid(entry, **{field: "By the Chair"})
    assert printed_of(after, field) == "By the Chair" == told.value
    assert told.printed == printed_of(entry, field)
    follows = {"due": ("due_date",), "scores": ("meaning",)}.get(field, ())
    same = {name: getattr(entry, name) for name in (field, *follows)}
    assert replace(after, **same) == entry


def test_every_field_named_is_one_of_its_kind() -> None:
    nouns = {kind: entry_of(kind, fields_json(entry)) for kind, entry in SOME.items()}
    assert set(FIELDS) == set(KINDS) == set(nouns)
    for kind, entry in nouns.items():
        assert all(hasattr(entry, field) for field in FIELDS[kind])


SOME = {kind_of(entry): entry for entry in (ACTION,)} | {
    kind: entry_of(kind, '{"place": {"start": 0, "end": 1}, ' + fields + "}")
    for kind, fields in (
        ("judgement", '"subject": "S", "grade": "G"'),
        ("recommendation", '"text": "T"'),
        ("decision", '"text": "T"'),
    )
}


def test_a_corrected_date_is_a_day_again_and_corrected_ratings_lose_the_papers_meaning() -> None:
    after, _ = laid(ACTION, due="end of May ‘24")
    assert (after.due_date, after.scores) == ("2024-05-31", ("Amber", "Red"))
    after, (told,) = laid(ACTION, scores="Amber; Green")
    assert (after.scores, after.meaning, told.printed) == (("Amber", "Green"), "", "Amber; Red")
