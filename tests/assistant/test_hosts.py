import pytest
from fastapi.testclient import TestClient

from assistant import hosts
from assistant.api import create_app
from assistant.hosts import own_names
from assistant.serving import build


def status(app, host, path="/healthz"):
    return (
        TestClient(app, base_url="http://127.0.0.1").get(path, headers={"host": host}).status_code
    )


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("localhost:7860", True),
        ("LOCALHOST", True),
        ("127.0.0.1:7860", True),
        ("[::1]:7860", True),
        ("192.168.7.5:7860", True),  # an address is nobody's name
        ("papers.example", True),
        ("papers.example.:443", True),
        ("evil.example", False),
        ("localhost.evil.example", False),
        ("evil.example:127.0.0.1", False),
        ("evil-papers.example", False),
        ("[::1", False),
        ("", False),
    ],
)
def test_only_known_names_are_answered(sample, host, known):
    assert status(create_app(sample, hosts=["Papers.example"]), host) == (200 if known else 421)


def test_a_name_that_leads_here_by_a_trick_corrects_nothing(sample):
    client = TestClient(create_app(sample), base_url="http://evil.example")
    paper = sample.papers(("public",))[0].id
    told = client.post(
        f"/papers/{paper}/reading", data={}, headers={"Sec-Fetch-Site": "same-origin"}
    )
    assert told.status_code == 421
    assert told.json()["error"].startswith("This server is not known by that name; start it with")
    assert "evil" not in told.text


def test_the_pages_are_for_known_names_too(sample):
    app = build(sample, hosts=["papers.example"])
    assert [status(app, host, "/") for host in ("papers.example", "evil.example")] == [200, 421]


def test_who_listens_everywhere_is_known_by_the_machines_names(monkeypatch):
    monkeypatch.setattr(hosts.socket, "gethostname", lambda: "clerk.council.example")
    everywhere = {"clerk.council.example", "clerk", "clerk.local"}
    assert own_names("0.0.0.0") == own_names("::") == everywhere
    assert own_names("127.0.0.1") == {"127.0.0.1"}
    assert own_names("papers.example") == {"papers.example"}
