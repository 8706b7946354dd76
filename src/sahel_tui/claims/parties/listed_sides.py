"""The combatants that a document lists: its fields, or a flattened block whose columns lost their borders."""

import re
from functools import lru_cache
from itertools import pairwise

from sahel_tui.claims.language.actors import STATE_CAMP, Actor, load_actors
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.dataclass import dataclass, field
from sahel_tui.documents.clean import clean_value
from sahel_tui.model import Document

CALLED = {
    "jihadist": re.compile(r"islamist|jihad|djihad", re.IGNORECASE),
    "rebel": re.compile(r"rebel|séparat|separat|azawad", re.IGNORECASE),
}
"""Words that tell the kind of a side without an actor's name."""


RULED_OFF = re.compile(r"\n[ \t]*\n[ \t]*\n\s*(\S[^\n]*)")


@dataclass(slots=True)
class Combatant:
    """One side of the document: who is in it."""

    id: str
    label: str
    actors: list[Actor] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)

    @property
    def is_state(self) -> bool:
        """It holds a government or a government's helper, and nobody who fights one."""
        return bool(self.countries) or any(actor.kind in STATE_CAMP for actor in self.actors)

    @property
    def is_group(self) -> bool:
        """It holds a rebel or jihadist group."""
        return not self.kinds.isdisjoint(("rebel", "jihadist"))

    @property
    def missions(self) -> list[Actor]:
        """The international missions in it."""
        return [actor for actor in self.actors if actor.kind == "international"]

    @property
    def kinds(self) -> frozenset[str]:
        """Kinds of its actors; `Islamists coalition` names none and is jihadist all the same."""
        called = {kind for kind, pattern in CALLED.items() if pattern.search(self.label)} if not self.actors else set()
        return frozenset((*called, *(actor.kind for actor in self.actors)))


def list_combatants(document: Document, lexicon: Lexicon) -> list[Combatant]:
    """The combatants of a document in its own order: from their fields, else from a flattened block."""
    texts = {
        entry.key: clean_value(document.text[entry.start : entry.end])
        for entry in document.fields
        if entry.key.startswith("combatant") and re.fullmatch(r"combatant\d+", entry.key)
    }
    if texts:
        combatants = [_combatant(key, texts[key], lexicon) for key in sorted(texts)]
        listed = [combatant for combatant in combatants if combatant.label]
        if len(listed) == 1 and listed[0].is_group and _has_moved(listed[0], document):
            return [_combatant("combatant2", listed[0].label, lexicon)]
        return listed
    block = document.value("belligerents")
    return _from_block(block, lexicon) if block else []


def _has_moved(combatant: Combatant, document: Document) -> bool:
    """A group stands alone in a row of a table with two columns of losses: the flag of its enemy left no text."""
    field = next(entry for entry in document.fields if entry.key == combatant.id)
    before = document.text[document.text.rfind("\n", 0, field.start) + 1 : field.start]
    in_row = not before.strip(" |") and document.text[field.end : field.end + 3].strip(" ").startswith("|")
    return combatant.id == "combatant1" and in_row and document.value("casualties2") is not None


@lru_cache(maxsize=1_024)
def _combatant(side: str, text: str, lexicon: Lexicon) -> Combatant:
    tokens = tokenise(text)
    actors = [mention.actor for mention in load_actors().find(tokens)]
    countries = {load_actors().root(actor).name.partition(" (")[0] for actor in actors if actor.kind == "state"}
    named = (lexicon.countries.match(tokens, at) for at in range(len(tokens)) if tokens[at].text[:1].isupper())
    countries |= {match[0] for match in named if match}
    return Combatant(side, text, actors, countries)


def _from_block(block: str, lexicon: Lexicon) -> list[Combatant]:
    """Sides of a flattened block: lines of one camp in a row; the second line begins the other side."""
    lines = _lines_of(block, lexicon)
    if len(lines) == 1:
        return _from_line(lines[0], lexicon)
    camps = [_camp(_combatant("", line, lexicon)) for line in lines]
    changes = [at for at in range(1, len(lines)) if camps[at] != camps[0] and camps[at] is not None]
    split = next((at for at in changes if lines[at] not in _ruled_off(block)), next(iter(changes), 1))
    return [
        _combatant("combatant1", ", ".join(lines[:split]), lexicon),
        _combatant("combatant2", ", ".join(lines[split:]), lexicon),
    ]


def _lines_of(block: str, lexicon: Lexicon) -> list[str]:
    """The filled lines, one that names two camps in two; `Local governments:` only heads those below."""
    lines = [clean_value(line) for line in block.splitlines()]
    lines = [line for line in lines if line]
    named = lines[1:] if len(lines) > 2 and lines[0].endswith(":") else lines
    return [piece for line in named for piece in _split_camps(line, lexicon)] if len(named) > 1 else named


def _ruled_off(block: str) -> list[str]:
    """Lines behind a rule that two empty lines stand for: they go on with the side above."""
    return [clean_value(line) for line in RULED_OFF.findall(block)]


def _from_line(line: str, lexicon: Lexicon) -> list[Combatant]:
    """`Mali Jama'at Nasr al-Islam wal Muslimin`: one line holds both sides; the camp changes between two names."""
    first, *rest = _split_camps(line, lexicon)
    sides = [_combatant("combatant1", first.strip(" ,"), lexicon)]
    return sides + [_combatant("combatant2", second, lexicon) for second in rest]


def _split_camps(line: str, lexicon: Lexicon) -> list[str]:
    """A line in two where a state or its helper stands beside a group: `Nigeria Boko Haram`; else the line itself."""
    tokens = tokenise(line)
    camps = {mention.first: mention.actor.kind in STATE_CAMP for mention in load_actors().find(tokens)}
    camps |= {at: True for at in range(len(tokens)) if at not in camps and lexicon.countries.match(tokens, at)}
    for before, after in pairwise(sorted(camps)):
        if camps[before] != camps[after]:
            return [line[: tokens[after].start], line[tokens[after].start :]]
    return [line]


def _camp(combatant: Combatant) -> str | None:
    if combatant.is_group:
        return "group"
    return "state" if combatant.is_state else None
