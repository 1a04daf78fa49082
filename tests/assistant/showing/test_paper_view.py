from assistant.showing.paper_view import excerpt, marked, passages_html
from index.passages import Passage

HOSTILE = "<script>alert(1)</script> & {{value}} ${1+1}"


def passage(text, **fields):
    return Passage("p", "p", text, 0, len(text), **fields)


def test_what_a_paper_says_is_never_markup():
    html = passages_html([passage(HOSTILE, section="<b>", paragraph="<i>")], [HOSTILE])
    assert "<script>" not in html and "<b>" not in html and "<i>" not in html
    assert "script&gt;alert(1)" in html


def test_the_quoted_words_are_marked():
    assert marked("Five & seven", ["seven"]) == "Five &amp; <mark>seven</mark>"


def test_quotations_that_overlap_are_marked_once():
    html = marked("one two three", ["one two", "two three"])
    assert html == "<mark>one two</mark><mark> three</mark>"


def test_an_excerpt_stands_round_the_quotation():
    passages = [passage(f"Paragraph number {name} of ten") for name in "abcdefghij"]
    assert [p.text[17] for p in excerpt(passages, "number e of", around=1)] == list("def")
    assert excerpt(passages, "absent altogether") == []


def test_a_quotation_is_marked_where_it_stands_and_not_where_some_of_its_words_do():
    quote = "It was moved by Councillor Ash that the lane be mended."
    other = "It was moved by Councillor Elm that the lane be closed."
    html = passages_html([passage(other), passage(quote), passage(other)], [quote])
    assert html.count("<mark>") == 1
    assert f"<mark>{quote}</mark>" in html


def test_a_quotation_over_two_passages_is_marked_in_both():
    first, last = "The Committee asked that the lane be mended", "before the winter of next year."
    html = passages_html([passage("Other words."), passage(first), passage(last)],
                         [f"{first} {last}"])  # fmt: skip
    assert f"<mark>{first}</mark>" in html and f"<mark>{last}</mark>" in html
