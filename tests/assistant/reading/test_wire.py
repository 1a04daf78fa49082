import json

from assistant.reading.wire import reading_json
from tests.assistant.readings import HEADING, RESOLVED, ROW, RUNS_ON, reading

PAPER = {"id", "document", "council", "committee", "meeting_date", "item", "title", "kind",
         "access", "blocks"}  # fmt: skip
BLOCK = {"kind", "text", "section", "paragraph", "row", "page", "page_label"}
REPORT = {"path", "outcome", "reason", "pages", "unread", "notes", "seconds"}


def test_no_promised_key_is_missing():
    told = reading_json(reading(HEADING, ROW))
    assert set(told) == {"papers", "report"}
    assert told["papers"][0].keys() >= PAPER and told["report"].keys() == REPORT
    assert all(block.keys() >= BLOCK for block in told["papers"][0]["blocks"])


def test_a_block_keeps_its_words_cells_and_marks():
    row = reading_json(reading(ROW))["papers"][0]["blocks"][0]
    assert (row["text"], row["cells"]) == ("7\tLamp posts", ["7", "Lamp posts"])
    assert row["marks"] == ["cells uncertain"] and row["headers"] == ["No", "Matter"]


def test_only_the_pages_asked_for_are_told():
    read = reading(HEADING, RUNS_ON, RESOLVED)
    blocks = reading_json(read, pages=range(2, 3))["papers"][0]["blocks"]
    assert [block["text"] for block in blocks] == [RUNS_ON.text]
    assert reading_json(read, pages=range(8, 9))["papers"] == []


def test_it_survives_being_written_as_json():
    told = json.loads(json.dumps(reading_json(reading(RUNS_ON, unread=((3, "scanned"),)))))
    assert told["report"]["unread"] == [[3, "scanned"]]
    assert told["papers"][0]["blocks"][0]["runs_on"] == [{"at": 19, "page": 3}]
