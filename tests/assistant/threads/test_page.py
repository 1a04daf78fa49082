from __future__ import annotations

import re
from dataclasses import replace

from assistant.threads.page import thread_document
from assistant.threads.progress import progress
from tests.assistant.readings import EVIL


def test_the_timeline_is_a_list_by_meeting_with_what_to_notice(sample):
    (thread,) = progress(sample, "action 6B").threads
    html = thread_document(thread)
    assert "<h1><small>What became of it</small> Action 6B: Complete life story work" in html
    assert html.count("<h3>") == len({t.paper.date for t in thread.tellings} | {"2024-03-12"})
    headings = re.findall(r"<h3>([^<]+)</h3>", html)
    assert headings[3].startswith("12 March 2024") and "no paper up to then says why" in html
    assert "<strong>Changed:</strong> rating Green to Amber" in html
    assert html.count("<article") == len(thread.tellings) and "<script" not in html


def test_nothing_a_paper_says_becomes_markup(sample):
    (thread,) = progress(sample, "action 6B").threads
    told = tuple(replace(t, quote=EVIL) for t in thread.tellings)
    html = thread_document(replace(thread, name=EVIL, council=EVIL, tellings=told))
    assert "<img" not in html and html.count("&lt;img") >= len(told) + 2
