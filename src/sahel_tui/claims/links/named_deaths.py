"""Single persons whose death is told by name: `Captain Moussa Diarra was killed at the gate`."""

from collections.abc import Sequence
from itertools import pairwise

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.language.actors import Actor, load_actors
from sahel_tui.claims.language.name_forms import is_capitalised
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.town_names import is_settlement, is_wide_area
from sahel_tui.claims.parties.naming import name_person
from sahel_tui.claims.parties.victims import KINDS, Victims
from sahel_tui.claims.phrases.phrases import CasualtyWord, Quantity, Sentence
from sahel_tui.claims.phrases.positions import active_families, starts_quantity
from sahel_tui.model import Count

LONGEST_NAME = 8
"""Words of a name with the rank or office before it."""

LONGEST_OFFICE = 5
"""Words that may stand between a verb and the name of whom it killed."""

PLURAL = frozenset(("were", "are", "sont", "étaient"))
"""`Rey and Lamon were among the dead` names several."""


def add_named_deaths(sentence: Sentence) -> None:
    """Add a quantity of one for every person whose name is the subject of a word of dying that counts nobody else."""
    before = len(sentence.quantities)
    for word in sentence.words:
        killed = "killed" in word.families("participle", "intransitive", "after", "before", "active").split("+")
        if not killed or _is_taken(sentence, word):
            continue
        found = _subject(sentence, word) or _complement(sentence, word)
        part = None if found else _among(sentence, word) or _behind_among(sentence, word)
        found = found or (None if part else _object(sentence, word))
        for first, end in filter(None, (found, part)):
            sentence.quantities.append(_named(sentence, first, end, word))
            sentence.quantities[-1].flags += ["subset"] if part else []
    if len(sentence.quantities) > before:
        sentence.quantities.sort(key=lambda quantity: quantity.first)
        _drop_appositions(sentence)


def _drop_appositions(sentence: Sentence) -> None:
    """`the death of Tilemsi, a commander killed by the French`: one man."""
    ends = {quantity.last for quantity in sentence.quantities if quantity.rule == "named_death"}
    for quantity in sentence.quantities:
        if quantity.article and quantity.first - 1 in ends and sentence.tokens[quantity.first - 1].text == ",":
            quantity.category = None


def _is_taken(sentence: Sentence, word: CasualtyWord) -> bool:
    """The word already counts somebody, or governs a figure: `Traoré killed two`."""
    counting = [quantity for quantity in sentence.quantities if quantity.category and quantity.rule != "shares_fate"]
    return any([quantity.word is word for quantity in counting])


def _subject(sentence: Sentence, word: CasualtyWord) -> tuple[int, int] | None:
    """The name before `was killed`, `died`."""
    if "killed" not in word.families("participle", "intransitive").split("+"):
        return None
    end = _subject_end(sentence, word)
    return _name_before(sentence, end) if end is not None else None


def _among(sentence: Sentence, word: CasualtyWord) -> tuple[int, int] | None:
    """The name before `was among the dead`."""
    if "killed" not in word.families("after", "before", "participle").split("+"):
        return None
    marks, tokens = sentence.lexicon.marks["subset_after"], sentence.tokens
    for at in range(max(1, word.first - 3), word.first):
        single = sentence.folded[at - 1] in _verbs(sentence)
        named = marks.match(tokens, at) or sentence.folded[at] in sentence.lexicon.list("amid")
        if named and single:
            end = at - 1
            return _name_before(sentence, _before_aside(sentence, end))
    return None


def _verbs(sentence: Sentence) -> frozenset[str]:
    """What joins one person to those who died: `was among`, `figure parmi`."""
    return (sentence.lexicon.be | sentence.lexicon.list("appears")) - PLURAL


def _behind_among(sentence: Sentence, word: CasualtyWord) -> tuple[int, int] | None:
    """The name in `among those who fell was Abu Hassan`, `among the dead was Captain Diarra`."""
    if "killed" not in word.families("after", "before", "participle", "intransitive").split("+"):
        return None
    amid = sentence.lexicon.list("amid").isdisjoint(sentence.lowers(max(0, word.first - 4), word.first))
    first = word.last
    while first < len(sentence.tokens) and sentence.folded[first] in _verbs(sentence):
        first += 1
    if amid or first == word.last:
        return None
    first += not sentence.lexicon.list("definite").isdisjoint(sentence.lowers(first, first + 1))
    end = first
    while end < len(sentence.tokens) and is_of_name(sentence, end):
        end += 1
    return (first, end) if end > first and name_start(sentence, end) == first else None


