"""Lines drawn by hand, for tests of what is made of them."""

from __future__ import annotations

from hypothesis import strategies as st

from corpus.paper import Drawing, Line
from corpus.plain import draw_text


def lines_in(text: str) -> tuple[Line, ...]:
    """The lines of a text file with these words."""
    return draw_text(text.encode()).lines


def paged(*pages: str, labels: tuple[str, ...] = ()) -> Drawing:
    """A drawing whose pages hold these lines; a blank line is white space, "**" bold."""
    lines = []
    for number, page in enumerate(pages, start=1):
        gap = False
        for text in page.strip("\n").split("\n"):
            if text.strip():
                bold = text.startswith("**")
                lines.append(Line(text.strip("* "), number, gap=gap, bold=bold))
            gap = not text.strip()
    return Drawing(tuple(lines), pages=len(pages), page_labels=labels)


_WORDS = st.sampled_from(
    [
        "members", "noted", "the", "report", "Cabinet", "agreed", "that", "children", "social",
        "RESOLVED:", "minutes", "budget", "1.1", "2.", "(a)", "•", "o", "–", "Summary", "Table",
        "Recommendations", "£1,200", "34%", "4", "July", "2023", "the", "and,", "was.", "by:",
        "Councillor", "Ashgrove", "proposed", "For", "(12)", "Agenda", "Item", "6", "Against",
        "carried.", "Motion", "Question", "Answer", "“Council", "process.”", "noted1", "1 As", "†",
    ]
)  # fmt: skip
_TEXTS = st.lists(_WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def _a_line(draw: st.DrawFn) -> Line:
    page = draw(st.integers(1, 3))
    cells = draw(st.lists(_TEXTS, min_size=2, max_size=4))
    if draw(st.integers(0, 4)) == 0:
        return Line(
            "\t".join(cells), page, role="row", cells=tuple(cells), table=draw(st.integers(1, 3))
        )
    role = draw(st.sampled_from(("text", "text", "text", "bullet", "heading")))
    return Line(
        draw(_TEXTS), page, role=role, level=role == "heading", gap=draw(st.booleans()),
        bold=draw(st.booleans()),
    )  # fmt: skip


def _turning_pages(lines: list[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: line.page or 0))


drawn_lines = st.lists(_a_line(), max_size=30).map(_turning_pages)
"""Any lines at all, page after page: papers no council would write."""
