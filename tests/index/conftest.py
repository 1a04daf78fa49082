from pathlib import Path

import pytest
from library_fakes import SeededEncoder

from index.library import Library


@pytest.fixture
def library(tmp_path: Path):
    with Library.open(tmp_path / "library", encoder=SeededEncoder()) as opened:
        yield opened


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "handed-in"