def _before_aside(sentence: Sentence, end: int) -> int:
    """`Lieutenant Sawadogo, in command of the camp, was`: where the name ends that an aside parts from its verb."""
    if sentence.tokens[end - 1].text != ",":
        return end
    if name_start(sentence, end - 1) is not None:
        return end - 1
    return next((at for at in range(end - 2, 0, -1) if sentence.tokens[at].text == ","), end - 1)


def _name_before(sentence: Sentence, end: int) -> tuple[int, int] | None:
    """`the commander of the post, Mohamed Ould Cheikh, fell`: the name, alone or set off by commas."""
    first = name_start(sentence, end)
    return (first, end) if first is not None else None


def _complement(sentence: Sentence, word: CasualtyWord) -> tuple[int, int] | None:
    """The name in `the death of Abou Zeid`."""
    of = word.last < len(sentence.tokens) and sentence.tokens[word.last].lower in sentence.lexicon.list("of")
    if not of or "killed" not in word.families("before").split("+"):
        return None
    end = word.last + 1
    while end < len(sentence.tokens) and is_of_name(sentence, end):
        end += 1
    first = name_start(sentence, end)
    return (first, end) if first is not None and first > word.last else None


def _object(sentence: Sentence, word: CasualtyWord) -> tuple[int, int] | None:
    """The name in `a mine killed Corporal Koffi Yao`, `killed the village chief Hamadoun Barry`."""
    lexicon, verb = sentence.lexicon, sentence.folded[word.first]
    openers = lexicon.list("infinitive_openers")
    either = sentence.folded[word.first - 1] in lexicon.list("or_and")  # `to catch or kill Abou Zeid`
    before = sentence.lowers(max(0, word.first - (3 if either else 1)), word.last)
    meant = verb.endswith(tuple(lexicon.list("infinitive_ends"))) or not openers.isdisjoint(before)
    if "killed" not in active_families(sentence, word).split("+") or meant:
        return None  # `a plan to kill Abou Zeid`
    group = load_actors().match(sentence.tokens, word.last)  # `killed JNIM deputy leader Omar Ould Badi`
    end = group.last if group else word.last
    while end < min(len(sentence.tokens), word.last + LONGEST_OFFICE) and _is_of_office(sentence, end):
        end += 1
    while end < len(sentence.tokens) and is_of_name(sentence, end):
        end += 1
    joined = not sentence.lexicon.list("plain_and").isdisjoint(sentence.lowers(end, end + 1))
    counted = joined and starts_quantity(sentence, end + 1)  # `killed the emir Abou Moussa and four others` is five.
    first = name_start(sentence, end)
    return (first, end) if first is not None and first >= word.last and not counted else None


def _is_of_office(sentence: Sentence, at: int) -> bool:
    """A word of `the village chief` before a name."""
    token, lexicon = sentence.tokens[at], sentence.lexicon
    return token.lower in lexicon.list("definite") or (
        token.kind == "word" and not is_capitalised(token) and token.lower not in lexicon.stop
    )


def _subject_end(sentence: Sentence, word: CasualtyWord) -> int | None:
    """Where the subject of `was killed`, `died` ends; None where an active verb may stand."""
    end = word.first
    while end > 0 and sentence.tokens[end - 1].lower in sentence.lexicon.be:
        end -= 1
    passive = any(token in sentence.lexicon.auxiliaries for token in sentence.lowers(end, word.first))
    if not (passive or word.families("intransitive")) or end == 0:
        return None
    return _before_aside(sentence, end)


def _names_place(words: Sequence[Token], sentence: Sentence) -> bool:
    """`the massacre of Tchoma Bangou`, `the Tillabéri Region`: a town or an area, no person."""
    name = " ".join(word.text for word in words)
    area = words[-1].lower in sentence.lexicon.list("areas")
    return area or is_settlement(name) or is_wide_area(name)


