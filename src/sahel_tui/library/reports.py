"""What importing says, and what a library says about itself."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, NamedTuple

from sahel_tui.dataclass import dataclass

if TYPE_CHECKING:
    from sahel_tui.documents import Refusal

Stage = Literal["reading", "writing", "checking"]


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far an import is."""

    stage: Stage
    done: int
    """Documents that are read, or events that are written so far."""
    total: int | None = None
    """None while it is not known how many there are."""
    name: str = ""
    """The document or event at hand."""
    size: int = 0
    """Bytes read so far."""
    total_size: int | None = None
    """Bytes there are to read."""


OnProgress = Callable[[ImportProgress], None]


class Arrival(NamedTuple):
    """A new document, and the event it is of now."""

    name: str
    """Of its file."""
    title: str
    date: str
    joined: bool
    """Whether the library knew the event before."""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every document of an import."""

    read: int = 0
    """Documents that could be read: the new and the unchanged."""
    new: int = 0
    unchanged: int = 0
    """Documents whose text the library held already, or that came twice."""
    refused: "tuple[Refusal, ...]" = ()
    skipped: int = 0
    """Pages of a wiki that were left out on purpose."""
    new_events: int = 0
    """Events that no document of the library had described."""
    location: str = ""
    """Where they are kept: a path, or `in memory`."""
    notices: tuple[str, ...] = ()
    """What the user should know besides."""
    marks: int = 0
    """Bookmarks and notes that came with the documents, and removals of such."""
    new_marks: int = 0
    """Those the reader did not have yet, or only as they were before."""
    removals: int = 0
    """Removals the reader did not have yet."""
    title: str = ""
    """What the first new document is about."""
    joined: int = 0
    """Events the library knew before of which it has another document now."""
    arrivals: tuple[Arrival, ...] = ()
    """The new documents, of many only some."""


@dataclass(frozen=True, slots=True)
class LibraryInfo:
    """Where a library is, what it holds and who made it."""

    location: str
    events: int
    documents: int
    claims: int
    disputed_events: int
    disputed_rows: int
    imported: int
    """Documents that did not come with the program."""
    first_date: str
    """Date of the earliest event; empty when none is dated."""
    last_date: str
    size: int
    """Bytes."""
    made_by: str
    """Version of the program that wrote it."""
    schema: int
