from __future__ import annotations

from corpus.register.actions import actions
from corpus.register.entries import Action
from tests.corpus.register.reading import paper_of

TOP = "Improvement Plan\n\nReport to: Cabinet\nDate: 4 July 2023\n\n1.1 The plan is:\n\n"


def plan(*rows: str) -> tuple[Action, ...]:
    return actions(paper_of(TOP + "\n".join(row.replace("|", "\t") for row in rows)))


def test_each_action_of_a_row_is_one_entry() -> None:
    found = plan(
        "No.|Recommendation|Description of Action(s)|Owner|By When",
        "1|Improve records|A) Train all staff. B) Audit files. C)Report to members.|Head|May 2024",
        "2|Reduce caseloads|Recruit ten people to the team|Director|June 2024",
    )
    assert [one.text for one in found] == [
        "Train all staff.",
        "Audit files.",
        "Report to members.",
        "Recruit ten people to the team",
    ]
    assert [one.recommendation_no for one in found] == ["1", "1", "1", "2"]
    assert {one.due_date for one in found} == {"2024-05-31", "2024-06-30"}
    assert found[0].owner == "Head"
    assert not found[0].lead


def test_a_row_without_a_recommendation_serves_the_one_above() -> None:
    found = plan(
        "No.|Recommendation|Actions|Timeframe|Lead",
        "1|Improve records|Train all staff|3 months|Team Managers",
        "||Audit twenty files|6 months|Service Manager",
    )
    assert [one.recommendation for one in found] == ["Improve records", "Improve records"]
    assert [(one.due, one.due_date) for one in found] == [("3 months", None), ("6 months", None)]


def test_ratings_are_kept_in_printed_order_and_words_are_status() -> None:
    found = plan(
        "Ref|Action|Lead|Due|Progress|RAG|Direction of travel",
        "1A|Open the new home|Ruth Alder|31 March 2024|Site bought in May.|Amber|Improving",
        "1B|Recruit ten people|Tom Birch|30 June 2024|Two so far.|Red|Worse",
    )
    assert [(one.status, one.scores, one.direction) for one in found] == [
        ("Site bought in May.", ("Amber",), "Improving"),
        ("Two so far.", ("Red",), "Worse"),
    ]


def test_a_work_programme_is_no_plan_of_actions() -> None:
    assert not plan(
        "Date|Item|Purpose|Lead officer",
        "4 July 2023|Budget monitoring report|To hold to account|Ruth Alder",
        "5 September 2023|Annual report of the service|To note|Tom Birch",
    )


def test_minutes_record_who_is_to_do_what_by_when() -> None:
    found = actions(
        paper_of(
            "Minutes of a meeting of the Health Committee held on 4 May 2023\n\n"
            "Present: Councillors Ash and Birch\n\n12. Dentistry\n\n"
            "ACTION – Ruth Alder to send the figures for 2022/23 to members, by 14 June 2023.\n\n"
            "The Director agreed to find out how many practices take new patients.\n\n"
            "ACTION: Director of Public Health\n"
        )
    )
    assert [(one.lead, one.due_date) for one in found] == [
        ("Ruth Alder", "2023-06-14"),
        ("Director of Public Health", None),
    ]
    assert found[1].text.startswith("The Director agreed")


def test_the_date_an_action_was_set_or_done_is_not_when_it_is_due() -> None:
    (one,) = plan(
        "No|Date|Action|Owner|Expected completion date|Actual completion date|Comments",
        "1|3 March 2022|To write a briefing|Director|June 2022|10 June 2022|Issued",
    )
    assert (one.due, one.due_date) == ("June 2022", "2022-06-30")
    (one,) = plan("No|Date|Action|Owner", "1|3 March 2022|To write a briefing|Director")
    assert one.due == "3 March 2022"


def test_of_two_columns_that_of_now_tells_the_rating_and_the_date() -> None:
    (one,) = plan(
        "No|Action|Due|Revised date|Now|March RAG",
        "1|Train all staff|31 March 2024|30 June 2024|Red|Green",
    )
    assert (one.scores, one.due_date) == (("Green", "Red"), "2024-06-30")
    (one,) = plan(
        "No|Action|Revised date|Due|Current RAG|Previous RAG",
        "1|Train all staff||31 March 2024|Amber|Green",
    )
    assert (one.scores, one.due_date) == (("Green", "Amber"), "2024-03-31")
    (one,) = plan("No|Action|Owner|By|State", "1|Circulate the figures|Ann Lee|May 2024|Overdue")
    assert (one.status, one.due_date) == ("Overdue", "2024-05-31")


def test_a_tracker_follows_recommendations_as_actions() -> None:
    first, last = plan(
        "No.|Recommendation|Lead|Status|Comment",
        "1|Visit within ten working days|Head of Repairs|In progress|19 days in February.",
        "4|Offer a move where a child has asthma|Head of Lettings|Complete|Agreed.",
    )
    assert (first.text, first.recommendation) == ("Visit within ten working days",) * 2
    assert (first.recommendation_no, first.lead) == ("1", "Head of Repairs")
    assert (first.status, last.status) == ("In progress; 19 days in February.", "Complete; Agreed.")


def test_recommendations_that_nobody_leads_on_are_no_actions() -> None:
    assert plan("No.|Recommendation|Response", "1|Visit within ten working days|Accepted") == ()
