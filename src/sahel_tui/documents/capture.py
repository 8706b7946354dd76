"""The web capture: the text of a page as copied from a browser, its infobox lines without borders."""

import re
import unicodedata
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from sahel_tui.documents.chrome import drop_chrome, is_head_note
from sahel_tui.documents.labels import BLOCKS, NAMES, is_known, normalise_key
from sahel_tui.documents.lines import (
    Line,
    Parts,
    count_words,
    find_address,
    is_sentence,
    page_name,
    strip_marks,
    without_address,
)
from sahel_tui.documents.page import build_parts, lay_out, opens_text, take_title
from sahel_tui.model import Field

_NEVER_BARE = frozenset({
    *("Title", "Titre", "Name", "Nom", "Conflict", "Conflit", "Guerre", "Country", "Pays", "Place", "Mobile"),
    *("Killed", "Dead", "Mort", "Tués", "Wounded", "Losses", "Victim", "Arme", "Auteur", "Organisation", "Units"),
    *("Commander", "Commandant", "Combatant", "Belligerent", "Belligérant", "Force", "Forces"),
})  # fmt: skip
"""Names that a page without borders does not use, or that open its values too often: `Commandant Salif Diallo`."""

_LABELS = {name: key for key, names in NAMES.items() for name in names if name not in _NEVER_BARE}
_BY_LENGTH = sorted(_LABELS, key=len, reverse=True)
_LABEL = re.compile("|".join(re.escape(name) for name in _BY_LENGTH))
_INNER_LABEL = re.compile(
    r"(?:Casualties and losses|Commanders and leaders|Belligerents|Belligérants|Forces en présence)(?![a-z])\s?"
)
_BLOCK_LABELS = frozenset({
    *("Belligerents", "Casualties and losses", "Commanders and leaders", "Strength"),
    *("Belligérants", "Forces en présence", "Commandants", "Victimes et pertes"),
})  # fmt: skip
"""Names that on a line of their own open a block of the infobox and hardly ever a section."""

_KEYED = re.compile(r"([A-Z][A-Za-zÀ-ÿ ]{2,24}\d?)\s?:\s{0,3}")
"""A template's field as it is written: `Casualties2:5–11 killed`."""

_VALUE = re.compile(
    r"[~≈<>+(\"'“«„–\d]|(?:at|over|about|around|up|more|some|several|dozens|unknown|none|inconnue?s?|aucune?|environ|au|plus)\b"
)
_AFTER_SPACE = ("Part of", "Une partie de", "Partie de", "Fait partie de", "Lieu", "Localisation", "Location")
_OUTCOME = re.compile(r"\b(?:victory|victoire|defeat|stalemate|inconclusive|ceasefire)\b", re.IGNORECASE)
_WAR = re.compile(r"(?:Guerre|Insurrection|Rébellion|Conflit) (?:du |de |des |au |d['’])[\w'’ -]{2,50}")
"""What a French page names below its losses: the war its event is part of."""

_LONGEST_HEAD = 300
"""Lines; the infobox of a whole war has that many."""

_NEAR = 8
"""An infobox has a second label at most so many lines below the first."""

_NO_TITLE = re.compile(
    r"\[[^\]]*\]|\s?(?:date )?\d{4}-\d\d-\d\d(?:\s\S+){0,3}"
    r"|(?:By|Par|by|par) [A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}"
    r"|(?:[A-Za-z]+day,? |[a-z]+di )?(?:[^\W\d]{3,9} \d{1,2},? \d{4}|\d{1,2} [^\W\d]{3,9} \d{4})"
)
"""A line above the title: a mark of the site, a date, an author."""

_NAMED = 2
"""Words of its address that a title shares with it at least."""

_SHORT = 3
"""Letters of a word that says little."""

_LONG_SENTENCE = 12
_PARAGRAPH = 10


class Label(NamedTuple):
    """A field name found in the head of a page."""

    key: str
    name: str
    start: int
    value: int
    """Where its value may begin."""


def parse_capture(text: str, lines: list[Line]) -> Parts:
    """Title, fields and sections of a copied web page."""
    title, lines = _take_title(drop_chrome(without_address(lines)), find_address(lines))
    infobox = _find_infobox(lines)
    lead = _find_lead(lines, infobox)
    page = lay_out(lines, min(infobox, lead), lead)
    fields = _unlabelled_outcome(lines[:infobox] if page.infobox else ()) + _read_fields(text, page.infobox)
    return build_parts(title, tuple(fields), page)


def _take_title(lines: list[Line], address: str | None) -> tuple[str, list[Line]]:
    """The title and what is below it: above it stand at most a rubric and a date."""
    lines = lines[_title_line(lines, _words(page_name(address))) :]
    return ("", lines) if lines and find_label(lines[0]) else take_title(lines)


def _title_line(lines: Sequence[Line], named: AbstractSet[str]) -> int:
    """The line that the page's address names, if one of the first does, else the first that may be a title."""
    for index, line in enumerate(lines[:_NEAR] if len(named) >= _NAMED else ()):
        if find_label(line) or is_sentence(line.text):
            break
        if len(named & _words(line.text)) >= _NAMED:
            return index
    return next((index for index, line in enumerate(lines) if not _NO_TITLE.fullmatch(line.text)), 0)


