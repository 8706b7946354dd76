"""The texts under the table: who says it and where, and the paragraph with its figure highlighted."""

from sahel_tui.present.evidence import Evidence, evidence_lines
from sahel_tui.present.places import find_places, say_place
from sahel_tui.present.runs import Line, Tag, align_ends, join_runs, line_width
from sahel_tui.present.text import visible
from sahel_tui.tui.compare.cursor import Cursor


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


def count_lines(cursor: Cursor, width: int) -> int:
    """Lines of the longest of the texts shown, heading and all."""
    texts = (evidence_lines(evidence, width)[0] for _, evidence in find_shown(cursor))
    return max((len(text) + 1 for text in texts), default=0)


def draw_text(cursor: Cursor, voice: int, evidence: Evidence, width: int, height: int) -> tuple[Line, ...]:
    """Exactly `height` lines: the heading (from three lines up), then the text scrolled so that its figure is seen."""
    tag: Tag = "claim_disputed" if cursor.row and any(e.tag == "disputed" for e in cursor.row.cells[voice]) else "claim"
    lines, figure = evidence_lines(evidence, width, tag)
    heading = (_draw_heading(cursor, voice, evidence, width),) if height > min(2, len(lines)) else ()
    room = max(0, height - len(heading))
    top = _choose_top(lines, figure, room)
    top = max(0, min(top + cursor.scroll, len(lines) - room))
    shown = (*heading, *lines[top : top + room])
    return (*shown, *((),) * (height - len(shown)))[:height]


def _choose_top(lines: tuple[Line, ...], figure: int, room: int) -> int:
    """The start of the sentence, or, when that is too far up, a line that leaves the figure in sight."""
    sentence = next((number for number, line in enumerate(lines) if any(tag != "muted" for _, tag in line)), 0)
    if len(lines) <= room:
        return 0
    return sentence if figure - sentence < max(1, room - 1) else max(0, figure - room // 3)


def _draw_heading(cursor: Cursor, voice: int, evidence: Evidence, width: int) -> Line:
    """`JNIM · Attacks · document 1`, and at the end which of several places it is."""
    under = voice == cursor.cell_voice
    row = cursor.row
    places = len(find_places(row.cells[voice], cursor.table)) if row and under else 0
    number = f"{cursor.place % places + 1} of {places}" if places > 1 else ""
    name = visible(cursor.table.voices[voice].key)
    where = visible(say_place(evidence, cursor.table.document_names))
    head = join_runs(((name, "focus" if under else "heading"), (f" · {where}" if where else "", "muted")))
    end: Line = ((number, "muted"),) if line_width(head) + len(number) + 2 <= width else ()
    return align_ends(head, end, width)


def quote(evidence: Evidence) -> str:
    """The sentence on one line, for the clipboard."""
    start, end = evidence.sentence
    return " ".join(visible(evidence.document.text[start:end]).split())
