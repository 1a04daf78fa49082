from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.pdf.pdfium.page import Box, Paint, Paints, Place

SIDES = st.integers(-300, 1200)
BOXES = st.tuples(SIDES, SIDES, st.integers(0, 400), st.integers(0, 400)).map(
    lambda b: (float(b[0]), float(b[1]), float(b[0] + b[2]), float(b[1] + b[3]))
)
WITHIN = BOXES.filter(lambda b: b[1] >= 0 and b[3] <= 800)


def shares(a: Box, b: Box) -> bool:
    return min(a[2], b[2]) > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])


@given(st.lists(BOXES, max_size=12), WITHIN)
def test_paints_near_a_box_are_those_that_share_some_of_it(boxes: list[Box], box: Box) -> None:
    paints = Paints()
    for order, painted in enumerate(boxes):
        paints.add(Paint(order, painted, None))
    expected = [order for order, painted in enumerate(boxes) if shares(painted, box)]
    assert [paint.order for paint in paints.near(box)] == expected


@given(st.sampled_from((0, 90, 180, 270)), WITHIN)
def test_box_keeps_its_sides_however_the_page_is_turned(rotation: int, box: Box) -> None:
    left, top, right, bottom = Place(0, 0, 600, 800, rotation).box(*box)
    sides = sorted((right - left, bottom - top))
    assert sides == sorted((box[2] - box[0], box[3] - box[1]))
