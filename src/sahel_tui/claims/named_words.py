"""Which lists of a language the words of a sentence stand in, and where its phrases start: one look over them all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.phrase_trees import Phrases

LISTS = (
    *("accusing", "aftercare", "aftermath", "age_bounds", "aged", "all", "along", "amid", "another"),
    *("announced_losses", "are_counted", "become", "closing_verbs", "part_verbs", "say", "state_verbs"),
    *("brought", "care_places", "change_verbs", "civilian_adjectives", "conditional", "conditionals", "counted_in"),
    *("counting_in", "for_them", "news", "opening_according_to", "owned_statements", "plural_own", "reported_tolls"),
    *("deed_verbs", "departures", "double_object", "drives", "enemy", "exceeding", "former"),
    *("had", "include", "inverting", "latter", "leaving", "likewise", "long_wars", "loss_nouns", "lumped"),
    *(
        "military_context",
        "name_lists",
        "operations",
        "pluperfect",
        "pro_verbs",
        "put_at",
        "raises_total",
        "raising",
        "retaliatory",
    ),
    *(
        "ranks_of",
        "side_nouns",
        "since",
        "span_starts",
        "span_units",
        "split_openers",
        "states",
        "sum_since",
        "superlatives",
    ),
    *("shares", "suspected", "there", "toll_subjects", "toll_verbs", "twice", "wars", "weekdays", "wounded_victims"),
)
"""Word lists without whose words some rule has nothing to do; all lists of phrases are asked for besides."""


Told: TypeAlias = dict[str, list[int]]
"""Indexes of tokens by the names of lists and phrases."""


class _Node:
    """The names of what ends at a word, and the words that may follow it."""

    __slots__ = ("following", "names")

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.following: dict[str, _Node] = {}


class NamedWords:
    """Lists and phrases of a language, and the names of `actors`, as one tree of words; made when first asked."""

    def __init__(self, lists: Mapping[str, Iterable[str]], phrases: Mapping[str, Phrases[Any]]) -> None:
        self._lists, self._phrases = lists, phrases

    @cached_property
    def _by_first(self) -> dict[str, _Node]:
        root, phrases = _Node(), {**self._phrases, "actors": load_actors().names}
        named = ((name, (word,)) for name, words in self._lists.items() if name not in phrases for word in words)
        spoken = ((name, words) for name, tree in phrases.items() for words in tree.entries())
        for name, words in (*named, *spoken):
            node = root
            for word in words:
                node = node.following.setdefault(word, _Node())
            node.names += (name,)
        return root.following

    def find(self, words: Sequence[str]) -> Told:
        """Where, among folded words, a word of each list stands and a phrase of each name starts; in order."""
        found: Told = {}
        by_first, end = self._by_first, len(words)
        for at, word in enumerate(words):
            node = by_first.get(word)
            if node is None:
                continue
            for name in node.names:
                if name in found:
                    found[name].append(at)
                else:
                    found[name] = [at]
            behind = at + 1
            while behind < end and node.following and (node := node.following.get(words[behind])):
                behind += 1
                for name in node.names:
                    places = found.setdefault(name, [])
                    if not places or places[-1] != at:
                        places.append(at)
        return found
