"""Steps that several browser tests take."""


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
