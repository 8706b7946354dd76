"""The whole compare screen as lines: a pure function of the reader's place and the size of the terminal."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from sahel_tui.present.compare_lines import note_lines, title_line
from sahel_tui.present.labels import label_line
from sahel_tui.present.plot import plot
from sahel_tui.present.runs import Line, join_runs, pad_line
from sahel_tui.present.text import wrap
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import (
    AIRY_HEIGHT,
    LEAST_WIDTH,
    NARROW_WIDTH,
    SIDE_BY_SIDE_WIDTH,
    count_texts,
    share_heights,
)
from sahel_tui.tui.compare.table_part import TablePart, draw_narrow, draw_wide
from sahel_tui.tui.compare.text_part import count_lines, draw_text, find_shown

_RULE, _CROSSING, _BAR = "─", "┬", " │ "
_SCALE_INDENT = 4
_MOST_SCALE = 78
_MOST_TEXT = 96
_LEAST_TEXT = 4
_NOTE_HEIGHT = 12
_RULED_HEIGHT = 8
"""Lower than this there is neither a rule over the text nor a heading."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the screen shows above its key lines."""

    lines: tuple[Line, ...]
    row: int = -1
    """The line with the figure under the cursor; -1 when there is none in sight."""
    cell: tuple[int, int] = (0, 0)
    """The cells of that figure."""
    top: int = 0
    """First line of the table's body that is seen; to be given back when the next frame is drawn."""
    follow: int = 0
    """The first line under the table: from there on everything follows the cursor."""


def draw(cursor: Cursor, width: int, height: int, top: int = 0) -> Frame:
    """Exactly `height` lines of at most `width` cells; `top` is where the table was scrolled to."""
    indent = margin(width)
    title = _indent(title_line(cursor.table, width - 2 * indent), indent)
    if not cursor.table.rows:
        return Frame(_fill((title, (), *_say_empty(cursor, width)), height))
    table = draw_narrow(cursor, width) if width <= NARROW_WIDTH else draw_wide(cursor, width)
    note = () if table.sentence or height < _NOTE_HEIGHT else _draw_note(cursor, width, height)
    scale = _draw_scale(cursor, width)
    texts = _Texts(cursor, width, count_texts(width, height))
    ruled = height >= _RULED_HEIGHT
    labels = _draw_labels(cursor, width) if height >= _NOTE_HEIGHT else ()
    below = (*note, *labels)
    spaced = ((), *below) if below and height >= AIRY_HEIGHT else below
    free = height - 1 - ruled - len(table.headings) - len(spaced)
    shares = share_heights(free, table=len(table.body), scale=len(scale), texts=texts.wanted)
    top = _scroll(top, table, shares.table)
    air: tuple[Line, ...] = ((),) if shares.air else ()
    above = (title, *air, *table.headings)
    scaled: tuple[Line, ...] = ((), *scale) if shares.scale else ()
    body = table.body[top : top + shares.table]
    rule = (_draw_rule(table, top + shares.table, texts, width),) if ruled else ()
    lines = (*above, *body, *spaced, *scaled, *air, *rule)
    seen = top <= table.first < top + shares.table and table.cell != (0, 0)
    row = len(above) + table.first - top if seen else -1
    shown = texts.draw(height - len(lines)) if cursor.row else _say_folded(width)
    return Frame(_fill((*lines, *shown), height), row, table.cell, top, len(above) + len(body))


def margin(width: int) -> int:
    """Blank cells at both edges; a narrow terminal has none to spare."""
    return 2 if width > NARROW_WIDTH else int(width > LEAST_WIDTH)


def _say_empty(cursor: Cursor, width: int) -> tuple[Line, ...]:
    """Why there is nothing, and what to do."""
    one = len(cursor.table.documents) == 1
    words = f"No casualty figure was found in {'this text' if one else 'these texts'}, so there is nothing to compare."
    return _say(f"{words} q goes back to read {'it' if one else 'them'}.", width)


def _say_folded(width: int) -> tuple[Line, ...]:
    """What a title over figures of other incidents is about."""
    return _say("These figures count other incidents; they are not compared with the rows above. Enter opens.", width)


