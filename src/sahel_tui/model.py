"""The words of the field as frozen data: documents, claims, comparisons and events.

Nothing here reads, parses or draws. Every offset counts characters of `Document.text`.
"""

from typing import Literal, get_args

from sahel_tui.dataclass import dataclass

Category = Literal[
    "killed",
    "wounded",
    "captured",
    "missing",
    "displaced",
    "vehicles_destroyed",
    "vehicles_captured",
    "other_equipment_lost",
]
CATEGORIES: tuple[Category, ...] = get_args(Category)

Hedge = Literal["at_least", "at_most", "approx", "range"]

Verdict = Literal["agree", "compatible", "revised", "partial", "definitional", "disputed", "single"]
"""What comparing the figures of a row says; `single` is a row that only one voice speaks about."""

Label = Literal["lowest", "highest", "latest", "majority", "enemy"]
"""Why a codebook would take a figure, or be careful with it; `Figure.labels` says what each means."""
LABELS: tuple[Label, ...] = get_args(Label)

SectionKind = Literal["lead", "text", "references"]

CIVILIANS = "civilians"
UNSPECIFIED = "unspecified"
MAIN_INCIDENT = "main"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text: first character and the one after the last."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Field:
    """One infobox field, read in place."""

    key: str
    """Normalised name: `conflict`, `date`, `place`, `combatant1`, `casualties2`, `fatalities` …"""
    label: str
    """The name as the document writes it (`Casualties2`, `Deaths`)."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of article text under one heading; the lead has the title `lead` and level 1."""

    title: str
    level: int
    """2 for `== Section ==`, 3 for `=== Sub ===`; 1 for the lead."""
    heading: int
    """Where the heading line starts; equals `start` for the lead."""
    start: int
    end: int
    kind: SectionKind = "text"


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of a reference list, read in place."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """What an entry of a reference list says; what it leaves out is empty."""

    publisher: str
    title: str
    date: str
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """One text about one event, with the spans of its parts."""

    id: str
    """First 12 hexadecimal digits of the SHA-256 of `text`."""
    name: str
    """The file or record it was read from, without folders."""
    title: str
    text: str
    """The whole text, `\\n` line ends; all spans are offsets into it."""
    format: str
    """`plain`, `capture` or `table`."""
    language: str = "en"
    address: str | None = None
    """Where the text was captured (the `# https://…` first line)."""
    fields: tuple[Field, ...] = ()
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    together: tuple[str, ...] = ()
    """Ids of documents that a reader says are of the same event, as an export tells; the library keeps them apart."""
    apart: tuple[str, ...] = ()
    """Ids of documents that a reader says are of another event."""

    def value(self, key: str) -> str | None:
        """The raw value of the first field called `key`, or None."""
        for field in self.fields:
            if field.key == key:
                return self.text[field.start : field.end]
        return None


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity as stated; an open end is None, a vague word stands in `vague`.

    >>> str(Count(89, 98, hedge="range")), str(Count(31, None, hedge="at_least")), str(Count(vague="dozens"))
    ('89–98', '31+', 'dozens')
    """

    low: int | None = None
    high: int | None = None
    vague: str | None = None
    """`dozens`, `several`, `hundreds`, `thousands`, `unknown`, `none` or None."""
    hedge: Hedge | None = None

    def __str__(self) -> str:
        if self.vague:
            return self.vague
        if self.low is not None and self.low == self.high:
            return f"~{self.low:,}" if self.hedge == "approx" else f"{self.low:,}"
        if self.high is None:
            return f"{self.low:,}+"
        return f"≤{self.high:,}" if self.low is None else f"{self.low:,}–{self.high:,}"


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or vague quantity, one category, one group of victims, one source."""

    document: str
    """`Document.id` of the text it stands in."""
    where: str
    """`infobox:<field>` or `text:<section>`."""
    start: int
    end: int
    quote: str
    """Always `document.text[start:end]`."""
    category: Category
    count: Count
    victims: str
    side: str
    """`combatant1` …, `civilians` or `unspecified`."""
    source: str | None = None
    """Who says so; None is the document's own voice."""
    incident: str = MAIN_INCIDENT
    flags: tuple[str, ...] = ()
    rule: str = ""
    """Name of the rule that found it."""
    references: tuple[int, ...] = ()
    """`Reference.number` of the entries that the document cites for it."""


@dataclass(frozen=True, slots=True)
class Side:
    """A column of the event: a combatant, the civilians, or the rest."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Figure:
    """What one voice says in one row: its current count, and what it said before."""

    source: str | None
    voice: str
    """What a reader sees as its name: the source, `infobox` or `article`."""
    count: Count
    claims: tuple[int, ...]
    """Indexes into `Comparison.claims`: the evidence of `count`, best first."""
    parts: tuple[int, ...] = ()
    """Indexes of the claims that were added up to `count`; empty when it is stated as such."""
    earlier: tuple[int, ...] = ()
    """Indexes of claims this voice has since replaced, in the order of the text."""
    disputed: bool = False
    """Cannot be true together with another figure of the row."""
    labels: tuple[Label, ...] = ()
    """What a codebook would note, in the order of `LABELS`; never a judgement of which figure is true.

    `lowest`, `highest`: holds the least or the greatest number stated in the row.
    `latest`: replaced an earlier figure by the words of the text, which tells no other one after it.
    `majority`: given by more independent voices than any other count, and by two at least.
    `enemy`: a belligerent speaks of losses of another side.
    """


@dataclass(frozen=True, slots=True)
class Row:
    """All voices on one category of one side in one incident, with the verdict."""

    incident: str
    side: str
    victims: str
    category: Category
    figures: tuple[Figure, ...]
    verdict: Verdict
    spread: float | None = None
    """Largest over smallest disputed figure, to a tenth; None when fewer than two state a number or one is zero."""
    reason: str = ""
    """One short sentence for the reader."""
    pair: tuple[int, ...] = ()
    """Places in `figures` of the two that the reason is about; empty when it is about one or all of them."""
    mixed: bool = False
    """Some of the figures differ without contradicting each other, as they do not count the same thing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The claims of one event and the rows they form, main incident first."""

    claims: tuple[Claim, ...] = ()
    sides: tuple[Side, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def disputed(self) -> tuple[Row, ...]:
        """The rows whose figures cannot all be true, in row order."""
        return tuple(row for row in self.rows if row.verdict == "disputed")


@dataclass(frozen=True, slots=True)
class Event:
    """What one or more documents describe; also the row of the event list."""

    id: str
    """A slug such as `2023-01-10-diafarabe-and-koumara-attacks`, unique in its library."""
    title: str
    date: str
    """First day as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; empty when unknown."""
    date_end: str = ""
    """Last day in the same form; equals `date` for one day."""
    place: str = ""
    documents: int = 0
    disputed: int = 0
    """How many rows are disputed."""
    verdict: Verdict | None = None
    """The mark of the list: `disputed`, else the strongest other verdict, None when nothing was compared."""
    killed_low: int | None = None
    killed_high: int | None = None
    """Lowest and highest number of dead any voice gives for one side of the main incident."""
    names: tuple[str, ...] = ()
    """Other titles its documents give it, as an infobox that calls the page's event differently."""
