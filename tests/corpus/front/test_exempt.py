"""Whether a paper is exempt: what must be, and what must not."""

from __future__ import annotations

import pytest

from corpus.front.exempt import access_of
from corpus.front.facts import Fact
from corpus.front.header import header_of
from corpus.paper import Access
from tests.corpus.drawn import lines_in, paged


def access(text: str, document: str = "report") -> Access:
    lines = lines_in(text)
    said = access_of(header_of(lines), lines, document=document)
    return "exempt" if said and said.value == "exempt" else "public"


@pytest.mark.parametrize(
    "text",
    [
        "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A",
        "Item 7 Appendix 2 – EXEMPT",
        "Status: Exempt",
        "Classification: Restricted",
        "This report is exempt from publication",
        "This appendix contains confidential information",
        "Part II – Confidential",
        "Exempt information: Yes",
        "Status: Public\n\nNOT FOR PUBLICATION: paragraph 3",
        "PRIVATE AND CONFIDENTIAL",
        "Confidential - Members only",
        "Confidential until 1 May 2024",
        "RESTRICTED: Not for publication",
        "Publication status: Not for publication",
        "Classification: Not for publication",
        "Report is Exempt from publication under Section 50(A)(4) of the Act of 1973",
        "EITHRIEDIG / EXEMPT",
        "Exempt information: paragraph 3",
        "Exempt by virtue of paragraph no. 3",
        "Report and Appendix A are exempt",
        "Is this report confidential? Yes",
        "Subject: Sale of land (EXEMPT)",
        "Appendix 2 – NOT FOR PUBLICATION by virtue of paragraph 3",
        "EXEMPT REPORT - EXCLUSION OF THE PRESS AND PUBLIC",
        "NOT FOR PUBLICATION by virtue of paragraph 3 (exclusion of the press and public)",
        "Exempt information: paragraph 3 of Schedule 12A (exclusion of the press and public)",
        "EXEMPT – Not for publication until a decision on whether to proceed is taken",
        "Private and Confidential – if found please return to the Monitoring Officer",
        "CONFIDENTIAL: not to be copied to private addresses",
        "EXEMPT BUSINESS",
    ],
)
def test_a_paper_that_says_it_is_exempt_is(text: str) -> None:
    assert access(f"{text}\n\nContract for placements\n\n1. Purpose") == "exempt"


@pytest.mark.parametrize(
    "text",
    [
        "Status: Public",
        "Classification: Unrestricted",
        "Exempt information: None",
        "UNRESTRICTED ITEMS",
        "For publication [Do not include information which is exempt under schedule 12a]",
        "Block contract for placements (Appendix 2 exempt)",
        "Not for publication: Appendix 2 only",
        "This report does not contain exempt information",
        "This report contains no exempt information",
        "This report is not exempt",
        "Not for publication: No",
        "Is this report exempt? No",
        "Part 1 - Public",
        "Exempt from call-in: paragraph 16 of the rules",
        "Appendix B is exempt",
        "Exempt information: Appendix B (exempt)",
        "Part exempt: Appendix 1 is not for publication (paragraph 3)",
        "Appendices: Appendix A (public), Appendix B (exempt)",
        "EXEMPT ITEMS",
        "Exclusion of the press and public - exempt information",
        "Exempt information is information defined in Schedule 12A",
        "Reports containing exempt information are printed on pink paper",
        "Private sector housing",
        "Exempt accommodation strategy",
        "Schools: private, voluntary and independent",
        "This report is about private fostering",
        "Minutes – Private Fostering Annual Report",
        "Schools – Private – VAT",
        "Private / Public Partnerships",
        "Parking – Restricted",
        "Restricted Parking Zone, Mill Road – Road Traffic Regulation Act 1984",
        "Restricted Byway 14: Wildlife and Countryside Act 1981, section 53",
        "Exempt accommodation: the Supported Housing (Regulatory Oversight) Act 2023",
        "Confidential Reporting Code: Public Interest Disclosure Act 1998",
        "(c) asks Cabinet to exempt care leavers from council tax",
        "The press and public be excluded under Schedule 12A",
        "EXCLUSION OF THE PRESS AND PUBLIC",
        "Exempt information – to exclude the press and public under section 100A(4)",
        "EXEMPT BUSINESS: to consider whether to exclude the press and public",
        "To consider whether to exclude the public (exempt information, Schedule 12A)",
        "If this report is exempt: paragraph 3",
        "This report is about private fostering and is not exempt",
        "Background papers: Exempt report to Council, 5 May 2023",
    ],
)
def test_a_public_paper_that_speaks_of_exemption_is_public(text: str) -> None:
    assert access(f"{text}\n\nFamily hubs\n\n1. Purpose") == "public"


@pytest.mark.parametrize("document", ["Item 7 Appendix 2 Exempt", "Tender (confidential)"])
def test_a_file_named_as_exempt_is(document: str) -> None:
    assert access("Tenders", document) == "exempt"


def test_exempt_accommodation_is_no_exemption() -> None:
    assert access("Housing", "Exempt accommodation strategy") == "public"


def test_a_stamp_is_one_however_long() -> None:
    law = "not for publication by virtue of Schedule 12A, as the public interest in disclosing it"
    assert access(f"{law} {'is outweighed by the interest in keeping it ' * 5}") == "exempt"


def test_a_later_page_stamped_not_for_publication_makes_the_paper_exempt() -> None:
    lines = paged("Report\n\n1. Purpose", "NOT FOR PUBLICATION\n\nThe tenders").lines
    said = access_of(header_of(lines), lines, document="x")
    assert said == Fact("exempt", "page heading", "NOT FOR PUBLICATION")


def test_an_agendas_private_part_on_a_later_page_leaves_it_public() -> None:
    lines = paged("Agenda\n\n1. Apologies", "EXEMPT BUSINESS\n\n9. Sale of land").lines
    assert access_of(header_of(lines), lines, document="x") is None


def test_a_private_packs_items_are_exempt() -> None:
    said = access_of((), (), document="x", file_title="(Private Pack)Agenda Document for Cabinet")
    assert said and said.value == "exempt"


@pytest.mark.parametrize("line", ["Classification: Unrestricted", "This report is public"])
def test_a_paper_that_says_it_is_public_is_quoted(line: str) -> None:
    lines = lines_in(f"{line}\n\n1. Purpose")
    said = access_of(header_of(lines), lines, document="x")
    assert said and said.value == "public" and said.words in line


def test_of_a_paper_that_says_nothing_nothing_is_said() -> None:
    assert access_of((), lines_in("Falls"), document="Falls") is None
