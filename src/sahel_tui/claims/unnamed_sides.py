"""Whose dead a toll of unnamed people counts, told by the words of its own sentence."""

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.deeds import opens_clause, party_before, subject_side
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import Token
from sahel_tui.claims.victims import find_victims
from sahel_tui.model import CIVILIANS

PARTIES = ("state", "group", "civilian", "mercenary", "international")
"""Kinds of nouns that tell a side."""

LONGEST_APPOSITION = 10
"""Tokens of a noun phrase between commas that says who people were."""

FARTHEST_NOUN = 5
"""Tokens between `all of them` and the noun that says who they were."""

LONGEST_LOSS = 5
"""Tokens of `the loss of` and its like."""

FARTHEST_OWN = 4
"""Tokens between `its own` and a figure that stands behind it."""

FARTHEST_WAR = 9
"""Tokens from a war to the verb that sums up its dead."""

FARTHEST_PAYER = 6
"""Tokens from `cost` to the figure of what was lost."""

FARTHEST_FALLEN = 8
"""Tokens between people and the word of what befell them."""

FARTHEST_OBJECT = 10
"""Tokens between whom a deed hit and the participle that counts the dead."""

FARTHEST_TARGET = 24
"""Tokens between the verb of an attack and the toll it took."""


def appositive_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`18 people, all of them pupils`, `24 killed, mostly women`: who they were stands behind the figure.

    Most of the dead being civilians, the guide counts all as such; most being soldiers leaves the others open.
    """
    lexicon = sentence.lexicon
    end = quantity.last if quantity.leftward or not quantity.word else max(quantity.last, quantity.word.last)
    apposed = _apposed_party(quantity, sentence, combatants)
    if apposed:
        return apposed
    for at in (quantity.last + 1, *range(end, min(len(sentence.tokens), end + 12))):
        if at >= len(sentence.tokens):
            break
        if sentence.tokens[at - 1].text not in (",", ";", "–", "—", "-", "(", ":"):
            continue
        whole = lexicon.phrases["all_of_them"].match(sentence.tokens, at)
        most = lexicon.phrases["most_of_them"].match(sentence.tokens, at)
        found = max((match for match in (whole, most) if match), key=lambda match: match[1], default=None)
        if found:
            first = at + found[1]
            side = party_in(sentence.tokens[first : first + FARTHEST_NOUN], combatants)
            return side if side == CIVILIANS or found is whole else None
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
    if word is None or not quantity.leftward or quantity.victims.kind or word.first < 2:
        return None
    if sentence.tokens[word.first - 1].text != "," or not word.families("active"):
        return None
    for at in range(word.first - 2, max(-1, word.first - 2 - FARTHEST_OBJECT), -1):
        if sentence.tokens[at].text in ";:.":
            return None
        noun = combatants.lexicon.nouns.match(sentence.tokens, at)
        if noun and noun[0] in ("state", "civilian", "international", "group"):
            if opens_clause(sentence, at):
                return None  # `the troops stormed the position, killing eleven`: who did it
            named = find_victims(sentence.tokens[at : word.first], 0, combatants.lexicon)
            return named.side(combatants, people=None) if noun[0] != "group" else None
    return None


def target_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`opened fire on worshippers, killing fifteen`, `ambushed an army patrol; six died`: whom the attack hit."""
    targets = sentence.lexicon.phrases["targets"]
    if targets.first_words.isdisjoint(sentence.vocabulary):
        return None
    for at in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_TARGET), -1):
        opening = targets.match(sentence.tokens, at)
        if not opening or at + opening[1] > quantity.first:
            continue
        words = sentence.tokens[at + opening[1] : quantity.first]
        target = _first_target(words, combatants)
        own = target not in (None, CIVILIANS) and target == party_before(sentence, at, combatants)
        return None if own else target  # `the army stormed the position`: it was not its own.
    return None


def _first_target(words: list[Token], combatants: Combatants) -> str | None:
    """The first party or civil place behind the verb, before the clause ends."""
    lexicon = combatants.lexicon
    for at, token in enumerate(words):
        if token.kind == "mark" or token.lower in lexicon.boundary or token.lower in lexicon.list("place_openers"):
            return None
        if token.lower in lexicon.list("civilian_context"):
            return CIVILIANS
        side = party_in(words[at : at + 1], combatants)
        if side:
            return side
    return None


