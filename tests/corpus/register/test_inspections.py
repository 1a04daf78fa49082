"""When an inspection was and its report came out, as printed."""

from __future__ import annotations

from corpus.register.inspections import Told, own_date
from corpus.register.spans import spans_in
from tests.corpus.register.papers import paper


def inspected(*sentences: str) -> str:
    found = Told.of(paper("1. Background\n\n" + "\n\n".join(sentences))).latest
    return found.words if found else ""


def test_the_latest_inspection_is_the_papers_as_exactly_as_it_is_told() -> None:
    assert inspected(
        "The service was last inspected in 2012.",
        "Ofsted inspected it in May 2016, before the school's inspection.",
        "The inspection took place from 11 May to 20 May 2016.",
        "A visit by inspectors is expected after the inspection in July 2016.",
    ) == "11 May to 20 May 2016"  # fmt: skip


def test_an_inspection_to_come_a_framework_and_a_report_are_none() -> None:
    assert inspected("The next inspection will be in June 2023.") == ""
    assert inspected("The framework for inspection was introduced in November 2013.") == ""
    assert inspected("The inspection report was published on 3 May 2023.") == ""
    assert inspected("The inspection will follow in June 2025.") == ""


def test_the_report_is_the_first_to_come_out_after_the_inspection() -> None:
    read = paper(
        "1. Background\n\nThe inspection took place from 3 to 9 May 2022. The inspection report "
        "was published on 4 July 2022.\n\n2. Background papers\n\nInspection of A, 2 March 2019"
    )
    told = Told.of(read)
    assert told.published(told.latest) == "4 July 2022"
    assert told.published(spans_in("in January 2019")[0]) == "2 March 2019"
    assert told.published(None) == ""


def test_a_sentence_dates_its_own_grade() -> None:
    sentence = "Judged good in May 2019 and poor in June 2021, as a report of 2 July 2021 says."
    first, second = sentence.index("good") + 4, sentence.index("poor") + 4
    assert [d.words for at in (first, second) if (d := own_date(sentence, at))] == [
        "May 2019", "June 2021",
    ]  # fmt: skip
