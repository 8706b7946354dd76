"""Losses whose number is said not to be known: `the number of dead remains unknown`, `le bilan reste inconnu`."""

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Category, Count

LONGEST_NAME = 5
"""Tokens from `number` to the word that tells what became of the people whose number it is."""

LONGEST_SUBJECT = 10
"""Tokens from `number` to `is unknown`."""


def add_unknown_toll(sentence: Sentence) -> None:
    """Add an unknown quantity for each number of dead, wounded or missing that a predicate calls unknown."""
    if "unknown_predicates" not in sentence.told:
        return
    for at in sentence.places(sentence.lexicon.list("counted_totals")):
        end = _end_of_predicate(sentence, at)
        told = any(q.first < end and at < q.last and q.category and q.match.count.vague for q in sentence.quantities)
        category = _category_at(sentence, at) if end and not told else None
        if category:
            victims = find_victims(sentence.tokens, at + 1, sentence.lexicon)
            if not victims.kind and at:
                victims = find_victims(sentence.tokens, at - 1, sentence.lexicon)  # `Jihadist casualties`
            found = Quantity(
                CountMatch(at, end, Count(vague="unknown")), victims, at, end, category, rule="unknown_toll"
            )
            sentence.quantities = [q for q in sentence.quantities if not at <= q.first < end]
            sentence.quantities.append(found)
            sentence.quantities.sort(key=lambda quantity: quantity.first)


def _end_of_predicate(sentence: Sentence, at: int) -> int:
    """Where `is unknown` behind the number ends, no mark between; 0 without one."""
    for place in range(at + 1, min(len(sentence.tokens), at + LONGEST_SUBJECT)):
        found = sentence.lexicon.phrases["unknown_predicates"].match(sentence.tokens, place)
        if found:
            return place + found[1]
        if sentence.tokens[place].kind == "mark":
            return 0
    return 0


def _category_at(sentence: Sentence, at: int) -> Category | None:
    """What the word shortly behind the number tells: `of people killed`, `of victims`."""
    for word in sentence.words:
        families = word.families("participle", "after", "before")
        if at - 1 <= word.first <= at + LONGEST_NAME and families:  # `les pertes`
            return resolve_category(families, "")
    implied: dict[str, Category] = sentence.lexicon.grammar["implied"]
    named = (implied.get(word) for word in sentence.lowers(at + 1, at + LONGEST_NAME))
    return next((category for category in named if category), None)
