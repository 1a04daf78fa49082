"""A library: a folder of papers that can be searched. Open it, add to it, ask it what it holds.

    library/
      catalogue.sqlite   the truth                     papers/   the files as handed in, by SHA-256
      shelves/           the indexes, derived          encoder/ reader/  models named by the user
      judgements/        what evaluators kept as gold (assistant.evaluation.judging)

What can be read of it is in `index.holdings`, what changes it in `index.changing`: writers go one
at a time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Literal, Self

from corpus.paper import Access, Metadata, PaperKind
from index.catalogue import PaperRecord
from index.catalogue.connection import Catalogue
from index.catalogue.records import ACCESSES
from index.changing import adding
from index.changing.adding import Addition, FileReader, OnProgress, OnReport
from index.changing.correcting_entries import correct_entry, undo_entry_correction
from index.changing.correcting_papers import correct_paper, undo_paper_correction
from index.changing.generations import sweep
from index.changing.models import change_encoder, change_reader
from index.changing.removing import remove_papers
from index.changing.upkeep import rebuild, verify_library
from index.corrections.papers import Correction
from index.encoder import Encoder
from index.errors import LibraryError, ReadOnlyError
from index.holdings.holdings import Holdings
from index.holdings.models import LibraryModel, encoder_of, model_named, reader_of
from index.holdings.report import FileReport, Finding, Status
from index.kept.disk import full_disk_said_plainly
from index.kept.lock import sole_writer
from index.kept.shelves import Shelf
from index.reader import Reader
from index.register import Registered

__all__ = ["Correction", "FileReport", "Finding", "Library", "PaperRecord", "Registered",
           "Shelf", "Status"]  # fmt: skip


class Library(Holdings):
    """An open library: what it holds, and what changes it. Safe to share between threads; close it,
    or use it in a `with`."""

    def __init__(
        self, folder: Path, catalogue: Catalogue, *,
        encoder: LibraryModel[Encoder], reader: LibraryModel[Reader | None],
    ) -> None:  # fmt: skip
        rebuilt = self._build_again
        super().__init__(folder, catalogue, encoder=encoder, reader=reader, rebuild=rebuilt)

    @classmethod
    def open(
        cls,
        folder: Path | str,
        *,
        encoder: Encoder | str | None = None,
        reader: Reader | Literal["none"] | None = None,
        create: bool = True,
        read_only: bool = False,
    ) -> Library:
        """Open the library in a folder, making an empty one where there is none.

        `encoder` is for a library that is still empty: a sentence-transformers model by name or
        folder, or any Encoder; None is the one it was made with, and the one that ships if it is
        new. `reader` stands in for the library's own, or "none" for doing without. A folder that
        cannot be written is opened for reading. Raises LibraryError.
        """
        folder = Path(folder)
        path = folder / "catalogue.sqlite"
        if not path.is_file():
            _make(folder, allowed=create and not read_only)
        writable = os.access(folder, os.W_OK) and os.access(path, os.W_OK | os.F_OK)
        read_only = read_only or (path.is_file() and not writable)
        with full_disk_said_plainly(folder):
            catalogue = Catalogue.open(path, read_only=read_only)
        try:
            encodes = encoder_of(catalogue, folder, encoder)
            reads = reader_of(catalogue, folder, reader)
            return cls(folder, catalogue, encoder=encodes, reader=reads)
        except BaseException:
            catalogue.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the catalogue and let go of the indexes."""
        self._shelves.close()
        self.catalogue.close()

    def add(
        self,
        paths: Iterable[Path | str],
        *,
        metadata: Metadata = Metadata(),
        workers: int = 2,
        on_report: OnReport = lambda report: None,
        on_progress: OnProgress = lambda done, total, doing: None,
        reader: FileReader | None = None,
    ) -> list[FileReport]:
        """Add files and folders; a report for each file, told as it is written.

        Unchanged files are known by their bytes and not read again. What `metadata` says beats a
        papers.csv beside the file, which beats the paper. An interrupted add keeps the batches it
        had written. Raises LibraryError (read-only, busy, disk full) and whatever `find_files` says
        of paths that lead nowhere.
        """
        from corpus.files import find_files, manifest_of  # noqa: PLC0415
        from corpus.read import read_all  # noqa: PLC0415

        found = find_files([Path(path) for path in paths])
        write = partial(
            adding.add_files,
            paths=found,
            metadata_for=lambda path: adding.overlaid(manifest_of(path), metadata),
            reader=reader or read_all,
            workers=workers,
        )
        return self._add(write, on_report, on_progress)

    def remove(self, name: str) -> list[str]:
        """Remove papers by id, document or file name; returns the ids that went.

        Raises NoSuchPaperError when the name stands for none, or for papers of several files.
        """
        with self._sole_writer("removing papers"):
            return remove_papers(self.catalogue, self.folder, name, encoder=self._encoder.get)

    def correct(
        self, paper_id: str, *,
        council: str | None = None, committee: str | None = None, date: str | None = None,
        title: str | None = None, kind: PaperKind | None = None, access: Access | None = None,
        by: str,
    ) -> PaperRecord:  # fmt: skip
        """Write what an officer says of a paper, which beats what is read of it now and later.

        None leaves a field as it is; "" empties one; `date` is ISO. All of it is written or nothing
        is. Raises NoSuchPaperError, CorrectionError or LibraryError.
        """
        said = Metadata(council, committee, date, kind, title, access)
        write = partial(correct_paper, said=said)
        return self._rewritten(paper_id, write, by, doing="correcting a paper")

    def uncorrect(self, paper_id: str, field: str, *, by: str) -> PaperRecord:
        """Undo a correction: the paper has again what it says itself. Raises as `correct` does."""
        write = partial(undo_paper_correction, field=field)
        return self._rewritten(paper_id, write, by, doing="undoing a correction")

    def correct_entry(self, entry_id: str, said: Mapping[str, str], *, by: str) -> None:
        """Write what an officer says of an entry's fields, now and when its paper is read again.

        Raises NoSuchEntryError, CorrectionError or LibraryError.
        """
        with self._sole_writer("correcting an entry"):
            correct_entry(self.catalogue, entry_id, said, by=by)

    def uncorrect_entry(self, entry_id: str, field: str, *, by: str) -> None:
        """Undo a correction: the entry has again what is printed. Raises as `correct_entry`."""
        with self._sole_writer("undoing a correction"):
            undo_entry_correction(self.catalogue, entry_id, field, by=by)

    def verify(self, *, repair: bool = True, reader: FileReader | None = None) -> list[Finding]:
        """Check everything against everything else; an empty list means that all is well.

        Indexes and a file's copy are made again where they can be, and papers from before there was
        a register are read for it. A read-only library is checked
        and left as it is.
        """
        from corpus.read import read_all  # noqa: PLC0415

        verify = partial(
            verify_library, self.catalogue, self.folder, self._encoder, reader=self._reader,
            read_files=reader or read_all,
        )  # fmt: skip
        if self.read_only:
            return verify(repair=False)
        with self._sole_writer("verifying"):
            return verify(repair=repair)

    def use_encoder(self, model: str, *, on_progress: OnProgress = lambda *_: None) -> None:
        """Change the encoder: "default", "plain", or a sentence-transformers model by its folder or
        name. Every passage is embedded again; until that is done all goes on with the one before.

        Raises EncoderError for a model that cannot be had, and then nothing has changed.
        """
        with self._sole_writer("changing the encoder"):
            named = model_named(model, "encoder")
            change_encoder(self.catalogue, self.folder, self._encoder, named, on_progress)

    def use_reader(self, model: str) -> None:
        """Change the reader: "default", "none", or a cross-encoder by its folder or name.

        Raises EncoderError for a model that cannot be had, and then nothing has changed.
        """
        with self._sole_writer("changing the reader"):
            named = model_named(model, "reader")
            change_reader(self.catalogue, self.folder, self._reader, named)

    def _rewritten(
        self, paper_id: str, write: Callable[..., None], by: str, *, doing: str
    ) -> PaperRecord:
        with self._sole_writer(doing):
            write(self.catalogue, self.folder, paper_id, by=by, encoder=self._encoder.get)
        return next(p for p in self.papers(ACCESSES) if p.id == paper_id)

    def _add(
        self, write: Callable[[Addition], None], on_report: OnReport, on_progress: OnProgress
    ) -> list[FileReport]:
        addition = Addition(self.catalogue, self.folder, self._encoder.get, on_report, on_progress)
        with self._sole_writer("adding papers"):
            try:
                write(addition)
            except BaseException:
                with suppress(OSError):  # what was half made only takes up room
                    sweep(self.catalogue, self.folder)
                raise
        return addition.reports

    @contextmanager
    def _sole_writer(self, doing: str) -> Iterator[None]:
        if self.read_only:
            raise ReadOnlyError(
                f"The library in {self.folder} is read-only: change who may write to its folder, "
                "or copy it and use the copy with --library."
            )
        with sole_writer(self.folder, doing), full_disk_said_plainly(self.folder):
            yield

    def _build_again(self, access: Access) -> None:
        with self._sole_writer("building an index again"):
            rebuild(self.catalogue, self.folder, access, encoder=self._encoder.get())


def _make(folder: Path, *, allowed: bool) -> None:
    """Make the folder of a new library."""
    if not allowed:
        raise LibraryError(f"There is no library in {folder}: make one with matters add.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReadOnlyError(
            f"No library can be made in {folder} ({error.strerror}): name another folder."
        ) from error
    if not os.access(folder, os.W_OK):
        raise ReadOnlyError(f"No library can be made in {folder}, which cannot be written.")
