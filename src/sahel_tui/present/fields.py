"""The infobox fields that are no figures: result, strength, commanders and the rest, gathered from all documents."""

import re
from collections.abc import Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.documents.clean import clean_value
from sahel_tui.model import Claim, Document, Field
from sahel_tui.present.text import fold, visible

_SHOWN_ELSEWHERE = frozenset({"conflict", "title", "place", "date", "partof", "belligerents"})
_NUMBERED = re.compile(r"(combatant|commander|strength|casualties)(\d+)\Z")
_NAMES = {
    "commander": "commanders",
    "fatalities": "deaths",
    "injuries": "injured",
}
_ORDER = ("result", "territory", "target", "type", "perpetrators", "victims", "motive", "strength", "commanders")


@dataclass(frozen=True, slots=True)
class OtherField:
    """One field, or the numbered fields of all sides together."""

    label: str
    sides: tuple[str, ...]
    """The side of each value: `combatant1` …; one empty string for a field that has no side."""
    values: tuple[tuple[tuple[str, str], ...], ...]
    """For each side the values, each with the document that says so when documents differ."""


def find_other_fields(documents: Sequence[Document], claims: Sequence[Claim]) -> tuple[OtherField, ...]:
    """The fields of all documents in reading order; a casualty field is among them only if no figure came out of it."""
    values: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for number, document in enumerate(documents, 1):
        for field in document.fields:
            if _is_shown_here(field, document, claims):
                _add_value(values.setdefault(_name_field(field), []), document, field, number)
    labels = sorted(dict.fromkeys(label for label, _ in values), key=_rank)
    return tuple(_gather(label, values) for label in labels if any(values[key] for key in values if key[0] == label))


def _is_shown_here(field: Field, document: Document, claims: Sequence[Claim]) -> bool:
    numbered = _NUMBERED.match(field.key)
    if field.key in _SHOWN_ELSEWHERE or (numbered and numbered[1] == "combatant"):
        return False
    return not any(c.document == document.id and field.start <= c.start < field.end for c in claims)


def _name_field(field: Field) -> tuple[str, str]:
    numbered = _NUMBERED.match(field.key)
    name = numbered[1] if numbered else field.key
    side = f"combatant{numbered[2]}" if numbered else ""
    return _NAMES.get(name, visible(name)), side


def _add_value(known: list[tuple[str, str]], document: Document, field: Field, number: int) -> None:
    text = " ".join(visible(clean_value(document.text[field.start : field.end])).split())
    if text and fold(text) not in {fold(value) for value, _ in known}:
        known.append((text, f"document {number}" if known else ""))


def _gather(label: str, values: dict[tuple[str, str], list[tuple[str, str]]]) -> OtherField:
    said = [side for name, side in values if name == label and values[name, side]]
    # A capture that lost its columns repeats as one block what another document gives side by side.
    sides = tuple(side for side in said if side) or tuple(said)
    return OtherField(label, sides, tuple(tuple(values[label, side]) for side in sides))


def _rank(label: str) -> int:
    return _ORDER.index(label) if label in _ORDER else len(_ORDER)
