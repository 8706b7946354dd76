"""Whether a figure counts the enemy of who speaks or acts: `in the enemy ranks`, `ten fighters were killed by JNIM`."""

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import passive_agent
from sahel_tui.claims.phrases.inserted_clauses import skip_inserted
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import CIVILIANS

FARTHEST_ENEMY = 9
"""Tokens from `the enemy` to a figure of its losses."""

FARTHEST_FIGURE = 4
"""Tokens from a figure to `enemy` in `twelve dead in the ranks of the enemy`."""

NEAR = 3
"""Tokens around `enemy` that may say what of it: `enemy losses`, `les pertes de l'ennemi`."""


def is_enemy(quantity: Quantity, sentence: Sentence) -> bool:
    """`24 enemies`, `four enemy bodies`, and no soldiers of the enemy's enemy."""
    enemy = sentence.lexicon.list("enemy")
    return "enemy" in sentence.told and not enemy.isdisjoint(quantity.victims.text.casefold().split())


def is_opposite(quantity: Quantity, sentence: Sentence) -> bool:
    """`cinq tués et un prisonnier en face`, `il revendique en face une vingtaine de pertes`: of those it fights."""
    if "enemy" not in sentence.told and "opposite" not in sentence.told:
        return False
    if quantity.victims.kind not in ("", "people", "unknown", "vehicle", "aircraft"):
        return False
    if _stands_before_enemy(quantity, sentence) or heads_losses(quantity, sentence):
        return True
    lexicon = sentence.lexicon
    opposite = lexicon.phrases["opposite"]
    if "opposite" not in sentence.told:
        return False
    starts = {other.first for other in sentence.quantities if other.first > quantity.first}
    for at in sentence.told["opposite"]:
        if not quantity.first - 3 <= at < quantity.last + 5:
            continue
        found = opposite.match(sentence.tokens, at)
        if found:
            end = at + found[1]
            parted = not lexicon.list("plain_and").isdisjoint(sentence.lowers(end, end + 1))
            return at < quantity.first or parted or starts.isdisjoint(range(end, end + 3))
    return _is_topic(quantity, sentence)


def _is_topic(quantity: Quantity, sentence: Sentence) -> bool:
    """`On the enemy side, the army went on, 45 dead were counted and two taken`: it opens the clause of the figure.

    A comma, and perhaps who says it, stand behind; no semicolon, contrast or other party ends its reach.
    """
    lexicon, first = sentence.lexicon, quantity.first
    for at in range(first - 1, -1, -1):
        if sentence.tokens[at].text in ";:" or sentence.folded[at] in lexicon.list("clause_starts"):
            return False
        opens = (
            at == 0 or sentence.tokens[at - 1].kind == "mark" or sentence.folded[at - 1] in lexicon.list("plain_and")
        )
        found = lexicon.phrases["opposite"].match(sentence.tokens, at) if opens else None
        if found:
            rest = skip_inserted(sentence, at + found[1], first)
            return not any(_names_party(place, sentence) for place in rest)
    return False


def _names_party(at: int, sentence: Sentence) -> bool:
    """Somebody who fights is named there, or a possessive takes one up."""
    noun = sentence.lexicon.nouns.match(sentence.tokens, at)
    fights = noun is not None and noun[0] in ("state", "group", "mercenary", "international", "civilian")
    return fights or sentence.folded[at] in sentence.lexicon.own or load_actors().match(sentence.tokens, at) is not None


def heads_losses(quantity: Quantity, sentence: Sentence) -> bool:
    """`enemy losses: twelve dead`, `the enemy's dead at six`, `the enemy had lost twelve`, `en face, l'ennemi …`."""
    lexicon = sentence.lexicon
    for at in reversed(sentence.told.get("enemy", [])):
        if not at < quantity.first <= at + FARTHEST_ENEMY or _is_of_figure(at, sentence):
            continue
        between = [sentence.folded[place] for place in skip_inserted(sentence, at + 1, quantity.first)]
        counted = any(at < other.first < quantity.first for other in sentence.quantities)
        relative = between[1:2] and between[0] == "," and between[1] in lexicon.list("relatives")
        if counted or not {",", ";", ".", "—"}.isdisjoint(between[2:] if relative else between):
            return False
        if relative:
            return _loses(at + 2, sentence)  # `repelled the enemy, who lost twelve men`
        verb = skip_inserted(sentence, at + 1, quantity.first)[:1]
        return _loses(verb[0] - 1 if verb else at, sentence) or _is_of_losses(at, quantity.first, sentence)
    return False


