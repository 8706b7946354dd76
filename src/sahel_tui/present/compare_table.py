"""A compare table as data: columns are voices, rows are figures of one category of one side."""

from typing import Literal

from sahel_tui.dataclass import dataclass
from sahel_tui.model import MAIN_INCIDENT, Claim, Document, Figure, Row, Verdict
from sahel_tui.present.labels import LabelSentence
from sahel_tui.present.own_notes import OwnNote
from sahel_tui.present.runs import Tag
from sahel_tui.present.voices import Voice

EntryKind = Literal["figure", "earlier", "echo"]


@dataclass(frozen=True, slots=True)
class CellEntry:
    """One line of a cell."""

    text: str
    kind: EntryKind
    """`figure` is what the voice says, `earlier` what it said first, `echo` what the infobox repeats of others."""
    claims: tuple[int, ...]
    """Indexes into `CompareTable.claims`, best evidence first."""
    tag: Tag = ""
    figure: Figure | None = None
    """What it shows; None for an earlier figure and for an echo."""
    mark: str = ""
    """Set right behind the text: that a belligerent speaks of its enemy."""


Cell = tuple[CellEntry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence about a row."""

    verdict: Verdict
    text: str


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One category of one side, with a cell for every voice of the table."""

    label: str
    cells: tuple[Cell, ...]
    verdict: Verdict
    spread: str
    """`×6.2`, or empty."""
    notes: tuple[Note, ...]
    """The verdict's sentence, then one for each figure a voice has replaced."""
    apart: tuple[int, ...]
    """Columns of the two figures furthest apart, left to right; fewer when fewer voices speak."""
    rows: tuple[Row, ...]
    """What it shows: one row, or one of each event when two stand side by side."""
    number: int
    """Index into `Comparison.rows` of the (first) event."""
    labels: tuple[LabelSentence, ...] = ()
    """What a codebook would take of each of `rows`, where there is something to take."""


@dataclass(frozen=True, slots=True)
class CompareGroup:
    """The rows of one side of the main incident, or of another incident."""

    title: str
    rows: tuple[CompareRow, ...]
    side: str
    incident: str = MAIN_INCIDENT

    @property
    def heading(self) -> str:
        """The title as a line of its own: `losses of Mali`, so that no reader takes the side for the one who speaks."""
        return self.title if self.folded else f"losses of {self.title}"

    @property
    def folded(self) -> bool:
        """Whether it starts folded: figures of other incidents are there to be opened."""
        return self.incident != MAIN_INCIDENT


@dataclass(frozen=True, slots=True)
class ColumnBlock:
    """The voices of one event: columns `first` up to, not including, `last`."""

    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class CompareTable:
    """What the compare screen and `compare` print."""

    title: str
    subtitle: str
    """The dates."""
    summary: str
    """`3 disputed · 2 documents · 5 voices`."""
    voices: tuple[Voice, ...]
    groups: tuple[CompareGroup, ...]
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...]
    document_names: tuple[str, ...]
    """What to call each document beside a quotation; empty when there is only one."""
    blocks: tuple[ColumnBlock, ...] = ()
    """One for each event when there are several; empty for one."""
    own: tuple[OwnNote, ...] = ()
    """What the reader has noted about it; `OwnNote.claim` is an index into `claims`."""

    @property
    def rows(self) -> tuple[CompareRow, ...]:
        """All rows, group after group."""
        return tuple(row for group in self.groups for row in group.rows)
