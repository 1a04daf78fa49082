"""What the tests of several rooms share: the shared papers, and a library of the sample papers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "sample"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real papers and gold questions beside the checkout, which is not shipped."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold" / "score.py").is_file():
        pytest.skip("no shared papers")
    return folder


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library folder with the sample papers, read and encoded for real; not to be changed."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    with Library.open(folder) as library:
        reports = library.add([SAMPLE / "papers"])
    assert reports, "the sample papers are missing"
    assert not [report.reason for report in reports if report.outcome == "refused"]
    return folder


@pytest.fixture
def sample(sample_folder: Path) -> Iterator[Library]:
    """The sample papers' library, open to read."""
    with Library.open(sample_folder, create=False, read_only=True) as library:
        yield library


@pytest.fixture
def own_folder(sample_folder: Path, tmp_path: Path) -> Path:
    """A copy of the sample papers' library that the test may change."""
    return Path(shutil.copytree(sample_folder, tmp_path / "library"))
