"""Sets a source as a web page like those of a council's meetings service, or as plain text.

The web page carries what such pages carry besides the minutes (menu, skip link, notice), because a
reader has to tell them apart. Plain text keeps tables as lines of tab-separated cells.
"""

from __future__ import annotations

import html
from pathlib import Path

from corpus.sample.markup import Block, Heading, Paragraph, Source, Table, plain, runs

NOTE = "Fictional sample paper written for Matters Arising."
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>.mgHide {{ display: none }}</style>
</head>
<body>
<a href="#main" class="mgHide">Skip to main content</a>
<nav><ul>
<li>Home</li><li>Council and democracy</li><li>Meetings</li><li>Your councillors</li>
</ul></nav>
<main id="main" class="mgContent">
{body}
</main>
<footer><p>{note}</p></footer>
</body>
</html>
"""


def write_web(source: Source, path: Path) -> None:
    """Set `source` as the web page `path`."""
    body = "\n".join(web_block(block) for block in source.blocks)
    title = html.escape(source.meta.get("title", source.name))
    path.write_bytes(PAGE.format(title=title, body=body, note=NOTE).encode())


def web_block(block: Block) -> str:
    """One block as HTML."""
    match block:
        case Heading(text, level):
            return f"<h{level}>{web_text(text)}</h{level}>"
        case Paragraph(text, "-"):
            return f"<ul><li>{web_text(text)}</li></ul>"
        case Paragraph(text, marker):
            number = (
                f'<span class="mgItemNumberCell">{html.escape(marker)}</span> ' if marker else ""
            )
            return f"<p>{number}{web_text(text)}</p>"
        case Table(rows, header):
            return (
                "<table>\n"
                + "\n".join(
                    web_row(row, "th" if header and not y else "td") for y, row in enumerate(rows)
                )
                + "\n</table>"
            )
    return ""


def web_row(row: tuple[str, ...], tag: str) -> str:
    """One table row as HTML."""
    return "<tr>" + "".join(f"<{tag}>{web_text(cell)}</{tag}>" for cell in row) + "</tr>"


def web_text(text: str) -> str:
    """Text with its bold and italic runs as HTML."""
    out = ""
    for words, bold, italic in runs(text):
        part = html.escape(words, quote=False)
        part = f"<strong>{part}</strong>" if bold else part
        out += f"<em>{part}</em>" if italic else part
    return out.replace("&lt;br&gt;", "<br>")


def write_text(source: Source, path: Path) -> None:
    """Set `source` as the plain text file `path`."""
    body = "\n\n".join(text_block(block) for block in source.blocks)
    path.write_bytes(f"{body}\n\n{NOTE}\n".encode())


def text_block(block: Block) -> str:
    """One block as plain text."""
    match block:
        case Heading(text, level):
            return plain(text).upper() if level == 1 else plain(text)
        case Paragraph(text, marker):
            return f"{marker} {plain(text)}".strip()
        case Table(rows):
            return "\n".join("\t".join(plain(cell) for cell in row) for row in rows)
    return ""
