"""What can go wrong while papers are read. Each message is one sentence for the person who handed
the file in.

CorpusError
├── ReadError            this file cannot be read: the reading ends as "refused" with this reason
│   └── PasswordError    it is protected by a password
└── ManifestError        papers.csv beside the files says something that cannot be understood
"""

from __future__ import annotations


class CorpusError(Exception):
    """Anything this room raises on purpose."""


class ReadError(CorpusError):
    """A file that cannot be read; the message says why and what to do, without the file's name."""


class PasswordError(ReadError):
    """A file that opens only with a password."""


class ManifestError(CorpusError):
    """A papers.csv with a column, date or word that is not understood; the message names its
    line."""
