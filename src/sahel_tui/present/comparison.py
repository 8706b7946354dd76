"""The figures of an event as a table: a column a voice, a row a category of one side, each row with its verdict."""

from collections.abc import Sequence

from sahel_tui.linking.catalogue import find_catalogue
from sahel_tui.model import CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Comparison, Document, Event, Row
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.compare_cells import find_echo, make_cell, make_echo, make_notes
from sahel_tui.present.compare_table import Cell, CellEntry, ColumnBlock, CompareGroup, CompareRow, CompareTable, Note
from sahel_tui.present.figures import furthest_apart
from sahel_tui.present.incident_words import spell_incident
from sahel_tui.present.labels import say_labels
from sahel_tui.present.names import CATEGORY_NAMES, INFOBOX, is_numbered, side_name
from sahel_tui.present.own_voices import infobox_of, number_own_voices
from sahel_tui.present.text import visible
from sahel_tui.present.voices import Voice, order_voices

__all__ = [
    "Cell",
    "CellEntry",
    "ColumnBlock",
    "CompareGroup",
    "CompareRow",
    "CompareTable",
    "Note",
    "comparison_table",
    "summarise",
]


def comparison_table(event: Event, comparison: Comparison, documents: Sequence[Document]) -> CompareTable:
    """The table of one event: sides in the document's order, then civilians and others, then other incidents."""
    comparison = number_own_voices(comparison, documents)
    voices = order_voices(_find_voices(comparison, documents), comparison.sides)
    disputed = len(comparison.disputed)
    return CompareTable(
        visible(event.title),
        say_dates(event.date, event.date_end),
        summarise(disputed, len(documents), len(voices)),
        voices,
        _make_groups(comparison, voices, documents),
        comparison.claims,
        tuple(documents),
        tuple(_name_document(number, one) if len(documents) > 1 else "" for number, one in enumerate(documents, 1)),
    )


def _name_document(number: int, document: Document) -> str:
    """`document 2`, and the data set that it is a row of."""
    return ", ".join(filter(None, (f"document {number}", find_catalogue(document))))


def summarise(disputed: int, documents: int, voices: int) -> str:
    """The counts at the right edge of the title line.

    >>> summarise(1, 2, 5)
    '1 disputed row · 2 documents · 5 voices'
    """
    parts = (
        f"{disputed or 'no'} disputed row{'s' * (disputed != 1)}",
        _count(documents, "document"),
        _count(voices, "voice"),
    )
    return " · ".join(parts)


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _find_voices(comparison: Comparison, documents: Sequence[Document]) -> list[str]:
    """All voices, and each infobox that repeats one of them."""
    figures = [figure for row in comparison.rows for figure in row.figures]
    voices = list(dict.fromkeys(figure.voice for figure in figures))
    numbered = any(voice.startswith(f"{INFOBOX} ") for voice in voices)
    numbers = range(1, len(documents) + 1)
    infoboxes = [f"{INFOBOX} {number}" for number in numbers] if numbered else [INFOBOX]
    echoing = [
        voice
        for voice in infoboxes
        if any(find_echo(figure, infobox_of(voice, documents), comparison.claims) for figure in figures)
    ]
    return [*voices, *echoing]


def _make_groups(
    comparison: Comparison, voices: tuple[Voice, ...], documents: Sequence[Document]
) -> tuple[CompareGroup, ...]:
    keys = sorted({_group_key(row) for row in comparison.rows}, key=lambda key: _rank_group(key, comparison))
    groups = []
    for incident, side in keys:
        rows = [row for row in comparison.rows if _group_key(row) == (incident, side)]
        name = spell_incident(incident, documents)
        title = _name_incident(rows[0], name, comparison) if name else side_name(side, comparison.sides)
        made = [_make_row(row, _label_row(row, rows, comparison), comparison, voices, documents) for row in rows]
        groups.append(CompareGroup(title, tuple(made), side, incident))
    return tuple(groups)


def _name_incident(row: Row, name: str, comparison: Comparison) -> str:
    """`counted apart: Markacoungo`; an incident that has only a number is named by the words that tell of it."""
    if is_numbered(row.incident):
        claim = comparison.claims[row.figures[0].claims[0]]
        quote = " ".join(visible(claim.quote).split())
        name = f"{visible(claim.where.partition(':')[2])} · “{quote}”"
    return f"counted apart: {name}"


def _group_key(row: Row) -> tuple[str, str]:
    return row.incident, row.side if row.incident == MAIN_INCIDENT else ""


def _rank_group(key: tuple[str, str], comparison: Comparison) -> tuple[int, int, str]:
    incident, side = key
    sides = [known.id for known in comparison.sides if known.id not in (CIVILIANS, UNSPECIFIED)]
    if incident != MAIN_INCIDENT:
        first = next(number for number, row in enumerate(comparison.rows) if row.incident == incident)
        return 4, first, incident
    if side in sides:
        return 0, sides.index(side), side
    return {CIVILIANS: 2, UNSPECIFIED: 3}.get(side, 1), 0, side


def _label_row(row: Row, group: Sequence[Row], comparison: Comparison) -> str:
    """The category, with the side, and the victims where the group has several rows of that category and of others."""
    parts = [CATEGORY_NAMES[row.category]]
    if row.incident != MAIN_INCIDENT:
        parts.append(side_name(row.side, comparison.sides))
    same = {o.victims.casefold() for o in group if (o.category, o.side) == (row.category, row.side)}
    if len(same) > 1:
        parts.append(visible(row.victims))
    return " · ".join(filter(None, parts))


def _make_row(
    row: Row, label: str, comparison: Comparison, voices: tuple[Voice, ...], documents: Sequence[Document]
) -> CompareRow:
    columns = {voice.key: number for number, voice in enumerate(voices)}
    labels = say_labels(row)
    cells = tuple(
        make_cell(row, voice.key, comparison.claims)
        or make_echo(row, infobox_of(voice.key, documents), comparison.claims)
        for voice in voices
    )
    return CompareRow(
        label,
        cells,
        row.verdict,
        f"×{row.spread:,g}" if row.spread is not None else "",
        make_notes(row, comparison.claims, documents),
        tuple(sorted({columns[figure.voice] for figure in furthest_apart(row)})),
        (row,),
        next(number for number, known in enumerate(comparison.rows) if known is row),
        (labels,) if labels else (),
    )
