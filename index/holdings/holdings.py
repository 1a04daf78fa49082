"""What an open library holds, to be read: papers, passages, indexes, corrections, the register.

Every method is told which shelves the reader may see, and says nothing of the others. Readers take
no lock; they see what writers have written when they ask again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from corpus.paper import Access
from corpus.register.entries import EntryKind
from index import attribution
from index.catalogue import PaperRecord, records
from index.catalogue.connection import Catalogue
from index.catalogue.records import Shelves
from index.corrections.papers import Correction, corrections_of
from index.encoder import Encoder
from index.holdings import kin
from index.holdings.models import LibraryModel
from index.holdings.opened import OpenShelves
from index.holdings.report import Status
from index.holdings.status import status_of
from index.kept.shelves import Shelf
from index.passages import Passage
from index.reader import Reader
from index.register import KINDS, Registered, read_entry, read_register, unread

PUBLIC: Shelves = ("public",)


class Holdings:
    """A library's folder, catalogue and models, open for reading; `rebuild` makes a damaged index
    again. Safe to share between threads."""

    def __init__(
        self, folder: Path, catalogue: Catalogue, *,
        encoder: LibraryModel[Encoder], reader: LibraryModel[Reader | None],
        rebuild: Callable[[Access], None],
    ) -> None:  # fmt: skip
        self.folder = folder
        self.catalogue = catalogue
        self._encoder = encoder
        self._reader = reader
        self._shelves = OpenShelves(
            catalogue, folder, encoder=lambda: encoder.name, rebuild=rebuild
        )

    @property
    def read_only(self) -> bool:
        """Whether nothing can be added, because the folder cannot be written or nobody asked to."""
        return self.catalogue.read_only

    @property
    def encoder(self) -> Encoder:
        """What turns texts into vectors; loaded (0.3 s), or exported (10 s) where it is not the one
        that ships, when first asked for."""
        return self._encoder.get()

    @property
    def reader(self) -> Reader | None:
        """What reads a passage against a question; None where the library does without, or where
        its reader is not there or is damaged, which `verify` tells and mends."""
        return self._reader.at_hand()

    def papers(self, shelves: Shelves = PUBLIC) -> list[PaperRecord]:
        """Every paper on the shelves, newest meeting first."""
        return attribution.papers(self.catalogue, shelves)

    def paper(self, paper_id: str, shelves: Shelves = PUBLIC) -> PaperRecord | None:
        """One paper, or None if there is none of that id on the shelves."""
        return attribution.paper(self.catalogue, paper_id, shelves)

    def text_of(self, paper_id: str, shelves: Shelves = PUBLIC) -> str:
        """A paper's whole text, which passages are slices of; "" if it is not on the shelves."""
        return records.text_of(self.catalogue, paper_id, shelves)

    def original(self, paper_id: str, shelves: Shelves = PUBLIC) -> Path | None:
        """The file a paper came in, as handed in, if everything in that file is on the shelves."""
        stored = records.stored_name(self.catalogue, paper_id, shelves)
        path = self.folder / "papers" / stored
        return path if stored and path.is_file() else None

    def passages(self, ids: Collection[int], shelves: Shelves = PUBLIC) -> dict[int, Passage]:
        """Passages by id; those that are gone, or not on the shelves, are left out."""
        return records.passages(self.catalogue, ids, shelves)

    def passages_in(self, paper_id: str, shelves: Shelves = PUBLIC) -> list[Passage]:
        """A paper's passages in the order of its text."""
        return records.passages_in(self.catalogue, paper_id, shelves)

    def shelf(self, access: Access) -> Shelf | None:
        """The shelf's current indexes, or None when nothing is on it. Cheap to ask again.

        A damaged index is built again from the catalogue first; DamagedError where that cannot be
        done because the library is read-only.
        """
        return self._shelves.get(access)

    def status(self, shelves: Shelves = PUBLIC) -> Status:
        """How the library stands, as far as the papers on these shelves tell."""
        return status_of(
            self.catalogue, self.folder, shelves,
            encoder=self._encoder.name, reader=self._reader.name,
        )  # fmt: skip

    def corrections_of(self, paper_id: str, shelves: Shelves = PUBLIC) -> list[Correction]:
        """What officers have corrected of a paper, with what it says itself."""
        return corrections_of(self.catalogue, paper_id, shelves)

    def series_of(self, paper_id: str, shelves: Shelves = PUBLIC) -> list[PaperRecord]:
        """A paper with the same report at other meetings, oldest first; none without a series."""
        return kin.series_of(self.catalogue, paper_id, shelves)

    def copies_of(self, paper_id: str, shelves: Shelves = PUBLIC) -> list[PaperRecord]:
        """The other papers that are this one again: in a pack and alone, or filed twice."""
        return kin.copies_of(self.catalogue, paper_id, shelves)

    def register(
        self, shelves: Shelves = PUBLIC, *,
        kinds: Collection[EntryKind] = KINDS, papers: Collection[PaperRecord] | None = None,
        set_aside: bool = False,
    ) -> list[Registered]:  # fmt: skip
        """What the papers on the shelves (or these of them) judge, recommend, decide and promise:
        newest meeting first, then as printed. With `set_aside` what officers say is no entry, too.
        """
        return read_register(
            self.catalogue, shelves, kinds=kinds, papers=papers, set_aside=set_aside
        )

    def entry(self, entry_id: str, shelves: Shelves = PUBLIC) -> Registered | None:
        """One entry of the register, or None if there is none of that id on the shelves."""
        return read_entry(self.catalogue, entry_id, shelves)

    def unregistered(self, shelves: Shelves = PUBLIC) -> int:
        """How many papers on the shelves have yet to be read for the register, by `verify`."""
        return unread(self.catalogue, shelves)
