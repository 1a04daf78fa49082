"""The examples in docstrings give what they say they give."""

from __future__ import annotations

import doctest
import importlib

import pytest

from tests.conftest import ROOT

ROOMS = ("corpus", "index", "assistant", "training", "benchmarks")
WITH_EXAMPLES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_a_docstrings_examples_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name.removesuffix(".__init__")))
    assert result.attempted and not result.failed
