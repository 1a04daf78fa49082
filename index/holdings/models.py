"""The models a library uses: its encoder and its reader, named in its catalogue.

One that ships is run from where it is installed; any other is exported once, into a folder of its
own in the library, so that naming another model in the catalogue changes everything at once.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Generic, Literal, TypeVar

from index.catalogue import records, storing
from index.catalogue.connection import Catalogue
from index.encoder import Encoder, OnnxEncoder
from index.errors import EncoderError, LibraryError
from index.models import NAMES, shipped
from index.models.export import PLAIN, export_encoder, export_reader
from index.models.exported import Card, Kind
from index.reader import OnnxReader, Reader

NONE = "none"
"""In a reader's place: passages are put in order without one."""
Model = TypeVar("Model")


class LibraryModel(Generic[Model]):
    """One of a library's models: exported when it is first needed, loaded once, and again when the
    catalogue names another. Safe to share between threads."""

    def __init__(
        self, catalogue: Catalogue, library: Path, kind: Kind, *,
        export: Callable[[str, Path], None], load: Callable[[Path], Model],
        given: tuple[Model] | None,
    ) -> None:  # fmt: skip
        self.kind = kind
        self.given = given is not None
        self._catalogue = catalogue
        self._library = library
        self._export, self._load = export, load
        self._loaded: tuple[str, Model] | None = (self.model, given[0]) if given else None
        self._lock = threading.Lock()

    @property
    def model(self) -> str:
        """What it is made from: the name of one that ships, a published name or a folder."""
        return records.setting(self._catalogue, self.kind) or default_model(self.kind)

    @property
    def folder(self) -> Path:
        """Where the exported model lives."""
        return folder_for(self._library, self.kind, self.model)

    @property
    def name(self) -> str:
        """The name its results are kept under, without loading it; "" if it is not exported yet."""
        if self.given and self._loaded:
            return str(getattr(self._loaded[1], "name", ""))
        try:
            return Card.read(self.folder, self.kind).full_name(self.kind)
        except EncoderError:
            return ""

    def get(self) -> Model:
        """The model, exported and loaded if it was not. Raises EncoderError."""
        with self._lock:
            model = self.model
            if self._loaded is None or (self._loaded[0] != model and not self.given):
                self._loaded = (model, self._opened(model))
            return self._loaded[1]

    def at_hand(self) -> Model | None:
        """The model if it can be had at once: what was exported, whole. Nothing is exported."""
        model = self.model
        if not self.given and model != NONE and not self.folder.exists():
            return None
        try:
            return self.get()
        except EncoderError:
            return None

    def check(self) -> None:
        """Raise EncoderError when a model that was exported is not whole, or the reader is gone."""
        if self.given or self.model == NONE:
            return
        if self.folder.exists() or self.kind == "reader":  # an encoder is exported when needed
            Card.checked(self.folder, self.kind)

    def export_again(self) -> None:
        """Replace a damaged export. Raises EncoderError for a damaged one that ships."""
        with self._lock:
            if self.model == NAMES[self.kind]:
                raise EncoderError(f"The {self.kind} that ships is damaged: install it again.")
            self._export(self.model, self.folder)
            self._loaded = None

    def prepare(self, model: str) -> Model:
        """Another model, exported anew and loaded, which the library does not use yet."""
        folder = folder_for(self._library, self.kind, model)
        if model not in (NONE, NAMES[self.kind]):
            self._export(model, folder)  # a folder may hold another model than when last named
        return self._opened(model)

    def _opened(self, model: str) -> Model:
        if model == NONE:
            return self._load(Path(NONE))
        folder = folder_for(self._library, self.kind, model)
        if not folder.exists():
            if model == NAMES[self.kind]:
                raise EncoderError(
                    f"The {self.kind} that ships is missing: install it again, or name another "
                    f"with matters models --{self.kind}."
                )
            if self._catalogue.read_only:
                raise EncoderError(
                    f"The library in {self._library} has no exported {self.kind} and its folder "
                    "cannot be written: run matters verify where it can be."
                )
            self._export(model, folder)
        return self._load(folder)


def encoder_of(
    catalogue: Catalogue, library: Path, wanted: Encoder | str | None
) -> LibraryModel[Encoder]:
    """The encoder of a library, or the one wanted for a library that has nothing embedded yet.

    Raises LibraryError when another one is wanted than the library was made with.
    """
    model = records.setting(catalogue, "encoder")
    name = model_named(wanted, "encoder") if isinstance(wanted, str) else wanted and wanted.name
    if name and model and name != model and records.holds_papers(catalogue):
        raise LibraryError(
            f"The library in {library} was made with the encoder {model}, not {name}: "
            f"open it without naming one, or change it with matters models --encoder."
        )
    if not catalogue.read_only and (not model or (name and name != model)):
        with catalogue.writing() as db:
            storing.set_setting(db, "encoder", name or default_model("encoder"))
    given = None if wanted is None or isinstance(wanted, str) else (wanted,)
    return LibraryModel(catalogue, library, "encoder", export=export_encoder,
                        load=OnnxEncoder.open, given=given)  # fmt: skip


def reader_of(
    catalogue: Catalogue, library: Path, wanted: Reader | Literal["none"] | None
) -> LibraryModel[Reader | None]:
    """The reader of a library, or the one that stands in for it; it is None where there is none."""
    reader = None if isinstance(wanted, str) else wanted
    given = None if wanted is None else (reader,)
    return LibraryModel(catalogue, library, "reader", export=export_reader,
                        load=_open_reader, given=given)  # fmt: skip


def default_model(kind: Kind) -> str:
    """What a new library uses: the model that ships, else the plain encoder and no reader."""
    if shipped(kind):
        return NAMES[kind]
    return PLAIN if kind == "encoder" else NONE


def model_named(wanted: str, kind: Kind) -> str:
    """A model by the name it is kept under: "default" and "plain" (of encoders) or "none" (of
    readers) are ways to say one; a folder is known by its whole path. Raises EncoderError."""
    said = {"default": default_model(kind)}
    said |= {"plain": PLAIN} if kind == "encoder" else {NONE: NONE}
    if wanted in said:
        return said[wanted]
    if wanted in ("", "plain", NONE):
        raise EncoderError(f"There is no {kind} called {wanted!r}: say {' or '.join(said)}, or "
                           "name a model or its folder.")  # fmt: skip
    return str(Path(wanted).resolve()) if Path(wanted).is_dir() else wanted


def folder_for(library: Path, kind: Kind, model: str) -> Path:
    """Where a model is run from."""
    if model == NAMES[kind]:
        return shipped(kind) or Path(model)
    told = hashlib.sha256(model.encode()).hexdigest()[:8]
    return library / kind / f"{Path(model).name}-{told}"


def _open_reader(folder: Path) -> Reader | None:
    return None if folder == Path(NONE) else OnnxReader.open(folder)
