from assistant.showing.document import document, form_message


def test_a_page_carries_its_title_and_its_style():
    html = document("Lamps", "<h1>Lamps</h1>", style="h1{margin:0}")
    assert html.startswith("<!doctype html>") and html.endswith("<h1>Lamps</h1></body></html>")
    assert "<title>Lamps · Matters Arising</title><style>h1{margin:0}</style>" in html


def test_a_problem_with_a_form_is_told_first_and_escaped():
    told = form_message(problem="No day: <b>", done="Kept.")
    assert 'role="alert"' in told and "No day: &lt;b&gt;" in told and "Kept" not in told
    assert 'role="status"' in form_message(problem="", done="Kept.")
    assert form_message(problem="", done="") == ""
