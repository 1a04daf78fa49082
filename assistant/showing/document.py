"""What the web pages that stand alone have in common: the frame, and what is said of a form sent.

They run no script and fetch nothing but pictures, so that each carries its own style.
"""

from __future__ import annotations

from html import escape


def document(title: str, body: str, *, style: str) -> str:
    """A whole web page; `title` and `body` are HTML, `style` is CSS.

    >>> document("Lamps", "<h1>Lamps</h1>", style="").partition("<title>")[2]
    'Lamps · Matters Arising</title><style></style></head><body><h1>Lamps</h1></body></html>'
    """
    return (
        '<!doctype html><html lang="en-GB"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} · Matters Arising</title><style>{style}</style></head>"
        f"<body>{body}</body></html>"
    )


def form_message(*, problem: str, done: str) -> str:
    """What became of a form; it takes the focus, so that a screen reader begins with it."""
    for role, kind, sentence in (("alert", "problem", problem), ("status", "done", done)):
        if sentence:
            return f'<p class="{kind}" role="{role}" tabindex="-1" autofocus>{escape(sentence)}</p>'
    return ""
