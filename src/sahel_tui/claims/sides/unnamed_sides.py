"""Whose dead a toll of unnamed people counts, told by the words of its own sentence."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.deeds import clause_party, opens_clause
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.claims.sides.fragment_sides import fragment_side
from sahel_tui.claims.sides.part_sides import has_smaller_part
from sahel_tui.model import CIVILIANS, UNSPECIFIED

PARTIES = ("state", "group", "civilian", "mercenary", "international")
"""Kinds of nouns that tell a side."""

LONGEST_APPOSITION = 10
"""Tokens of a noun phrase between commas that says who people were."""

FARTHEST_NOUN = 5
"""Tokens between `all of them` and the noun that says who they were."""

FARTHEST_GARB = 6
"""Tokens from people to what they wore: `eighteen bodies, all of them in army uniform`."""

FARTHEST_WAR = 12
"""Tokens from a war to the verb that sums up its dead."""

FARTHEST_PAYER = 6
"""Tokens from `cost` to the figure of what was lost."""

FARTHEST_FALLEN = 8
"""Tokens between people and the word of what befell them."""

FARTHEST_OBJECT = 10
"""Tokens between whom a deed hit and the participle that counts the dead."""


def appositive_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`18 people, all of them pupils`, `24 killed, mostly women`: who they were stands behind the figure.

    Most of the dead being civilians, the guide counts all as such; most being soldiers leaves the others open.
    """
    lexicon = sentence.lexicon
    end = quantity.last if quantity.leftward or not quantity.word else max(quantity.last, quantity.word.last)
    apposed = _apposed_party(quantity, sentence, combatants) or _predicate_party(end, sentence, combatants)
    apposed = apposed or _garb_side(end, sentence, combatants)
    if apposed:
        return apposed
    all_of, most_of = lexicon.phrases["all_of_them"], lexicon.phrases["most_of_them"]
    if "all_of_them" not in sentence.told and "most_of_them" not in sentence.told:
        return None
    for at in (quantity.last + 1, *range(end, min(len(sentence.tokens), end + 12))):
        if at >= len(sentence.tokens):
            break
        if sentence.tokens[at - 1].text not in (",", ";", "–", "—", "-", "(", ":"):
            continue
        whole, most = all_of.match(sentence.tokens, at), most_of.match(sentence.tokens, at)
        found = max((match for match in (whole, most) if match), key=lambda match: match[1], default=None)
        if found:
            first = at + found[1]
            side = party_in(sentence.tokens[first : first + FARTHEST_NOUN], combatants)
            return side if side == CIVILIANS or found is whole else None
    return None


