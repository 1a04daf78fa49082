"""The catalogue's tables, as numbered migrations. A migration, once released, is never edited.

`PRAGMA user_version` counts those applied. Passage numbers are AUTOINCREMENT, so that a number once
given never comes to mean another passage to a reader that still holds an older index.
"""

from __future__ import annotations

_FIRST = """
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256 TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    stored TEXT NOT NULL DEFAULT '',      -- its name under papers/; '' for a refused file
    stem TEXT NOT NULL DEFAULT '',        -- what its papers' ids begin with
    path TEXT NOT NULL,                   -- where it was handed in from
    bytes INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    pages INTEGER,
    unread TEXT NOT NULL DEFAULT '[]',    -- JSON: [[page, reason], …]
    notes TEXT NOT NULL DEFAULT '[]',     -- JSON: [note, …]
    metadata TEXT NOT NULL DEFAULT '{}',  -- JSON: what a person or papers.csv said of it
    added_at TEXT NOT NULL                -- ISO, UTC
);
CREATE INDEX files_by_path ON files (path);

CREATE TABLE papers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    file INTEGER NOT NULL REFERENCES files (id) ON DELETE CASCADE,
    document TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    access TEXT NOT NULL CHECK (access IN ('public', 'exempt')),
    council TEXT NOT NULL,
    committee TEXT NOT NULL,
    date TEXT,
    item TEXT NOT NULL,
    pages INTEGER,
    passages INTEGER NOT NULL,            -- their number: counting them took 12 ms for 800 papers
    text TEXT NOT NULL                    -- last: SQLite reads past it to get at what follows
);
CREATE INDEX papers_by_file ON papers (file);
CREATE INDEX papers_by_access ON papers (access);

CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    paper INTEGER NOT NULL REFERENCES papers (number) ON DELETE CASCADE,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    breadcrumb TEXT NOT NULL,
    kind TEXT NOT NULL,
    section TEXT NOT NULL,
    item TEXT NOT NULL,
    paragraph TEXT NOT NULL,
    row TEXT NOT NULL,
    page INTEGER,
    page_label TEXT NOT NULL,
    breaks TEXT NOT NULL,                 -- JSON: [[offset, page], …]
    headers TEXT NOT NULL,
    text_hash TEXT NOT NULL               -- of what is embedded: breadcrumb and text
);
CREATE INDEX passages_by_paper ON passages (paper);
CREATE INDEX passages_by_hash ON passages (text_hash);

CREATE TABLE embeddings (
    text_hash TEXT NOT NULL,
    encoder TEXT NOT NULL,
    vector BLOB NOT NULL,                 -- float32, little-endian
    PRIMARY KEY (text_hash, encoder)
) WITHOUT ROWID;

CREATE TABLE generations (
    shelf TEXT NOT NULL,
    number INTEGER NOT NULL,
    current INTEGER NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (shelf, number)
) WITHOUT ROWID;
CREATE UNIQUE INDEX one_current_generation ON generations (shelf) WHERE current;
"""

# A paper's words move to a table of their own, so that reading what is known of all papers never
# reads past them. `signature_of` and `series_of` are functions the catalogue lends to SQLite.
_SECOND = """
CREATE TABLE texts (
    paper INTEGER PRIMARY KEY REFERENCES papers (number) ON DELETE CASCADE,
    signature BLOB NOT NULL,              -- what index.wording compares papers by
    text TEXT NOT NULL
);
INSERT INTO texts SELECT number, signature_of(text), text FROM papers;
ALTER TABLE papers DROP COLUMN text;

ALTER TABLE papers ADD COLUMN sources TEXT NOT NULL DEFAULT '[]'; -- JSON: [[field, place, words]]
ALTER TABLE papers ADD COLUMN series TEXT NOT NULL DEFAULT '';    -- alike for one report over time
UPDATE papers SET series = series_of(title, kind, committee, date);
CREATE INDEX papers_by_series ON papers (series);

ALTER TABLE passages ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';  -- JSON: [mark, …]

CREATE TABLE corrections (
    paper TEXT NOT NULL,                  -- its id: a correction outlives a paper that is read anew
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    own TEXT NOT NULL,                    -- what the paper itself says
    own_sources TEXT NOT NULL,            -- JSON: where that was read
    sha256 TEXT NOT NULL,                 -- of the paper's file, which with its path tells a paper
    path TEXT NOT NULL,                   -- read anew from another one that is given the same id
    by TEXT NOT NULL,
    at TEXT NOT NULL,                     -- ISO, UTC
    PRIMARY KEY (paper, field)
) WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,                     -- ISO, UTC
    by TEXT NOT NULL,
    what TEXT NOT NULL,                   -- 'correct', 'undo' or 'lapse'
    paper TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL
);
"""

# What papers judge, recommend, decide and promise. A paper's blocks are not kept, so the register
# of papers already there is read from their files again: `registered` is 0 until that is done.
_THIRD = """
CREATE TABLE register (
    paper INTEGER NOT NULL REFERENCES papers (number) ON DELETE CASCADE,
    key TEXT NOT NULL,                    -- of its kind and words: the same when read again
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,               -- texts.text[start:end] is the entry
    end INTEGER NOT NULL,
    fields TEXT NOT NULL,                 -- JSON: those of corpus.register.entries
    PRIMARY KEY (paper, key)
) WITHOUT ROWID;
CREATE INDEX register_by_kind ON register (kind, paper);

ALTER TABLE papers ADD COLUMN registered INTEGER NOT NULL DEFAULT 0; -- by which reading of it
"""

# What officers say of entries of the register. Like corrections of papers they outlive the rows
# they are of; what an entry is printed with stays in the register, and these are laid over it.
_FOURTH = """
CREATE TABLE entry_corrections (
    paper TEXT NOT NULL,                  -- its id, with its file's hash or path: see corrections
    entry TEXT NOT NULL,                  -- the entry's key
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    access TEXT NOT NULL,                 -- of the paper when it was corrected
    sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,                     -- ISO, UTC
    PRIMARY KEY (paper, entry, field)
) WITHOUT ROWID;

ALTER TABLE audit ADD COLUMN entry TEXT NOT NULL DEFAULT ''; -- the key, where an entry's field was
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)
"""The i-th brings a catalogue from version i to i + 1."""
