"""What kind of paper it is, by its first lines, its header or its name."""

from __future__ import annotations

import pytest

from corpus.front.header import header_of
from corpus.front.sorts import kind_of
from tests.corpus.drawn import lines_in


@pytest.mark.parametrize(
    ("document", "text", "kind"),
    [
        ("Printed minutes 9 March", "MERE COUNCIL", "minutes"),
        ("24-00012 - PROD", "Decision", "decision"),
        ("x", "MERE - PROPOSED RECORD OF DECISION", "decision"),
        ("Agenda frontsheet", "AGENDA", "agenda"),
        ("x", "WORK PROGRAMME 2024/25", "work programme"),
        ("Appendix A Improvement Plan", "Improvement Plan\n\nKey to ratings", "action plan"),
        ("Improvement Plan", "Improvement Plan\n\nReport of: R Alder\nWards: All", "report"),
        ("Appendix C", "Falls", "appendix"),
        ("Family hubs", "Family hubs\n\nExecutive Summary", "report"),
        ("letter", "Dear Duncan", None),
        ("x", "CABINET\n\n4 JULY 2023\n\nPRESENT:\n\nCouncillor R Alder (Chair)", "minutes"),
        ("x", "Planning Committee Minutes\n\nThe hall was full.", "minutes"),
        ("x", "Minute of Meeting held at Oxton\n\nThe hall was full.", "minutes"),
        ("x", "OXTON COUNCIL\n\nExtract of Minute", "minutes"),
        ("x", "NOTICE OF DECISION TAKEN BY A CABINET MEMBER", "decision"),
        ("x", "Note of the meeting held online on 16 January 2024", "minutes"),
        ("x", "OXTON COUNCIL\n\nSederunt: Councillors R Alder and W Tarrant", "minutes"),
        ("x", "Agenda and draft minutes\n\nCouncil - Thursday", "minutes"),
        ("x", "Decisions of the Cabinet\n\n4 JULY 2023", "decision"),
        ("Decision sheet 4 July", "CABINET", "decision"),
        ("x", "OFFICER DECISION RECORD\n\nTitle: Grass cutting", "decision"),
    ],
)
def test_a_kind_is_told_by_the_header_or_the_files_name(
    document: str, text: str, kind: str | None
) -> None:
    found = kind_of(header_of(lines_in(text)), document)
    assert (found.value if found else None) == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("OXTON PLANNING COMMITTEE\n\nPC/62 MILL LANE\n\nDecision: APPROVED", "minutes"),
        ("OXTON COUNCIL\n\n7. The lido\n\nResolved: that it be let.", "minutes"),
        ("Executive summary\n\nThe lido is old.\n\nRESOLVED: that it be let.", "report"),
        ("OXTON COUNCIL\n\n7. The lido\n\nIt was agreed that it be let.", "minutes"),
        ("OXTON COUNCIL\n\n7. The lido\n\nAgreed at the last meeting.", None),
        ("OXTON COUNCIL\n\n7. The lido\n\nAgreed actions are set out below.", None),
        ("OXTON COUNCIL\n\n7. The lido\n\nResolved complaints rose to 45.", None),
    ],
)
def test_what_nothing_names_is_minutes_if_it_tells_what_was_decided(
    text: str, kind: str | None
) -> None:
    lines = lines_in(text)
    found = kind_of(header_of(lines), "x", lines)
    assert (found.value if found else None) == kind


def test_a_sentence_about_an_agenda_makes_no_agenda() -> None:
    text = "Agenda setting is a matter for the Chair and for all of the members."
    assert kind_of(header_of(lines_in(text)), "x") is None
