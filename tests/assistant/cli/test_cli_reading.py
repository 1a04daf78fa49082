import json
from dataclasses import replace

import pytest
from reportlab.pdfgen.canvas import Canvas

from assistant.cli.command import run
from assistant.cli.show_reading import reading_lines
from tests.assistant.readings import HEADING, RESOLVED, ROW, RUNS_ON, block, reading

PAPER = (
    "# Lamp Posts in Mill Lane\n\nOxton Council\n\nHighways Committee, 11 July 2023\n\n"
    "1.1 The lamp post was repaired for £250.\n\n1.2 No other is broken.\n"
)


@pytest.fixture
def matters(capsys):
    """Run `matters` with these words; gives (exit status, standard output, standard error)."""

    def command(*words):
        status = run([str(word) for word in words])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return command


@pytest.fixture
def text_file(tmp_path):
    path = tmp_path / "lamps.md"
    path.write_text(PAPER, encoding="utf-8")
    return path


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "lamps.pdf"
    canvas = Canvas(str(path))
    for words in ("1.1 The lamp post was repaired.", "1.2 No other lamp is broken.", ""):
        canvas.drawString(72, 700, words)
        if not words:
            canvas.rect(50, 50, 400, 600, fill=1)
        canvas.showPage()
    canvas.save()
    return path


def shown(*blocks, **fields):
    return "\n".join(reading_lines(reading(*blocks, **fields)))


def test_a_file_is_shown_block_by_block_with_its_numbers(matters, text_file):
    status, out, err = matters("read", text_file)
    assert (status, err) == (0, "")
    assert "Oxton Council" in out and "11 July 2023" in out
    assert "\n1.1           The lamp post" in out
    assert "lamps.md: read (1 paper" in out


def test_json_holds_papers_and_report(matters, text_file):
    status, out, _ = matters("read", text_file, "--json")
    told = json.loads(out)
    assert status == 0 and told["report"]["outcome"] == "read"
    assert "1.2" in [block["paragraph"] for block in told["papers"][0]["blocks"]]


def test_options_beat_the_papers_csv_which_beats_the_paper(matters, text_file):
    manifest = "file,council,committee\nlamps.md,Ostleby Council,Planning\n"
    (text_file.parent / "papers.csv").write_text(manifest, encoding="utf-8")
    said = ("--committee", "Cabinet", "--date", "3 June 2024", "--exempt")
    paper = json.loads(matters("read", text_file, "--json", *said)[1])["papers"][0]
    assert (paper["council"], paper["committee"]) == ("Ostleby Council", "Cabinet")
    assert (paper["meeting_date"], paper["access"]) == ("2024-06-03", "exempt")


def test_only_the_pages_asked_for_are_shown(matters, pdf):
    out = matters("read", pdf, "--pages", "2")[1]
    assert "No other lamp" in out and "was repaired" not in out
    assert matters("read", pdf, "--pages", "1-2")[1].count("-- page ") == 2


def test_a_file_that_is_refused_says_why_with_status_1(matters, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"MZ this is a program")
    status, out, _ = matters("read", tmp_path / "broken.pdf")
    assert status == 1 and "broken.pdf: refused" in out and "program" in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["gone.pdf"], "no file"),
        (["."], "folder"),
        (["lamps.md", "--pages", "x"], "range of pages"),
        (["lamps.md", "--pages", "2"], "no pages"),
        (["lamps.md", "--date", "tomorrow"], "not a date"),
    ],
)
def test_bad_usage_is_one_sentence_and_status_2(matters, text_file, words, told):
    words = [text_file.parent / words[0], *words[1:]]
    status, out, err = matters("read", *words)
    assert (status, out) == (2, "") and told in err and err.count("\n") == 1
    assert json.loads(matters("read", *words, "--json")[1])["error"] == err.strip()


def test_a_broken_papers_csv_is_one_sentence_and_status_2(matters, text_file):
    (text_file.parent / "papers.csv").write_text("file,colour\nlamps.md,red\n", encoding="utf-8")
    status, _, err = matters("read", text_file)
    assert status == 2 and "colour" in err and err.count("\n") == 1


def test_nothing_that_steers_a_terminal_reaches_it(matters, tmp_path):
    path = tmp_path / "evil.html"
    path.write_text("<p>1.1 A \x9b5m \u202elist\x7f of lamps.</p>", encoding="utf-8")
    for words in ((), ("--json",)):
        out = matters("read", path, *words)[1]
        assert "of lamps" in out and not set(out) & set("\x9b\x7f\u202e")
    assert "\x1b" not in shown(block("A \x1b[31mred list.", paragraph="\x1b[2J", row="\x1b[5m"))


def test_headings_rows_and_resolutions_are_told_apart():
    out = shown(HEADING, ROW, RESOLVED)
    assert "  Reasons\n              -------\n" in out and "[resolution] RESOLVED" in out
    assert "row 7         No: 7 | Matter: Lamp posts\n" in out


def test_a_row_of_long_cells_is_shown_cell_by_cell_without_its_blank_ones():
    words = "It was mended. " * 30
    long = replace(ROW, headers=("No", "Due", "Done"), cells=("7", "", words), marks=())
    out = shown(long)
    assert "row 7         No: 7\n              Done: It was mended." in out and "Due" not in out


def test_rows_of_one_table_stand_right_under_one_another():
    rows = [replace(ROW, table=1, row=n, cells=(n, "Lamps"), marks=()) for n in "12"]
    assert "Lamps\nrow 2 " in shown(*rows)
    assert "columns\n\nrow 2 " in shown(ROW, rows[1])


def test_a_number_that_a_block_only_stands_under_is_in_brackets():
    out = shown(block("3.5. Five lamps.", paragraph="3.5"), block("So it is.", paragraph="3.5"))
    assert "\n3.5           Five lamps." in out and "\n(3.5)         So it is." in out


def test_a_row_that_is_uncertain_says_so():
    assert "! cells uncertain" in shown(ROW)
    assert "!" not in shown(HEADING)


def test_a_row_without_headers_of_its_own_is_shown_as_printed():
    assert "| a | b" in shown(block("a\tb", kind="table row", cells=("a", "b")))


def test_a_block_that_runs_on_says_from_where():
    out = shown(RUNS_ON)
    assert "-- page 2 (printed 29)" in out and "(page 3) It cost £5." in out


def test_a_long_number_does_not_push_the_words_aside():
    lines = shown(block("Words.", kind="table row", row="Lead officer named", cells=())).split("\n")
    assert "row “Lead officer named”" in lines and " " * 14 + "| Words." in lines


def test_a_list_is_shown_under_its_lead_in_once():
    items = [block(f"- {word}", kind="list item", lead_in="They ask:") for word in "ab"]
    assert shown(*items).count("(under: They ask:)") == 1
    assert "(under" not in shown(block("They ask:"), *items)


def test_the_report_says_what_was_left_out():
    out = shown(outcome="read in part", unread=((3, "scanned"),), notes=("hidden text left out",))
    assert "read in part" in out and "page 3 was left out: scanned" in out
    assert "hidden text left out" in out
