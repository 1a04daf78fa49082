import re

import pytest


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