def party_in(words: list[Token], combatants: Combatants) -> str | None:
    """The side of the first party or kind of people among some words; punctuation ends the search."""
    for at, token in enumerate(words):
        if token.kind == "mark":
            return None
        if token.lower in combatants.lexicon.list("official_words"):
            continue  # `the official count rose to 26` counts no officials.
        noun = combatants.lexicon.nouns.match(words, at)
        if load_actors().match(words, at) or (noun and noun[0] in PARTIES):
            sides = combatants.lexicon.list("side_nouns")
            end = next((end for end in range(at + 1, len(words)) if words[end].lower in sides), len(words))
            return find_victims(words[at:end], 0, combatants.lexicon).side(combatants, people=None)  # `jihadist side`
    return None


def payer_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`coûte au MNLA trois combattants`, `cost the army 27 dead`: whom it cost stands between verb and figure."""
    costs = sentence.lexicon.list("double_object")
    if costs.isdisjoint(sentence.vocabulary) or quantity.victims.kind not in ("", "fighter", "people"):
        return None
    before = range(max(0, quantity.first - FARTHEST_PAYER), quantity.first)
    cost = next((at for at in reversed(before) if sentence.folded[at] in costs), None)
    if cost is None:
        return None
    payer = party_in(sentence.tokens[cost + 1 : quantity.first], combatants)
    end = max(quantity.last, quantity.word.last if quantity.word else 0)  # `coûte onze morts aux soldats`
    dative = sentence.lowers(end, end + 1)
    behind = dative and dative[0] in sentence.lexicon.list("datives")  # `coûté quinze hommes au MUJAO`
    return payer or (party_in(sentence.tokens[end + 1 :], combatants) if behind else None)


def is_own_loss(quantity: Quantity, sentence: Sentence, speaker: str, combatants: Combatants) -> bool:
    """`its own losses it put at five`, `no casualties on its side`, `conceding six fighters`: the speaker's own."""
    if quantity.victims.kind in ("civilian", "state", "group", "mercenary", "international") or quantity.victims.owner:
        return False
    recalled = sentence.lowers(max(0, quantity.first - 4), quantity.first)
    if quantity.inherits and any(word in sentence.lexicon.list("of_them") for word in recalled):
        return False
    if says_own(quantity, sentence):
        return True
    admits = any(word in sentence.lexicon.list("admission") for word in _verb_before(quantity, sentence))
    men = quantity.victims.head in sentence.lexicon.list("possessive_men")  # `mourned ten men`
    return (
        admits
        and bool(combatants.listed)
        and (men or quantity.victims.kind != "people")
        and not (_is_of_another(quantity, sentence, speaker, combatants))
    )


def says_own(quantity: Quantity, sentence: Sentence) -> bool:
    """`buried eleven of its own`, `six dead in their ranks`: words of the clause that make a figure one's own loss."""
    stop = min(quantity.last + 9, len(sentence.tokens))
    end = next((at for at in range(quantity.last, stop) if _ends_clause(sentence, quantity, at)), stop)
    start = max(0, quantity.first - 8)
    turned = [at + 1 for at in range(start, quantity.first) if sentence.folded[at] in sentence.lexicon.list("contrast")]
    around = " ".join(sentence.lowers(max([start, *turned]), end))
    return any(phrase in around for phrase in sentence.lexicon.list("own_side"))


def _is_of_another(quantity: Quantity, sentence: Sentence, speaker: str, combatants: Combatants) -> bool:
    """`the jihadists lost forty men, said the army`: the verb has another subject than the speaker."""
    word = quantity.word
    subject = subject_side(word, sentence, combatants, speaker) if word and quantity.leftward else None
    return subject is not None and subject != speaker


def _verb_before(quantity: Quantity, sentence: Sentence) -> list[str]:
    """The three words before a figure and `the loss of`: `JNIM acknowledged the loss of two`."""
    lexicon = sentence.lexicon
    between = lexicon.list("noun_openers") | lexicon.list("of") | lexicon.list("loss_nouns") | lexicon.list("a_loss")
    at = quantity.first
    while at > max(0, quantity.first - LONGEST_LOSS) and sentence.folded[at - 1] in between:
        at -= 1
    return sentence.lowers(max(0, at - 3), quantity.first)


