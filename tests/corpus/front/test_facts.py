"""Facts and their places."""

from __future__ import annotations

from corpus.front.facts import Fact, from_pack, said_by_person, sources_of
from corpus.paper import Metadata, Source


def test_what_a_person_says_is_an_option_unless_it_says_where() -> None:
    said = said_by_person(Metadata("Oxton", title="Falls", places={"title": "papers.csv"}))
    assert said == {"council": Fact("Oxton", "option"), "title": Fact("Falls", "papers.csv")}


def test_an_item_has_its_packs_facts_from_the_pack_and_a_persons_from_the_person() -> None:
    facts = {"date": Fact("2024-03-12", "front matter", "12.3.24"), "council": Fact("X", "option")}
    assert {n: f.place for n, f in from_pack(facts).items()} == {
        "date": "pack",
        "council": "option",
    }


def test_a_source_stands_for_each_field_known_and_its_words_are_kept_short() -> None:
    (source,) = sources_of({"title": Fact("Falls", "text", "x" * 900)})
    assert (source.field, source.place) == ("title", "text")
    assert 0 < len(source.words) < 900
    assert sources_of({}) == ()


def test_sources_come_in_the_order_in_which_they_are_shown() -> None:
    facts = {"access": Fact("public", "text"), "council": Fact("Oxton", "folder", "oxton")}
    assert sources_of(facts)[0] == Source("council", "folder", "oxton")
