import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import pytest
import uvicorn

from assistant.serving import build
from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
HOSTILE = (
    "Lamp Posts in Mill Lane\nAnytown Council\nHighways Committee, 11 July 2017\n\n"
    "1.1 <script>window.hacked = 1</script> The lamp post in Mill Lane was repaired on 3 June 2017 "
    "for £250 {{value}} ${window.hacked = 2}.\n"
)


def served(*words, **options):
    command = [sys.executable, str(ROOT / "app.py"), *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True, **options)  # fmt: skip


def test_app_prints_its_address_and_serves_there(sample_folder):
    with served("--port", "0", "--library", str(sample_folder)) as process:
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+", process.stdout.readline())[0]
            assert b'"ok":true' in urlopen(f"{address}/healthz", timeout=30).read()
        finally:
            process.send_signal(signal.SIGINT)
        assert "Traceback" not in process.communicate(timeout=30)[1]


def test_a_port_in_use_is_one_sentence(sample_folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        with served("--port", port, "--library", str(sample_folder)) as process:
            _, told = process.communicate(timeout=60)
    assert process.returncode == 2 and told.count("\n") == 1
    assert f"Port {port}" in told and "--port" in told


@pytest.fixture(scope="module")
def chromium():
    """Debian's chromium, driven without a screen."""
    path = shutil.which("chromium")
    if path is None:
        told = "no chromium: apt-get install chromium chromium-driver"
        if os.environ.get("MATTERS_BROWSER_TESTS") == "require":
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def site(own_folder):
    """The address of a real server over a library that the test may change."""
    with Library.open(own_folder) as library, socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        config = uvicorn.Config(build(library), log_level="warning", access_log=False)
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(chromium, site):
    """The Ask tab, in a browser that asks nothing of other hosts and meets no script error."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    elsewhere, broken = [], []
    page.on("request", lambda request: elsewhere.append(request.url)
            if not request.url.startswith((site, "data:", "blob:")) else None)  # fmt: skip
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(site)
    page.get_by_label("Your question").wait_for()
    yield page
    page.close()
    assert elsewhere == []
    assert broken == []


def ask(page, question):
    page.get_by_label("Your question").fill(question)
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator("#answer .asked", has_text=question).wait_for()


def picture(page):
    """The page drawn beside the answer: its address, and its width once it is there (0: broken)."""
    image = page.locator("#source img")
    image.wait_for()
    page.wait_for_function("document.querySelector('#source img').complete")
    return image.get_attribute("src"), image.evaluate("image => image.naturalWidth")


@pytest.mark.browser
def test_an_example_is_answered_with_a_quotation_and_its_page(page):
    example = page.locator("button.example").first
    example.wait_for()
    question = example.inner_text()
    example.click()
    page.locator("#answer .asked", has_text=question).wait_for()
    assert page.locator("#answer a.mark").count() > 0
    assert page.locator("#source blockquote").inner_text().strip()


@pytest.mark.browser
def test_a_cited_page_is_drawn_with_the_words_marked(page):
    ask(page, "What did the improvement plan update say about action 2A?")
    drawn = page.locator("#sources label", has_text="page").first
    drawn.click()
    address, width = picture(page)
    assert "quote=" in address and width > 0


@pytest.mark.browser
def test_a_mark_in_the_answer_picks_its_source(page):
    ask(page, "What has been said about return home interviews?")
    marks = page.locator("#answer a.mark")
    number = marks.last.get_attribute("data-n")
    marks.last.click()
    chosen = page.locator("#sources label.selected")
    chosen.filter(has_text=f"[{number}]").wait_for()


@pytest.mark.browser
def test_a_question_is_asked_by_keyboard_alone(page):
    page.get_by_label("Your question").focus()
    page.keyboard.type("What did the peer review find?")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "ask":
            break
    page.keyboard.press("Enter")
    page.locator("#answer h2").wait_for()


@pytest.mark.browser
def test_an_added_file_ends_in_a_line_of_report_and_can_be_asked_about(page, tmp_path):
    good, bad = tmp_path / "lamp posts.txt", tmp_path / "broken.pdf"
    good.write_text(HOSTILE, encoding="utf-8")
    bad.write_bytes(b"MZ this is a program")
    page.get_by_role("tab", name="Papers").click()
    page.locator("#files input[type=file]").set_input_files([good, bad])
    page.locator("#files .file").nth(1).wait_for()
    page.get_by_role("button", name="Add to the library").click()
    reports = page.locator("#reports li")
    reports.nth(1).wait_for(timeout=60_000)
    told = " ".join(reports.all_inner_texts())
    assert "lamp posts.txt" in told and "refused" in told and "broken.pdf" in told
    page.get_by_role("tab", name="Ask").click()
    ask(page, "When was the lamp post in Mill Lane repaired?")
    assert "3 June 2017" in page.locator("#answer").inner_text()
    assert "{{value}}" in page.locator("#source").inner_text()
    assert page.evaluate("window.hacked") is None


@pytest.mark.browser
def test_a_follow_up_shows_what_it_carried_and_drops_it_by_keyboard(page):
    page.set_viewport_size({"width": 320, "height": 700})
    ask(page, "How many children had finished life story work at September 2023?")
    assert page.get_by_label("Your question").input_value() == ""
    ask(page, "who leads on that?")
    assert "who leads on that: " in page.locator("#carried").inner_text()
    assert page.locator("#earlier summary").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    dropping = page.get_by_role("button", name="Drop about")
    dropping.focus()
    page.keyboard.press("Enter")
    dropping.wait_for(state="hidden")
    assert page.locator("#answer .asked").inner_text() == "who leads on that?"


@pytest.mark.browser
def test_starting_again_forgets_what_was_said(page):
    ask(page, "How many children had finished life story work at September 2023?")
    page.get_by_role("button", name="Start again").click()
    page.locator("#answer .asked").wait_for(state="detached")
    ask(page, "who leads on that?")
    assert page.locator("#carried").inner_text() == page.locator("#earlier").inner_text() == ""


@pytest.mark.browser
@pytest.mark.parametrize("tab", ["Ask", "Papers"])
def test_nothing_runs_off_a_narrow_screen(page, tab):
    page.set_viewport_size({"width": 320, "height": 700})
    ask(page, "What did the peer review find?")
    page.get_by_role("tab", name=tab).click()
    page.locator("#answer h2" if tab == "Ask" else "table.papers").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def open_register(page):
    page.get_by_role("tab", name="Register").click()
    page.locator("table.register").wait_for()


@pytest.mark.browser
def test_the_register_is_narrowed_sorted_opened_and_corrected(page):
    open_register(page)
    count = page.locator("#register-count")
    page.get_by_label("State or status").click()
    page.get_by_role("option", name="open", exact=True).click()
    page.get_by_label("Overdue at").fill("10 October 2023")
    page.keyboard.press("Enter")
    count.filter(has_text="overdue at 10 October 2023").wait_for()
    page.wait_for_function("document.querySelectorAll('table.register tbody tr').length < 50")
    due = page.locator("th button", has_text="Due")
    due.focus()
    page.keyboard.press("Enter")
    page.locator("th[aria-sort=ascending] button:focus", has_text="Due").wait_for()
    with page.expect_popup() as opened:
        page.locator("table.register tbody a").first.click()
    entry = opened.value
    entry.locator("summary").click()
    entry.get_by_label("Due", exact=True).fill("31 March 2031")
    entry.get_by_label("Your name").fill("A. Clerk")
    entry.keyboard.press("Enter")
    entry.get_by_role("status").filter(has_text="The correction is kept").wait_for()
    assert "Due corrected by A. Clerk" in entry.locator("table.facts").inner_text()
    entry.close()
    before = count.inner_text()
    page.get_by_role("button", name="Show", exact=True).click()
    page.wait_for_function("told => document.querySelector('#register-count').innerText != told",
                           arg=before)  # fmt: skip


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 640])  # 640: 1280 at 200 % zoom
def test_the_registers_rows_are_cards_on_a_narrow_screen(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    open_register(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shown = page.locator("table.register tbody tr").first
    assert shown.evaluate("row => getComputedStyle(row).display") == "block"
    page.goto(page.locator("table.register tbody a").first.evaluate("link => link.href"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def open_reading(page):
    """From the papers' table to the blocks of a paper that has pages."""
    page.get_by_role("tab", name="Papers").click()
    row = page.locator("table.papers tr").filter(has_text=re.compile(r"Improvement Plan")).last
    page.goto(row.get_by_text("Block by block").evaluate("link => link.href"))
    page.locator("figure img").wait_for()


@pytest.mark.browser
def test_a_block_in_focus_is_outlined_on_its_page(page):
    open_reading(page)
    width = "place => getComputedStyle(document.querySelector(`svg .r${place} rect`)).strokeWidth"
    assert page.evaluate(width, 2) == "1px"
    page.locator("#b2 .where a").focus()
    assert (page.evaluate(width, 2), page.evaluate(width, 1)) == ("3px", "1px")
    page.keyboard.press("Enter")
    page.locator("#b2[aria-current]").wait_for()
    page.locator("svg .r4 rect").first.click()
    page.locator("#b4[aria-current]").wait_for()


@pytest.mark.browser
def test_a_paper_is_corrected_by_keyboard_alone(page):
    open_reading(page)
    page.locator("summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Committee").focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("Panel on Lamps")
    page.get_by_label("Your name").focus()
    page.keyboard.type("A. Clerk")
    page.keyboard.press("Enter")
    page.get_by_role("status").filter(has_text="The correction is kept").wait_for()
    assert "Panel on Lamps" in page.locator("table.facts").inner_text()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 640])  # 640: 1280 at 200 % zoom
def test_no_block_runs_off_a_narrow_screen(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    open_reading(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 640])
def test_no_thread_runs_off_a_narrow_screen(page, width):
    page.set_viewport_size({"width": width, "height": 700})
    told = page.request.get(f"{page.url.rstrip('/')}/api/progress?q=action+4B").json()
    page.goto(f"{page.url.rstrip('/')}{told['threads'][0]['url']}")
    page.get_by_role("heading", name="From meeting to meeting").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 640])
def test_what_changed_fits_a_narrow_screen(page, site, width):
    page.set_viewport_size({"width": width, "height": 700})
    update = "2024-03-12%20CF%20Scrutiny%20-%20Improvement%20Plan%20Update"
    page.goto(f"{site.rstrip('/')}/changes?to={update}")
    assert page.locator("article").count() > 50
    assert page.evaluate("document.documentElement.scrollWidth") <= width
