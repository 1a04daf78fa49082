import json

from assistant.evaluation.judging import keep

ROW = {"id": "J-1", "question": "How many lamps?", "evidence": []}


def test_judgements_are_downloaded_as_lines(own):
    library, client = own
    keep(library, "gold", ROW)
    told = client.get("/judgements/gold.jsonl")
    assert json.loads(told.text) == ROW and "attachment" in told.headers["content-disposition"]


def test_what_quotes_an_exempt_paper_is_not_downloaded(own):
    library, client = own
    exempt = library.papers(("exempt",))[0].id
    keep(library, "gold", {**ROW, "evidence": [{"paper": exempt, "quote": "secret"}]})
    assert client.get("/judgements/gold.jsonl").text == ""


def test_no_other_file_of_the_folder_is_handed_out(client):
    assert client.get("/judgements/other.jsonl").status_code == 422
    assert client.get("/judgements/..%2fcatalogue.jsonl").status_code in (404, 422)
