"""A real server and Debian's chromium, for what is promised of the pages in a browser."""

import os
import shutil
import socket
import threading
import time

import pytest
import uvicorn

from assistant.serving import build
from index.library import Library


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
