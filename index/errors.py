"""What can go wrong with a library. Every message is one sentence a person can act on.

IndexingError
    LibraryError            a library cannot be opened or used as it stands
        NewerLibraryError   it was made by a newer version of this program
        ReadOnlyError       its folder cannot be written
        BusyError           another process is writing to it
        DiskFullError       its disk is full; nothing was changed
    NoSuchPaperError        a name given to remove or correct is no paper, or more than one
    NoSuchEntryError        a name given to correct is no entry of the register
    CorrectionError         a correction of a paper or an entry cannot be made as it is said
    EncoderError            an encoder cannot be loaded or exported
    DamagedError            a derived index does not match its manifest
"""

from __future__ import annotations


class IndexingError(Exception):
    """Anything this room raises on purpose."""


class LibraryError(IndexingError):
    """A library cannot be opened or used as it stands."""


class NewerLibraryError(LibraryError):
    """The library was made by a newer version of this program."""


class ReadOnlyError(LibraryError):
    """The library's folder cannot be written."""


class BusyError(LibraryError):
    """Another process, or another part of this one, is writing to the library."""


class DiskFullError(LibraryError):
    """The disk is full; the library is as it was before."""


class NoSuchPaperError(IndexingError):
    """A name stands for no paper in the library, or for more than one."""


class NoSuchEntryError(IndexingError):
    """A name stands for no entry of the register."""


class CorrectionError(IndexingError):
    """A correction of a paper, or of an entry, cannot be made, or undone, as it is said."""


class EncoderError(IndexingError):
    """An encoder cannot be loaded or exported."""


class DamagedError(IndexingError):
    """A derived index is missing or is not what its manifest says."""