def _say(words: str, width: int) -> tuple[Line, ...]:
    indent = margin(width)
    spans = wrap(words, min(_MOST_TEXT, width - 2 * indent))
    return tuple(_indent(((words[start:end], "muted"),), indent) for start, end in spans)


def _draw_note(cursor: Cursor, width: int, height: int) -> tuple[Line, ...]:
    """The sentences of the row under the cursor, on two lines at most."""
    indent = margin(width)
    lines = note_lines(cursor.row, width - 2 * indent) if cursor.row else ()
    return tuple(_indent(line, indent) for line in lines[: 2 if height > _NOTE_HEIGHT else 1])


def _draw_labels(cursor: Cursor, width: int) -> tuple[Line, ...]:
    """What a codebook would take of the row under the cursor, a line an event.

    As many lines as any row of the table needs, so that nothing below them moves with the cursor.
    """
    indent = margin(width)
    most = max(len(row.labels) for row in cursor.table.rows)
    lines = [label_line(sentence, width - 2 * indent) for sentence in (cursor.row.labels if cursor.row else ())]
    return _fill(tuple(_indent(line, indent) for line in lines), most)


def _fill(lines: tuple[Line, ...], height: int) -> tuple[Line, ...]:
    return (*lines, *((),) * (height - len(lines)))[:height]


def _scroll(top: int, table: TablePart, room: int) -> int:
    """The least scrolling that shows the row under the cursor, with its group's title where that is right above."""
    first = table.first - 1 if table.first == 1 else table.first
    last = min(table.last, first + room - 1)
    top = min(max(top, last - room + 1), first)
    return max(0, min(top, len(table.body) - room))


def _draw_scale(cursor: Cursor, width: int) -> tuple[Line, ...]:
    if cursor.row is None or width <= NARROW_WIDTH:
        return ()
    rows = cursor.row.rows
    voice = cursor.table.voices[cursor.cell_voice].key
    row = next((row for row in rows if any(figure.voice == voice for figure in row.figures)), rows[0])
    order = [voice.key for voice in cursor.table.voices]
    lines = plot(row, min(_MOST_SCALE, width - 2 * _SCALE_INDENT), order)
    return tuple(join_runs(((" " * _SCALE_INDENT, ""), *line)) for line in lines)


def _draw_rule(table: TablePart, seen: int, texts: "_Texts", width: int) -> Line:
    """The rule over the texts; it says how many lines of the table are further down."""
    rule = _RULE * width
    if texts.crossing:
        rule = rule[: texts.crossing] + _CROSSING + rule[texts.crossing + 1 :]
    below = len(table.body) - seen
    words = f" {below} more ↓ " if below > 0 else ""
    start = max(0, width - len(words) - 2)
    return ((rule[:start] + words + rule[start + len(words) :], "muted"),)


class _Texts:
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
        return (room - len(_BAR)) // 2 if self._beside else max(1, min(_MOST_TEXT, room))

    @property
    def wanted(self) -> int:
        """Lines the texts could use."""
        lines = count_lines(self._cursor, self._text_width)
        return lines * (1 if self._beside else len(self._shown))

    def draw(self, height: int) -> tuple[Line, ...]:
        """The texts in `height` lines."""
        if not self._shown or height <= 0:
            return ()
        each = height if self._beside else height // len(self._shown)
        if not self._beside:
            return tuple(_indent(line, self._indent) for line in self._stack(each))
        drawn = [draw_text(self._cursor, voice, place, self._text_width, each) for voice, place in self._shown]
        return tuple(self._join(left, right) for left, right in zip_longest(*drawn, fillvalue=()))

    def _stack(self, each: int) -> Iterator[Line]:
        """The texts under each other, `each` lines high, with a blank line after each where that leaves enough."""
        blank: tuple[Line, ...] = ((),) if len(self._shown) > 1 and each > _LEAST_TEXT else ()
        for voice, place in self._shown:
            yield from draw_text(self._cursor, voice, place, self._text_width, each - len(blank))
            yield from blank

    def _join(self, left: Line, right: Line) -> Line:
        return _indent((*pad_line(left, self._text_width), (_BAR, "muted"), *right), self._indent)


def _indent(line: Line, cells: int) -> Line:
    return join_runs(((" " * cells, ""), *line)) if line else line
