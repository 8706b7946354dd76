"""Where the reader stands in a compare table, and where each key leads; no terminal needed."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Claim
from sahel_tui.present.compare_table import Cell, CompareRow, CompareTable
from sahel_tui.present.figures import distance
from sahel_tui.present.standing import relate_cells

OTHERS = -1
"""In place of a group: the title over all other incidents, where there are many."""
_FEW_OTHERS = 3


class Stop(NamedTuple):
    """A line the cursor can stand on: a row, or the title of a group that folds."""

    group: int
    """Index into the table's groups, or `OTHERS`."""
    row: int | None
    """Index into the group's rows; None for its title."""


@dataclass(slots=True)
class Cursor:
    """The reader's place: a stop, a voice, and which of a figure's places is shown."""

    table: CompareTable
    stop: int = 0
    voice: int = 0
    """The column the reader chose; rows where it is silent show the nearest one, see `cell_voice`."""
    page: int = 0
    """Which page of voices is shown when not all of them fit."""
    place: int = 0
    """Which of the places that give the figure is shown; counts up without end."""
    scroll: int = 0
    """Lines the texts were scrolled away from their figures."""
    opened: set[int] = field(default_factory=set)
    """Folded groups that were opened, `OTHERS` among them when their titles are shown."""
    open_key: str = "Enter"
    """The key that opens a folded group, for its title to say."""
    _remembered: "tuple[Stop, int] | None" = None
    """Where the last jump began."""
    others: tuple[int, ...] = field(init=False)
    """The groups of other incidents."""
    _listed: tuple[frozenset[int], tuple[Stop, ...]] = field(init=False)
    """The groups that were open when the stops were last listed, and those stops."""

    def __post_init__(self) -> None:
        self.others = tuple(number for number, group in enumerate(self.table.groups) if group.folded)
        self._listed = frozenset(), self._list_stops()
        if len(self.others) <= _FEW_OTHERS:
            self.opened.add(OTHERS)
        self.go_to_row(self._find_widest())

    @property
    def stops(self) -> tuple[Stop, ...]:
        """All lines the cursor can stand on now, from top to bottom."""
        if self._listed[0] != self.opened:
            self._listed = frozenset(self.opened), self._list_stops()
        return self._listed[1]

    @property
    def here(self) -> Stop | None:
        """The stop under the cursor; None in an empty table."""
        stops = self.stops
        return stops[min(self.stop, len(stops) - 1)] if stops else None

    @property
    def row(self) -> CompareRow | None:
        """The row under the cursor; None on the title of a group and in an empty table."""
        here = self.here
        return self.row_at(here) if here else None

    @property
    def cell_voice(self) -> int:
        """The voice whose cell is under the cursor: the chosen one, or the nearest that speaks in this row."""
        speaking = self.speaking
        return min(speaking, key=lambda voice: abs(voice - self.voice)) if speaking else self.voice

    @property
    def cell(self) -> Cell:
        """The cell under the cursor; empty where there is no row."""
        row = self.row
        return row.cells[self.cell_voice] if row else ()

    @property
    def speaking(self) -> tuple[int, ...]:
        """The voices with a cell in the row under the cursor."""
        row = self.row
        return tuple(voice for voice, cell in enumerate(row.cells) if cell) if row else ()

    @property
    def opponent(self) -> int | None:
        """The voice to read beside the cell: the one furthest from it, of the other event if there are two."""
        here, row = self.cell_voice, self.row
        others = [voice for voice in self.speaking if voice != here]
        if row is None or not others:
            return None
        block = self._block(here)
        across = [voice for voice in others if self._block(voice) != block]
        return max(across or others, key=lambda voice: self._measure_opponent(row, here, voice))

    def _measure_opponent(self, row: CompareRow, here: int, voice: int) -> tuple[bool, bool, bool, float]:
        """What makes a voice worth reading beside `here`: the same elsewhere, a dispute, the verdict, the distance."""
        first, second = row.cells[here][0].figure, row.cells[voice][0].figure
        same = self.table.voices[voice].key == self.table.voices[here].key
        away = distance(first.count, second.count) if first and second else -1.0
        return same, relate_cells(row, here, voice) == "disputed", voice in row.apart, away

    def is_open(self, group: int) -> bool:
        """Whether a group's rows are shown (of `OTHERS`: the titles of its groups)."""
        if group != OTHERS and not self.table.groups[group].folded:
            return True
        return group in self.opened and OTHERS in self.opened

    def go_to_row(self, number: int) -> None:
        """Stand on a row of the table, counted over all groups; its group is opened."""
        for group, row in self._number_rows():
            if number == 0:
                self._open_and_stand(Stop(group, row))
            number -= 1

    def go_to_claim(self, claim: Claim) -> None:
        """Stand on the figure a claim gives; nowhere else where no cell of the table has it."""
        for group, number in self._number_rows():
            cells = self.table.groups[group].rows[number].cells
            for voice, cell in enumerate(cells):
                if any(self.table.claims[index] == claim for entry in cell for index in entry.claims):
                    self._open_and_stand(Stop(group, number))
                    self._choose_voice(voice)
                    return

    def move(self, lines: int) -> None:
        """Go `lines` stops down, or up."""
        self._stand(min(max(self.stop + lines, 0), max(len(self.stops) - 1, 0)))

    def move_sideways(self, steps: int) -> None:
        """Go to the next voice that speaks in this row, or back."""
        speaking = self.speaking
        if speaking:
            number = speaking.index(self.cell_voice) + steps
            self._choose_voice(speaking[min(max(number, 0), len(speaking) - 1)])

    def next_dispute(self, step: int) -> bool:
        """Go to the next disputed row, or back, around the ends and into folded groups; whether there is any."""
        stops = [Stop(group, row) for group, row in self._number_rows()]
        disputed = [stop for stop in stops if (row := self.row_at(stop)) and row.verdict == "disputed"]
        if not disputed:
            return False
        here = self.here or disputed[0]
        later = [stop for stop in disputed if self._place(stop) > self._place(here)]
        earlier = [stop for stop in disputed if self._place(stop) < self._place(here)]
        self._open_and_stand((later or disputed)[0] if step > 0 else (earlier or disputed)[-1])
        return True

    def go_to(self, stop: Stop, voice: int | None) -> None:
        """Jump to a line that is shown, onto the figure of a voice where one is given."""
        self.remember()
        self._stand(self.stops.index(stop))
        if voice is not None:
            self._choose_voice(voice)

    def remember(self) -> None:
        """Keep this place, before a jump."""
        self._remembered = (self.here, self.cell_voice) if self.here else None

    def return_to_remembered(self) -> bool:
        """Go back to where the last jump began, and from there here again; whether there was one."""
        kept = self._remembered
        if kept is None:
            return False
        self.remember()
        if kept[0] not in self.stops:
            self.opened |= {kept[0].group, OTHERS}
        self._stand(self.stops.index(kept[0]))
        self._choose_voice(kept[1])
        return True

    def toggle_group(self) -> None:
        """Open or fold the group whose title is under the cursor."""
        if self.here and self.here.row is None:
            self.opened ^= {self.here.group}

    def next_place(self, steps: int = 1) -> None:
        """Show the next place that gives the figure."""
        self.place += steps
        self.scroll = 0

    def scroll_texts(self, lines: int) -> None:
        """Scroll the texts away from their figures."""
        self.scroll += lines

    def turn_to_page(self, page: int, pages: Sequence[Sequence[int]]) -> None:
        """Show another page of voices, standing on one of those that are not on every page."""
        self.page = page
        fresh = [voice for voice in pages[page] if voice in self.speaking and any(voice not in p for p in pages)]
        if self.cell_voice not in pages[page]:
            self._choose_voice((fresh or list(pages[page]))[0])

    def list_lines(self) -> Iterator[Stop]:
        """Every title and every row that is shown, from top to bottom."""
        for number, group in enumerate(self.table.groups):
            if number in self.others[:1] and len(self.others) > _FEW_OTHERS:
                yield Stop(OTHERS, None)
            if not group.folded or OTHERS in self.opened:
                yield Stop(number, None)
            if self.is_open(number):
                yield from (Stop(number, row) for row in range(len(group.rows)))

    def _list_stops(self) -> tuple[Stop, ...]:
        return tuple(stop for stop in self.list_lines() if self.can_stand(stop))

    def can_stand(self, stop: Stop) -> bool:
        """Whether the cursor can stand on a line: on a row, and on a title that folds."""
        return stop.row is not None or stop.group == OTHERS or self.table.groups[stop.group].folded

    def _number_rows(self) -> Iterator[tuple[int, int]]:
        for number, group in enumerate(self.table.groups):
            yield from ((number, row) for row in range(len(group.rows)))

    def _place(self, stop: Stop) -> tuple[int, int]:
        """Titles come before their rows, the title over all other incidents before theirs."""
        group = self.others[0] if stop.group == OTHERS else stop.group
        return group, -1 if stop.row is None else stop.row

    def row_at(self, stop: Stop) -> CompareRow | None:
        """The row of a stop; None for a title."""
        return None if stop.row is None else self.table.groups[stop.group].rows[stop.row]

    def _open_and_stand(self, stop: Stop) -> None:
        """Jump to a row, onto one of the two figures its verdict is about."""
        if not self.is_open(stop.group):
            self.opened |= {stop.group, OTHERS}
        self._stand(self.stops.index(stop))
        apart = self.row.apart if self.row else ()
        if apart and self.cell_voice not in apart:
            self._choose_voice(apart[0])

    def _stand(self, stop: int) -> None:
        if stop != self.stop:
            self.stop, self.place, self.scroll = stop, 0, 0

    def _choose_voice(self, voice: int) -> None:
        self.voice, self.place, self.scroll = voice, 0, 0

    def _block(self, voice: int) -> int:
        return next((n for n, block in enumerate(self.table.blocks) if block.first <= voice < block.last), 0)

    def _find_widest(self) -> int:
        """The disputed row with the widest spread, of the main incident if it has one; else the first row."""
        weights = [
            (row.verdict == "disputed", not group.folded, max((shown.spread or 0 for shown in row.rows), default=0))
            for group in self.table.groups
            for row in group.rows
        ]
        return weights.index(max(weights)) if any(weight[0] for weight in weights) else 0
