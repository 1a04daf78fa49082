"""An entry's page, and the corrections that its form sends."""

from __future__ import annotations

import pytest

from assistant.address import entry_corrections_url, entry_url, thread_url
from assistant.register.query import Filters, find

PUBLIC = ("public",)
UPDATE = "2023-10-10 CF Scrutiny - Improvement Plan Update"
WHO = "A. Clerk"


def late(library):
    """An action of the update that was rescheduled."""
    found = find(library, Filters("actions", paper=UPDATE), shelves=PUBLIC)
    return next(one for one in found if "(was" in one.entry.due)


def send(client, entry, **form):
    return client.post(entry_corrections_url(entry), data={"by": WHO} | form)


@pytest.mark.parametrize("kind", ["actions", "recommendations", "decisions", "judgements"])
def test_every_entry_has_a_page_with_its_words_and_its_place(client, sample, kind) -> None:
    for found in find(sample, Filters(kind), shelves=PUBLIC)[::9]:
        page = client.get(entry_url(found.id))
        assert page.status_code == 200 and "How sure the reading is" in page.text
        assert "default-src 'none'" in page.headers["content-security-policy"]
        assert "these words</a>" in page.text and "<form" not in page.text  # it is read-only


def test_a_correction_is_shown_with_what_is_printed_and_can_be_undone(own) -> None:
    library, client = own
    found = late(library)
    page = send(client, found.id, due="30 April 2024").text
    assert "The correction is kept" in page
    assert f"Due corrected by {WHO} on" in page and f"prints “{found.entry.due}”" in page
    assert late_json(client, found)["due_date"] == "2024-04-30"
    assert "The correction is undone" in send(client, found.id, undo="due").text
    assert library.entry(found.id) == found


def late_json(client, found):
    entries = client.get("/api/register", params={"kind": "actions", "paper": UPDATE}).json()
    return next((one for one in entries if one["id"] == found.id), None)


def test_json_and_sheets_tell_what_was_corrected(own) -> None:
    library, client = own
    found = late(library)
    send(client, found.id, status="Superseded", lead="The Chair")
    told = late_json(client, found)
    assert (told["status"], told["lead"], told["state"]) == (
        "Superseded", "The Chair", "withdrawn",
    )  # fmt: skip
    assert set(told["corrected"]) == {"status", "lead"}
    assert told["corrected"]["lead"] == {
        "printed": found.entry.lead, "by": WHO, "at": told["corrected"]["lead"]["at"],
    }  # fmt: skip
    sheet = client.get("/api/register", params={"kind": "actions", "format": "csv"}).text
    assert f"Lead corrected by {WHO} on" in sheet and f"“{found.entry.lead}”" in sheet


def test_what_is_set_aside_is_told_only_when_asked_for(own) -> None:
    library, client = own
    found = late(library)
    assert "Set aside as not an entry" in send(client, found.id, aside="yes").text
    assert late_json(client, found) is None
    asked = {"kind": "actions", "paper": UPDATE, "set_aside": True}
    every = {one["id"]: one for one in client.get("/api/register", params=asked).json()}
    assert every[found.id]["standing"] == "not an entry"
    assert len(every) == 22


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({}, "Nothing was changed"),
        ({"due": "May", "by": " "}, "Say who corrects the entry"),
        ({"lead": "<b>" + "x" * 500}, "500 characters"),
        ({"undo": "lead"}, "has not been corrected"),
    ],
)
def test_what_cannot_be_kept_is_said_above_the_form_which_keeps_what_was_typed(
    own, form, told
) -> None:
    library, client = own
    answer = send(client, late(library).id, **form)
    assert answer.status_code == 400 and told in answer.text and "<details open>" in answer.text
    assert "<b>" not in answer.text
    assert library.catalogue.value("SELECT count(*) FROM audit") == 0


def test_an_exempt_entry_answers_as_one_that_is_not_there(own) -> None:
    library, client = own
    found = late(library)
    library.correct(UPDATE, access="exempt", by=WHO)
    hidden, missing = client.get(entry_url(found.id)), client.get(entry_url("no/action-0"))
    assert (hidden.status_code, hidden.text) == (missing.status_code, missing.text)
    assert hidden.status_code == 404
    assert send(client, found.id, due="May").status_code == 404
    assert library.catalogue.value("SELECT count(*) FROM entry_corrections") == 0


def test_a_form_on_another_site_corrects_nothing(own) -> None:
    library, client = own
    found = late(library)
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "http://elsewhere.example"}):
        answer = client.post(entry_corrections_url(found.id), data={"by": WHO, "due": "May"},
                             headers=headers)  # fmt: skip
        assert answer.status_code == 403
    assert library.entry(found.id) == found


def test_what_became_of_it_is_linked(client, sample) -> None:
    found = late(sample)
    assert f'href="{thread_url(found.id)}"' in client.get(entry_url(found.id)).text
    assert client.get(thread_url(found.id)).status_code == 200
