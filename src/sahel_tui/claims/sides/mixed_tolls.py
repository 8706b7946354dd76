"""Tolls that count more than one side: `counting the attackers`, `civils compris`, `on either side`."""

from sahel_tui.claims.parties.victims import PARTIES
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

LONGEST_LUMP = 10
"""Tokens of the nouns between commas that are counted in one."""


def counts_others_in(quantity: Quantity, sentence: Sentence) -> bool:
    """`twelve dead, including the attackers`, `twelve dead, civilians included`, `twelve: a soldier and ten gunmen`.

    Who is counted in without a figure of its own stands beside others, so the whole is of no one side.
    """
    remains = quantity.victims.remains and not quantity.victims.actors
    if not (remains or quantity.victims.kind in ("", "people")) or "subset" in quantity.flags:
        return False
    return _adds_party(quantity, sentence) or _has_party_in(sentence) or _lists_parties(quantity, sentence)


def _adds_party(quantity: Quantity, sentence: Sentence) -> bool:
    """`including the attackers`, `counting those of the soldiers`; `with the attackers, …` opens the sentence."""
    lexicon = sentence.lexicon
    fronted = 0 in sentence.told.get("along", ()) and quantity.first > 0
    openers = [*sentence.told.get("counting_in", ()), *((0,) if fronted else ())]
    passed = lexicon.lists("determiners", "of")
    for at in openers:
        if not lexicon.list("uncounted").isdisjoint(sentence.lowers(max(0, at - 1), at)):
            continue  # `not counting the assailants`
        first = at + 1
        while first < len(sentence.tokens) and sentence.folded[first] in passed:
            first += 1
        if first > at + 1 and _party_at(first, sentence):
            return True
    return False


def _has_party_in(sentence: Sentence) -> bool:
    """`civilians included`, `assaillants compris`, `if the attackers are counted`: a plural before such a word."""
    passive, told = sentence.lexicon.list("are_counted"), sentence.told
    for at in (*told.get("counted_in", ()), *told.get("are_counted", ())):
        end = at
        while end and sentence.folded[end - 1] in sentence.lexicon.auxiliaries:
            end -= 1
        if end == at and sentence.folded[at] in passive:
            continue  # `villagers counted 29 bodies`
        counted = any(other.first < end <= other.last for other in sentence.quantities)
        if end and not counted and _party_at(end - 1, sentence):
            return True
    return False


def _party_at(at: int, sentence: Sentence) -> bool:
    """A plural noun of a party: `including the chief` counts in one of the same people."""
    noun = sentence.lexicon.nouns.match(sentence.tokens, at)
    return noun is not None and noun[0] in PARTIES and sentence.folded[at + noun[1] - 1].endswith(("s", "men"))


def _lists_parties(quantity: Quantity, sentence: Sentence) -> bool:
    """`seven killed: a soldier, a hostage and five attackers`: attackers beside others in the list of a colon."""
    end = quantity.end
    if end >= len(sentence.tokens) or sentence.tokens[end].text != ":":
        return False
    stop = next((at for at in range(end, len(sentence.tokens)) if sentence.tokens[at].text in ";."), None)
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, at) for at in range(end + 1, stop or len(sentence.tokens)))
    kinds = {noun[0] for noun in nouns if noun}.intersection(PARTIES)
    return "group" in kinds and len(kinds) > 1


def is_of_both_sides(quantity: Quantity, sentence: Sentence) -> bool:
    """`dozens of fighters slain on either side`, `dix morts, toutes parties confondues`."""
    if "lumped" in sentence.told and _lumps_sides(quantity, sentence):
        return True
    both = sentence.told.get("both_sides")
    return both is not None and any(quantity.end <= at < quantity.end + 3 for at in both)


def _lumps_sides(quantity: Quantity, sentence: Sentence) -> bool:
    """`plus de cent morts, civils et miliciens confondus`: nouns of two kinds behind a comma, all counted in one."""
    at = quantity.end
    lumped = sentence.lexicon.list("lumped")
    end = next(
        (end for end in range(at, min(at + LONGEST_LUMP, len(sentence.tokens))) if sentence.folded[end] in lumped),
        0,
    )
    if not end or sentence.tokens[at].text != ",":
        return False
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, place) for place in range(at + 1, end))
    return len({noun[0] for noun in nouns if noun}) > 1
