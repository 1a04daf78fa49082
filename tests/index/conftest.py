from pathlib import Path

import pytest

from index.library import Library
from tests.index.library_fakes import SeededEncoder


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as opened:
        yield opened


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "handed-in"
