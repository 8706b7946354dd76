"""Several compare tables as one: a block of columns each, the rows of the same side and category on one line."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sahel_tui.compare.parties import speaks_for
from sahel_tui.dataclass import replace
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Verdict
from sahel_tui.present.compare_table import Cell, ColumnBlock, CompareGroup, CompareRow, CompareTable, Note
from sahel_tui.present.comparison import summarise
from sahel_tui.present.labels import name_event
from sahel_tui.present.titles import shorten_title

_SHORT_TITLE = 24


def side_by_side(tables: Sequence[CompareTable], title: str, names: Sequence[str] = ()) -> CompareTable:
    """The tables with their columns next to each other; figures of different tables are set beside, never judged.

    `names` are what to call each table beside a sentence, its title if there is none.
    """
    names = names or [shorten_title(table.title, _SHORT_TITLE) for table in tables]
    voices = list(accumulate((len(table.voices) for table in tables), initial=0))
    claims = list(accumulate((len(table.claims) for table in tables), initial=0))
    shifted = [
        _shift(table, name, (voices[number], voices[-1]), claims[number])
        for number, (table, name) in enumerate(zip(tables, names, strict=True))
    ]
    disputed = sum(row.verdict == "disputed" for table in tables for row in table.rows)
    documents = {document.id for table in tables for document in table.documents}
    return CompareTable(
        title,
        "",
        summarise(disputed, len(documents), voices[-1]),
        tuple(voice for table in tables for voice in table.voices),
        tuple(_merge_groups(shifted)),
        tuple(claim for table in tables for claim in table.claims),
        tuple(document for table in tables for document in table.documents),
        tuple(
            " · ".join(filter(None, (name, document)))
            for table, name in zip(tables, names, strict=True)
            for document in table.document_names
        ),
        tuple(ColumnBlock(table.title, voices[number], voices[number + 1]) for number, table in enumerate(tables)),
    )


def _shift(table: CompareTable, name: str, columns: tuple[int, int], claims: int) -> list[CompareGroup]:
    """The groups with room for all columns (their own from `columns[0]`), claims counted from `claims`."""
    before, total = columns

    def shift_row(row: CompareRow) -> CompareRow:
        cells: tuple[Cell, ...] = tuple(
            tuple(replace(entry, claims=tuple(index + claims for index in entry.claims)) for entry in cell)
            for cell in row.cells
        )
        return replace(
            row,
            cells=((),) * before + cells + ((),) * (total - before - len(cells)),
            apart=tuple(voice + before for voice in row.apart),
            notes=tuple(Note(note.verdict, f"{name}: {note.text}") for note in row.notes),
            labels=tuple(name_event(sentence, name) for sentence in row.labels),
        )

    return [replace(group, rows=tuple(shift_row(row) for row in group.rows)) for group in table.groups]


def _merge_groups(shifted: Sequence[list[CompareGroup]]) -> Iterator[CompareGroup]:
    """Groups of the first table with what matches them in the others, then what is left."""
    left = [list(groups) for groups in shifted]
    main: list[CompareGroup] = []
    elsewhere: list[CompareGroup] = []
    for number, groups in enumerate(left):
        for group in groups:
            merged = group
            for others in left[number + 1 :]:
                match = next((other for other in others if _is_same_side(merged, other)), None)
                if match:
                    others.remove(match)
                    merged = _merge_pair(merged, match)
            (elsewhere if group.folded else main).append(merged)
    last = {CIVILIANS: 1, UNSPECIFIED: 2}
    yield from sorted(main, key=lambda group: last.get(group.side, 0))
    yield from elsewhere


def _is_same_side(one: CompareGroup, other: CompareGroup) -> bool:
    if one.folded or other.folded:
        return False
    if {one.side, other.side} & {CIVILIANS, UNSPECIFIED}:
        return one.side == other.side
    return speaks_for(one.title, other.title)


def _merge_pair(one: CompareGroup, other: CompareGroup) -> CompareGroup:
    rest = list(other.rows)
    rows: list[CompareRow] = []
    for row in one.rows:
        match = next((candidate for candidate in rest if candidate.label == row.label), None)
        if match:
            rest.remove(match)
        rows.append(_merge_rows(row, match) if match else row)
    title = one.title if one.title == other.title else f"{one.title} | {other.title}"
    return replace(one, title=title, rows=(*rows, *rest))


def _merge_rows(one: CompareRow, other: CompareRow) -> CompareRow:
    order: tuple[Verdict, ...] = ("disputed", "definitional", "partial", "revised", "compatible", "agree", "single")
    first, second = sorted((one, other), key=lambda row: order.index(row.verdict))
    return replace(
        one,
        cells=tuple(left or right for left, right in zip(one.cells, other.cells, strict=True)),
        verdict=first.verdict,
        spread=first.spread or second.spread,
        notes=(*first.notes, *second.notes),
        apart=(*one.apart[:1], *other.apart[:1]) if one.apart and other.apart else one.apart or other.apart,
        rows=(*one.rows, *other.rows),
        labels=(*one.labels, *other.labels),
    )
