from __future__ import annotations

import pytest

from assistant.errors import QuestionError
from assistant.printings.state import is_open
from assistant.register.query import Filters, find
from assistant.register.wire import entries_json, entry_json
from assistant.scope import scope_of

PUBLIC = ("public",)
PLAN = "2023-07-04 Cabinet - Appendix A Improvement Plan"
UPDATE = "2023-10-10 CF Scrutiny - Improvement Plan Update"


def test_filters_are_laid_over_one_another(sample) -> None:
    every = find(sample, Filters("actions"), shelves=PUBLIC)
    within = scope_of((), ("Cabinet",), until="2023")
    some = find(sample, Filters("actions", within, lead="ruth KELLOWAY"), shelves=PUBLIC)
    assert 0 < len(some) < len(every)
    assert {one.paper.id for one in some} == {PLAN}
    assert all("Kelloway" in one.entry.lead for one in some)


def test_actions_by_state_printed_words_and_day(sample) -> None:
    update = find(sample, Filters("actions", paper=UPDATE), shelves=PUBLIC)
    red = find(sample, Filters("actions", paper=UPDATE, status="Red"), shelves=PUBLIC)
    assert [one.entry.place.row for one in red] == ["2A", "5A", "8B"]
    still = find(sample, Filters("actions", paper=UPDATE, status="open"), shelves=PUBLIC)
    assert still == [one for one in update if is_open(one.entry)]
    late = find(sample, Filters("actions", paper=UPDATE, overdue_at="2023-10-10"), shelves=PUBLIC)
    assert {one.entry.place.row for one in late} == {"3A", "4A", "11A"}


def test_other_kinds_have_no_lead(sample) -> None:
    with pytest.raises(QuestionError):
        find(sample, Filters("recommendations", lead="Ruth"), shelves=PUBLIC)


def test_an_entry_tells_its_fields_and_where_it_stands(sample) -> None:
    (found,) = find(sample, Filters("actions", paper=PLAN, lead="Elspeth", status="amber"),
                    shelves=PUBLIC)  # fmt: skip
    told = entry_json(found, overdue_at="2024-04-01")
    assert (told["text"], told["due"], told["due_date"], told["owner"], told["scores"]) == (
        "Replace the case management system", "31 March 2024", "2024-03-31", None, ["Amber"],
    )  # fmt: skip
    assert (told["state"], told["overdue"]) == ("at risk", True)
    assert (told["type"], told["document"], told["page"], told["row"]) == ("action", PLAN, 3, "9A")
    assert told["quote"] == told["text"]
    assert told["id"].startswith(f"{PLAN}/action-")
    assert told["url"].startswith("/papers/2023-07-04%20Cabinet")


def test_a_recommendation_printed_twice_says_where_else(sample) -> None:
    told = [entry_json(one) for one in find(sample, Filters("recommendations"), shelves=PUBLIC)]
    assert all("also_in" in one and "again" not in one for one in told)


def test_a_rating_is_read_by_the_key_of_the_plan_as_threads_read_it(sample) -> None:
    (life,) = [
        one for one in find(sample, Filters("actions", paper=UPDATE, status="at risk"),
                            shelves=PUBLIC)
        if one.entry.place.row == "6B"
    ]  # fmt: skip
    (told,) = entries_json(sample, [life], PUBLIC)
    assert (told["state"], told["key_of"]) == ("at risk", "2023-07-04")
    replace_it = find(sample, Filters("actions", paper=PLAN, lead="Noor", status="at risk"),
                      shelves=PUBLIC)  # fmt: skip
    (told,) = entries_json(sample, replace_it, PUBLIC)
    assert (told["state"], told["key_of"]) == ("at risk", None)
