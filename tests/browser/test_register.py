import pytest


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