def _predicate_party(end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the twelve killed were all villagers`, `les douze morts sont des soldats`: who they were ends the clause."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    first = end
    while first < len(tokens) and sentence.folded[first] in lexicon.auxiliaries:
        first += 1
    if first in (end, len(tokens)):
        return None
    whole = lexicon.phrases["all_of_them"].match(tokens, first)
    first += whole[1] if whole else 0
    first += first < len(tokens) and sentence.folded[first] in lexicon.list("of")
    noun = lexicon.nouns.match(tokens, first)
    ends = noun is not None and (first + noun[1] >= len(tokens) or tokens[first + noun[1]].kind == "mark")
    return party_in(tokens[first : first + noun[1]], combatants) if noun and ends else None


def _garb_side(end: int, sentence: Sentence, combatants: Combatants) -> str | None:
    """`twelve bodies in uniform`, `17 in civilian dress`: what they wore stands straight behind the figure."""
    civil, uniforms = sentence.lexicon.phrases["civil_garb"], sentence.lexicon.phrases["uniforms"]
    if "civil_garb" not in sentence.told and "uniforms" not in sentence.told:
        return None
    for at in range(end, min(end + FARTHEST_GARB, len(sentence.tokens))):
        if civil.match(sentence.tokens, at):
            return CIVILIANS
        if uniforms.match(sentence.tokens, at):
            return combatants.state_side()
        if sentence.tokens[at].text in ";:":
            return None
    return None


def _apposed_party(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`its four occupants, volunteers of the army, died`: a noun phrase between commas straight behind says who."""
    at, tokens = quantity.last, sentence.tokens
    if quantity.victims.kind not in ("people", "unknown", "") or at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    first = at + 1 + (sentence.folded[at + 1] in sentence.lexicon.list("of"))  # `, des volontaires`
    end = next(
        (end for end in range(first, min(len(tokens), first + LONGEST_APPOSITION)) if tokens[end].text == ","), 0
    )
    noun = sentence.lexicon.nouns.match(tokens, first)
    counted = any(first <= other.first < end for other in sentence.quantities)
    if not noun or noun[0] not in PARTIES or counted or end < first + noun[1]:
        return None
    return find_victims(tokens[first:end], 0, sentence.lexicon).side(combatants, people=None)


def fallen_before(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`worshippers had been shot in their mosque: the ministry gave 44 killed`: who fell was told without a figure."""
    if quantity.victims.kind not in ("", "unknown"):
        return None
    counted = {other.word.first for other in sentence.quantities if other.category and other.word}
    for word in reversed(sentence.words):
        if word.last > quantity.first or word.first in counted or not word.families("participle", "intransitive"):
            continue
        for at in range(word.first - 1, max(-1, word.first - FARTHEST_FALLEN), -1):
            if sentence.tokens[at].kind == "mark":
                break
            noun = combatants.lexicon.nouns.match(sentence.tokens, at)
            if noun and noun[0] in PARTIES:
                return find_victims(sentence.tokens[at : word.first], 0, combatants.lexicon).side(
                    combatants, people=None
                )
    return None


def object_before(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`a mine blew up beneath Chadian troops, killing four`: whom the clause in front of the participle named last."""
    word = quantity.word
    men = quantity.victims.head in combatants.lexicon.list("possessive_men")
    if word is None or not quantity.leftward or (quantity.victims.kind and not men) or word.first < 2:
        return None
    if sentence.tokens[word.first - 1].text != "," or not word.families("active"):
        return None
    for at in range(word.first - 2, max(-1, word.first - 2 - FARTHEST_OBJECT), -1):
        if sentence.tokens[at].text in ";:.":
            return None
        noun = combatants.lexicon.nouns.match(sentence.tokens, at)
        actor = load_actors().match(sentence.tokens, at)
        if actor and opens_clause(sentence, at):
            return None
        if actor and clause_party(at, sentence, combatants) is None:
            return combatants.side_of_actor(actor.actor)
        if noun and noun[0] in ("state", "civilian", "international", "group"):
            if opens_clause(sentence, at):
                return None  # `the troops stormed the position, killing eleven`: who did it
            named = find_victims(sentence.tokens[at : word.first], 0, combatants.lexicon)
            party = clause_party(at, sentence, combatants) if noun[0] == "group" else None
            if party is not None and not combatants.is_government(party):
                return None  # `MNLA fighters met jihadists, killing four`
            if named.kind == "excluded":  # `intercepted extremists Friday night`
                named = find_victims(sentence.tokens[at : at + noun[1]], 0, combatants.lexicon)
            return named.side(combatants, people=None)  # `a mine blew up under the jihadists`
    return None


def party_in(words: Sequence[Token], combatants: Combatants) -> str | None:
    """The side of the first party or kind of people among some words; punctuation ends the search."""
    for at, token in enumerate(words):
        if token.kind == "mark":
            return None
        if starts_party(words, at, combatants.lexicon):
            sides = combatants.lexicon.list("side_nouns")
            end = next((end for end in range(at + 1, len(words)) if words[end].lower in sides), len(words))
            return find_victims(words[at:end], 0, combatants.lexicon).side(combatants, people=None)  # `jihadist side`
    return None


def starts_party(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """The name of a party or kind of people starts there; `the official count rose to 26` counts no officials."""
    word = words[at].lower
    if word in lexicon.list("official_words"):
        return False
    if word in load_actors().first_words and load_actors().match(words, at):
        return True
    noun = lexicon.nouns.match(words, at) if word in lexicon.nouns.first_words else None
    by_kind = noun is not None and noun[0] == "fighter" and word in lexicon.list("group_speakers")
    return by_kind or (noun is not None and noun[0] in PARTIES)


def payer_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`coûte au MNLA trois combattants`, `cost the army 27 dead`: whom it cost stands between verb and figure."""
    costs = sentence.lexicon.list("double_object")
    if "double_object" not in sentence.told or quantity.victims.kind not in ("", "fighter", "people"):
        return None
    other = fragment_side(quantity, sentence, combatants)
    if other:
        return other  # `cost the army twelve men and the raiders seven`
    before = range(max(0, quantity.first - FARTHEST_PAYER), quantity.first)
    cost = next((at for at in reversed(before) if sentence.folded[at] in costs), None)
    if cost is None:
        return None
    payer = party_in(sentence.tokens[cost + 1 : quantity.first], combatants)
    end = max(quantity.last, quantity.word.last if quantity.word else 0)  # `coûte onze morts aux soldats`
    dative = sentence.lowers(end, end + 1)
    behind = dative and dative[0] in sentence.lexicon.list("datives")  # `coûté quinze hommes au MUJAO`
    return payer or (party_in(sentence.tokens[end + 1 :], combatants) if behind else None)


def is_lynched_suspect(words: Sequence[str], lexicon: Lexicon) -> bool:
    """`villagers lynched two suspected scouts`: whom a crowd takes for an attacker belongs to no side."""
    lynched = not lexicon.list("lynching").isdisjoint(words)
    return lynched and not lexicon.list("suspected").isdisjoint(words)


def people_side(quantity: Quantity, sentence: Sentence, combatants: Combatants, context: SideContext) -> str:
    """Unnamed people: civilians on a page without combatants, or where a village, a market, a massacre is named.

    Those of a war or of fighting may be anybody, and so may a total of which civilians are only a part; a bare
    toll of the event counts whom it hit first, one of another attack told in passing its civilians.
    """
    if has_smaller_part(quantity, sentence):
        return UNSPECIFIED
    if not combatants.listed and context.main:
        men = quantity.victims.head in combatants.lexicon.list("possessive_men")
        people = quantity.victims.kind == "people" and not (men or quantity.rule == "implied_by_noun")  # `victims`
        return context.hit or CIVILIANS if not people or _is_beside_men(quantity, sentence) else CIVILIANS
    none = quantity.match.count.vague == "none"
    if any([word in context.text for word in combatants.lexicon.list("civilian_context")]):
        return UNSPECIFIED if none else CIVILIANS
    people = quantity.victims.head in combatants.lexicon.list("people_heads")
    military = "military_context" in sentence.told
    fought = any([word in context.text for word in combatants.lexicon.list("fighting")])
    if none or (people and (military or fought or context.main or sums_up_year(sentence))):
        return UNSPECIFIED
    if people or military or fought:
        return CIVILIANS if people else combatants.state_side() if military else UNSPECIFIED
    if context.main:
        told = quantity.victims.head in combatants.lexicon.lists("possessive_men", "remains")
        whole = (bool(quantity.victims.kind) and not told) or "total" in quantity.flags
        return UNSPECIFIED if whole else context.hit or UNSPECIFIED
    return UNSPECIFIED if sums_up_year(sentence) else CIVILIANS


def _is_beside_men(quantity: Quantity, sentence: Sentence) -> bool:
    """`16 people are missing and 13 soldiers were wounded`: of one force, where nobody else is counted beside it."""
    counted = [other for other in sentence.quantities if other.category and other is not quantity]
    men = [other.match.count.low or 0 for other in counted if other.victims.kind == "state"]
    others = [other.match.count.low or 0 for other in counted if other.victims.kind in ("people", "civilian")]
    apart = all(other.category != quantity.category for other in counted)
    return apart and bool(men) and all(whole == sum(men) for whole in others)  # `12 people died: 11 soldiers, a guard`


def sums_up_year(sentence: Sentence) -> bool:
    """`2,000 people died in Burkina Faso in 2021`: the dead of a year are of all sides."""
    months, openers = sentence.lexicon.months, sentence.lexicon.list("place_openers")
    return any(
        len(token.text) == 4 and token.text.isdigit() and sentence.folded[at - 1] in openers
        for at, token in enumerate(sentence.tokens)
        if at and sentence.folded[at - 1] not in months
    )


def sums_up_war(sentence: Sentence) -> bool:
    """`Fighting had claimed 2,400 lives since the coup`, `the war had killed 20,000`: a war kills on all sides.

    So does what sums up the dead of a country over some time: `2,400 deaths in Niger since the coup`.
    """
    lexicon = sentence.lexicon
    if "sum_since" in sentence.told:
        roots = tuple(root.strip() for root in lexicon.list("fighting"))
        fought = any(word.startswith(roots) for word in sentence.vocabulary)
        return fought or any(token.text in lexicon.nations for token in sentence.tokens)
    wars, perfect = lexicon.list("wars"), lexicon.lists("perfect", "pluperfect")
    if wars.isdisjoint(sentence.vocabulary):
        return False
    if lexicon.grammar.get("head_first"):  # `le conflit a fait en dix ans des milliers de victimes`
        return any(not perfect.isdisjoint(sentence.lowers(at + 1, at + FARTHEST_WAR)) for at in sentence.places(wars))
    return any(
        not wars.isdisjoint(sentence.lowers(max(0, word.first - FARTHEST_WAR), word.first))
        and not perfect.isdisjoint(sentence.lowers(max(0, word.first - 2), word.first))
        for word in sentence.words
    )