def _ends_clause(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    """Somebody else is told of behind it: `taken one prisoner, for four dead of its own`, `50 hurt, its own at 2`."""
    word = sentence.folded[at]
    if word == ";" or any(word in sentence.lexicon.list(name) for name in ("that_clause", "clause_starts", "contrast")):
        return True
    if any(other.leftward and other.word and other.word.first == at for other in sentence.quantities):
        return True  # `killed ten, losing four of its own`
    plain = sentence.folded[at - 1] not in sentence.lexicon.list("of")  # `seven wounded of its own`
    own = word in sentence.lexicon.own and at > quantity.last and plain
    return own and any(at < other.first <= at + FARTHEST_OWN for other in sentence.quantities)


def is_opposite(quantity: Quantity, sentence: Sentence) -> bool:
    """`cinq tués et un prisonnier en face`, `il revendique en face une vingtaine de pertes`: of those it fights."""
    if quantity.victims.kind not in ("", "people", "unknown"):
        return False
    if _stands_before_enemy(quantity, sentence) or _enemy_lost(quantity, sentence):
        return True
    opposite = sentence.lexicon.phrases["opposite"]
    if opposite.first_words.isdisjoint(sentence.vocabulary):
        return False
    starts = {other.first for other in sentence.quantities if other.first > quantity.first}
    for at in range(max(0, quantity.first - 3), min(len(sentence.tokens), quantity.last + 5)):
        found = opposite.match(sentence.tokens, at)
        if found:
            behind = range(at + found[1], at + found[1] + 3)
            return at < quantity.first or starts.isdisjoint(behind)
    return False


def _enemy_lost(quantity: Quantity, sentence: Sentence) -> bool:
    """`three of ours died, but the enemy lost twelve`: the enemy is the subject of what it cost."""
    word, lexicon = quantity.word, sentence.lexicon
    if word is None or not quantity.leftward or "lost" not in word.families("active"):
        return False
    before = sentence.folded[max(0, word.first - 3) : word.first]
    return not lexicon.list("enemy").isdisjoint(before)


def _stands_before_enemy(quantity: Quantity, sentence: Sentence) -> bool:
    """`ten dead among their adversaries`, `dix morts pour l'ennemi`: only openers and articles stand between."""
    lexicon = sentence.lexicon
    if lexicon.list("enemy").isdisjoint(sentence.vocabulary):
        return False
    inside = lexicon.list("side_prepositions") | lexicon.list("contrast") | lexicon.list("determiners") | lexicon.own
    at = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    opened = at < len(sentence.tokens) and sentence.folded[at] not in lexicon.list("determiners") | lexicon.own
    while at < len(sentence.tokens) and sentence.folded[at] in inside:
        at += 1
    return opened and at < len(sentence.tokens) and sentence.folded[at] in lexicon.list("enemy")


def is_of_both_sides(quantity: Quantity, sentence: Sentence) -> bool:
    """`dozens of fighters slain on either side`, `dix morts, toutes parties confondues`."""
    both = sentence.lexicon.phrases["both_sides"]
    if not sentence.lexicon.list("lumped").isdisjoint(sentence.vocabulary) and _lumps_sides(quantity, sentence):
        return True
    if both.first_words.isdisjoint(sentence.vocabulary):
        return False
    end = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    return any(both.match(sentence.tokens, at) for at in range(end, end + 3))


def _lumps_sides(quantity: Quantity, sentence: Sentence) -> bool:
    """`plus de cent morts, civils et miliciens confondus`: nouns of two kinds behind a comma, all counted in one."""
    at = max(quantity.last, quantity.word.last if quantity.word and not quantity.leftward else 0)
    lumped = sentence.lexicon.list("lumped")
    end = next(
        (
            end
            for end in range(at, min(at + LONGEST_APPOSITION, len(sentence.tokens)))
            if sentence.folded[end] in lumped
        ),
        0,
    )
    if not end or sentence.tokens[at].text != ",":
        return False
    nouns = (sentence.lexicon.nouns.match(sentence.tokens, place) for place in range(at + 1, end))
    return len({noun[0] for noun in nouns if noun}) > 1


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
    if not lexicon.list("sum_since").isdisjoint(sentence.vocabulary):
        roots = tuple(root.strip() for root in lexicon.list("fighting"))
        fought = any(word.startswith(roots) for word in sentence.vocabulary)
        return fought or any(token.text in lexicon.nations for token in sentence.tokens)
    perfect = lexicon.list("perfect") | lexicon.list("pluperfect")
    return any(
        not lexicon.list("wars").isdisjoint(sentence.lowers(max(0, word.first - FARTHEST_WAR), word.first))
        and not perfect.isdisjoint(sentence.lowers(max(0, word.first - 2), word.first))
        for word in sentence.words
    )
