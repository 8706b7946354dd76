"""The texts under the table: who says it and where, and the paragraph with its figure highlighted."""

from collections.abc import Iterator
from itertools import zip_longest

from sahel_tui.model import Claim
from sahel_tui.present.evidence import CLOSE, Evidence, evidence_lines
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.places import find_places, say_place
from sahel_tui.present.runs import Line, Tag, align_ends, join_runs, line_text, line_width, pad_line
from sahel_tui.present.text import ELLIPSIS, cell_width, fit, fit_end, visible
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import SIDE_BY_SIDE_WIDTH, margin

MOST_TEXT = 96
_BAR = " │ "
_DOTS = 2
"""Cells of the `…` and the space that stand for text left out."""
_CLOSE_HEIGHT = 8
"""Up to so many lines two texts stand one right under the other, unless a line is over."""


def indent(line: Line, cells: int) -> Line:
    """The line behind `cells` spaces; an empty one stays empty."""
    return join_runs(((" " * cells, ""), *line)) if line else line


def _point(line: Line, cells: int) -> Line:
    """The line behind `cells` cells with the cursor in them."""
    return join_runs(((f"{CURSOR:<{cells}}"[:cells], "focus"), *line))


def fill(lines: tuple[Line, ...], height: int) -> tuple[Line, ...]:
    """Exactly `height` lines: cut, or followed by empty ones."""
    return (*lines, *((),) * (height - len(lines)))[:height]


def find_shown(cursor: Cursor) -> tuple[tuple[int, Evidence], ...]:
    """The places shown, each with its voice, left to right: that of the cell under the cursor and its opponent's."""
    voices = [voice for voice in (cursor.cell_voice, cursor.opponent) if voice is not None]
    shown = [(voice, place) for voice in voices if (place := find_place(cursor, voice))]
    return tuple(sorted(shown, key=lambda pair: pair[0]))


def find_place(cursor: Cursor, voice: int) -> Evidence | None:
    """The place of a voice's figure that is shown: the chosen one under the cursor, the best one beside it."""
    places = find_places(cursor.row.cells[voice], cursor.table) if cursor.row else ()
    if not places:
        return None
    return places[cursor.place % len(places)] if voice == cursor.cell_voice else places[0]


def list_claims_here(cursor: Cursor) -> tuple[Claim, ...]:
    """The claims of the figure under the cursor, that of the place shown first; empty where there is no figure."""
    place = find_place(cursor, cursor.cell_voice)
    if place is None:
        return ()
    entries = [[cursor.table.claims[index] for index in entry.claims] for entry in cursor.cell]
    return tuple(dict.fromkeys((place.claim, *(claim for entry in entries if place.claim in entry for claim in entry))))


def draw_text(cursor: Cursor, voice: int, evidence: Evidence, width: int, height: int) -> tuple[Line, ...]:
    """Exactly `height` lines: the heading (from three lines up), then the text scrolled so that its figure is seen."""
    tag: Tag = "claim_disputed" if cursor.row and any(e.tag == "disputed" for e in cursor.row.cells[voice]) else "claim"
    lines, figure = evidence_lines(evidence, width, tag)
    heading = (_draw_heading(cursor, voice, evidence, width),) if height > min(2, len(lines)) else ()
    room = max(0, height - len(heading))
    if len(lines) > room:
        lines, figure = evidence_lines(evidence, max(1, width - _DOTS * (2 if room == 1 else 1)), tag)
        top = _choose_top(lines, figure, room) + cursor.scroll
        lines = _cut_out(lines, max(0, min(top, len(lines) - room)), room)
    return fill((*heading, *lines), height)


def _cut_out(lines: tuple[Line, ...], top: int, room: int) -> tuple[Line, ...]:
    """`room` of the lines from `top` on, with `…` where text before or after them is left out."""
    shown = list(lines[top : top + room])
    if shown and top > 0:
        shown[0] = ((f"{ELLIPSIS} ", "muted"), *shown[0])
    if shown and top + room < len(lines):
        shown[-1] = (*shown[-1], (f" {ELLIPSIS}", "muted"))
    return tuple(join_runs(line) for line in shown)


