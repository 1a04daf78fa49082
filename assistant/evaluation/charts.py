"""Line charts as SVG, drawn here so that they take the page's colours, in light, dark and print.

A chart's words and lines are coloured by the page's style sheet (`.chart` and below); nothing is
written that a table beside the chart does not also say.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

Point = tuple[float, float]

WIDTH, HEIGHT = 480, 300  # in SVG units: letters are 13 of them high, 19 where the chart is small
LEFT, RIGHT, TOP, FOOT = 68, 26, 14, 52  # room for the scales and their names
STEPS = 4


@dataclass(frozen=True, slots=True)
class Chart:
    """A line through points in order of x. `top` and `far` are where the scales end.

    `stepped` draws a level that holds until the next point, `dots` marks the points.
    """

    title: str
    across: str
    up: str
    points: Sequence[Point]
    far: float
    top: float = 1.0
    stepped: bool = False
    dots: bool = False


def chart_svg(chart: Chart) -> str:
    """The chart as an SVG element, named by its title for who does not see it."""
    return (
        f'<svg class="chart" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'aria-label="{escape(chart.title)}">{_scales(chart)}{_line(chart)}</svg>'
    )


def round_end(value: float) -> float:
    """Where a scale that has to hold this value ends, so that its quarters are round.

    >>> round_end(0.431), round_end(1.2)
    (0.8, 2.0)
    """
    if value <= 0:
        return 1.0
    ten = 10.0 ** math.floor(math.log10(value))
    return next(float(round(step * ten, 9)) for step in (1, 2, 4, 8, 10) if step * ten >= value)


def _x(chart: Chart, value: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * value / (chart.far or 1)


def _y(chart: Chart, value: float) -> float:
    return HEIGHT - FOOT - (HEIGHT - TOP - FOOT) * value / (chart.top or 1)


def _scales(chart: Chart) -> str:
    drawn = []
    for step in range(STEPS + 1):
        up, across = chart.top * step / STEPS, chart.far * step / STEPS
        y, x = _y(chart, up), _x(chart, across)
        drawn.append(
            f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{_figure(up)}</text>'
            f'<text x="{x:.1f}" y="{HEIGHT - FOOT + 20}" text-anchor="middle">{_figure(across)}'
            "</text>"
        )
    middle = (TOP + HEIGHT - FOOT) / 2
    drawn.append(
        f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">'
        f"{escape(chart.across)}</text>"
        f'<text transform="translate(18 {middle}) rotate(-90)" text-anchor="middle">'
        f"{escape(chart.up)}</text>"
    )
    return "".join(drawn)


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:.2g}"


def _line(chart: Chart) -> str:
    points = _steps(chart.points) if chart.stepped else list(chart.points)
    line = f'<polyline class="line" points="{_pairs(chart, points)}"/>'
    if not chart.dots:
        return line
    return line + "".join(
        f'<circle class="dot" cx="{_x(chart, x):.1f}" cy="{_y(chart, y):.1f}" r="4"/>'
        for x, y in chart.points
    )


def _steps(points: Sequence[Point]) -> list[Point]:
    stepped: list[Point] = []
    for x, y in points:
        if stepped:
            stepped.append((x, stepped[-1][1]))
        stepped.append((x, y))
    return stepped


def _pairs(chart: Chart, points: Sequence[Point]) -> str:
    return " ".join(f"{_x(chart, x):.1f},{_y(chart, y):.1f}" for x, y in points)
