"""Denials that name only enemies as dead: `only terrorists died`, `n'a tué que des djihadistes`."""

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.model import CIVILIANS, Count

FARTHEST_VERB = 4
"""Tokens from the only ones to the verb: `only terrorists, it insisted, had died` has the insertion skipped."""


def add_denied_others(sentence: Sentence) -> None:
    """Add a count of nobody where it is said that only fighters of a group were killed: nobody else was."""
    for at in sentence.told.get("only_ones", ()):
        opening = sentence.lexicon.phrases["only_ones"].match(sentence.tokens, at)
        first = at + opening[1] if opening else at
        negated = sentence.lowers(max(0, at - 1), at)
        if not sentence.lexicon.list("uncounted").isdisjoint(negated):
            continue  # `not only terrorists`
        victims = find_victims(sentence.tokens, first, sentence.lexicon)
        word = _verb_of(sentence, at, victims.last) if victims.kind == "group" else None
        if word is None or any(at <= quantity.first < victims.last for quantity in sentence.quantities):
            continue
        none = CountMatch(at, first, Count(0, 0, vague="none"))
        start, end = min(at, word.first), max(victims.last, word.last)
        sentence.quantities.append(Quantity(none, Victims(last=end), start, end, "killed", word, rule="only_these"))
        sentence.quantities.sort(key=lambda quantity: quantity.first)


def _verb_of(sentence: Sentence, at: int, end: int) -> CasualtyWord | None:
    """`killed only terrorists`: the verb before; `only terrorists had died`: the one shortly behind."""
    that = sentence.lexicon.list("that_clause")  # `affirme que des djihadistes sont morts`
    for word in sentence.words:
        ahead = word.last == at and resolve_category(word.families("active", "participle"), "group") == "killed"
        behind = end <= word.first <= end + FARTHEST_VERB and sentence.folded[at] not in that
        if ahead or (behind and resolve_category(word.families("participle", "intransitive"), "group") == "killed"):
            return word
    return None


def side_of_denied(quantity: Quantity, combatants: Combatants, context: SideContext) -> str | None:
    """Those whom others have among the dead: whom the paragraph counted last, unless a group, else civilians."""
    if quantity.rule != "only_these":
        return None
    before = context.memory.get(f"last {quantity.category}")
    return CIVILIANS if before in (None, combatants.group_side()) else before