def _is_of_figure(at: int, sentence: Sentence) -> bool:
    """`twelve dead on the enemy side and seven …`: the enemy stands behind a figure, and is told of that one."""
    if any(other.first <= at < other.last for other in sentence.quantities):
        return True  # `twelve enemy dead`
    ends = {place for other in sentence.quantities for place in (other.last, other.word.last if other.word else 0)}
    marks = (token.kind == "mark" for token in sentence.tokens[max(0, at - FARTHEST_FIGURE) : at])
    return not any(marks) and any(at - FARTHEST_FIGURE <= end <= at for end in ends if end)


def _loses(at: int, sentence: Sentence) -> bool:
    """`the enemy lost twelve`, `the enemy had left twelve dead`: the enemy is the subject of what it cost."""
    lexicon, behind = sentence.lexicon, at + 1
    while behind < len(sentence.tokens) and sentence.folded[behind] in lexicon.lists("adverbs", "be"):
        behind += 1
    if sentence.folded[behind - 1] in lexicon.lists("had", "leaving"):
        return True
    if behind < len(sentence.tokens) and sentence.folded[behind] in lexicon.list("leaving"):
        return True
    if lexicon.phrases["worsted"].match(sentence.tokens, behind):
        return True  # `the enemy paid with twelve dead`
    return any(word.first == behind and "lost" in word.families("active").split("+") for word in sentence.words)


def _is_of_losses(at: int, end: int, sentence: Sentence) -> bool:
    """`enemy losses`, `the enemy's dead`, `les pertes de l'ennemi`, `in the enemy's ranks, twelve`."""
    lexicon = sentence.lexicon
    nouns = lexicon.lists("loss_nouns", "ranks_of", "side_nouns", "remains")
    return not nouns.isdisjoint(sentence.folded[max(0, at - NEAR) : min(end, at + NEAR)])


def _stands_before_enemy(quantity: Quantity, sentence: Sentence) -> bool:
    """`ten dead among their adversaries`, `in the ranks of the enemy`: only openers and nouns of sides between.

    Whom it was lost to is none of them: `lost twelve men to the enemy`.
    """
    lexicon = sentence.lexicon
    if "enemy" not in sentence.told:
        return False
    if quantity.word and "lost" in quantity.word.families("active").split("+"):
        return False
    inside = lexicon.lists(
        *("side_prepositions", "contrast", "determiners", "own"), *("place_openers", "ranks_of", "side_nouns")
    )
    at = quantity.end
    losses = lexicon.lists("loss_nouns", "taken_losses")
    named = at + 2 < len(sentence.tokens) and sentence.folded[at + 1] in losses
    if named and not lexicon.list("enemy").isdisjoint(sentence.lowers(at + 2, at + 2 + NEAR)):
        return True  # `estime à douze morts les pertes ennemies`
    opened = at < len(sentence.tokens) and sentence.folded[at] not in lexicon.lists("determiners", "own")
    while at < len(sentence.tokens) and sentence.folded[at] in inside:
        at += 1
    return opened and at < len(sentence.tokens) and sentence.folded[at] in lexicon.list("enemy")


def foe_of_group(quantity: Quantity, speaker: str | None, combatants: Combatants) -> str | None:
    """`a abattu une trentaine de miliciens`, an armed group boasts: those whom its own deed hit are its enemy's."""
    if speaker is None or speaker == CIVILIANS or combatants.is_government(speaker) or quantity.word is None:
        return None
    if quantity.victims.kind not in ("fighter", "group") or quantity.victims.own or quantity.victims.actors:
        return None
    deed = quantity.leftward and bool(quantity.word.families("active", "participle"))
    deed = deed and "lost" not in quantity.word.families("active").split("+")  # `and lost only two fighters`
    hostile = quantity.victims.head in combatants.lexicon.list("militia_nouns")
    return combatants.enemy_of(speaker) if deed or hostile else None


def foe_of_agent(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`eleven fighters were killed by JNIM`: fighters whom a party killed are its enemy's."""
    if quantity.victims.kind != "fighter" or quantity.victims.own or quantity.victims.actors:
        return None
    return combatants.enemy_of(passive_agent(quantity, sentence, combatants))
