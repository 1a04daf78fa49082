from assistant.showing.boxes import around, lines_of


def characters(left, top, count=3):
    return [(left + 6 * n, top, left + 6 * n + 5, top + 10) for n in range(count)]


def test_the_characters_of_a_line_share_a_box():
    assert lines_of(characters(0, 0)) == [(0, 0, 17, 10)]


def test_a_new_line_and_a_far_column_have_boxes_of_their_own():
    assert len(lines_of(characters(0, 0) + characters(0, 14))) == 2
    assert len(lines_of(characters(0, 0) + characters(200, 0))) == 2


def test_a_line_that_runs_down_the_page_is_one_too():
    turned = [(y, x, foot, right) for x, y, right, foot in characters(0, 0)]
    assert lines_of(turned) == [(0, 0, 10, 17)]


def test_no_box_lies_outside_the_one_round_them_all():
    assert around([(5, 1, 6, 2), (0, 3, 1, 9)]) == (0, 1, 6, 9)
    assert lines_of([]) == []
