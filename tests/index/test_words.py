from pathlib import Path

import pytest

from index.errors import DamagedError
from index.words import WordRow, Words, tokens

ROWS = [
    WordRow(
        1, 10, "Anytown\nImprovement plan", "The children's centres had 1,471 visits in 2017-18."
    ),
    WordRow(2, 10, "Anytown\nFinance", "An overspend of £1.2m was reported to the committee."),
    WordRow(3, 20, "Overspend report", "The plan was noted; see paragraph 3.5 of the report."),
    WordRow(4, 20, "Other", "Nothing of note, title:overspend AND (NOT plan)"),
]


@pytest.fixture
def words(tmp_path: Path) -> Words:
    Words.build(tmp_path / "w", ROWS)
    return Words.open(tmp_path / "w")


def ask(words: Words, text: str, **options):
    return words.search([(term, 1.0) for term in tokens(text)], 10, **options)


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("1,471", "1471"), ("2017-18", "2017/18"), ("2017/2018", "2017-18"),
        ("children’s", "children"),
        ("centres", "centre"), ("RESOLVED", "resolved"), ("café", "cafe"), ("3.5%", "3.5"),
        ("£1.2m", "1.2m"), ("follow-up", "follow up"), ("A&E", "a&e"), ("(B&Bs)", "b&b"),
        ("C&YP", "c yp"), ("Actions A & C", "actions a c"), ("and/or", "and or"),
    ],
)  # fmt: skip
def test_two_ways_of_writing_are_one_word(written, asked):
    assert tokens(written) == tokens(asked)


@pytest.mark.parametrize(("text", "other"), [("3.5", "35"), ("1,471", "1"), ("2017-18", "2018")])
def test_numbers_that_differ_stay_apart(text, other):
    assert not set(tokens(text)) & set(tokens(other))


def test_the_text_outweighs_the_breadcrumb(words):
    assert ask(words, "overspend", crumb_weight=0.1)[0][0] in (2, 4)
    assert {i for i, _ in ask(words, "overspend")} == {2, 3, 4}


def test_a_breadcrumb_of_no_weight_finds_nothing(words):
    assert {i for i, _ in ask(words, "overspend", crumb_weight=0.0)} == {2, 4}


def test_a_scope_changes_no_score(words):
    everywhere = dict(ask(words, "plan report"))
    within = dict(ask(words, "plan report", papers={20}))
    assert set(within) == {3, 4}
    assert within == pytest.approx({i: everywhere[i] for i in within})


def test_an_empty_scope_finds_nothing(words):
    assert ask(words, "plan", papers=set()) == []


def test_a_weight_of_two_doubles_a_score(words):
    one, two = (words.search([("overspend", w)], 1, crumb_weight=0.0) for w in (1.0, 2.0))
    assert two[0][1] == pytest.approx(2 * one[0][1])


@pytest.mark.parametrize(
    "typed", ['"', "title:overspend", "AND OR NOT", "(((", "*", "a^9 ~ [x TO y]"]
)
def test_whatever_is_typed_is_words(words, typed):
    for passage, _ in ask(words, typed):
        row = ROWS[passage - 1]
        assert set(tokens(typed)) & set(tokens(f"{row.breadcrumb} {row.text}"))


def test_document_frequency_counts_passages(words):
    assert [words.document_frequency(t) for t in ("overspend", "plan", "zebra")] == [2, 2, 0]
    assert words.count == 4


def test_searching_adds_no_file(tmp_path: Path, words):
    before = sorted((tmp_path / "w").iterdir())
    ask(words, "plan")
    assert [p for p in sorted((tmp_path / "w").iterdir()) if p.suffix != ".lock"] == [
        p for p in before if p.suffix != ".lock"
    ]


def test_an_index_of_nothing_can_be_searched(tmp_path: Path):
    Words.build(tmp_path / "empty", [])
    assert ask(Words.open(tmp_path / "empty"), "plan") == []


def test_a_folder_without_an_index_is_said_to_be_damaged(tmp_path: Path):
    with pytest.raises(DamagedError, match="no word index"):
        Words.open(tmp_path)


def test_a_copy_is_read_where_no_lock_can_be_taken(tmp_path: Path):
    Words.build(tmp_path / "w", ROWS)
    (tmp_path / "w" / ".tantivy-meta.lock").mkdir()  # what a read-only folder amounts to
    assert ask(Words.open(tmp_path / "w"), "overspend")
