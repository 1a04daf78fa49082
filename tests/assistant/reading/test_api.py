from urllib.parse import quote

import pytest

from assistant.address import reading_url


def pdf_of(library):
    """A PDF that is one paper and names its own council."""
    return next(p for p in library.papers() if p.name.endswith(".pdf") and "#" not in p.id
                and any(source.field == "council" for source in p.sources))  # fmt: skip


def corrections(paper):
    return f"/papers/{quote(paper, safe='')}/corrections"


def test_a_paper_is_shown_block_by_block_beside_its_page(client, sample):
    record = pdf_of(sample)
    html = client.get(reading_url(record.id)).text
    assert 'id="b0"' in html and "<svg" in html and "/pages/1.png" in html
    assert "Council" in html and record.name in html


def test_the_json_is_what_the_command_prints(client, sample):
    record = pdf_of(sample)
    told = client.get(f"/api/papers/{quote(record.id, safe='')}/reading").json()
    assert [paper["id"] for paper in told["papers"]] == [record.id]
    assert told["papers"][0]["blocks"] and told["report"]["outcome"] == record.outcome


def test_every_page_of_a_paper_can_be_turned_to(client, sample):
    record = pdf_of(sample)
    for page in range(1, record.pages + 1):
        assert f">Page {page}" in client.get(reading_url(record.id, page=page)).text
    answer = client.get(reading_url(record.id, page=record.pages + 1))
    assert answer.status_code == 404 and "There is no page" in answer.json()["error"]


def test_an_item_of_a_pack_and_a_paper_without_pages_have_a_reading(client, sample):
    papers = sample.papers()
    item = next(p for p in papers if "#" in p.id)
    plain = next(p for p in papers if p.pages is None)
    assert "/pages/" in client.get(reading_url(item.id)).text
    html = client.get(reading_url(plain.id)).text
    assert 'id="b0"' in html and "<img" not in html


@pytest.mark.parametrize("shape", ["/papers/{}/reading", "/api/papers/{}/reading"])
def test_an_exempt_paper_answers_as_one_that_does_not_exist(client, sample, shape):
    exempt = sample.papers(("exempt",))[0]
    hidden = client.get(shape.format(quote(exempt.id, safe="")))
    absent = client.get(shape.format("no-such-paper"))
    assert (hidden.status_code, hidden.json()) == (absent.status_code, absent.json())
    assert hidden.status_code == 404


def test_the_page_runs_no_script(client, sample):
    answer = client.get(reading_url(pdf_of(sample).id))
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "script-src" not in policy
    assert "<script" not in answer.text


def test_a_correction_is_kept_shown_and_undone(own):
    library, client = own
    record = pdf_of(library)
    typed = {"council": record.council, "committee": "Panel on Lamps", "date": record.date or "",
             "title": record.title, "kind": record.kind, "by": "A. Clerk"}  # fmt: skip
    html = client.post(corrections(record.id), data=typed).text
    assert "The correction is kept" in html and "corrected by A. Clerk" in html
    assert library.paper(record.id).committee == "Panel on Lamps"
    assert [c.field for c in library.corrections_of(record.id)] == ["committee"]
    html = client.post(corrections(record.id), data={"undo": "committee", "by": "A. Clerk"}).text
    assert "is undone" in html and library.paper(record.id).committee == record.committee


@pytest.mark.parametrize(
    ("typed", "told"),
    [({"date": "tomorrow"}, "not a date"), ({"by": " "}, "who"), ({}, "Say what")],
)
def test_a_form_that_is_refused_is_shown_again_with_the_reason(own, typed, told):
    library, client = own
    record = pdf_of(library)
    plain = {"council": record.council, "committee": record.committee, "date": record.date or "",
             "title": record.title, "kind": record.kind, "by": "A. Clerk"}  # fmt: skip
    if "by" in typed:
        plain["committee"] = "Panel on Lamps"
    answer = client.post(corrections(record.id), data=plain | typed)
    assert answer.status_code == 400 and 'role="alert"' in answer.text
    assert told in answer.text.partition("</main>")[0]
    assert library.paper(record.id) == record


def test_nobody_corrects_an_exempt_paper_they_may_not_see(own):
    library, client = own
    exempt = library.papers(("exempt",))[0]
    answer = client.post(corrections(exempt.id), data={"title": "Seen", "by": "A. Clerk"})
    assert answer.status_code == 404
    assert library.papers(("exempt",))[0] == exempt


@pytest.mark.parametrize("field", ["access", "item", "id", "paper", "Title", "*"])
def test_the_public_undo_nothing_that_is_not_theirs_to_correct(own, field):
    library, client = own
    exempt = library.papers(("exempt",))[0]
    shown = library.correct(exempt.id, access="public", by="A. Clerk")
    answer = client.post(corrections(shown.id), data={"undo": field, "by": "B. Nobody"})
    assert answer.status_code == 400 and "can be corrected on this page" in answer.text
    assert library.paper(shown.id) == shown
    assert [c.field for c in library.corrections_of(shown.id)] == ["access"]


def test_the_public_say_nothing_of_who_may_see_a_paper(own):
    library, client = own
    record = pdf_of(library)
    typed = {"council": record.council, "committee": "Panel on Lamps", "date": record.date or "",
             "title": record.title, "kind": record.kind, "by": "A. Clerk"}  # fmt: skip
    client.post(corrections(record.id), data=typed | {"access": "exempt", "exempt": "true"})
    assert library.paper(record.id).access == "public"
    assert [c.field for c in library.corrections_of(record.id)] == ["committee"]


def test_another_committee_does_not_lose_a_council_that_the_old_one_told(own, tmp_path):
    library, client = own
    named = next(p for p in library.papers() if p.council and p.committee)
    head = f"{named.committee}, 11 July 2023\n\n1.1 Lit.\n"
    (tmp_path / "lamps.txt").write_text(f"Lamps\n\n{head}")
    (tmp_path / "named.txt").write_text(f"{named.council}\n\n{head}")
    library.add([tmp_path])
    lamps = library.paper("lamps")
    assert lamps.council and "told from other papers" in client.get(reading_url("lamps")).text
    typed = {"council": lamps.council, "committee": "Panel on Lamps", "date": lamps.date or "",
             "title": lamps.title, "kind": lamps.kind, "by": "A. Clerk"}  # fmt: skip
    client.post(corrections("lamps"), data=typed)
    found = library.paper("lamps")
    assert (found.council, found.committee) == (lamps.council, "Panel on Lamps")


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"origin": "http://elsewhere.example"},
                {"origin": "null"}],
)  # fmt: skip
def test_another_site_cannot_correct_through_its_reader(own, headers):
    library, client = own
    record = pdf_of(library)
    typed = {"title": "Another", "by": "A. Clerk"}
    answer = client.post(corrections(record.id), data=typed, headers=headers)
    assert answer.status_code == 403 and library.paper(record.id) == record


def test_a_library_that_cannot_be_written_offers_no_form(client, sample):
    assert "<form class=" not in client.get(reading_url(pdf_of(sample).id)).text
