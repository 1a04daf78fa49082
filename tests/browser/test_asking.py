import pytest

from tests.browser.driving import ask, picture

HOSTILE = (
    "Lamp Posts in Mill Lane\nAnytown Council\nHighways Committee, 11 July 2017\n\n"
    "1.1 <script>window.hacked = 1</script> The lamp post in Mill Lane was repaired on 3 June 2017 "
    "for £250 {{value}} ${window.hacked = 2}.\n"
)


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
def test_opening_the_page_leaves_no_stream_that_a_first_question_could_be_lost_in(chromium, site):
    page = chromium.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    page.locator("button.example").first.wait_for()  # filled as the page opens
    page.get_by_role("tab", name="Register").click()
    page.locator("table.register").wait_for()
    queued = [url for url in asked if "/queue/" in url]
    page.get_by_role("tab", name="Ask").click()
    ask(page, "What did the peer review find?")
    assert queued == []
    assert any("/queue/" in url for url in asked)
    page.close()


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
