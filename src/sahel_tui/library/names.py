"""The names an event is found by: its places, who fights in it, and who gives figures."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

from sahel_tui.claims.language.actors import Actor, find_actors, load_actors
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.documents.clean import clean_value
from sahel_tui.documents.data_sets.figures import RECORDED
from sahel_tui.documents.language import CODE, find_words
from sahel_tui.model import Claim, Document, Event
from sahel_tui.store.entries import Names
from sahel_tui.store.schema import ACTOR

Item = TypeVar("Item")

_BREAK = re.compile(r"\n(?=\n|- )")
"""Before a paragraph and an item: a name may go on in the next line of either."""
_SAID = " killed (per "
"""What no name goes over, like `RECORDED`; what they part comes again and again, with other numbers and places."""
_LONGEST_KEPT = 200
"""Characters of a piece that is worth remembering."""
_END = ". "
"""What no name goes over: most sentences name nobody, and need not be cut into words."""
_FIGHTING = ("combatant", "belligerents", "perpetrators", "accused")


class Named(NamedTuple):
    """Who is named in a document, and as what."""

    fighting: tuple[str, ...]
    """The sides, as written."""
    sources: tuple[str, ...]
    fighters: tuple[Actor, ...]
    speakers: tuple[Actor, ...]
    mentioned: tuple[Actor, ...]
    """These and all others the text speaks of."""


def find_names(event: Event, document: Document, claims: Sequence[Claim]) -> Names:
    """All names of the event of one document, each once."""
    places = name_places(event.place, document.value("place") or "")
    return Names(places, *name_all(find_named(event.title, document, claims)))


def name_places(place: str, stated: str) -> tuple[str, ...]:
    """Those of an event, the second as its infobox writes it."""
    return _unique([place, clean_value(stated)])


def find_named(title: str, document: Document, claims: Sequence[Claim]) -> Named:
    """All that title, infobox, claims and text name."""
    fighting = tuple([clean_value(value) for value in _fighting(document)])
    sources = _unique(claim.source for claim in claims if claim.source)
    fighters = _unique(actor for text in (title, *fighting) for actor in find_actors(text))
    speakers = _unique(actor for text in sources for actor in find_actors(text))
    spoken_of = dict.fromkeys(actor for piece in _cut(document.text) for actor in find_mentioned(piece))
    mentioned = _unique([*fighters, *speakers, *filter(_is_no_country, spoken_of)])
    return Named(fighting, sources, fighters, speakers, mentioned)


@lru_cache(maxsize=4_096)
def name_all(named: Named) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Those who fought, those who are spoken of, those who give figures; many rows of a data set have the same."""
    fighting, sources, fighters, speakers, mentioned = named
    return (
        _unique([*fighting, *(name for actor in fighters for name in _acronyms(actor))]),
        _unique([*fighting, *sources, *map(_mark, mentioned)]),
        _unique([*sources, *map(_mark, speakers)]),
    )


def join_names(place: str, many: Sequence[Names]) -> Names:
    """The names of an event of several documents, its own place first."""
    return Names(
        places=_unique([place, *(name for names in many for name in names.places)]),
        actors=_unique(name for names in many for name in names.actors),
        mentioned=_unique(name for names in many for name in names.mentioned),
        sources=_unique(name for names in many for name in names.sources),
    )


def _cut(text: str) -> Iterable[str]:
    return (piece for part in _BREAK.split(text) for piece in part.replace(RECORDED, _SAID).split(_SAID))


def find_mentioned(piece: str) -> Iterable[Actor]:
    """The actors a piece of text names; the short ones of a data set's rows come again and again."""
    if len(piece) <= _LONGEST_KEPT:
        return find_actors(piece)
    openings = [word.decode(CODE) for word in _find_openings().intersection(find_words(piece))]
    sentences = piece.split(_END) if openings else ()
    naming = (sentence for sentence in sentences if _holds_any(sentence.lower(), openings))
    return (mention.actor for sentence in naming for mention in load_actors().find(tokenise(sentence)))


@cache
def _find_openings() -> frozenset[bytes]:
    """The words that names of actors begin with."""
    return frozenset(word for first in load_actors().first_words for word in find_words(first)[:1])


def _holds_any(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def find_others(text: str) -> tuple[Actor, ...]:
    """The actors that a text speaks of, but no states."""
    if not load_actors().may_name(text):
        return ()
    return tuple([actor for actor in find_mentioned(text) if _is_no_country(actor)])


def _fighting(document: Document) -> list[str]:
    return [document.text[field.start : field.end] for field in document.fields if field.key.startswith(_FIGHTING)]


@cache
def _mark(actor: Actor) -> str:
    """The word that stands for all of its names."""
    return ACTOR + actor.id.replace("_", "")


def list_aliases() -> dict[str, tuple[str, ...]]:
    """All names of every actor, by the word that stands for them."""
    return {_mark(actor): (actor.name, *actor.aliases) for actor in load_actors().by_id.values()}


@cache
def _acronyms(actor: Actor) -> list[str]:
    """Its name and those of its other names that are one word, such as `JNIM`, but no description."""
    return [actor.name, *(alias for alias in actor.aliases if " " not in alias and alias[0].isupper())]


def _is_no_country(actor: Actor) -> bool:
    """A state is named in every text about it: as a place, not as an actor."""
    return not actor.country or actor.kind != "state" or actor.parent is not None


def _unique(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(item for item in items if item))