def name_start(sentence: Sentence, end: int) -> int | None:
    """Where a personal name that ends there begins; None when no person, or a counted one, stands there."""
    first = end
    while first > 0 and end - first < LONGEST_NAME and is_of_name(sentence, first - 1):
        first -= 1
    group = load_actors().match(sentence.tokens[first:end], 0)  # `JNIM leader Abu Hamza`
    led = (
        group is not None and first + group.last < end and sentence.folded[first + group.last] in sentence.lexicon.roles
    )
    first += group.last if group and led else 0
    words = sentence.tokens[first:end]
    if not words or not is_capitalised(words[-1]) or name_person(words, sentence.lexicon) is None:
        return None
    if any(load_actors().match(words, at) for at in range(len(words))) or _names_place(words, sentence):
        return None
    bodies = (sentence.lexicon.speaker_at(words, at) for at in range(len(words)))
    if any(found and found[0] == "organisation" for found in bodies):
        return None  # `Human Rights Watch`
    taken = any(first < quantity.last and quantity.first < end for quantity in sentence.quantities)
    return None if taken else first


def is_of_name(sentence: Sentence, at: int) -> bool:
    """A capitalised word, a rank or an office; a date is none."""
    token = sentence.tokens[at]
    if token.kind != "word" or at in sentence.dates or token.lower in sentence.lexicon.stop:
        return False
    noun = sentence.lexicon.nouns.match(sentence.tokens, at)
    return (
        is_capitalised(token) or token.lower in sentence.lexicon.roles or (noun is not None and noun[0] != "excluded")
    )


def _named(sentence: Sentence, first: int, end: int, word: CasualtyWord) -> Quantity:
    """The quantity of one person; the rank or office before the name tells what kind of person it was."""
    words = sentence.tokens[first:end]
    kinds = _kinds_of(words, sentence) or _described(sentence, first, end)
    victims = Victims(" ".join(token.text for token in words), next(iter(kinds), "people"), last=end)
    victims.actors = [mention.actor for mention in load_actors().find(_behind_name(sentence, end))]
    victims.actors = victims.actors or _group_before(sentence, first)
    quantity = Quantity(CountMatch(first, end, Count(1, 1)), victims, first, end)
    quantity.category, quantity.word, quantity.rule = "killed", word, "named_death"
    quantity.flags.append("named")
    return quantity


def _group_before(sentence: Sentence, first: int) -> list[Actor]:
    """The group whose office a person held: `JNIM deputy leader Omar Ould Badi`."""
    found = (load_actors().match(sentence.tokens, at) for at in range(max(0, first - LONGEST_OFFICE), first))
    return [mention.actor for mention in found if mention and mention.last == first]


def _kinds_of(words: Sequence[Token], sentence: Sentence) -> list[str]:
    """The kinds of people that the nouns among some words name."""
    return [noun[0] for at in range(len(words)) if (noun := sentence.lexicon.nouns.match(words, at))]


def _described(sentence: Sentence, first: int, end: int) -> list[str]:
    """What an apposition says of a person: `the company's commander, Mohamed Ould Cheikh`, `X, the imam of Y`.

    Who leads a raid or an attack is one of the attackers.
    """
    start = max(0, first - LONGEST_NAME)
    before = sentence.tokens[start : first - 1] if first and sentence.tokens[first - 1].text == "," else []
    mark = next((at + 1 for at in range(len(before) - 1, -1, -1) if before[at].kind == "mark"), 0)
    before = before[mark:]
    owned = [word.lower for word, behind in pairwise(before) if behind.lower in sentence.lexicon.list("possessive")]
    if sentence.lexicon.grammar.get("head_first"):
        owned = [word.lower for word in before[1:]]  # `le chef de l'attaque`
    if any(word in sentence.lexicon.list("raids") for word in owned):
        return ["group"]
    return [
        kind for kind in _kinds_of(before, sentence) + _kinds_of(_behind_name(sentence, end), sentence) if kind in KINDS
    ]


def _behind_name(sentence: Sentence, end: int) -> Sequence[Token]:
    """The apposition behind a name, between two commas: `Abou Zeid, AQIM's emir in the region, was killed`."""
    if end >= len(sentence.tokens) or sentence.tokens[end].text != ",":
        return []
    stop = next((at for at in range(end + 1, len(sentence.tokens)) if sentence.tokens[at].kind == "mark"), end + 1)
    return sentence.tokens[end + 1 : stop] if sentence.tokens[stop].text == "," else []
