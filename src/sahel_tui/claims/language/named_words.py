"""Which lists of a language the words of a sentence stand in, and where its phrases start: one look over them all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import compress, repeat
from typing import Any, TypeAlias

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.phrase_trees import Phrases

LISTS = (
    *(
        "accusing",
        "admission",
        "after_clause",
        "aftercare",
        "aftermath",
        "age_bounds",
        "aged",
        "all",
        "along",
        "amid",
        "another",
        "arrivals",
    ),
    *("are_counted", "become", "boundary", "brought", "care_places", "change_verbs", "civilian_adjectives"),
    *("clause_starts", "closing_verbs", "conditional", "conditionals", "counted_in", "counting_in", "deed_verbs"),
    *("departures", "double_object", "earlier_adverbs", "enemy", "event_nouns", "event_pronouns", "exceeding"),
    *("for_them", "former", "had", "hosting", "include", "inverting", "latter", "leaving", "likewise", "long_wars"),
    *("loss_nouns", "lumped", "military_context", "month_names", "name_lists", "news", "opening_according_to"),
    *("operations", "owned_statements", "part_verbs", "plain_and", "pluperfect", "plural_own", "pro_verbs", "put_at"),
    *("raises_total", "raising", "ranks_of", "reported_tolls", "say", "side_nouns", "since", "span_pointers"),
    *("span_starts", "span_units", "split_openers", "start_words", "state_verbs", "succumbs", "sum_since"),
    *("superlatives", "that_clause", "there", "toll_subjects", "toll_verbs", "wars", "weekdays", "where", "which"),
    *("figure_participles", "periods", "retaliatory", "shares", "twice", "wounded_victims"),
)
"""Word lists without whose words some rule has nothing to do; all lists of phrases are asked for besides."""


PHRASE_LISTS = (
    *("accompanied", "again", "agent_phrases", "air_strikes", "all_of_them", "all_over", "anonymous", "armed_with"),
    *(
        "as_for",
        "as_many",
        "at_once",
        "attacked",
        "believed",
        "beside",
        "both_sides",
        "civil_garb",
        "complements",
        "cost_openers",
    ),
    "elsewheres",
    *("denials", "figure_verbs", "first_hours", "flights", "follows", "going_on", "how_many", "in_number", "instantly"),
    *("likewise_ends", "more_behind", "most_of_them", "near_places", "next_day", "numbering_verbs", "opposite"),
    *("only_ones", "other_side", "our_side", "own_side", "parts_openers", "returning", "same_days", "same_fate"),
    *("same_weeks", "seizures"),
    *("same_month", "same_times", "say_phrases", "side_asides", "side_openers", "summing", "targets", "there_are"),
    *("those_of", "times_as_many", "toll_ends", "topic_openers"),
    *("unawares", "under_attack", "uniforms", "unknown_predicates", "unreal", "with_wounds", "worsted"),
)
"""Lists of the grammar table whose entries may be several words."""

MARKS = ("subset_before", "subset_after", "total", "early", "late", "freed")
"""Tables of marks, each of phrases: what makes a figure a part, a total, an early or a late one."""

SIGNS = (",", ";", ":", "—", "(")
"""Marks whose places are told by themselves."""

MOST_WORDS = 1 << 15
"""Words that are kept at hand with what starts at them."""

Told: TypeAlias = dict[str, list[int]]
"""Indexes of tokens by the names of lists and phrases; `figures` are those of words with a digit or hyphen."""


class _Node:
    """The names of what ends at a word, and the words that may follow it."""

    __slots__ = ("following", "names")

    def __init__(self) -> None:
        self.names: tuple[str, ...] = ()
        self.following: dict[str, _Node] = {}


def _may_count(word: str) -> bool:
    """`1,000`, `thirty-one`."""
    return word[0].isdigit() or "-" in word


_FIGURE, _UNSEEN = _Node(), _Node()
_FIGURE.names = ("figures",)


class NamedWords:
    """Lists and phrases of a language, and the names of `actors`, as one tree of words; made when first asked."""

    def __init__(self, lists: Mapping[str, Iterable[str]], phrases: Mapping[str, Phrases[Any]]) -> None:
        self._lists, self._phrases = lists, phrases

    @cached_property
    def _by_first(self) -> dict[str, _Node | None]:
        """What starts at a word; words of no list are added when they are first seen, most with nothing."""
        root, phrases = _Node(), {**self._phrases, "actors": load_actors().names}
        lists = {**self._lists, **{sign: sign for sign in SIGNS}}
        named = ((name, (word,)) for name, words in lists.items() if name not in phrases for word in words)
        spoken = ((name, words) for name, tree in phrases.items() for words in tree.entries())
        for name, words in (*named, *spoken):
            node = root
            for word in words:
                node = node.following.setdefault(word, _Node())
            node.names += (name,)
        for word, node in root.following.items():
            node.names += _FIGURE.names if _may_count(word) else ()
        return {**root.following}

    def _meet(self, word: str) -> _Node | None:
        """What starts at a word of no list."""
        node = _FIGURE if _may_count(word) else None
        if len(self._by_first) < MOST_WORDS:
            self._by_first[word] = node
        return node

    def find(self, words: Sequence[str]) -> Told:
        """Where, among folded words, a word of each list stands and a phrase of each name starts; in order."""
        found: Told = {}
        end = len(words)
        nodes = list(map(self._by_first.get, words, repeat(_UNSEEN)))
        for at, node in compress(enumerate(nodes), nodes):
            if node is _UNSEEN:
                node = self._meet(words[at])
            if node is None:
                continue
            for name in node.names:
                if name in found:
                    found[name].append(at)
                else:
                    found[name] = [at]
            behind = at + 1
            while node.following and behind < end and (node := node.following.get(words[behind])):
                behind += 1
                for name in node.names:
                    places = found.setdefault(name, [])
                    if not places or places[-1] != at:
                        places.append(at)
        return found
