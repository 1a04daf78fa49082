"""Parts printed in one paragraph, or in blocks of their own."""

from __future__ import annotations

import pytest

from corpus.register.parts import within


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "RESOLVED: 1. That A be noted. 2. That B be kept.",
            ("That A be noted.", "That B be kept."),
        ),
        ("AGREED: (i) A; (ii) B; and (iii) C.", ("A;", "B; and", "C.")),
        ("(a) A (see (c) below); (b) B.", ("A (see (c) below);", "B.")),
        ("RESOLVED: That option (a) be chosen.", ()),
        ("RESOLVED: That 1. be deleted.", ()),
        ("RESOLVED that it be noted.", ()),
    ],
)
def test_parts_count_on_from_the_first(text: str, parts: tuple[str, ...]) -> None:
    assert within(text) == parts
