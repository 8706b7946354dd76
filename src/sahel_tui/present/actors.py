"""Which voices are parties to the conflict, and which side of an event they speak for."""

from functools import cache

from sahel_tui.claims.actors import Actor, load_actors
from sahel_tui.claims.tokens import tokenise
from sahel_tui.present.text import fold

_ARMED = frozenset({"state", "rebel", "jihadist", "militia", "mercenary"})


@cache
def _find_actors(name: str) -> tuple[Actor, ...]:
    return tuple(mention.actor for mention in load_actors().find(tokenise(name)))


def is_armed(voice: str) -> bool:
    """Whether a voice is a state or an armed group, and so a party wherever it speaks."""
    return any(actor.kind in _ARMED for actor in _find_actors(voice))


def speaks_for(voice: str, label: str) -> bool:
    """Whether `voice` is one of the combatants a side's label lists, a part of one, or what one is a part of."""
    if fold(voice) == fold(label):
        return True
    related = load_actors().related
    return any(related(speaker, member) for speaker in _find_actors(voice) for member in _find_actors(label))
