"""The documents a library is going to hold: those of the old one, those that ship with the program, and new ones.

They pass through one by one, and none stays in memory.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from sahel_tui import __version__
from sahel_tui.bundled import bundled_path
from sahel_tui.dataclass import dataclass, field
from sahel_tui.documents import DocumentError, Refusal, Trace, UnreadRow, read_documents
from sahel_tui.library.crew import Given, keep_all
from sahel_tui.library.entries import keep_bare, make_entry
from sahel_tui.library.events import plan_events
from sahel_tui.library.fingerprint import make_fingerprint
from sahel_tui.library.garbage import looking_rarely
from sahel_tui.library.names import list_aliases
from sahel_tui.library.records import parse_original
from sahel_tui.library.reports import ImportProgress, OnProgress
from sahel_tui.linking.corrections import Corrections
from sahel_tui.model import Document
from sahel_tui.store.build import Origin, Packed, write_library
from sahel_tui.store.entries import Entry
from sahel_tui.store.lookup import find_seen, read_meta
from sahel_tui.store.originals import Original, list_keys, read_originals, read_packed
from sahel_tui.store.schema import SCHEMA_VERSION

REMOVED = "removed"
"""What the library says of documents that were taken out of it."""
_TOLD = 64
"""Rows after which it is told how far an import is; each text is told."""
CORRECTIONS = "corrections"
"""What the reader says about which documents are of one event."""


@dataclass(slots=True)
class Tally:
    """What became of the documents that came so far."""

    new: int = 0
    unchanged: int = 0
    """Texts the library holds already, or that came twice."""
    size: int = 0
    """Bytes read, of archives those of the archive."""
    refused: list[Refusal] = field(default_factory=list)
    title: str = ""
    """What the first new document is about."""
    first: int = 0
    """Its place in the order in which documents came into the library; all after it are new, too."""

    @property
    def count(self) -> int:
        """All of them."""
        return self.new + self.unchanged + len(self.refused)


class Listener(Trace):
    """Counts what becomes of documents, and hears what readers tell besides."""

    def __init__(self) -> None:
        self.tally = Tally()


class Shelf:
    """What goes into a new library, in the order of arrival."""

    def __init__(
        self,
        old: sqlite3.Connection | None = None,
        *,
        current: bool | None = None,
        originals: Iterable[Original] | None = None,
    ) -> None:
        """`current`: the claims of the old library are what this program finds; None: it is asked.

        `originals` are texts to read anew; None: those that were imported into the old library.
        """
        self.refusals: list[Refusal] = []
        """What could not be read of the events that ship with the program or of the old library."""
        self._old = old
        self._originals = originals
        self.corrections = read_corrections(old) if old is not None else Corrections()
        self._removed = set(read_meta(old).get(REMOVED, "").split()) if old is not None else set[str]()
        self.current = current if current is not None else old is not None and is_current(old)
        """Whether the old library stays as it is."""
        self._last = 0
        self._keys: set[str] = set()
        if old is not None:
            for key, seen in list_keys(old, None if self.current else "imported"):
                self._keys.add(key)
                self._last = max(self._last, seen if self.current else 0)

    def leave_out(self, keys: Collection[str]) -> None:
        """Keep these documents out of the new library; those that ship with the program stay out of later ones too."""
        self._removed |= set(keys)
        self._keys -= self._removed

    def take(
        self, inputs: Iterable[Given | Refusal], listener: Listener, on_progress: OnProgress, size: int | None = None
    ) -> Iterator[Packed]:
        """The new documents among `inputs`; what becomes of each is counted. `size` is how many bytes there are."""
        tally = listener.tally
        for given, made in keep_all(self._choose(inputs, tally, on_progress, size), listener.on_remark):
            if isinstance(made, Refusal):
                self._keys -= {given.id} if isinstance(given, Document) else set()
                tally.refused.append(made)
            elif isinstance(given, UnreadRow) and made.key in self._keys:
                tally.unchanged += 1
            else:
                self._keys.add(made.key)
                self._removed.discard(made.key)
                tally.new += 1
                put = self._put(made, "imported")
                tally.title = tally.title or put.title
                tally.first = tally.first or put.seen
                yield put

    def _choose(
        self, inputs: Iterable[Given | Refusal], tally: Tally, on_progress: OnProgress, size: int | None
    ) -> Iterator[Given]:
        for number, found in enumerate(inputs):
            if not (number % _TOLD and isinstance(found, UnreadRow)):
                on_progress(ImportProgress("reading", number, None, found.name, tally.size, size))
            if isinstance(found, Refusal):
                tally.refused.append(found)
                continue
            if isinstance(found, UnreadRow):  # It has no id before it is read.
                yield found
                continue
            self.corrections.take(found.id, found.together, found.apart)
            if found.id in self._keys:
                tally.unchanged += 1
            else:
                self._keys.add(found.id)
                self._removed.discard(found.id)
                yield found

    def stock(self) -> Iterator[Packed]:
        """The old library as it is, or read anew together with what ships with this program."""
        if self.current and self._old is not None:
            for packed in read_packed(self._old):
                if packed.key in self._keys:
                    yield packed
            return
        bundled: set[str] = set()
        for packed in self._read_bundled():
            bundled.add(packed.key)
            self._keys.add(packed.key)
            yield packed
        if self._originals is not None:
            yield from self._read_again(self._originals, bundled)
        elif self._old is not None:
            yield from self._read_again(read_originals(self._old, "imported"), bundled)

    def _read_bundled(self) -> Iterator[Packed]:
        documents = (found for found in read_documents(bundled_path("events")) if self._accept(found))
        for _, made in keep_all(one for one in documents if isinstance(one, Document) and one.id not in self._removed):
            if isinstance(made, Refusal):
                self.refusals.append(made)
            else:
                yield self._put(made, "bundled")

    def _accept(self, found: Document | Refusal) -> bool:
        if isinstance(found, Refusal):
            self.refusals.append(found)
        return isinstance(found, Document)

    def _read_again(self, originals: Iterable[Original], bundled: set[str]) -> Iterator[Packed]:
        """What was imported before, read anew; what cannot be read any more stays as it was."""
        lost: list[Original] = []
        for document, made in keep_all(self._parse_again(originals, bundled, lost)):
            if isinstance(made, Refusal):
                self.refusals.append(made)
                lost.append(Original(document.id, document.text, document.name, document.format, document.address))
            else:
                yield self._put(made, "imported")
        for original in lost:
            yield self._put(self._keep_old(original), "imported")

    def _parse_again(
        self, originals: Iterable[Original], bundled: set[str], lost: list[Original]
    ) -> Iterator[Document]:
        for original in originals:
            try:
                document = parse_original(original)
            except DocumentError as error:
                self.refusals.append(Refusal(error.name, error.name, error.line, error.reason, error.advice))
                lost.append(original)
                continue
            if document.id not in bundled and document.id not in self._removed:
                yield document

    def _keep_old(self, original: Original) -> Packed:
        if self._old is None:
            return keep_bare(original)
        (version,) = self._old.execute("PRAGMA user_version").fetchone()
        packed = next(read_packed(self._old, original.key), None) if version == SCHEMA_VERSION else None
        return packed or keep_bare(original)

    def _put(self, packed: Packed, origin: Origin) -> Packed:
        self._last += 1
        return Packed._make((self._last, packed.key, origin, *packed[3:]))

    def write(
        self, connection: sqlite3.Connection, documents: Iterable[Packed], on_progress: OnProgress | None = None
    ) -> None:
        """Fill an empty database with documents that this shelf gives out, and with their events."""
        meta = {"made_by": __version__, "fingerprint": make_fingerprint(), REMOVED: " ".join(sorted(self._removed))}
        meta[CORRECTIONS] = self.corrections.encode()
        say = on_progress or _say_nothing

        def tell(done: int, total: int, title: str) -> None:
            say(ImportProgress("writing", done, total, title))
            if done == total:
                say(ImportProgress("checking", total, total))

        with looking_rarely():
            write_library(connection, documents, self._make_entries(connection), meta, list_aliases(), tell)

    def write_in_memory(self, documents: Iterable[Packed], on_progress: OnProgress | None = None) -> sqlite3.Connection:
        """A database in memory with these documents, for any thread."""
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.write(connection, documents, on_progress)
        return connection

    def _make_entries(self, connection: sqlite3.Connection) -> Iterator[Entry]:
        pairs = (_find_pairs(connection, said) for said in (self.corrections.together, self.corrections.apart))
        for event, group in plan_events(connection, *pairs):
            yield make_entry(connection, event, group)


def read_corrections(connection: sqlite3.Connection) -> Corrections:
    """What the reader has said about which documents of a library are of one event."""
    return Corrections.decode(read_meta(connection).get(CORRECTIONS, ""))


def _find_pairs(connection: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of documents by their places in the order of arrival; documents that are not there say nothing."""
    pairs = [*pairs]
    seen = find_seen(connection, {key for pair in pairs for key in pair}) if pairs else {}
    return [(seen[one], seen[other]) for one, other in pairs if one in seen and other in seen]


def _say_nothing(progress: ImportProgress) -> None:
    """For those who do not watch."""


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the claims of this library are what this program would find."""
    return read_meta(connection).get("fingerprint") == make_fingerprint()
