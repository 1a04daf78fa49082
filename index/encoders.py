"""The encoder a library was made with: named in its catalogue, exported into its folder."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from index import records, storing
from index.catalogue import Catalogue
from index.encoder import Card, Encoder, OnnxEncoder
from index.errors import EncoderError, LibraryError
from index.export import DEFAULT, export_encoder


class LibraryEncoder:
    """Exports the library's encoder when it is first needed, loads it once."""

    def __init__(self, catalogue: Catalogue, folder: Path, *, given: Encoder | None) -> None:
        self._catalogue = catalogue
        self._folder = folder
        self._given = given is not None
        self._encoder = given
        self._lock = threading.Lock()

    @classmethod
    def of(cls, catalogue: Catalogue, folder: Path, wanted: Encoder | str | None) -> LibraryEncoder:
        """The encoder of a library, or the one wanted for a library that has nothing embedded yet.

        Raises LibraryError when another one is wanted than the library was made with.
        """
        model = records.setting(catalogue, "encoder")
        name = _name_of(wanted)
        if name and model and name != model and records.holds_papers(catalogue):
            raise LibraryError(
                f"The library in {folder.parent} was made with the encoder {model}, not {name}: "
                "open it without naming one, or make a new library."
            )
        if name and name != model and not catalogue.read_only:
            _settle(catalogue, folder, name)
        elif not model and not catalogue.read_only:
            _settle(catalogue, folder, DEFAULT)
        return cls(catalogue, folder, given=None if isinstance(wanted, str) else wanted)

    @property
    def model(self) -> str:
        """What the encoder is made from: DEFAULT, a published name or a folder."""
        return records.setting(self._catalogue, "encoder") or DEFAULT

    @property
    def given(self) -> bool:
        """Whether it was handed in as an object, so that nothing is exported."""
        return self._given

    @property
    def folder(self) -> Path:
        """Where the exported model lives."""
        return self._folder

    @property
    def name(self) -> str:
        """The name its vectors are kept under, without loading it; "" if it is not exported yet."""
        if self._encoder is not None:
            return self._encoder.name
        try:
            return Card.read(self._folder).full_name
        except EncoderError:
            return ""

    def get(self) -> Encoder:
        """The encoder, exported and loaded if it was not. Raises EncoderError."""
        with self._lock:
            if self._encoder is None:
                self._encoder = self._load()
            return self._encoder

    def check(self) -> None:
        """Raise EncoderError when there is an exported model and it is not whole."""
        if not self._given and self._folder.exists():
            OnnxEncoder.check(self._folder)

    def export_again(self) -> None:
        """Replace a damaged export."""
        with self._lock:
            export_encoder(self.model, self._folder)
            self._encoder = None

    def _load(self) -> Encoder:
        if not self._folder.exists():
            if self._catalogue.read_only:
                raise EncoderError(
                    f"The library in {self._folder.parent} has no exported encoder and its folder "
                    "cannot be written: open it once where it can be."
                )
            export_encoder(self.model, self._folder)
        return OnnxEncoder.open(self._folder)


def _name_of(wanted: Encoder | str | None) -> str:
    if wanted is None:
        return ""
    if not isinstance(wanted, str):
        return wanted.name
    return str(Path(wanted).resolve()) if Path(wanted).is_dir() else wanted


def _settle(catalogue: Catalogue, folder: Path, model: str) -> None:
    with catalogue.writing() as db:
        storing.set_setting(db, "encoder", model)
    if folder.exists():  # another model's, from when the library was made
        shutil.rmtree(folder)
