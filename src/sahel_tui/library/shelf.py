"""The documents a library is going to hold: those of the old one, and new ones."""

import sqlite3

from sahel_tui import __version__
from sahel_tui.bundled import bundled_path
from sahel_tui.documents import DocumentError, Refusal, read_documents
from sahel_tui.library.entries import describe, keep_document, make_entries
from sahel_tui.library.fingerprint import make_fingerprint
from sahel_tui.library.grouping import Described
from sahel_tui.library.records import parse_original
from sahel_tui.model import Document
from sahel_tui.store.build import Kept, OnEvent, Origin, write_library
from sahel_tui.store.lookup import read_meta
from sahel_tui.store.originals import Original, list_described, read_kept, read_originals


class Shelf:
    """Documents by id; those of the old library stay in it until they are written to the new one."""

    def __init__(self, old: sqlite3.Connection | None = None) -> None:
        self.news = 0
        """Documents that the old library does not hold in this form."""
        self.refusals: list[Refusal] = []
        """What could not be read of the events that ship with the program or of the old library."""
        self._old = old
        self._described: dict[str, Described] = {}
        self._read: dict[str, Kept] = {}
        self._last = 0

    def __contains__(self, document_id: str) -> bool:
        return document_id in self._described

    def add(self, document: Document, origin: Origin = "imported") -> Refusal | None:
        """One more document; the same text a second time changes nothing."""
        if document.id in self:
            return None
        kept = keep_document(document, origin, self._last + 1)
        if isinstance(kept, Refusal):
            return kept
        self._read[document.id] = kept
        self._put(describe(kept))
        self.news += 1
        return None

    def add_bundled(self) -> None:
        """The events that ship with the program."""
        for found in read_documents(bundled_path("events")):
            refusal = found if isinstance(found, Refusal) else self.add(found, "bundled")
            if refusal:
                self.refusals.append(refusal)

    def add_old(self) -> None:
        """All documents of the old library, with their claims as they are."""
        assert self._old is not None
        for key, seen, form, event in list_described(self._old):
            self._put(Described(seen, key, event, names_event=form == "plain"))

    def add_again(self, original: Original) -> None:
        """A document of the old library, read anew; one that cannot be read any more stays as it was."""
        try:
            refusal = self.add(parse_original(original))
        except DocumentError as error:
            refusal = Refusal(error.name, error.name, error.line, error.reason, error.advice)
        if refusal:
            assert self._old is not None
            self.refusals.append(refusal)
            self._put(describe(read_kept(self._old, original.key)))

    def write(self, connection: sqlite3.Connection, on_event: OnEvent | None = None) -> None:
        """Fill an empty database with all of it."""
        meta = {"made_by": __version__, "fingerprint": make_fingerprint()}
        write_library(connection, make_entries(self._described.values(), self._take), meta, on_event)

    def write_in_memory(self, on_event: OnEvent | None = None) -> sqlite3.Connection:
        """A database in memory with all of it, for any thread."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.write(connection, on_event)
        return connection

    def _take(self, document_id: str) -> Kept:
        kept = self._read.get(document_id)
        if kept is None:
            assert self._old is not None
            kept = read_kept(self._old, document_id)
        return kept

    def _put(self, described: Described) -> None:
        self._described[described.document] = described
        self._last = max(self._last, described.seen)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the claims of this library are what this program would find."""
    return read_meta(connection).get("fingerprint") == make_fingerprint()


def stock_shelf(old: sqlite3.Connection | None = None) -> Shelf:
    """The events that ship with the program and what was imported, read anew only when the program has changed."""
    shelf = Shelf(old)
    if old is not None and is_current(old):
        shelf.add_old()
        return shelf
    shelf.add_bundled()
    for original in read_originals(old, "imported") if old is not None else ():
        shelf.add_again(original)
    return shelf
