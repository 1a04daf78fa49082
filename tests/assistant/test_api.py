from urllib.parse import quote

import pytest

from assistant.address import paper_url

QUESTION = "What did Cabinet resolve on 4 July 2023?"


def paper_of_kind(sample, ending, shelves=("public",)):
    return next(p for p in sample.papers(shelves) if p.name.endswith(ending) and "#" not in p.id)


def test_it_is_healthy(client):
    assert client.get("/healthz").json() == {"ok": True}


def test_a_question_is_answered_by_post_and_by_address(client):
    posted = client.post("/api/ask", json={"question": QUESTION}).json()
    got = client.get("/api/ask", params={"q": QUESTION}).json()
    assert posted["answered"] and posted["citations"]
    assert {**posted, "seconds": 0} == {**got, "seconds": 0}


def test_a_follow_up_says_what_it_carried_and_carries_less_when_told(client):
    asked = {"question": "who moved that?", "history": [QUESTION]}
    told = client.post("/api/ask", json=asked).json()
    assert told["asked"] == "who moved that?" and told["question"].startswith("who moved that: ")
    whats = [carried["what"] for carried in told["carried"]]
    assert whats == ["about", "council", "when"]
    again = client.post("/api/ask", json=asked | {"dropped": whats}).json()
    assert again["carried"] == [] and again["question"] == "who moved that?"


def test_a_first_question_carries_nothing_and_a_history_has_an_end(client):
    assert client.post("/api/ask", json={"question": QUESTION}).json()["carried"] == []
    endless = {"question": "why?", "history": [QUESTION] * 100}
    assert client.post("/api/ask", json=endless).status_code == 422


@pytest.mark.parametrize(
    "body",
    [
        r'{"question": "budget \ud800"}',
        r'{"question": "budget", "history": ["plan \ud800"], "councils": ["\udfff"]}',
        r'{"question": "budget", "since": "\ud800"}',
    ],
)
def test_an_escape_of_no_character_is_no_error(client, body):
    told = client.post("/api/ask", content=body, headers={"content-type": "application/json"})
    assert told.status_code in (200, 400)
    assert "did not foresee" not in told.text


def test_a_search_stays_within_its_scope(client):
    params = {"q": "improvement plan", "k": 5, "since": "2024", "until": "June 2024"}
    passages = client.get("/api/search", params=params).json()["passages"]
    assert 0 < len(passages) <= 5
    assert all(p["document"].startswith("2024-0") for p in passages)


def test_a_cited_page_is_a_picture(client):
    asked = {"q": "What did the improvement plan update say about action 2A?"}
    citations = client.get("/api/ask", params=asked).json()["citations"]
    cited = next(citation for citation in citations if citation["page"])
    address = paper_url(cited["paper"], page=cited["page"], picture=True, quote=cited["quote"])
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")
    assert client.get(address.replace(".png", "")).status_code == 200


def test_a_citation_opens_at_its_words(client):
    cited = client.get("/api/ask", params={"q": QUESTION}).json()["citations"][0]
    assert client.get(cited["url"]).status_code == 200


def test_an_item_of_a_pack_opens_under_its_own_name(client, sample):
    item = next(p for p in sample.papers(("public",)) if "#" in p.id)
    html = client.get(paper_url(item.id)).text
    assert item.title.split()[0] in html and "<main>" in html
    assert f'href="{paper_url(item.id)}/reading"' in html


def test_an_exempt_paper_answers_as_one_that_does_not_exist(client, sample):
    exempt = next(p for p in sample.papers(("exempt",)))
    for end in ("", "/pages/1", "/pages/1.png"):
        hidden = client.get(f"/papers/{quote(exempt.id, safe='')}{end}")
        absent = client.get(f"/papers/no-such-paper{end}")
        assert (hidden.status_code, hidden.json()) == (absent.status_code, absent.json())
        assert hidden.status_code == 404


def test_no_exempt_paper_is_listed(client, sample):
    listed = {p["paper"] for p in client.get("/api/papers").json()["papers"]}
    assert listed == {p.id for p in sample.papers(("public",))}
    assert not listed & {p.id for p in sample.papers(("exempt",))}


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/ask", 400),
        ("/api/ask?q=" + "why+" * 2000, 400),
        ("/api/ask?q=why&since=tomorrow", 400),
        ("/api/search", 400),
        ("/api/search?q=%20%3F", 400),
        ("/api/search?q=x&k=0", 422),
        ("/api/nothing", 404),
        ("/papers/..%2f..%2fetc", 404),
    ],
)
def test_errors_are_one_sentence_as_json(client, address, status):
    answer = client.get(address)
    assert answer.status_code == status
    assert list(answer.json()) == ["error"] and answer.json()["error"].endswith(".")


def test_a_page_that_is_not_there_is_404(client, sample):
    paper = paper_of_kind(sample, ".pdf")
    assert client.get(paper_url(paper.id, page=999, picture=True)).status_code == 404
    html = paper_of_kind(sample, ".html")
    assert client.get(paper_url(html.id, page=1, picture=True)).status_code == 404


def test_what_nobody_foresaw_shows_no_traceback(client, monkeypatch):
    monkeypatch.setattr("assistant.assistant.ask", lambda *_, **__: 1 / 0)
    answer = client.get("/api/ask?q=why")
    assert answer.status_code == 500 and "division" not in answer.text


@pytest.mark.parametrize("address", ["/healthz", "/api/nothing", "/papers/none"])
def test_every_answer_carries_the_security_headers(client, address):
    headers = client.get(address).headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_the_page_of_a_paper_may_run_no_script(client, sample):
    policy = client.get(paper_url(paper_of_kind(sample, ".html").id)).headers
    assert policy["content-security-policy"].startswith("default-src 'none'")