def _choose_top(lines: tuple[Line, ...], figure: int, room: int) -> int:
    """The start of the sentence, or, when that is too far up, a line that leaves the whole figure in sight."""
    sentence = next((number for number, line in enumerate(lines) if any(tag != "muted" for _, tag in line)), 0)
    if figure - sentence < max(1, room - 1):
        return sentence
    end = _find_end(lines, figure, room)
    return max(0, min(figure, max(figure - max(1, room // 3), end - room + 1)))


def _find_end(lines: tuple[Line, ...], figure: int, room: int) -> int:
    """The last line on which a highlight ends, of the `room` lines from `figure` on: parts of a sum belong together."""
    ends = (number for number in range(figure, min(figure + room, len(lines))) if CLOSE in line_text(lines[number]))
    return max(ends, default=figure)


def _draw_heading(cursor: Cursor, voice: int, evidence: Evidence, width: int) -> Line:
    """`JNIM · Attacks · document 1`, and at the end which of several places it is; the name is cut last."""
    under = voice == cursor.cell_voice
    row, speaker = cursor.row, cursor.table.voices[voice]
    places = len(find_places(row.cells[voice], cursor.table)) if row and under else 0
    number = f"{cursor.place % places + 1} of {places}" if places > 1 else ""
    parts = visible(say_place(evidence, cursor.table.document_names)).split(" · ")
    where = "".join(f" · {part}" for part in parts if part and part != speaker.name)
    ways = (speaker.key, f"{speaker.name} ({speaker.detail.split()[-1]})" if speaker.detail else speaker.name)
    fitting = (visible(way) for way in ways if cell_width(visible(way) + where) <= width)
    name = next(fitting, fit(visible(speaker.short), width))
    head = join_runs(((name, "focus" if under else "heading"), (fit_end(where, width - cell_width(name)), "muted")))
    end: Line = ((number, "muted"),) if line_width(head) + len(number) + 2 <= width else ()
    return align_ends(head, end, width)


class Texts:
    """The one or two texts, beside or under each other."""

    def __init__(self, cursor: Cursor, width: int, count: int) -> None:
        shown = find_shown(cursor)
        self._cursor = cursor
        self._shown = shown if count > 1 else tuple(pair for pair in shown if pair[0] == cursor.cell_voice)
        self._beside = len(self._shown) == 2 and width >= SIDE_BY_SIDE_WIDTH
        self._width = width
        self._indent = margin(width)

    @property
    def crossing(self) -> int:
        """The cell where the bar between two texts meets the rule; 0 when they do not stand side by side."""
        return self._indent + self._text_width + 1 if self._beside else 0

    @property
    def _text_width(self) -> int:
        room = self._width - 2 * self._indent
        return (room - len(_BAR)) // 2 if self._beside else max(1, min(MOST_TEXT, room))

    @property
    def wanted(self) -> int:
        """Lines the texts could use."""
        lines = max(self._count_lines(), default=0)
        return lines * (1 if self._beside else len(self._shown))

    def _count_lines(self) -> list[int]:
        """Lines of each text, heading and all."""
        return [len(evidence_lines(evidence, self._text_width)[0]) + 1 for _, evidence in self._shown]

    def draw(self, height: int) -> tuple[Line, ...]:
        """The texts in `height` lines."""
        if not self._shown or height <= 0:
            return ()
        if not self._beside:
            return tuple(self._stack(height))
        drawn = [draw_text(self._cursor, voice, place, self._text_width, height) for voice, place in self._shown]
        here = 0 if self._shown[0][0] == self._cursor.cell_voice else 1
        rows = enumerate(zip_longest(*drawn, fillvalue=()))
        return tuple(self._join(left, right, None if number else here) for number, (left, right) in rows)

    def _stack(self, height: int) -> Iterator[Line]:
        """The texts under each other, the cursor at the one it is about; a short one leaves its lines to the other."""
        wanted = self._count_lines()
        apart = len(wanted) > 1 and (height % 2 > 0 or height > _CLOSE_HEIGHT or sum(wanted) < height)
        left = height - apart
        for number, (voice, place) in enumerate(self._shown):
            after = sum(wanted[number + 1 :])
            share = left if not after else min(wanted[number], max(left // 2, left - after))
            first, *others = draw_text(self._cursor, voice, place, self._text_width, share) or ((),)
            here = voice == self._cursor.cell_voice and len(wanted) > 1
            yield (_point if here else indent)(first, self._indent)
            yield from (indent(line, self._indent) for line in others)
            yield from (((),) if after and apart else ())
            left -= share

    def _join(self, left: Line, right: Line, pointed: int | None = None) -> Line:
        """A line of both; `pointed` is the one that the cursor stands at."""
        bar: Line = ((_BAR[:-1], "muted"), (CURSOR, "focus")) if pointed == 1 else ((_BAR, "muted"),)
        line = (*pad_line(left, self._text_width), *bar, *right)
        return _point(line, self._indent) if pointed == 0 else indent(line, self._indent)
