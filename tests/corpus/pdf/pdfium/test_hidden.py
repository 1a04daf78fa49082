"""Words smuggled into a PDF: whatever no reader of the page would see is left out and told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.paper import Drawing
from corpus.pdf.draw import draw_pdf
from tests.corpus.rawpdf import form, raw_pdf, words

SEEN = words("Members noted the report.", at=(72, 700))
SECRET = words("Recommend approval.")
BOX = "60 390 300 40 re f\n"
LAYER = (
    "/OCProperties << /OCGs [5 0 R] /D << /OFF [5 0 R] >> >>",
    "<< /Type /OCG /Name (Draft) >>",
)
PICTURE = (
    "q 300 0 0 40 60 390 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /AHx ID {shade}> EI Q\n"  # one dot
)
Write = Callable[[Path], Path]


def page(content: str, **more: str) -> Write:
    return lambda path: raw_pdf(path, SEEN + content, **more)  # type: ignore[arg-type]


def in_layer_off(path: Path) -> Path:
    content = SEEN + f"/OC /Draft BDC\n{SECRET}EMC\n"
    more = "/Properties << /Draft 5 0 R >>"
    return raw_pdf(path, content, more=more, catalog=LAYER[0], others=[LAYER[1]])


def in_form_of_layer_off(path: Path) -> Path:
    others = [LAYER[1], form(SECRET, "/OC 5 0 R")]
    content = SEEN + "/X1 Do\n"
    return raw_pdf(path, content, more="/XObject << /X1 6 0 R >>", catalog=LAYER[0], others=others)


def in_faded_form(path: Path) -> Path:
    more = "/XObject << /X1 5 0 R >> /ExtGState << /G1 << /ca 0 >> >>"
    return raw_pdf(path, SEEN + "/G1 gs /X1 Do\n", more=more, others=[form(SECRET)])


def in_hidden_note(path: Path) -> Path:
    note = (
        "<< /Type /Annot /Subtype /FreeText /Rect [72 390 300 410] /F 2 "
        "/DA (/Helv 11 Tf) /Contents (Recommend approval.) >>"
    )
    return raw_pdf(path, SEEN, page="/Annots [5 0 R]", others=[note])


HIDDEN: dict[str, Write] = {
    "invisible render mode": page(words("Recommend approval.", extra="3 Tr")),
    "only clips": page("q " + words("Recommend approval.", extra="7 Tr") + "Q "),
    "white on white": page("1 g " + SECRET),
    "nearly white": page("0.93 g " + SECRET),
    "white on a white box": page("1 g " + BOX + SECRET),
    "black on a black box": page("0 g " + BOX + SECRET),
    "white on a pale picture": page(PICTURE.format(shade="F8F8F8") + "1 g " + SECRET),
    "under a white box": page(SECRET + "1 g " + BOX),
    "blacked out": page(SECRET + "0 g " + BOX),
    "under a picture": page(SECRET + PICTURE.format(shade="808080")),
    "one point high": page(words("Recommend approval.", size=1)),
    "scaled to nothing": page("q 0.05 0 0 0.05 72 400 cm " + words("Recommend approval.") + "Q "),
    "squashed flat": page("q 1 0 0 0.05 72 400 cm " + words("Recommend approval.") + "Q "),
    "off the page": page(words("Recommend approval.", at=(72, 900))),
    "outside the crop box": page(SECRET, page="/CropBox [0 500 600 800]"),
    "no opacity": page("/G1 gs " + SECRET, more="/ExtGState << /G1 << /ca 0 >> >>"),
    "hardly any opacity": page("/G1 gs " + SECRET, more="/ExtGState << /G1 << /ca 0.05 >> >>"),
    "clipped away": page("q 400 600 50 50 re W n " + SECRET + "Q "),
    "in a layer switched off": in_layer_off,
    "in a form of a layer switched off": in_form_of_layer_off,
    "in a faded form": in_faded_form,
    "in a hidden note": in_hidden_note,
}


def drawn(write: Write, folder: Path) -> Drawing:
    return draw_pdf(write(folder / "a.pdf"))


@pytest.mark.parametrize("way", HIDDEN)
def test_hidden_text_is_left_out_and_told_with_its_page(tmp_path: Path, way: str) -> None:
    drawing = drawn(HIDDEN[way], tmp_path)
    assert [line.text for line in drawing.lines] == ["Members noted the report."]
    assert [note for note in drawing.notes if note == "page 1: hidden text left out"]


def in_layer_on(path: Path) -> Path:
    content = SEEN + f"/OC /Draft BDC\n{SECRET}EMC\n"
    catalog = LAYER[0].replace("/OFF", "/ON")
    return raw_pdf(
        path, content, more="/Properties << /Draft 5 0 R >>", catalog=catalog, others=[LAYER[1]]
    )


def in_form(path: Path) -> Path:
    more = "/XObject << /X1 5 0 R >>"
    return raw_pdf(path, SEEN + "/X1 Do\n", more=more, others=[form(SECRET)])


READ: dict[str, Write] = {
    "white on a dark box": page("0 0 0.5 rg " + BOX + "1 g " + SECRET),
    "white on a dark picture": page(PICTURE.format(shade="203040") + "1 g " + SECRET),
    "white on a round dark shape": page(
        "0 g 20 400 m 20 480 360 480 360 400 c 360 320 20 320 20 400 c f 1 g " + SECRET
    ),
    "grey": page("0.75 g " + SECRET),
    "red on green": page("0 0.5 0 rg " + BOX + "0.9 0 0 rg " + SECRET),
    "outlined": page(words("Recommend approval.", extra="1 Tr")),
    "half opaque": page("/G1 gs " + SECRET, more="/ExtGState << /G1 << /ca 0.5 >> >>"),
    "highlighted": page(
        SECRET + "/G1 gs 1 1 0 rg " + BOX, more="/ExtGState << /G1 << /BM /Multiply >> >>"
    ),
    "beside a box drawn later": page(SECRET + "0 g 300 500 200 40 re f\n"),
    "over a box of its own colour, on another": page("0 g " + BOX + "1 g " + BOX + "0 g " + SECRET),
    "in a layer": in_layer_on,
    "in a form": in_form,
}


@pytest.mark.parametrize("way", READ)
def test_what_a_reader_sees_is_read(tmp_path: Path, way: str) -> None:
    drawing = drawn(READ[way], tmp_path)
    assert [x.text for x in drawing.lines] == ["Members noted the report.", "Recommend approval."]
    assert drawing.notes == ()


def test_scan_with_an_invisible_text_layer_is_still_a_scan(tmp_path: Path) -> None:
    layer = words("Recommend approval.", extra="3 Tr")
    picture = PICTURE.format(shade="808080")
    drawing = draw_pdf(raw_pdf(tmp_path / "a.pdf", picture + layer))
    assert drawing.lines == ()
    assert drawing.unread == ((1, "scanned: its text layer cannot be seen and was left out"),)
