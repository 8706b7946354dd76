"""The whole compare screen as lines: a pure function of the reader's place and the size of the terminal."""

from collections.abc import Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.present.compare_lines import note_lines, title_line
from sahel_tui.present.compare_notes import own_note_line, row_notes
from sahel_tui.present.labels import label_line
from sahel_tui.present.plot import plot
from sahel_tui.present.runs import Line, clip_line, join_runs
from sahel_tui.present.text import ELLIPSIS, cell_width, fit_end, wrap
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import AIRY_HEIGHT, NARROW_WIDTH, count_texts, margin, share_heights, share_with_plot
from sahel_tui.tui.compare.table_part import Spot, draw_narrow, draw_wide
from sahel_tui.tui.compare.text_part import MOST_TEXT, Texts, fill, indent
from sahel_tui.tui.compare.window import Window, cut_window

_RULE, _CROSSING = "─", "┬"
_SCALE_INDENT = 4
_MOST_SCALE = 78
_LEAST_PLOT = 3
"""Lines without which two figures cannot be set on a scale."""
_NOTE_HEIGHT = 12
_NARROW_NOTE = 3
"""Lines of a note where a sentence takes two or three."""
_LABEL_HEIGHT = 18
"""Lower than this the rows of the table come before labels, and before a second line of the note."""
_SHORTEST_NAMES = 4
"""Cells below which nothing is said of voices without a column."""

_RULE_ENDS = 7
"""Cells of the rule that are left of and between what it says."""
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
    plotted: bool = False
    """Whether the figures of the row are drawn on a scale."""
    spots: tuple[Spot, ...] = ()
    """Where in sight the cursor may go."""


def draw(
    cursor: Cursor,
    width: int,
    height: int,
    top: int = 0,
    *,
    plotting: bool | None = None,
    back_key: str = "q",
    voices_key: str = "v",
) -> Frame:
    """Exactly `height` lines of at most `width` cells; `top` is where the table was scrolled to.

    `plotting`: whether the row's figures are drawn on a scale; None: where there is room to spare.
    """
    edge = margin(width)
    title = indent(title_line(cursor.table, width - 2 * edge), edge)
    if not cursor.table.rows:
        return Frame(fill((title, (), *_say_empty(cursor, width, back_key)), height))
    table = draw_narrow(cursor, width) if width <= NARROW_WIDTH else draw_wide(cursor, width)
    note = () if table.sentence or height < _NOTE_HEIGHT else _draw_note(cursor, width, height)
    ruled = height >= _RULED_HEIGHT
    labels = _draw_labels(cursor, width) if height >= _LABEL_HEIGHT else ()
    below = (*note, *labels)
    spaced = ((), *below) if below and height >= AIRY_HEIGHT else below
    free = height - 1 - ruled - len(table.headings) - len(spaced)
    count, least = count_texts(free, width)
    texts = Texts(cursor, width, count)
    scale = _draw_scale(cursor, width, free - 2, plotting)
    if plotting and scale:
        shares = share_with_plot(free, table=len(table.body), scale=len(scale))
        texts = Texts(cursor, width, count_texts(shares.texts, width)[0])
    else:
        shares = share_heights(free, table=len(table.body), scale=len(scale), texts=texts.wanted, least=least)
    air: tuple[Line, ...] = ((),) if shares.air else ()
    above = (title, *air, *table.headings)
    scaled: tuple[Line, ...] = ((),) * (shares.scale - len(scale)) + scale if shares.scale else ()
    window = cut_window(table, top, shares.table)
    rule = (_draw_rule(window, texts, width, table.hidden, voices_key),) if ruled else ()
    lines = (*above, *window.lines, *spaced, *scaled, *air, *rule)
    place = window.find(table.first) if table.cell != (0, 0) else None
    row = -1 if place is None else len(above) + place
    shown = texts.draw(height - len(lines)) if cursor.row else _say_folded(cursor.open_key, width)
    places = ((spot, window.find(spot.line)) for spot in table.spots)
    spots = tuple(spot._replace(line=len(above) + line) for spot, line in places if line is not None)
    follow = len(above) + len(window.lines)
    return Frame(fill((*lines, *shown), height), row, table.cell, window.top, follow, bool(scaled), spots)


def _say_empty(cursor: Cursor, width: int, back_key: str) -> tuple[Line, ...]:
    """Why there is nothing, and what to do."""
    one = len(cursor.table.documents) == 1
    words = f"No casualty figure was found in {'this text' if one else 'these texts'}, so there is nothing to compare."
    return _say(f"{words} {back_key} goes back to read {'it' if one else 'them'}.", width)


def _say_folded(open_key: str, width: int) -> tuple[Line, ...]:
    """What a title over figures of other incidents is about."""
    words = "These figures count other incidents; they are not compared with the rows above."
    return _say(f"{words} {open_key} opens.", width)


