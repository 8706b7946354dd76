"""What can be copied where the cursor of the compare screen stands."""

from sahel_tui.present.copying import Copy, say_sentence, table_copy
from sahel_tui.present.evidence import Evidence
from sahel_tui.present.exports.cells import say_cell
from sahel_tui.present.names import per
from sahel_tui.present.text import visible
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.text_part import find_place


def list_copies(cursor: Cursor) -> list[Copy]:
    """The sentence that is shown, the figure, the citation, the table; only the table where there is no figure."""
    place = find_place(cursor, cursor.cell_voice)
    copies = []
    if place is not None and cursor.row is not None:
        copies += [
            Copy("s", "sentence", say_sentence(place)),
            Copy("f", "figure", _say_figure(cursor)),
            Copy("c", "citation", _cite(cursor, place)),
        ]
    return [*copies, table_copy(cursor.table)] if cursor.table.rows else copies


def _say_figure(cursor: Cursor) -> str:
    voice, row = cursor.table.voices[cursor.cell_voice], cursor.row
    label = row.label if row else ""
    return visible(f"{label}: {say_cell(cursor.cell)} {per(voice.key)}, {cursor.table.title}")


def _cite(cursor: Cursor, place: Evidence) -> str:
    """The sentence, who says it, the event with its dates, the document, the characters."""
    table, document = cursor.table, place.document
    about = ", ".join(filter(None, (table.title, table.subtitle, document.name, document.address)))
    where = f"{place.voice} · {place.section}; {about}, characters {place.claim.start}–{place.claim.end}"
    return f"“{say_sentence(place)}” ({' '.join(visible(where).split())})"
