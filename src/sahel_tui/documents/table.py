"""The pipe-table capture: an infobox as rows such as `Mali France | Ansar Dine | |`, then text as in a web capture."""

import re
from collections.abc import Sequence

from sahel_tui.documents.chrome import drop_chrome, is_head_note
from sahel_tui.documents.labels import BLOCKS, column_key, is_known, normalise_key
from sahel_tui.documents.lines import Line, Parts, count_words, is_sentence, without_address
from sahel_tui.documents.page import build_parts, lay_out, opens_text, take_title
from sahel_tui.documents.rows import Row, is_row, read_rows
from sahel_tui.model import Field

_PART_OF = re.compile(r"(Part of|Une partie de|Fait partie de)\s+", re.IGNORECASE)
_CASUALTIES = re.compile(
    r"\b(?:killed|dead|deaths?|wounded|injured|captured|missing|prisoners?|pows?|casualties|destroyed|"
    r"morts?|tués?|blessés?|disparus?|prisonniers?|capturés?|détruits?|pertes)\b",
    re.IGNORECASE,
)
_STRENGTH = re.compile(
    r"\d|\b(?:hommes|men|soldiers|soldats|fighters|combattants|militants|véhicules|vehicles)\b", re.IGNORECASE
)
_UNSTATED = re.compile(r"(?:unknown|none|inconnue?s?|aucune?s?)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:civil|total|overall)", re.IGNORECASE)
"""What a row below the sides counts."""
_MOST_SIDES = 9
_LONGEST_HEADING = 8
_SENTENCE = 10
"""Words; cells hold shorter sentences."""

_FATE = re.compile(r"†|[KW]IA|POW")


_OF_ATTACKS = frozenset(("perpetrators", "fatalities", "injuries", "target"))
"""Fields of pages about an attack, whose tables have no columns of sides."""


def parse_table(text: str, lines: list[Line]) -> Parts:
    """Title, fields and sections of a capture whose infobox is a table."""
    title, lines = _take_title(drop_chrome(without_address(lines)))
    infobox = next((index for index, line in enumerate(lines) if is_row(line.text)), len(lines))
    page = lay_out(lines, infobox, _find_lead(lines, infobox))
    rows = read_rows(text, page.infobox)
    heading = _only_text(rows[0]) if rows else ""
    return build_parts(title or heading, read_fields(rows[1:] if heading else rows), page)


def _take_title(lines: list[Line]) -> tuple[str, list[Line]]:
    return ("", lines) if lines and "|" in lines[0].text else take_title(lines)


def _find_lead(lines: Sequence[Line], infobox: int) -> int:
    """Index of the first sentence or marked heading below the first row; it follows a whole row or a blank line."""
    for index in range(infobox, len(lines)):
        line, before = lines[index], lines[index - 1].text
        apart = line.gap or before.endswith("|") or before.startswith("- ")
        is_prose = "|" not in line.text and is_sentence(line.text) and not is_head_note(line.text)
        if opens_text(line) or (apart and is_prose):
            return index
        if is_prose and _is_below_heading(lines, index):
            return index - 1
    return len(lines)


def _is_below_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a long sentence stands below a line of its own that follows the last row, or the last item of a list."""
    above = lines[index - 2].text if index > 1 else ""
    heading = lines[index - 1].text
    alone = "|" not in heading and count_words(heading) <= _LONGEST_HEADING and not is_sentence(heading)
    return alone and (above.endswith("|") or above.startswith("- ")) and count_words(lines[index].text) >= _SENTENCE


def _only_text(row: Row) -> str:
    """The text of a row's only cell; empty for other rows and for labels."""
    if len(row) != 1 or is_known(row[0].text) or _PART_OF.match(row[0].text):
        return ""
    return " ".join(row[0].text.split())


def read_fields(rows: Sequence[Row]) -> tuple[Field, ...]:
    """Fields of labelled rows, of the rows under a block label, and of rows whose label got lost."""
    fields: list[Field] = []
    taken: set[str] = set()
    block = label = ""
    for row in rows:
        key = normalise_key(row[0].text) if row[0].column == 0 and is_known(row[0].text) else ""
        found: list[Field] = []
        if key in BLOCKS and len(row) == 1:
            block, label = key, row[0].text
        elif key or _PART_OF.match(row[0].text):
            found = _labelled(key, row)
        elif kind := block or _lost_label(row, taken):
            found = _columns(kind, label, row, taken)
        fields.extend(found)
        taken.update(field.key for field in found)
    return tuple(fields)


def _labelled(key: str, row: Row) -> list[Field]:
    """`Lieu | Loroni`, `Pertes | 27 morts | Inconnues`, `Part of Mali War`; a label alone has no value."""
    part = _PART_OF.match(row[0].text)
    if part and not key:
        return [Field("partof", part[1], row[0].start + part.end(), row[0].end)]
    label, values = row[0].text, row[1:]
    if key in BLOCKS and len(values) > 1:
        return [Field(column_key(key, cell.column), label, cell.start, cell.end) for cell in values]
    is_stated = any(character.isalnum() for cell in values for character in cell.text)
    return [Field(key, label, values[0].start, values[-1].end)] if is_stated else []


def _columns(block: str, label: str, row: Row, taken: set[str]) -> list[Field]:
    """A field for each side; one cell below a row of sides stands for all of them and has the number after theirs."""
    if len(row) == 1 and row[0].column == 0 and column_key(block, 1) in taken:
        keys = ({column_key(kind, number) for kind in ("belligerents", block)} for number in range(_MOST_SIDES, 0, -1))
        sides = next(_MOST_SIDES - position for position, names in enumerate(keys) if names & taken)
        if column_key(block, 2) not in taken and not _TOTAL.search(row[0].text):
            sides = 1  # The row above had one cell as well: a capture with a side a row.
        return [Field(column_key(block, sides + 1), label, row[0].start, row[0].end)]
    return [Field(column_key(block, cell.column + 1), label, cell.start, cell.end) for cell in row]


def _lost_label(row: Row, taken: set[str]) -> str:
    """The block of a row without a label, by its words and its place: sides, commanders, strength, casualties."""
    words = " ".join(cell.text for cell in row)
    if _CASUALTIES.search(words):
        return "casualties"
    if _FATE.search(words) or (len(row) > 1 and words.startswith("•")):
        return "commanders"
    if _STRENGTH.search(words) or _UNSTATED.match(words):
        is_second = "strength1" in taken and all(_UNSTATED.match(cell.text) for cell in row)
        return "casualties" if is_second else "strength"
    if taken & {"commander1", "strength1", "casualties1"} or taken & _OF_ATTACKS:
        return ""
    return "commanders" if "combatant1" in taken else "belligerents" if len(row) > 1 else ""
