"""Whose a figure is whose verb is left out: `the army lost twelve men and the raiders seven`, `those of JNIM seven`."""

from sahel_tui.claims.links.opposed_links import joint_before
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.deeds import FARTHEST_SUBJECT, find_parties, is_deed, party_at
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import counted_before

LONGEST_FRAGMENT = 8
"""Tokens of a clause without its verb, before the figure."""

HEADS = frozenset(("state", "group", "civilian", "mercenary", "international"))
"""Kinds of people that a label names."""

COUNTED = frozenset(("", "people", "fighter", "unknown", "vehicle"))
"""Kinds of what such a figure may count."""


def fragment_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`cost the army twelve men and the raiders seven`, `had twelve dead; JNIM had seven`, `seven on that of JNIM`.

    A party and nothing else stands between the joint and the figure. Where the verb before is a deed, it is whom that
    party hit: `JNIM took twelve prisoners, the army seven`.
    """
    headed = _headed_side(quantity, sentence, combatants)
    if headed:
        return headed
    previous = counted_before(sentence, quantity)
    if previous is None or quantity.victims.kind not in COUNTED:
        return None
    joint = joint_before(quantity, previous, sentence)
    if joint is None or joint <= quantity.first - LONGEST_FRAGMENT:
        return None
    if joint == quantity.first:
        return _label_side(joint - 1, sentence, combatants)
    party = _only_party(joint, quantity.first, sentence, combatants)
    if party is None or not _bears(previous, joint, sentence):
        return None
    turned = is_deed(previous) and not _is_marked(joint, sentence) and quantity.word is previous.word
    return (combatants.enemy_of(party) or party) if turned or _takes(previous) else party


def _headed_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`(soldiers: 33 killed, 20 wounded; jihadists: 47 killed)`: people alone before a colon head what follows it.

    A party by its name before a colon may be who says so: `JNIM: 47 soldiers killed`.
    """
    if ":" not in sentence.vocabulary or quantity.victims.kind:
        return None
    for colon in range(quantity.first - 1, 0, -1):
        if sentence.tokens[colon].text in ";(.":
            return None
        if sentence.tokens[colon].text == ":":
            first = next((at + 1 for at in range(colon - 1, -1, -1) if sentence.tokens[at].kind == "mark"), 0)
            victims = find_victims(sentence.tokens[first:colon], 0, sentence.lexicon)
            alone = victims.last == colon - first and not victims.actors
            return victims.side(combatants, people=None) if alone and victims.kind in HEADS else None
    return None


def _label_side(comma: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`soldiers, 4 killed; assailants, 22 killed`: a party alone between a semicolon or colon and the comma."""
    first = next((at + 1 for at in range(comma - 1, 0, -1) if sentence.tokens[at].kind == "mark"), comma)
    labels = 0 < first < comma and sentence.tokens[first - 1].text in ";:"
    return party_at(first, comma, sentence, combatants) if labels else None


def _takes(previous: Quantity) -> bool:
    """`took twelve prisoners`: the noun says what became of them."""
    return previous.rule == "implied_by_noun" and previous.category == "captured"


def _only_party(first: int, end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """The side of a party that fills `tokens[first:end]` but for articles, prepositions and the verb of having."""
    lexicon = sentence.lexicon
    if first >= end:
        return None
    before = lexicon.lists(
        *("determiners", "stand_ins", "side_prepositions"), *("of", "side_nouns", "ranks_of", "place_openers")
    )
    behind = lexicon.lists(
        *("had", "adverbs", "possessive", "restrictive"), *("datives", "side_nouns", "place_openers", "leaving")
    )
    lost = {word for each in sentence.words for word in sentence.folded[each.first : each.last]}
    while first < end and sentence.folded[first] in before:
        first += 1
    while end > first and (sentence.folded[end - 1] in behind or sentence.folded[end - 1] in lost):
        if sentence.folded[end - 1] in lexicon.say:
            break
        end -= 1
    return party_at(first, end, sentence, combatants) if end > first else None  # not `JNIM claimed thirty`


def _is_marked(joint: int, sentence: Sentence) -> bool:
    """`and among the raiders seven`, `those of JNIM seven`: the dead are theirs whatever the verb is."""
    lexicon = sentence.lexicon
    marks = lexicon.lists("side_prepositions", "stand_ins", "place_openers")
    return sentence.folded[joint] in marks


def _bears(previous: Quantity, joint: int, sentence: Sentence) -> bool:
    """The clause before tells what befell its subject, or what it did; whoever only counts the dead is a voice."""
    lexicon = sentence.lexicon
    if _is_marked(joint, sentence) or is_deed(previous):
        return True
    first = max(0, previous.first - FARTHEST_SUBJECT)
    lost = any("lost" in word.families("active").split("+") for word in sentence.words if first <= word.first < joint)
    verbs = lexicon.lists("had", "leaving", "double_object")
    near = sentence.lowers(first, previous.first)
    return lost or _takes(previous) or (not verbs.isdisjoint(near) and lexicon.say.isdisjoint(near))


def ordinal_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`soldiers and militiamen held it; the former lost seven, the latter four`: the first or last party before."""
    lexicon = sentence.lexicon
    first, last = lexicon.list("former"), lexicon.list("latter")
    if "former" not in sentence.told and "latter" not in sentence.told:
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_SUBJECT), -1):
        if sentence.folded[at] in first | last:
            parties = find_parties(sentence, sentence.places(first | last)[0], combatants)
            return (parties[0] if sentence.folded[at] in first else parties[-1]) if parties else None
        if sentence.tokens[at].text in ";:.":
            return None
    return None
