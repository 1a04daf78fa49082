from __future__ import annotations

import json


def test_http_gives_what_the_command_line_gives(client, matters):
    asked = {"q": "thresholds document", "at": "15 May 2024"}
    got = client.get("/api/progress", params=asked).json()
    assert client.get("/api/progress", params={"q": ""}).status_code == 400
    assert client.get("/api/progress", params={"q": "x", "at": "soon"}).status_code == 400
    status, out, _ = matters("progress", "thresholds document", "--at", "15 May 2024", "--json")
    assert status == 0 and got == json.loads(out)
    (thread,) = got["threads"]
    assert (thread["number"], thread["notices"][-1]["what"]) == ("2A", "overdue")
    assert all(told["link"]["sureness"] in ("sure", "likely") for told in thread["timeline"])
    assert all(told["url"].startswith("/papers/") for told in thread["timeline"])


def test_an_entrys_thread_is_a_page_that_runs_no_script(client):
    (entry, *_) = client.get("/api/register", params={"kind": "actions"}).json()
    page = client.get(entry["thread"])
    assert page.status_code == 200 and "From meeting to meeting" in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert client.get("/register/thread", params={"entry": "none"}).status_code == 404
