import re

from assistant.evaluation.charts import HEIGHT, WIDTH, Chart, chart_svg, round_end


def chart(points, **fields):
    return chart_svg(Chart("Ups & downs", "words", "share", points, far=100, **fields))


def places(svg):
    line = re.search(r'class="line" points="([^"]*)"', svg)[1]
    return [tuple(map(float, pair.split(","))) for pair in line.split()]


def test_more_is_further_right_and_higher_up():
    low, high = places(chart([(0, 0), (100, 1)]))
    assert low[0] < high[0] and low[1] > high[1]


def test_the_line_stays_on_the_chart():
    for x, y in places(chart([(0, 1), (50, 0), (100, 1)])):
        assert 0 < x < WIDTH and 0 < y < HEIGHT


def test_a_stepped_line_holds_its_level_until_the_next_point():
    stepped = places(chart([(0, 0), (50, 0.5)], stepped=True))
    assert [y for _, y in stepped][:2] == [stepped[0][1]] * 2 and len(stepped) == 3


def test_the_title_is_told_to_who_does_not_see_it_and_is_escaped():
    assert 'role="img" aria-label="Ups &amp; downs"' in chart([(0, 0)])


def test_a_scale_ends_at_or_beyond_its_greatest_value():
    assert [round_end(v) for v in (0, 0.09, 0.1, 3, 4.1, 1999)] == [1, 0.1, 0.1, 4, 8, 2000]
