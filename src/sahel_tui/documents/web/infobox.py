"""The infobox of a saved page -> fields, columns kept apart."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from sahel_tui.documents.labels import BLOCKS, is_known, normalise_key
from sahel_tui.documents.rendering import one_line
from sahel_tui.documents.web.tree import say_inline, say_value

SELECTOR = "table.infobox, table.vevent, .infobox_v3, .infobox_v2, .infobox, table[class*=infobox]"

_LABELS = {
    "belligerents": "Combatant",
    "commanders": "Commander",
    "units": "Units",
    "strength": "Strength",
    "casualties": "Casualties",
}
_PART_OF = ("part of ", "fait partie de ", "une partie de ")


def read_infobox(box: LexborNode) -> tuple[tuple[str, str], ...]:
    """Label and value of every field of an infobox, in its order."""
    return tuple(_Reader().read(box))


class _Reader:
    """Goes down the rows; a heading without a value opens a block with a column for each side."""

    def __init__(self) -> None:
        self._fields: dict[str, str] = {}
        self._block = ""
        self._columns = 0

    def read(self, box: LexborNode) -> Iterator[tuple[str, str]]:
        for row in box.css("tr, caption, p.bloc, div.bloc"):
            if row.tag != "tr":
                self._open(say_inline(row))
            elif row.css_first("table") is None:
                self._read_row([cell for cell in row.iter() if cell.tag in ("th", "td")])
        yield from self._fields.items()

    def _read_row(self, cells: list[LexborNode]) -> None:
        if not cells:
            return
        first = say_inline(cells[0])
        if len(cells) == 1 and (cells[0].tag == "th" or normalise_key(first) in BLOCKS):
            self._open(first)
        elif len(cells) == 2 and cells[0].tag == "th" and normalise_key(first) not in BLOCKS:
            self._block = ""
            self._add(first if is_known(first) else "", say_value(cells[1]))
        elif self._block and not (cells[0].tag == "th" and normalise_key(first) in BLOCKS):
            self._read_columns(cells[1:] if cells[0].tag == "th" and len(cells) > 1 else cells)
        elif len(cells) == 2 and normalise_key(first) in BLOCKS:
            self._add("Victims" if normalise_key(first) == "casualties" else first, say_value(cells[1]))
        elif len(cells) > 2 and normalise_key(first) in BLOCKS:
            self._open(first)
            self._read_columns(cells[1:])
        elif first.casefold().startswith(_PART_OF):
            self._add("Part of", first.partition(" de " if " de " in first[:16] else " of ")[2])

    def _open(self, heading: str) -> None:
        key = normalise_key(heading)
        self._block = key if key in BLOCKS else ""
        self._columns = 0

    def _read_columns(self, cells: list[LexborNode]) -> None:
        """Cells of one row are the sides; one cell below several columns is a column of its own (civilians)."""
        first = self._columns + 1 if len(cells) == 1 and self._columns > 1 and self._block == "casualties" else 1
        for column, cell in enumerate(cells, first):
            self._add(f"{_LABELS[self._block]}{column}", say_value(cell))
        self._columns = max(self._columns, first + len(cells) - 1)

    def _add(self, label: str, value: str) -> None:
        if label and one_line(value):
            before = self._fields.get(label)
            self._fields[label] = f"{before}\n{value}" if before else value
