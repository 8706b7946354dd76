"""An event's infobox as a table: one column a side, figures first, the document's other fields after them."""

from collections.abc import Sequence

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.model import CATEGORIES, CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Category, Comparison, Document, Event
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.fields import find_other_fields
from sahel_tui.present.figures import evidence_of
from sahel_tui.present.glyphs import NOTE
from sahel_tui.present.incident_words import spell_incident
from sahel_tui.present.names import ARTICLE, CATEGORY_NAMES, INFOBOX, per, side_name
from sahel_tui.present.own_notes import OwnNote, find_noted
from sahel_tui.present.runs import Tag
from sahel_tui.present.standing import arrange
from sahel_tui.present.text import visible
from sahel_tui.present.voices import order_voices

_FEW_OTHERS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure or value in a cell."""

    text: str
    voice: str = ""
    """Behind the figure, who say so in short: `per Mali`; empty where the document speaks for itself."""
    tag: Tag = ""
    mark: str = ""
    """How it stands to the entry before it: `≠`, `≈`, `·` …; empty for the first."""
    mark_tag: Tag = ""
    claims: tuple[int, ...] = ()
    """Indexes into `Comparison.claims`, best evidence first; empty for a value that is no figure."""
    row: int | None = None
    """Index into `Comparison.rows`."""
    note: str = ""
    """The sign of a note about one of its claims; empty for most."""


@dataclass(frozen=True, slots=True)
class InfoboxColumn:
    """One side of the event."""

    side: str
    label: str


@dataclass(frozen=True, slots=True)
class InfoboxRow:
    """A category or a field; one cell a column, or one cell across all of them when `wide`."""

    label: str
    cells: tuple[tuple[Entry, ...], ...]
    wide: bool = False
    incident: str = MAIN_INCIDENT


@dataclass(frozen=True, slots=True)
class InfoboxTable:
    """What the infobox pane and `show` print."""

    title: str
    subtitle: str
    """Dates, place and the war it was part of, as far as known."""
    columns: tuple[InfoboxColumn, ...]
    rows: tuple[InfoboxRow, ...]
    notes: tuple[str, ...] = ()
    """What the reader has noted, a line each."""


def infobox_table(
    event: Event, comparison: Comparison, documents: Sequence[Document], notes: Sequence[OwnNote] = ()
) -> InfoboxTable:
    """The table of one event from what its documents claim and what their infoboxes say."""
    columns = _find_columns(comparison)
    sides = [column.side for column in columns]
    figures = _sign_noted(_find_figure_rows(comparison, sides, documents), find_noted(notes))
    return InfoboxTable(
        visible(event.title),
        _describe(event, documents),
        columns,
        (*figures, *_find_field_rows(documents, comparison, sides), _count_documents(documents)),
        tuple(map(str, notes)),
    )


def _sign_noted(rows: Sequence[InfoboxRow], noted: frozenset[int]) -> tuple[InfoboxRow, ...]:
    def sign(entry: Entry) -> Entry:
        return entry if noted.isdisjoint(entry.claims) else replace(entry, note=NOTE)

    return tuple(replace(row, cells=tuple(tuple(map(sign, cell)) for cell in row.cells)) for row in rows)


def _describe(event: Event, documents: Sequence[Document]) -> str:
    partof = next((value for document in documents if (value := document.value("partof"))), "")
    parts = (say_dates(event.date, event.date_end), event.place, partof)
    return " · ".join(" ".join(visible(part).split()) for part in parts if part)


def _find_columns(comparison: Comparison) -> tuple[InfoboxColumn, ...]:
    known = [side.id for side in comparison.sides]
    spoken = [row.side for row in comparison.rows if row.side not in known]
    sides = dict.fromkeys((*known, *spoken))
    last = {CIVILIANS: 1, UNSPECIFIED: 2}
    ordered = sorted(sides, key=lambda side: last.get(side, 0))
    return tuple(InfoboxColumn(side, side_name(side, comparison.sides)) for side in ordered)


def _find_figure_rows(
    comparison: Comparison, sides: list[str], documents: Sequence[Document]
) -> tuple[InfoboxRow, ...]:
    """The main incident, then the others; many others are only counted, the comparison has them all."""
    others = list(dict.fromkeys(row.incident for row in comparison.rows if row.incident != MAIN_INCIDENT))
    shown = [MAIN_INCIDENT, *(others if len(others) <= _FEW_OTHERS else ())]
    kinds = [(incident, category) for incident in shown for category in CATEGORIES]
    names = {incident: spell_incident(incident, documents) for incident in shown}
    made = (_make_figure_row(comparison, sides, incident, names[incident], category) for incident, category in kinds)
    rows = [row for row in made if any(row.cells)]
    if len(others) > _FEW_OTHERS:
        rows.append(InfoboxRow("counted apart", ((Entry(f"{len(others)} other incidents, see compare"),),), wide=True))
    return tuple(rows)


def _make_figure_row(
    comparison: Comparison, sides: list[str], incident: str, name: str, category: Category
) -> InfoboxRow:
    cells = tuple(_make_cell(comparison, side, incident, category) for side in sides)
    return InfoboxRow(" · ".join(filter(None, (CATEGORY_NAMES[category], name))), cells, incident=incident)


def _make_cell(comparison: Comparison, side: str, incident: str, category: Category) -> tuple[Entry, ...]:
    wanted = (side, incident, category)
    entries: list[Entry] = []
    for number, row in enumerate(comparison.rows):
        if (row.side, row.incident, row.category) == wanted:
            entries += _make_entries(comparison, number)
    return tuple(entries)


def _make_entries(comparison: Comparison, number: int) -> list[Entry]:
    row = comparison.rows[number]
    voices = order_voices((figure.voice for figure in row.figures), comparison.sides)
    names = {voice.key: voice.short for voice in voices}
    alone = len(row.figures) == 1 and row.figures[0].voice in (INFOBOX, ARTICLE)
    return [
        Entry(
            standing.text,
            "" if alone else per(", ".join(names[figure.voice] for figure in standing.figures)),
            standing.tag,
            standing.mark,
            standing.mark_tag,
            tuple(dict.fromkeys(index for figure in standing.figures for index in evidence_of(figure))),
            number,
        )
        for standing in arrange(row, list(names))
    ]


def _find_field_rows(documents: Sequence[Document], comparison: Comparison, sides: list[str]) -> list[InfoboxRow]:
    rows: list[InfoboxRow] = []
    for field in find_other_fields(documents, comparison.claims):
        entries = [tuple(Entry(text, voice) for text, voice in values) for values in field.values]
        by_side = dict(zip(field.sides, entries, strict=True))
        if set(field.sides) <= set(sides):
            rows.append(InfoboxRow(field.label, tuple(by_side.get(side, ()) for side in sides)))
        else:
            rows.append(InfoboxRow(field.label, (tuple(entry for cell in entries for entry in cell),), wide=True))
    return rows


def _count_documents(documents: Sequence[Document]) -> InfoboxRow:
    sources = max((len(document.references) for document in documents), default=0)
    text = str(len(documents)) + (f" · {sources} source{'s' * (sources > 1)}" if sources else "")
    return InfoboxRow("documents", ((Entry(text),),), wide=True)
