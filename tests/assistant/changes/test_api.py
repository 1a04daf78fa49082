from assistant.address import changes_url, reading_url
from tests.assistant.changes.test_choosing import MARCH, OCTOBER


def test_the_page_and_the_json_tell_the_same(client):
    told = client.get("/api/changes", params={"from": OCTOBER, "to": MARCH}).json()
    page = client.get(changes_url(OCTOBER, MARCH))
    assert page.status_code == 200 and page.text.count("<article") == len(told["changes"])
    assert "script-src" not in page.headers["content-security-policy"]


def test_every_change_is_cited_to_both_papers_in_their_own_words(client, sample):
    told = client.get("/api/changes", params={"to": MARCH}).json()
    assert (told["from"]["paper"], told["to"]["paper"]) == (OCTOBER, MARCH)
    texts = {paper: sample.text_of(paper) for paper in (OCTOBER, MARCH)}
    for change in told["changes"]:
        sides = [change[side] for side in ("from", "to") if change[side]]
        assert len(sides) == (2 if change["change"] == "reworded" else 1)
        for side in sides:
            assert side["quote"] in texts[side["paper"]]
            assert side["page"] and side["url"].startswith("/papers/2")


def test_citations_open_the_page(client):
    told = client.get("/api/changes", params={"to": MARCH}).json()
    assert client.get(told["changes"][0]["to"]["url"]).status_code == 200


def test_a_paper_of_a_series_leads_to_what_changed(client):
    link = changes_url(OCTOBER, MARCH).replace("&", "&amp;")
    for address in (f"/papers/{MARCH}", reading_url(MARCH)):
        assert link in client.get(address).text
    assert "What changed" not in client.get(f"/papers/{OCTOBER}").text


def test_errors_are_one_sentence(client, sample):
    (exempt,) = sample.papers(("exempt",))
    assert client.get("/changes").status_code == 400
    for paper in (exempt.id, "nothing"):
        answer = client.get("/api/changes", params={"from": paper, "to": MARCH})
        assert answer.status_code == 404 and "There is no paper" in answer.json()["error"]
