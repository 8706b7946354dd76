"""The infobox: a table with one column a side, and a cursor that goes from figure to figure."""

from typing import TYPE_CHECKING

from textual import events
from textual.strip import Strip

from sahel_tui.present.runs import Line, align_ends
from sahel_tui.present.text import cell_width
from sahel_tui.present.titles import shorten_title
from sahel_tui.tui.line_pane import MARGIN, LinePane, focus_bar
from sahel_tui.tui.painting import mark_cells
from sahel_tui.tui.reading import Reading

if TYPE_CHECKING:
    from sahel_tui.present.infobox import Entry, InfoboxTable
    from sahel_tui.tui.infobox_layout import InfoboxLine, Spot


class InfoboxPane(LinePane):
    """What the infobox and the article say, side by side for each combatant."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id)
        self.table: InfoboxTable | None = None
        self._lines: tuple[InfoboxLine, ...] = ()
        self._set_for = 0
        self._spots: tuple[tuple[int, Spot], ...] = ()
        self._chosen = 0

    # What is shown.

    def show(self, reading: Reading | None, *, keep_place: bool = False) -> None:
        """Show the infobox of an event from its beginning, or from where the reader is."""
        from sahel_tui.present.infobox import infobox_table  # 30 ms that the first frame need not wait for.

        before, self.table = self.table, None
        if reading:
            self.table = infobox_table(reading.event, reading.comparison, reading.documents, reading.notes)
        if keep_place and self.table == before:
            return
        if not keep_place:
            self.top, self._chosen, self._spots = 0, 0, ()
        self._set_for = 0
        self.refresh()

    def set_lines(self, width: int) -> "tuple[InfoboxLine, ...]":
        """The table set for a width, its title not among the lines."""
        if self.table is None:
            return ()
        from sahel_tui.tui.infobox_layout import set_infobox

        return set_infobox(self.table, width - 2 * MARGIN)

    def front_lines(self, width: int) -> tuple[Line, ...]:
        """The table as plain lines with a margin, for a pane that shows it before the article."""
        return (*(((" " * MARGIN, ""), *line.line) for line in self.set_lines(width)), ())

    @property
    def lines(self) -> "tuple[InfoboxLine, ...]":
        """The table set for the width there is; only set when it is painted or moved in."""
        if self._set_for != self.line_width:
            self._set_for = self.line_width
            self._set_lines()
        return self._lines

    def _set_lines(self) -> None:
        """Set them with the cursor on the same figure, which may be another in the order of this width."""
        before = self._spots[self._chosen][1].entry.claims if self._spots else ()
        self._lines = self.set_lines(self._set_for)
        self._spots = _first_pieces(self._lines)
        same = (number for number, (_, spot) in enumerate(self._spots) if spot.entry.claims == before)
        self._chosen = next(same, max(0, min(self._chosen, len(self._spots) - 1)))

    # Moving from figure to figure.

    @property
    def chosen(self) -> "tuple[int, Spot] | None":
        """The line and the figure under the cursor."""
        return self._spots[self._chosen] if self.lines and self._spots else None

    @property
    def figure(self) -> "Entry | None":
        """The figure that what is done next is about, if the pane has the keys; None where none is shown reversed."""
        line, spot = self.chosen or (-1, None)
        return spot.entry if spot and self.top <= line < self.top + self.room else None

    def keep_in_sight(self) -> None:
        """Scroll to the figure under the cursor."""
        if self.chosen:
            self.reveal(self.chosen[0], margin=1)

    def on_focus(self) -> None:
        """Show the cursor where another size had left it out of sight."""
        self.keep_in_sight()

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        if self.has_focus:
            self.keep_in_sight()

    @property
    def standing(self) -> object:
        """The figure under the cursor, and the first line in sight."""
        return self._chosen, self.top

    def move(self, lines: int) -> None:
        """Go to the figure nearest below (or above); where there is none, scroll."""
        if self.chosen is None:
            return super().move(lines)
        line, spot = self.chosen
        numbers = sorted({number for number, _ in self._spots})
        wanted = numbers[max(0, min(numbers.index(line) + lines, len(numbers) - 1))]
        if wanted == line:
            return super().move(lines)
        nearest = min(
            (index for index, (number, _) in enumerate(self._spots) if number == wanted),
            key=lambda index: abs(self._spots[index][1].start - spot.start),
        )
        return self._choose(nearest)

    def move_sideways(self, steps: int) -> None:
        """Go to the next or previous figure, as one reads."""
        if self.chosen:
            self._choose(max(0, min(self._chosen + steps, len(self._spots) - 1)))

    def go_to_line(self, index: int) -> None:
        """Go to a figure by its place in the table; where there is none, to a line."""
        if self.chosen is None:
            return super().go_to_line(index)
        return self._choose(max(0, min(index, len(self._spots) - 1)))

    def list_spots(self) -> "list[tuple[int, int, int]]":
        """The figures in sight: which one, and the row and first cell of the pane it is shown at."""
        rows = (
            (number, line - self.top, spot) for number, (line, spot) in enumerate(self._spots if self.lines else ())
        )
        return [
            (number, row + self.TITLE_ROWS, spot.start + MARGIN) for number, row, spot in rows if 0 <= row < self.room
        ]

    def move_to_end(self, last: bool) -> None:
        """Go to the first or the last figure, and to that end of the table."""
        if self.chosen:
            self._choose(len(self._spots) - 1 if last else 0)
        super().move_to_end(last)

    def _choose(self, index: int) -> None:
        before, self._chosen = self._spots[self._chosen][0], index
        line = self._spots[index][0]
        self.reveal(line, margin=1)
        self.refresh_line_at(before, line)

    # Painting.

    def title_line(self, width: int) -> Line:
        """The event's title, and how many lines there are still below."""
        title = self.table.title if self.table else ""
        rooms = [(more, width - 1 - MARGIN - (cell_width(more) + 2 if more else 0)) for more in self._say_more(width)]
        more, room = next((way for way in rooms if cell_width(title) <= way[1]), rooms[-1])
        bar = focus_bar(self.has_focus and self.figure is None)
        end: Line = ((more, "muted"),) if more else ()
        return align_ends((bar, (shorten_title(title, max(0, room)), "heading")), end, width - 1)

    def _say_more(self, width: int) -> tuple[str, ...]:
        """How many lines there are below and the key that leads there, then in fewer words."""
        below = self.count_lines() - self.top - self.room
        if below <= 0:
            return ("",)
        more = f"{below} more line{'s' * (below > 1)}"
        away = not self.has_focus and width < self.app.size.width
        return (*((self.fill(f"{{next_pane}}: {more}"),) if away else ()), more, f"{below} more")

    def count_lines(self) -> int:
        """Lines of the table at this width."""
        return len(self.lines)

    def line(self, index: int, width: int) -> Line:
        """A line of the table."""
        chosen = self.chosen
        return (focus_bar(self.has_focus and chosen is not None and chosen[0] == index), *self.lines[index].line)

    def render_line(self, y: int) -> Strip:
        """One painted row, the figure under the cursor reversed while the pane has the keys."""
        strip = super().render_line(y)
        if not self.has_focus or self.chosen is None:
            return strip
        line, spot = self.chosen
        if y < self.TITLE_ROWS or line != self.top + y - self.TITLE_ROWS:
            return strip
        return mark_cells(strip, spot.start + MARGIN, spot.end + MARGIN)


def _first_pieces(lines: "tuple[InfoboxLine, ...]") -> "tuple[tuple[int, Spot], ...]":
    """The figures of `lines` with their line numbers; of a figure that is broken over lines, its first piece."""
    pieces: dict[int, tuple[int, Spot]] = {}
    for number, line in enumerate(lines):
        for spot in line.spots:
            pieces.setdefault(id(spot.entry), (number, spot))
    return tuple(pieces.values())
