"""What the register lists for a question, for tests of each rule that it keeps."""

from __future__ import annotations

from pathlib import Path

from assistant.asking.question import understand
from assistant.register.listing import Listed, listed
from index.library import Library


def each(library: Library, question: str) -> tuple[Listed, ...]:
    papers = library.papers(("public",))
    asked = understand(question, papers)
    return listed(library, asked.spelt, asked.parts[0], shelves=("public",), topic=asked.topic)


def told(library: Library, question: str) -> Listed | None:
    return next(iter(each(library, question)), None)


def rows(found: Listed | None) -> list[str]:
    return [one.entry.place.row for one in found.entries] if found else []


def tracker(folder: Path, name: str, town: str, *ratings: str) -> Path:
    """A town's tracker of so many actions."""
    did = ("Mend the bandstand roof", "Survey the allotments", "Have the toilets re-opened",
           "Paint the market hall")  # fmt: skip
    lines = [
        f"{town} TOWN COUNCIL", "PLANNING AND ENVIRONMENT COMMITTEE", "13 September 2023",
        "ACTION TRACKER", "Key: Green = complete; Amber = on target; Red = overdue",
        "\n".join(["Ref\tAction\tLead\tDue date\tProgress\tRAG", *(
            f"{n}\t{what}\tTown Clerk\t30/11/2023\tStarted\t{rating}"
            for n, (what, rating) in enumerate(zip(did, ratings, strict=True), 1)
        )]),
    ]  # fmt: skip
    path = folder / f"{name}.txt"
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path
