"""The tables of a library file."""

import sqlite3

SCHEMA_VERSION = 11
"""Raised whenever a table, or the form of what is stored in one, changes; kept in `PRAGMA user_version`."""

APPLICATION_ID = 0x5361_6865
"""`Sahe`: tells a library from any other SQLite file."""

BOUNDARY = "\ue000"
"""A private-use letter between two names of a facet, so that no phrase reaches over it."""

ACTOR = "\ue003"
"""A private-use letter that begins the word which stands for all names of an actor."""

_WORDS = "content = '', columnsize = 0, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2'"
"""All that the indexes of words have in common: nobody asks for the words of a text, or how many it has."""

SCHEMA = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- One narrow row an event. Ids run from 1 without a gap in the order of dates, the undated first.
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    date_end TEXT NOT NULL,
    place TEXT NOT NULL,
    documents INTEGER NOT NULL,
    disputed INTEGER NOT NULL,
    verdict TEXT,
    killed_low INTEGER,
    killed_high INTEGER,
    title_key TEXT NOT NULL,
    first_day INTEGER,
    last_day INTEGER
);

-- The other orders of the whole list: `place` runs from 1 without a gap, so that a window needs no OFFSET.
CREATE TABLE by_title (place INTEGER PRIMARY KEY, event INTEGER NOT NULL);
CREATE TABLE by_disputed (place INTEGER PRIMARY KEY, event INTEGER NOT NULL);
CREATE TABLE by_killed (place INTEGER PRIMARY KEY, event INTEGER NOT NULL);

-- The columns up to `text` are what a document was read from: every later version of the program can read
-- them and make the rest anew. The columns from `slug` to `titles` are the event as this document alone tells it, of
-- which `titles` are other titles; `comparison`, `places` and `people` likewise, `circumstances` what tells that event
-- from others. Then come what finds those that may be one: the data set it is a row of, the words of its title, the
-- same as titles are compared, and its days, 0 for none. `seen` is its place in the order in which documents came into
-- the library. A row of a data set has no `parts`, which reading its text gives again, and no `comparison`: `frame` and
-- `totals` are the pieces it is set from, see `store/framed.py`.
CREATE TABLE document (
    seen INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    origin TEXT NOT NULL,
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    address TEXT,
    text TEXT NOT NULL,
    parts BLOB,
    claims INTEGER NOT NULL,
    slug TEXT NOT NULL,
    title TEXT NOT NULL,
    date TEXT NOT NULL,
    date_end TEXT NOT NULL,
    place TEXT NOT NULL,
    disputed INTEGER NOT NULL,
    verdict TEXT,
    killed_low INTEGER,
    killed_high INTEGER,
    titles BLOB,
    comparison BLOB,
    places TEXT NOT NULL,
    circumstances BLOB NOT NULL,
    catalogue TEXT NOT NULL,
    words TEXT NOT NULL,
    title_key TEXT NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    people INTEGER NOT NULL,
    frame INTEGER,
    totals INTEGER
);

-- What many documents have in common.
CREATE TABLE piece (id INTEGER PRIMARY KEY, said BLOB NOT NULL);

-- The documents of an event, the one that names it first.
CREATE TABLE member (event INTEGER, place INTEGER, document INTEGER NOT NULL, PRIMARY KEY (event, place))
    WITHOUT ROWID;

-- Only events with several documents: the comparison of all of them together.
CREATE TABLE comparison (event INTEGER PRIMARY KEY, comparison BLOB NOT NULL);

CREATE TABLE dispute (id INTEGER PRIMARY KEY, event INTEGER NOT NULL, spread REAL, row BLOB NOT NULL);
"""

SEARCHED = {"heading": "title, place, actor", "body": "names, text", "facet": "place, actor, source"}
"""The indexes of words, with their columns."""

SEARCHED_TABLES = f"""
-- Which events hold a word, and in facets where: nobody asks in which column of the others it stands.
CREATE VIRTUAL TABLE heading USING fts5 ({SEARCHED["heading"]}, detail = none, {_WORDS});
CREATE VIRTUAL TABLE body USING fts5 ({SEARCHED["body"]}, detail = none, {_WORDS});
CREATE VIRTUAL TABLE facet USING fts5 ({SEARCHED["facet"]}, detail = full, {_WORDS});

-- Every word of the three indexes and how many texts hold it: what a long prefix stands for, and what was meant.
CREATE TABLE word (word TEXT PRIMARY KEY, texts INTEGER NOT NULL) WITHOUT ROWID;

-- The names of each actor that facets hold the word of, a space around each of their words.
CREATE TABLE alias (actor TEXT NOT NULL, words TEXT NOT NULL, PRIMARY KEY (actor, words)) WITHOUT ROWID;
"""

WORDS = {
    "body": "INSERT INTO word SELECT term, doc FROM temp.term WHERE length(term) <= 40",
    "facet": "INSERT OR IGNORE INTO word SELECT term, 0 FROM temp.term WHERE length(term) <= 40",
}
"""The body index holds what the heading index holds. A word of more than 40 letters is nobody's word."""

INDEXES = """
CREATE UNIQUE INDEX document_key ON document (key);
CREATE INDEX event_title ON event (title_key);
CREATE INDEX event_days ON event (first_day, last_day);
CREATE INDEX event_killed ON event (killed_high);
CREATE INDEX event_disputed ON event (id) WHERE disputed > 0;
CREATE INDEX dispute_spread ON dispute (spread);

INSERT INTO by_title (event) SELECT id FROM event ORDER BY title_key, id;
INSERT INTO by_disputed (event) SELECT id FROM event ORDER BY disputed, id;
INSERT INTO by_killed (event) SELECT id FROM event ORDER BY killed_high, id;
"""
"""Made last, while the indexes of words are still merged."""


def execute(connection: sqlite3.Connection, statements: str) -> None:
    """Several statements without the commit that `executescript` begins with."""
    for statement in statements.split(";\n"):
        connection.execute(statement)