def _say(words: str, width: int) -> tuple[Line, ...]:
    edge = margin(width)
    spans = wrap(words, min(MOST_TEXT, width - 2 * edge))
    return tuple(indent(((words[start:end], "muted"),), edge) for start, end in spans)


def _draw_note(cursor: Cursor, width: int, height: int) -> tuple[Line, ...]:
    """The sentences of the row under the cursor, on as many lines as leave the table and the texts theirs."""
    edge = margin(width)
    lines = note_lines(cursor.row, width - 2 * edge) if cursor.row else ()
    most = _NARROW_NOTE if width <= NARROW_WIDTH else 2 if height >= _LABEL_HEIGHT else 1
    if len(lines) > most:
        lines = (*lines[: most - 1], (*clip_line(lines[most - 1], width - 2 * edge - 2), (f" {ELLIPSIS}", "muted")))
    return tuple(indent(line, edge) for line in lines)


def _draw_labels(cursor: Cursor, width: int) -> tuple[Line, ...]:
    """What a codebook would take of the row under the cursor, a line an event, and what the reader noted on it.

    As many lines as any row of the table needs, so that nothing below them moves with the cursor.
    """
    edge = margin(width)
    table = cursor.table
    most = max(len(row.labels) + len(row_notes(table, row)) for row in table.rows)
    lines = [label_line(sentence, width - 2 * edge) for sentence in (cursor.row.labels if cursor.row else ())]
    lines += [own_note_line(note, width - 2 * edge) for note in row_notes(table, cursor.row)]
    return fill(tuple(indent(line, edge) for line in lines), most)


def can_plot(cursor: Cursor, width: int) -> bool:
    """Whether the figures of the row under the cursor can be drawn on a scale at all."""
    return bool(_draw_scale(cursor, width, None, True))


def _draw_scale(cursor: Cursor, width: int, most: int | None, plotting: bool | None) -> tuple[Line, ...]:
    """The row's figures on a scale; of `most` lines at most when the reader asks for it where it does not fit."""
    if cursor.row is None or plotting is False or (width <= NARROW_WIDTH and not plotting):
        return ()
    rows = cursor.row.rows
    voice = cursor.table.voices[cursor.cell_voice].key
    row = next((row for row in rows if any(figure.voice == voice for figure in row.figures)), rows[0])
    order = [voice.key for voice in cursor.table.voices]
    left = _SCALE_INDENT if width > NARROW_WIDTH else margin(width)
    room = min(_MOST_SCALE, width - 2 * left)
    if most is not None and most < _LEAST_PLOT:
        return ()
    lines = plot(row, room, order, here=voice, most=most if plotting else None)
    return tuple(join_runs(((" " * left, ""), *line)) for line in lines)


def _draw_rule(window: Window, texts: Texts, width: int, hidden: Sequence[str], voices_key: str) -> Line:
    """The rule over the texts; it says which voices have no column, and how many rows of the table are out of sight."""
    rule = _RULE * width
    if texts.crossing:
        rule = rule[: texts.crossing] + _CROSSING + rule[texts.crossing + 1 :]
    words = _say_further(window, wordy=True)
    words = words if len(words) + _RULE_ENDS <= width else _say_further(window, wordy=False)[: max(0, width - 2)]
    end = max(0, width - len(words) - 2)
    rule = rule[:end] + words + rule[end + len(words) :]
    room = min(texts.crossing or end, end) - _RULE_ENDS
    said = f" {_say_hidden(hidden, voices_key, room)} " if hidden and room > _SHORTEST_NAMES else ""
    return ((rule[:2] + said + rule[2 + cell_width(said) :], "muted"),)


def _say_further(window: Window, *, wordy: bool) -> str:
    """` table: 3 more rows above · 12 below ` or ` ↑3 ↓12 `; empty where all is in sight."""
    if not (window.above or window.below):
        return ""
    if not wordy:
        return " ".join(("", *(f"{way}{n}" for way, n in (("↑", window.above), ("↓", window.below)) if n), ""))
    first = window.above or window.below
    more = f" table: {first} more row{'s' * (first > 1)} {'above' if window.above else 'below'} "
    return f"{more}· {window.below} below " if window.above and window.below else more


def _say_hidden(names: Sequence[str], key: str, room: int) -> str:
    """`v shows RFI, Witnesses +2`: voices without a column, and the key that shows them."""
    ways = [
        ", ".join(names[:count]) + f" +{len(names) - count}" * (count < len(names))
        for count in range(len(names), 0, -1)
    ]
    fitting = (way for way in ways if cell_width(f"{key} shows {way}") <= room)
    return fit_end(f"{key} shows {next(fitting, ways[-1])}", room)
