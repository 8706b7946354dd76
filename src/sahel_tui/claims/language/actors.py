"""The actors of the region: their names in a text, their relations, their camps."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from sahel_tui.bundled import bundled_path
from sahel_tui.claims.language.phrase_trees import Phrases
from sahel_tui.claims.language.tokens import Token, fold_word, tokenise
from sahel_tui.dataclass import dataclass

STATE_CAMP = frozenset(("state", "mercenary", "international", "militia"))
"""Kinds that fight on a government's side unless a document lists them elsewhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Actor:
    """One entry of `actors.json`; there is one object of each, and it stands in many sets."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    country: tuple[str, ...]

    @property
    def short(self) -> str:
        """The acronym when the id is one of the aliases, else the name without its parenthesis."""
        wanted = self.id.replace("_", "-").casefold()
        same = [alias for alias in self.aliases if alias.casefold() == wanted]
        acronym = next((alias for alias in same if alias.isupper()), next(iter(same), None))
        return acronym or self.name.partition(" (")[0]


_LETTERS = re.compile(r"[^\W\d_]+")
_ITEM = ", "
_KEPT = 16_384
"""Short texts whose actors are remembered."""
_SPELT_AS_WORD = 4
"""Letters of an acronym that French papers write as a name: `Aqmi`, `Minusma`."""


class Mention(NamedTuple):
    """An actor named at `tokens[first:last]`, `text` as written."""

    first: int
    last: int
    actor: Actor
    text: str


class Actors:
    """All actors, found by name, with their ancestry."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self.by_id = {actor.id: actor for actor in actors}
        names = [(name, (actor, name)) for actor in actors for name in (actor.name, *actor.aliases)]
        self.names = Phrases(names)
        """Every name and alias, with its actor and as it is spelt."""
        self.first_words = self.names.first_words
        folded = [fold_word(name) for name, _ in names]
        self._openings = frozenset(_LETTERS.findall(name)[0] for name in folded)
        self._behind_commas = frozenset(
            _LETTERS.findall(item)[0] for name in folded for item in name.split(_ITEM.strip())[1:]
        )

    def find(self, tokens: Sequence[Token], places: Sequence[int] | None = None) -> Iterator[Mention]:
        """Mentions from left to right, the longest name first; `places` are where they may start, if known."""
        end = 0
        for at in self.names.places([token.lower for token in tokens]) if places is None else places:
            found = self.match(tokens, at) if at >= end else None
            if found:
                yield found
                end = found.last

    def may_name(self, text: str) -> bool:
        """Whether some word of `text` may begin a name: asking costs a tenth of looking."""
        return not self._openings.isdisjoint(_LETTERS.findall(text.lower()))

    def may_go_on(self, item: str) -> bool:
        """Whether a name that began before a comma may go on in what stands behind it."""
        found = _LETTERS.search(item.lower())
        return found is None or found[0] in self._behind_commas

    def match(self, tokens: Sequence[Token], at: int) -> Mention | None:
        """The actor named at `tokens[at]`; an acronym must be written as one (`IS` is not `is`), or as `Minusma`."""
        if at >= len(tokens) or tokens[at].lower not in self.first_words:
            return None
        found = self.names.match(tokens, at)
        if not found:
            return None
        (actor, name), length = found
        written = " ".join(token.text for token in tokens[at : at + length])
        if name[0].isupper() and not written[0].isupper():
            return None
        spelt = len(name) >= _SPELT_AS_WORD and written.istitle()
        if name.isupper() and not (written.isupper() or spelt):
            return None
        return Mention(at, at + length, actor, written)

    def root(self, actor: Actor) -> Actor:
        """The topmost actor of the same kind: the Malian army's is Mali, not a coalition it joined."""
        while actor.parent and self.by_id[actor.parent].kind == actor.kind:
            actor = self.by_id[actor.parent]
        return actor

    def lineage(self, actor: Actor) -> frozenset[str]:
        """Ids of the actor and all its ancestors."""
        ids = {actor.id}
        while actor.parent:
            actor = self.by_id[actor.parent]
            ids.add(actor.id)
        return frozenset(ids)

    def related(self, one: Actor, other: Actor) -> bool:
        """One is the other, or one of its ancestors or descendants."""
        return one.id in self.lineage(other) or other.id in self.lineage(one)


def find_actors(text: str) -> tuple[Actor, ...]:
    """The actors named in a short text such as an infobox value, each once; the same names come again and again."""
    begins, comma, ends = text.rpartition(_ITEM)
    if not comma or load_actors().may_go_on(ends):
        return _find_in_item(text)
    first, last = _find_in_item(begins), _find_in_item(ends)
    return tuple(dict.fromkeys((*first, *last))) if first and last else first or last


@lru_cache(maxsize=_KEPT)
def _find_in_item(text: str) -> tuple[Actor, ...]:
    actors = load_actors()
    if not actors.may_name(text):
        return ()
    return tuple(dict.fromkeys(mention.actor for mention in actors.find(tokenise(text))))


@lru_cache(maxsize=_KEPT)
def find_first_actor(name: str) -> Actor | None:
    """The first actor named in the name of a speaker; the same few speak again and again."""
    mention = next(load_actors().find(tokenise(name)), None)
    return mention.actor if mention else None


@cache
def load_actors() -> Actors:
    """The bundled actors."""
    entries = json.loads(bundled_path("actors.json").read_bytes())
    return Actors(
        [
            Actor(
                entry["id"],
                entry["name"],
                tuple(entry["aliases"]),
                entry["kind"],
                entry["parent"],
                tuple(entry["country"]),
            )
            for entry in entries
        ]
    )


@cache
def load_people() -> dict[str, str]:
    """Whom the people of `people.json` speak for, by their names in small letters without accents."""
    actors = load_actors().by_id
    entries = json.loads(bundled_path("people.json").read_bytes())
    return {
        fold_word(name): actors[entry["party"]].short if entry["party"] in actors else entry["party"]
        for entry in entries
        for name in entry["people"]
    }
