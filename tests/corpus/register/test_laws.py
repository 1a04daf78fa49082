"""What holds of every paper, however it is written."""

from __future__ import annotations

from hypothesis import given, settings

from corpus.paper import Drawing
from corpus.register.actions import actions
from corpus.register.recommendations import recommendations
from corpus.structure import papers_of
from tests.corpus.drawn import drawn_lines


@given(drawn_lines)
@settings(max_examples=150, deadline=None)
def test_every_entry_is_a_slice_of_its_paper(lines) -> None:
    for paper in papers_of(Drawing(lines, pages=3), document="paper"):
        for entry in (*recommendations(paper), *actions(paper)):
            assert paper.text[entry.place.start : entry.place.end] == entry.text
            assert entry.text.strip()
