"""Who does what a casualty verb says: the subject of `the army killed twelve`, of `JNIM fell back and lost four`."""

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.model import UNSPECIFIED

FARTHEST_SUBJECT = 8
"""Tokens from a subject's first word to its verb."""

FARTHEST_NOUN = 3
"""Words before a noun within its phrase."""

PARTIES = frozenset(("state", "group", "fighter", "mercenary", "international"))
"""Kinds of those who fight."""


LONGEST_COUNTING = 3
"""Tokens before `at` among which the verb of counting stands: `fixé jeudi à sept morts`."""


def is_deed(quantity: Quantity) -> bool:
    """`killed twelve`, `wounding six`, `a capturé dix`: its verb hits others than its subject."""
    return _role(quantity) == "deed"


def turns_round(quantity: Quantity, before: Quantity) -> bool:
    """`lost four men and killed twelve`, `killed twelve, losing four`: what one does hits others than what it costs."""
    return {_role(quantity), _role(before)} == {"lost", "deed"}


def _role(quantity: Quantity) -> str:
    """Whether the verb of a figure costs its subject people (`lost`) or others (`deed`); empty for neither."""
    active = quantity.word is not None and quantity.leftward and quantity.rule == "object_of_word"
    families = quantity.word.families("active", "participle").split("+") if active and quantity.word else []
    if "lost" in families:
        return "lost"
    return "" if {"killed", "wounded", "taken", "captured", "destroyed"}.isdisjoint(families) else "deed"


def agent_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """`the assailants seized four pickups`: the side of who does it; None where no active verb stands before."""
    word = quantity.word
    if word is None or not quantity.leftward or not word.families("active", "participle"):
        return None
    return subject_side(word, sentence, combatants, speaker)


def subject_side(word: CasualtyWord, sentence: Sentence, combatants: Combatants, speaker: str | None) -> str | None:
    """The side of the party that is the subject of an active verb; `speaker` for a pronoun and `claimed to have`."""
    lexicon, end = sentence.lexicon, _verb_start(sentence, word)
    if end == 0:
        return None
    before = sentence.folded[end - 1]
    if before in lexicon.pronouns or before in lexicon.say:
        return speaker or clause_party(end, sentence, combatants)  # `it had killed`, `claimed to have killed`
    near = party_before(sentence, end - (before in lexicon.list("relatives")), combatants)
    if near or not _is_joined(sentence, end - 1):
        return near
    start = clause_start(sentence, end - 1)
    if speaker and sentence.folded[start] in lexicon.pronouns:
        return speaker  # `the army said it had met armed men, killing eleven of them`
    return _first_party(sentence, start, end - 1, combatants)


def has_pronoun(word: CasualtyWord, sentence: Sentence) -> bool:
    """`it lost`, `they had lost`: the subject of a verb is a pronoun."""
    end = _verb_start(sentence, word)
    return end > 0 and sentence.folded[end - 1] in sentence.lexicon.pronouns