def _words(text: str) -> frozenset[str]:
    """The longer words of a text, in small letters and without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return frozenset(word for word in re.findall(r"[a-z]+", plain) if len(word) > _SHORT)


def find_label(line: Line) -> Label | None:
    """The label a line starts with, glued to its value or not.

    >>> texts = ("Deaths69", "InjuredUnknown", "Result Inconclusive", "Lieu\\tLoroni", "Dates were sold")
    >>> [label and label.name for label in (find_label(Line(0, 20, text, False)) for text in texts)]
    ['Deaths', 'Injured', 'Result', 'Lieu', None]
    """
    keyed = _KEYED.match(line.text)
    if keyed and is_known(keyed[1]):
        return Label(normalise_key(keyed[1]), keyed[1], line.start, line.start + keyed.end())
    match = _LABEL.match(line.text)
    if not match:
        return None
    for name in (name for name in _BY_LENGTH if match[0].startswith(name)):
        rest = line.text[len(name) :]
        value = rest.lstrip(" \t:\u00a0")
        if not value or value[0].isupper() or _VALUE.match(value) or (name in _AFTER_SPACE and value != rest):
            return Label(_LABELS[name], name, line.start, line.start + len(line.text) - len(value))
    return None


def is_label(lines: Sequence[Line], index: int) -> bool:
    """Whether the infobox has a label here: no long sentence, and no heading above one."""
    line = lines[index]
    label = find_label(line)
    if label is None or (is_sentence(line.text, words=_LONG_SENTENCE) and not _is_glued(line, label)):
        return False
    alone = label.value == line.start + len(line.text)
    return not (alone and index + 1 < len(lines) and _is_prose(lines[index + 1].text))


def _is_glued(line: Line, label: Label) -> bool:
    """`TargetA base in the north; a mine.` is a field, however its value ends; `Target practice …` may be none."""
    return 0 < label.value - line.start == len(label.name) < len(line.text)


def _is_prose(text: str) -> bool:
    """Whether a line below a bare name is a sentence of a section, not a value: a capital first, a full stop last."""
    return text[0].isupper() and count_words(text) > 2 and strip_marks(text).endswith(".")


def _find_infobox(lines: Sequence[Line]) -> int:
    """Index of the first label that has another one near, or stands above all text; `len(lines)` without infobox."""
    labels = [index for index in range(min(len(lines), _LONGEST_HEAD)) if is_label(lines, index)]
    for index, following in zip(labels, [*labels[1:], len(lines)], strict=False):
        if following - index <= _NEAR and following < len(lines):
            return index
        if not any(is_sentence(line.text) for line in lines[:index]):
            return index
    return len(lines)


def _find_lead(lines: Sequence[Line], infobox: int) -> int:
    """Index of the first real sentence or marked heading after the infobox; `len(lines)` when there is none."""
    start = infobox if infobox < len(lines) else 0
    window = range(start, min(len(lines), start + _LONGEST_HEAD))
    blocks = [index for index in window if lines[index].text in _BLOCK_LABELS and is_label(lines, index)]
    last_block = max(blocks, default=-1)
    for index in range(start, len(lines)):
        if opens_text(lines[index]):
            return index
        if index > last_block and _opens_lead(lines, index):
            return index
    return len(lines)


def _opens_lead(lines: Sequence[Line], index: int) -> bool:
    """A sentence that stands apart, a long one anywhere, or a paragraph whose first line has no end mark."""
    line = lines[index]
    apart = line.gap or index == 0
    words = count_words(line.text)
    if is_head_note(line.text) or is_label(lines, index):
        return False
    if is_sentence(line.text):
        return apart or words >= _LONG_SENTENCE
    return apart and words >= _PARAGRAPH and not line.text[0].islower()


def _read_fields(text: str, head: Sequence[Line]) -> list[Field]:
    """A field for each label that has a value: it runs to the next label; only blocks go on below a blank line."""
    found = [(index, label) for index, line in enumerate(head) for label in _labels_of(line)]
    last = (len(head), Label("", "", len(text), len(text)))
    fields: list[Field] = []
    for (index, label), (following, after) in pairwise([*found, last]):
        end = min(_value_end(head[index : following + 1], label), after.start)
        fields.extend(_field(text, label, end))
    return fields


def _value_end(lines: Sequence[Line], label: Label) -> int:
    """Where the value of a label on the first of `lines` ends, but for what follows on the last of them."""
    end = lines[0].end
    for line in lines[1:]:
        if line.gap and label.key not in BLOCKS and label.value < end:
            break
        end = line.end
    return end


def _labels_of(line: Line) -> list[Label]:
    """The labels of a line, also inner ones: `Strength 1,500 UnknownCasualties and losses 70 captured`."""
    if line.gap and _WAR.fullmatch(line.text):
        return [Label("partof", "", line.start, line.start)]
    first = find_label(line)
    after = first.value - line.start if first else 1
    inner = [
        Label(_LABELS[match[0].strip()], match[0].strip(), line.start + match.start(), line.start + match.end())
        for match in _INNER_LABEL.finditer(line.text, after)
    ]
    return [first, *inner] if first else inner


def _unlabelled_outcome(lines: Sequence[Line]) -> list[Field]:
    """A line such as `MNLA victory` above the first label is the result whose label was lost."""
    for line in lines:
        if _OUTCOME.search(line.text[:100]) and count_words(line.text) <= _NEAR:
            return [Field("result", "", line.start, line.end)]
    return []


def _field(text: str, label: Label, end: int) -> list[Field]:
    """The field of a label, without the white space around its value; nothing for an empty one."""
    value = text[label.value : end]
    start = label.value + len(value) - len(value.lstrip())
    stop = label.value + len(value.rstrip())
    return [Field(label.key, label.name, start, stop)] if start < stop else []
