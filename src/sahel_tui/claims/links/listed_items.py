"""Lists of the dead, a line for each nation or kind of people: `The victims were:`, `8 Burkinabe`, `Canada: 6`."""

from collections.abc import Sequence
from typing import NamedTuple

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Category

LONGEST_ITEM = 8
"""Tokens of a line that is an item."""

THINGS = frozenset(("vehicle", "aircraft", "excluded", "unknown"))
"""Kinds of nouns that such a list does not count."""


class Listing(NamedTuple):
    """What the lines of a list count that a sentence introduced, in which incident and in whose voice."""

    category: Category
    incident: str
    source: str | None


def introduces_list(sentence: Sentence, linked: Sequence[Quantity]) -> Category | None:
    """What `Les victimes sont :`, `Of the 28 dead, by nationality:` lets the lines behind it count."""
    if not sentence.tokens or sentence.tokens[-1].text != ":":
        return None
    if linked:
        return linked[-1].category
    for word in reversed(sentence.words):
        families = word.families("after", "before")
        told = resolve_category(families, "people") if families else None
        if told:
            return told if _is_head(sentence, word.last) else None
    implied = sentence.lexicon.grammar["implied"]
    at = next((at for at in range(len(sentence.tokens) - 1, -1, -1) if sentence.folded[at] in implied), None)
    return implied[sentence.folded[at]] if at is not None and _is_head(sentence, at + 1) else None


def _is_head(sentence: Sentence, behind: int) -> bool:
    """`The dead by nationality:` lists them, `Rations for the dead men's families:` does not."""
    passed = sentence.lexicon.lists("stop", "figure", "appears", "be")
    return sentence.tokens[behind].kind == "mark" or sentence.folded[behind] in passed


def is_item(sentence: Sentence, linked: Sequence[Quantity]) -> bool:
    """A line of such a list: one figure and little else."""
    return len(linked) == 1 and len(sentence.tokens) <= LONGEST_ITEM


def link_item(sentence: Sentence, category: Category) -> list[Quantity]:
    """The figure of one line of such a list, which counts some of those that the list is about; empty for no item."""
    if len(sentence.quantities) != 1 or len(sentence.tokens) > LONGEST_ITEM:
        return []
    item = sentence.quantities[0]
    bullet = item.first == 1 and sentence.tokens[0].kind == "mark"
    labelled = item.first > 1 and sentence.tokens[item.first - 1].text == ":" and item.last >= len(sentence.tokens) - 1
    named = item.victims.kind == "unknown" and sentence.tokens[item.match.last].text[0].isupper()  # `1 Franco-Malian`
    if item.category or not (item.first == 0 or bullet or labelled) or (item.victims.kind in THINGS and not named):
        return []
    told = _told_by_label(sentence, item, category) if labelled else category
    if told is None:
        return []
    item.category, item.rule = told, "listed_item"
    item.flags += ["subset"] if told == category else []
    return [item]


def _told_by_label(sentence: Sentence, item: Quantity, category: Category) -> Category | None:
    """`Canada: 6`, `Soldiers: 12`: of those on the list; `Vehicles destroyed: 4` says itself what."""
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, at) for at in range(item.first))
    kind = next((noun[0] for noun in nouns if noun), "")
    if not sentence.words:
        return None if kind in THINGS else category
    family = sentence.words[-1].families("participle", "after")
    return resolve_category(family, kind) if family and kind in ("vehicle", "aircraft") else None
