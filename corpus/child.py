"""The reader's child process: `python -m corpus.child` reads one file after another for its parent.

Foreign code (pdfium, lxml) handles files from anywhere; here it may hang, crash or eat memory
without harm to the program or the library.
"""

from __future__ import annotations

import gc
import time
from dataclasses import replace
from pathlib import Path

from corpus.errors import ReadError
from corpus.kinds import Format, format_of
from corpus.messages import Progress, Request
from corpus.paper import Drawing, Paper, Reading
from corpus.pdf.ocr import EXTRA, MEMORY, is_installed, is_loaded
from corpus.served import Send, limit_memory, serve
from corpus.structure import papers_of
from corpus.tracing import trace


def reading_of(request: Request, tell: Send) -> Reading:
    """Read one file, here and now, without limits; `tell` hears of each page before it is read."""
    path = Path(request.path)
    try:
        found = format_of(path)
        drawing = _draw(path, found.format, request, tell)
        papers = papers_of(
            drawing,
            document=path.stem,
            metadata=request.metadata,
            folders=request.folders,
        )
    except ReadError as error:
        return refused(path, str(error))
    except FileNotFoundError:
        return refused(path, "there is no such file")
    except OSError as error:
        return refused(path, f"it could not be opened ({error.strerror or 'the disk failed'})")
    except MemoryError:
        return refused(
            path, "reading it takes more memory than is allowed: split it or save it anew"
        )
    except RecursionError:
        return refused(path, "it is nested too deeply to be read: save it anew and add that")
    return _judged(path, drawing, papers, found.note)


def refused(path: Path, why: str) -> Reading:
    """A refusal in one sentence."""
    return Reading(str(path), "refused", f"{path.name} was refused: {why}.")


def _draw(path: Path, format: Format, request: Request, tell: Send) -> Drawing:
    # Each format's libraries are imported only when a file needs them: the child starts faster.
    if format == "pdf":
        from corpus.pdf.draw import draw_pdf  # noqa: PLC0415

        return draw_pdf(
            path,
            leave_out=request.leave_out,
            progress=lambda progress: _told(progress, request, tell),
        )
    if format == "word":
        from corpus.word.draw import draw_word  # noqa: PLC0415

        return draw_word(path)
    if format == "html":
        from corpus.web.draw import draw_html  # noqa: PLC0415

        return draw_html(path.read_bytes())
    from corpus.plain import draw_text  # noqa: PLC0415

    return draw_text(path.read_bytes())


def _told(progress: Progress, request: Request, tell: Send) -> None:
    if progress.scanned:
        _limit(request, with_models=True)
    tell(progress)


def _limit(request: Request, *, with_models: bool) -> None:
    """The models that read scans stay once they are loaded, and are not the file's to pay for."""
    limit_memory(request.memory and request.memory + MEMORY * with_models)


def _judged(path: Path, drawing: Drawing, papers: list[Paper], note: str) -> Reading:
    if not any(line.text.strip() for line in drawing.lines):
        return replace(refused(path, _no_text(drawing)), pages=drawing.pages, unread=drawing.unread)
    missing = [(page, why) for page, why in drawing.unread if not why.startswith("blank")]
    return Reading(
        str(path),
        "read in part" if missing else "read",
        f"{path.name} was read in part: {_pages(missing)} left out." if missing else "",
        papers=tuple(papers),
        pages=drawing.pages,
        unread=drawing.unread,
        notes=((note,) if note else ()) + drawing.notes,
    )


def _no_text(drawing: Drawing) -> str:
    scans = sum(why.startswith("scanned") for _, why in drawing.unread)
    if scans:
        pages = "its one page is a scan" if drawing.pages == 1 else f"{scans} pages are scans"
        told = f"it holds no text: {pages}; ask for the original, or have it recognised (OCR)"
        return told if is_installed() else f"{told}: {EXTRA} lets this program do that"
    if len(drawing.unread) == 1:
        return f"it holds no text: {drawing.unread[0][1]}"
    return "it holds no text that a reader could see"


def _pages(missing: list[tuple[int, str]]) -> str:
    """ "page 3 (scanned: no text on the page)", "pages 3, 4 and 9 (…)"; the first reason stands for
    all."""
    numbers = [str(page) for page, _ in missing]
    shown = numbers if len(numbers) <= 8 else [*numbers[:7], f"{len(numbers) - 7} more"]
    listed = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    verb = "was" if len(numbers) == 1 else "were"
    return f"page{'s' * (len(numbers) > 1)} {listed} ({missing[0][1]}) {verb}"


def main() -> None:
    """Serve the parent until it hangs up."""
    # A page makes thousands of objects and lets go of them again: Python's collector, which would
    # look them through several times first, comes only when more than a page's are left over.
    gc.set_threshold(200_000, 20, 50)
    serve(answer)


def answer(request: Request, tell: Send) -> Reading:
    """Read one file within its limit of memory, whatever it holds."""
    started = time.perf_counter()
    _limit(request, with_models=is_loaded())
    try:
        reading = reading_of(request, tell)
    except (
        Exception
    ) as error:  # the edge of the process: what is foreseen is caught where it happens
        trace(error)
        reading = refused(Path(request.path), "this program failed on it: please report that")
    return replace(reading, seconds=time.perf_counter() - started)


if __name__ == "__main__":
    main()
