"""Makes what README.md shows: an answer, the figures and the picture, all from the code as it is.

    python -m docs.refresh            writes README.md and docs/ask.png
    python -m docs.refresh --words    README.md alone; needs no chromium

tests/test_readme.py fails when README.md shows what the code no longer says: then run this.
"""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from PIL import Image

from assistant.serving import build
from corpus.sample import papers_folder, questions_file
from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
PICTURE = ROOT / "docs" / "ask.png"
QUESTION = "When did the new case management system go live?"
WIDTH, HEIGHT = 1280, 900


def matters(*words: str, folder: Path) -> str:
    """What `matters` prints, 96 columns wide, over the library in `folder`."""
    command = [sys.executable, "-c", "from assistant.cli import main; main()", *words]
    setting = {"MATTERS_LIBRARY": str(folder), "COLUMNS": "96"}
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | setting, capture_output=True, encoding="utf-8",
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"matters {words[0]} ended with {done.returncode}: {done.stderr}")
    return done.stdout.rstrip()


def answer(folder: Path) -> str:
    """The question as typed, the first part of the answer as printed, and its sources."""
    said, listed = matters("ask", QUESTION, folder=folder).split("\nSources\n", 1)
    parts, sources = said.strip().split("\n\n"), listed.strip().split("\n\n")
    kept = parts[:1]
    marks = set(re.findall(r"\[\d+\]", " ".join(kept)))
    told = [source for source in sources if source.partition(" ")[0] in marks]
    lines = [f'$ matters ask "{QUESTION}"', *kept, *["…"] * (kept != parts)]
    lines += ["Sources", *told, *["…"] * (told != sources)]
    return lines[0] + "\n" + "\n\n".join(lines[1:])


def figures(folder: Path) -> str:
    """The table that `matters evaluate` prints for the sample papers, without the timings."""
    printed = matters("evaluate", str(questions_file()), folder=folder)
    return "\n".join(line for line in printed.splitlines() if not line.startswith("seconds"))


def shown(text: str, name: str) -> str:
    """What README.md shows between the marks of this name."""
    return str(_between(name).findall(text)[0][1].rstrip("\n"))


def replaced(text: str, name: str, block: str) -> str:
    """README.md with another block between the marks of this name."""
    return _between(name).sub(lambda found: found[1] + block + "\n" + found[3], text)


def _between(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->\n```text\n)(.*?)(```\n<!-- /{name} -->)", re.S)


def draw(folder: Path, path: Path) -> None:
    """Save the Ask page with the question answered, as chromium draws it 1280 pixels wide."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    with _served(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(address)
        page.get_by_label("Your question").fill(QUESTION)
        page.get_by_role("button", name="Ask", exact=True).click()
        page.locator("#answer .asked", has_text=QUESTION).wait_for()
        page.locator("#source img").wait_for()
        page.wait_for_function("document.querySelector('#source img').naturalWidth > 0")
        page.wait_for_timeout(1000)  # the fold of the examples closes with a movement
        page.evaluate("window.scrollTo(0, 0)")
        page.screenshot(path=path)
        browser.close()
    Image.open(path).convert("RGB").quantize(192).save(path, optimize=True)  # a third of the bytes


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """The address of a server over the library."""
    with Library.open(folder) as library, socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        server = uvicorn.Server(uvicorn.Config(build(library), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def main() -> None:
    """Make everything README.md shows, over a fresh library of the sample papers."""
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        matters("add", str(papers_folder()), folder=library)
        text = README.read_text(encoding="utf-8")
        text = replaced(text, "answer", answer(library))
        README.write_text(replaced(text, "figures", figures(library)), encoding="utf-8")
        if "--words" not in sys.argv[1:]:
            draw(library, PICTURE)


if __name__ == "__main__":
    main()