def clause_party(at: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`The jihadists left eleven of their adversaries dead`: the party that opens the clause of the token `at`."""
    return _first_party(sentence, clause_start(sentence, at), at, combatants)


def acting_party(verb: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`JNIM left ten dead`, `the army hit back, leaving ten dead`: the subject of a verb, no part of a longer one.

    What is called after whom it hit is none: `an attack on gendarmes left seven dead`.
    """
    first, end, lexicon = clause_start(sentence, verb), verb, sentence.lexicon
    while end and sentence.folded[end - 1] in lexicon.adverbs:
        end -= 1
    while first < end and sentence.folded[first] in lexicon.list("determiners"):
        first += 1
    victims = find_victims(sentence.tokens[first:end], 0, lexicon)
    whole = first + victims.last == end or (end > first and _is_joined(sentence, end - 1))
    return victims.side(combatants, people=None) if victims.kind in PARTIES and whole else None


def main_subject(sentence: Sentence, quantity: Quantity, combatants: Combatants) -> str | None:
    """`With twelve of its men dead, the army withdrew`, `Despite the loss of twelve men JNIM held on`: who follows.

    A phrase or clause that opens the sentence has the subject of the main clause, which stands straight behind it.
    """
    if sentence.folded[0] not in sentence.lexicon.list("fronting"):
        return None
    stop = min(len(sentence.tokens), quantity.end + FARTHEST_SUBJECT)
    comma = next((at for at in range(quantity.end, stop) if sentence.tokens[at].text == ","), quantity.end - 1)
    for first in (comma + 1, quantity.end):
        party = _first_party(sentence, first, min(len(sentence.tokens), first + FARTHEST_NOUN + 1), combatants)
        if party:
            return party
    return None


def party_from(first: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """The party named straight behind a token: `by JNIM`, `at the hands of the army`."""
    return _first_party(sentence, first, len(sentence.tokens), combatants)


def party_at(first: int, end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """The side of the party that the tokens from `first` to `end` name, and nobody and nothing beside it."""
    actor = load_actors().match(sentence.tokens, first)
    if actor and actor.last >= end:
        return combatants.camp_of_actor(actor.actor)
    victims = find_victims(sentence.tokens[first:end], 0, sentence.lexicon)
    whole = victims.last == end - first
    named = victims.kind in PARTIES or (victims.kind == "people" and bool(victims.nations) and not victims.head)
    return _camp(victims, combatants) if whole and named else None


def find_parties(sentence: Sentence, end: int, combatants: Combatants) -> list[str]:
    """The sides of the parties named before a token, in their order."""
    found: list[str] = []
    at = 0
    while at < end:
        actor, noun = load_actors().match(sentence.tokens, at), sentence.lexicon.nouns.match(sentence.tokens, at)
        length = actor.last - at if actor else noun[1] if noun and noun[0] in PARTIES else 0
        side = party_at(at, at + length, sentence, combatants) if length else None
        found += [side] if side else []
        at += max(1, length)
    return found


def opens_clause(sentence: Sentence, at: int) -> bool:
    """Nothing but articles and adjectives stands between a noun and the start of its clause: it is the subject."""
    before = sentence.tokens[clause_start(sentence, at) : at]
    return len(before) <= FARTHEST_NOUN and all(
        word.kind == "word"
        and (word.lower in sentence.lexicon.list("determiners") or word.lower not in sentence.lexicon.stop)
        for word in before
    )


def passive_agent(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`killed by JNIM`, `died at the hands of the army`, `fell into the hands of JNIM`: who did it, behind the verb."""
    word, lexicon = quantity.word, sentence.lexicon
    if word is None or quantity.leftward or word.last >= len(sentence.tokens) or _is_put_at(quantity, sentence):
        return None
    phrase = lexicon.phrases["agent_phrases"].match(sentence.tokens, word.last)
    by = bool(word.families("participle")) and sentence.folded[word.last] in lexicon.list("agents")
    of = lexicon.list("of")
    held = not lexicon.list("hands").isdisjoint(sentence.lowers(word.first, word.last))
    held = held or quantity.category == "captured"  # `were prisoners of JNIM`
    held = held and not of.isdisjoint(sentence.lowers(word.last - 1, word.last + 1))
    if not (phrase or by or held):
        return None  # `71 executions by the army` are no fighters'
    inside = by or (held and sentence.folded[word.last] in of)
    first = word.last + (phrase[1] if phrase else inside)
    return party_from(first, sentence, combatants)


def _is_put_at(quantity: Quantity, sentence: Sentence) -> bool:
    """`fixé à sept morts par l'armée`: who counts them, not who killed them."""
    lexicon, at = sentence.lexicon, quantity.first - 1
    verbs = sentence.lowers(max(0, at - LONGEST_COUNTING), at)
    return (
        at > 0
        and sentence.folded[at] in lexicon.list("put_at")
        and not lexicon.list("figure_participles").isdisjoint(verbs)
    )


def _verb_start(sentence: Sentence, word: CasualtyWord) -> int:
    """The first token of `had also killed`, `to have killed`; `en` in `en tuant dix` opens a clause."""
    lexicon, end = sentence.lexicon, word.first
    passed = lexicon.lists("adverbs", "to_have")
    opens = end > 0 and sentence.folded[end - 1] in lexicon.list("gerund_openers")
    while not opens and end > 0 and sentence.folded[end - 1] in passed:
        end -= 1
    return end


def _is_joined(sentence: Sentence, at: int) -> bool:
    """`attacked the camp and killed`, `fell back, losing`, `after losing`: a verb with the subject of the clause."""
    word, lexicon = sentence.folded[at], sentence.lexicon
    return word == "," or word in lexicon.list("plain_and") or word in lexicon.list("gerund_openers")


def party_before(sentence: Sentence, end: int, combatants: Combatants) -> str | None:
    """The party whose phrase ends right there, or before what is put in between: `the army, for its part, had …`."""
    end = _before_men(sentence, _before_parenthesis(sentence, end))
    for at in range(max(0, end - FARTHEST_SUBJECT), end):
        victims = find_victims(sentence.tokens[at:end], 0, sentence.lexicon)
        whole = sentence.lexicon.list("origins").isdisjoint(sentence.lowers(max(0, at - 1), at + 1))
        if whole and victims.last == end - at and (victims.kind in PARTIES or _is_country(victims, at, sentence)):
            return _camp(victims, combatants)  # `the militants from Niger lost eleven`: not Niger
    return None


def _before_men(sentence: Sentence, end: int) -> int:
    """`the army's men killed twelve`: whose men they are ends before the possessive."""
    men = sentence.lowers(max(0, end - 2), end)
    owned = len(men) == 2 and men[0] in sentence.lexicon.list("possessive")
    return end - 2 if owned and men[1] in sentence.lexicon.list("member_nouns") else end


def _is_country(victims: Victims, at: int, sentence: Sentence) -> bool:
    """`France lost twelve men`, `the French had no losses`: a country or its people, the subject of its clause."""
    return _is_nation(victims, sentence) and opens_clause(sentence, at)


def _is_nation(victims: Victims, sentence: Sentence) -> bool:
    """`France`, `the French`, `the Malians`: a people, with no noun behind."""
    bare = not victims.head or victims.head in sentence.lexicon.nationalities
    return victims.kind == "people" and bool(victims.nations) and bare


def _camp(victims: Victims, combatants: Combatants) -> str | None:
    """The side of a party, or that on which a country fights."""
    side = victims.side(combatants, people=None)
    if side not in (None, UNSPECIFIED):
        return side
    camps = [combatants.camp_of_actor(actor) for actor in victims.actors]
    camps += [combatants.camp_of_country(nation) for nation in victims.nations]
    return next((camp for camp in camps if camp), side)


def _before_parenthesis(sentence: Sentence, end: int) -> int:
    """The token behind the subject of `JNIM, for its part, lost twelve`, where no figure stands between the commas."""
    aside = sentence.lexicon.phrases["side_asides"].match_before(sentence.tokens, end)
    if aside:
        return end - aside[1]  # `the jihadists for their part had …`
    if not end or sentence.tokens[end - 1].text != ",":
        return end
    opening = next(
        (at for at in range(end - 2, max(0, end - 2 - FARTHEST_SUBJECT), -1) if sentence.tokens[at].text in ",;:"), None
    )
    if opening is None or sentence.tokens[opening].text != ",":
        return end
    return end if any(opening < other.first < end for other in sentence.quantities) else opening


def clause_start(sentence: Sentence, end: int) -> int:
    """Where the clause of a token begins: behind the last semicolon, conjunction or `that` before."""
    starts, folded = sentence.lexicon.lists("that_clause", "clause_starts"), sentence.folded
    for at in range(end - 1, -1, -1):
        if folded[at] in ";:—" or (folded[at] in starts and not _leaves_subject_out(sentence, at + 1)):
            return at + 1
    return 0


def _leaves_subject_out(sentence: Sentence, at: int) -> bool:
    """`held the field but had twelve men killed`: a verb straight behind the conjunction has the subject before it."""
    lexicon = sentence.lexicon
    verbs = lexicon.lists("be", "had", "leaving")
    while at < len(sentence.tokens) and sentence.folded[at] in lexicon.list("asides") - verbs:
        at += 1
    if at >= len(sentence.tokens):
        return False
    return sentence.folded[at] in verbs or any(word.first == at and word.families("active") for word in sentence.words)


def _first_party(sentence: Sentence, first: int, end: int, combatants: Combatants) -> str | None:
    """The first party of a clause, when it opens it: the others are those it acts on."""
    for at in range(first, min(end, first + FARTHEST_SUBJECT)):
        actor = load_actors().match(sentence.tokens, at)
        if actor:
            return combatants.camp_of_actor(actor.actor)  # `the MNLA won the day`
        victims = find_victims(sentence.tokens[at:end], 0, sentence.lexicon)
        hostile = victims.head in sentence.lexicon.list("enemy")
        owned = victims.own or not sentence.lexicon.own.isdisjoint(sentence.lowers(max(0, at - 1), at))
        owned = owned and victims.head not in sentence.lexicon.list("attacker_nouns")  # `their assailants` are others
        opens = _is_country(victims, at, sentence) or (at <= first + 1 and _is_nation(victims, sentence))
        if (victims.kind in PARTIES and not (hostile or owned)) or opens:
            return _camp(victims, combatants)
        if sentence.tokens[at].kind == "mark" and sentence.tokens[at].text != ",":
            return None
    return None
