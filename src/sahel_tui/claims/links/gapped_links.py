"""Figures whose verb is left out: `RFI counted ten dead, the union sixteen`, `ten died at Karou and two at Inates`."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.links.gapped_clauses import clause_before, may_stand_alone
from sahel_tui.claims.parties.naming import name_person
from sahel_tui.claims.phrases.adjuncts import adjunct_end, ends_phrase
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, assign, counted_before, is_of_persons, main_toll

FARTHEST_JOINT = 5
"""Tokens from `and` to a figure with its time between: `and in mid-August another seventeen`."""

LONGEST_GAP = 14
"""Tokens from one figure to the next with who gives it between: `; the Collective against Impunity (CISC) is at`."""

LONGEST_CLAUSE = 10
"""Tokens behind a figure in which a verb would make the clause one of its own."""


def gapped_number(sentence: Sentence, at: int) -> bool:
    """`RFI counted ten dead, the police union sixteen`, `…, a day later of twenty`: the verb is repeated in thought."""
    quantity = sentence.quantities[at]
    previous = counted_before(sentence, quantity)
    if previous is None or quantity.victims.kind or quantity.article or quantity.match.count.vague:
        return False
    start = previous.end
    start = adjunct_end(sentence, start)  # `gave 39 dead there, villagers about fifty`
    if not (_names_speaker(sentence, start, quantity.first) or _names_later(sentence, start, quantity.first)):
        return False
    previous = main_toll(sentence, previous)
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "gapped_number"
    quantity.inherits, quantity.leftward = previous, True
    return True


def _names_later(sentence: Sentence, first: int, last: int) -> bool:
    """`spoke first of thirty dead, a few days later of over 45`: the preposition again, behind a time."""
    words = sentence.lowers(first, last)
    again = len(words) > 2 and words[0] == "," and words[-1] in sentence.lexicon.list("of")
    timed = any(word in sentence.lexicon.list("then") or word in sentence.lexicon.list("later_words") for word in words)
    return again and timed and not any(word.first in range(first, last) for word in sentence.words)


def _names_speaker(sentence: Sentence, first: int, last: int) -> bool:
    """A comma, semicolon or `and`, then a few words with a speaker among them and no verb."""
    tokens = _without_aside(sentence.tokens[first:last])
    if not 2 <= len(tokens) <= LONGEST_GAP:
        return False
    opens = tokens[0].text in ",;" or sentence.lexicon.conjunctions.match(sentence.tokens, first) is not None
    verbs = any(word.first in range(first, last) for word in sentence.words)
    said = any(
        token.lower in sentence.lexicon.say and token.lower not in sentence.lexicon.statements for token in tokens
    )
    known = any(
        sentence.lexicon.speaker_at(sentence.tokens, place) or load_actors().match(sentence.tokens, place)
        for place in range(first, last)
    )
    known = known or any(token.lower in sentence.lexicon.roles for token in tokens) or _ends_in_party(sentence, last)
    known = known or (tokens[0].text == ";" and name_person(tokens, sentence.lexicon) is not None)
    return opens and known and not verbs and not said


def _without_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """`; the MNLA, quoted by RFI, stops at 13`: the words without what two commas set apart."""
    commas = [at for at, token in enumerate(tokens) if at and token.text == ","]
    return (*tokens[: commas[0]], *tokens[commas[1] + 1 :]) if len(commas) == 2 else tokens


def _ends_in_party(sentence: Sentence, last: int) -> bool:
    """`the raiders had twelve killed, the garrison seven`: those who fight straight before the figure."""
    noun = sentence.lexicon.nouns.match_before(sentence.tokens, last)
    return noun is not None and noun[0] in ("state", "group", "mercenary", "international")


def share_place(sentence: Sentence, at: int) -> bool:
    """`fifteen were killed in a church at Essakane and fourteen in a mosque at Natiaboani`: the same verb."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    previous = clause_before(sentence, at)
    behind = sentence.folded[quantity.last] if quantity.last < len(sentence.tokens) else ""
    bare = (
        not quantity.article
        and not quantity.match.count.vague
        and (not quantity.victims.kind or quantity.victims.others)
    )
    placed = any(behind in lexicon.list(name) for name in ("place_openers", "side_prepositions", "amid"))
    if previous is None or previous.word is None or not bare or not placed:
        return False
    if not _is_joined(sentence, quantity) or _has_verb(sentence, quantity):
        return False
    families = previous.word.families("participle", "intransitive", "active", "after", "before")
    return assign(quantity, previous.word, families, "share_place", leftward=previous.leftward)


def share_parallel(sentence: Sentence, at: int) -> bool:
    """`nine of those killed came from one family and three from another`: the same preposition behind both figures."""
    quantity = sentence.quantities[at]
    previous = clause_before(sentence, at)
    of = sentence.lexicon.list("of")
    end = quantity.match.last
    behind = sentence.folded[end] if end < len(sentence.tokens) else ""
    counted = quantity.article and not sentence.lexicon.grammar.get("article_is_one")
    owned = quantity.victims.kind == "unknown" and behind in of  # `trois des Maiga`
    if previous is None or (quantity.victims.head and not owned) or counted or quantity.match.count.vague == "none":
        return False
    gap = sentence.lowers(previous.match.last, quantity.first)
    classes = [sentence.lexicon.list(name) for name in ("origins", "place_openers", "of", "among_words", "dated")]
    same = any(behind in words and not words.isdisjoint(gap) for words in classes)
    joined = len(gap) > 2 and gap[-1] in sentence.lexicon.list("plain_and")
    if not joined or not same or _has_verb(sentence, quantity):
        return False
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "share_parallel"
    quantity.leftward, quantity.inherits = True, previous
    quantity.flags += [flag for flag in previous.flags if flag == "subset"]
    return True


def share_object(sentence: Sentence, at: int) -> bool:
    """`the bomb cost five people their lives, and the funeral that followed, five others`: a comma for the verb."""
    quantity = sentence.quantities[at]
    previous = clause_before(sentence, at)
    bare = not quantity.victims.kind and not quantity.article
    if previous is None or not (is_of_persons(quantity) or bare) or _has_verb(sentence, quantity):
        return False
    if previous.rule == "share_object" and are_joined(previous, quantity, sentence):
        return _follow(quantity, previous)
    gap = sentence.folded[previous.end : quantity.first]
    mark = next((at for at, word in enumerate(gap[:FARTHEST_JOINT]) if word in (",", ";")), len(gap))
    rest = gap[mark:]
    end = -2 if rest and rest[-1] in sentence.lexicon.list("object_prepositions") else -1
    opened = len(rest) > 3 and rest[end] == "," and (rest[0] == ";" or rest[1] in _plain(sentence))
    told = previous.leftward or previous.rule in ("among_the_dead", "joined_to_dead")
    if quantity.article and sentence.tokens[quantity.first - 2].text[0].isupper():
        return False  # `; Amadou Diallo, a councillor, 160`
    if not opened or not told or any(_is_noise(sentence, word) for word in rest):
        return False
    return _follow(quantity, previous)


def _follow(quantity: Quantity, previous: Quantity) -> bool:
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "share_object"
    quantity.leftward = True
    return True


def _plain(sentence: Sentence) -> frozenset[str]:
    return sentence.lexicon.list("plain_and")


def _is_noise(sentence: Sentence, word: str) -> bool:
    """A verb of saying or of being: the clause has a verb of its own."""
    return word in sentence.lexicon.say or word in sentence.lexicon.auxiliaries


def share_likewise(sentence: Sentence, at: int) -> bool:
    """`thirty died in January, and in August nineteen did`, `and nineteen of the attackers did too`, `… as well`."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    previous = clause_before(sentence, at)
    if previous is None or not may_stand_alone(quantity):
        return False
    verb = quantity.last
    end = verb + (verb < len(sentence.tokens) and sentence.folded[verb] in lexicon.list("pro_verbs"))
    again = lexicon.phrases["likewise_ends"].match(sentence.tokens, end)
    end += again[1] if again else 0
    if end == verb or not ends_phrase(sentence, end):
        return False
    quantity.category, quantity.word, quantity.rule = previous.category, previous.word, "share_likewise"
    quantity.leftward = True
    return True


def share_inverted(sentence: Sentence, at: int) -> bool:
    """`seven of his comrades were hurt, and so were seven French soldiers`, `as did seventy raiders`."""
    quantity, lexicon = sentence.quantities[at], sentence.lexicon
    previous = clause_before(sentence, at)
    opening = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    verbs = lexicon.lists("be", "pro_verbs")
    so = len(opening) == 2 and opening[0] in lexicon.list("likewise") and opening[1] in verbs
    if previous is None or previous.word is None or not so:
        return False
    families = previous.word.families("participle", "intransitive", "after")
    return assign(quantity, previous.word, families, "share_inverted")


def _is_joined(sentence: Sentence, quantity: Quantity) -> bool:
    """`and` stands before it, with nothing but a time between."""
    lexicon = sentence.lexicon
    for place in range(quantity.first - 1, max(-1, quantity.first - FARTHEST_JOINT), -1):
        word = sentence.folded[place]
        if word in lexicon.list("plain_and"):
            return True
        timed = place in sentence.dates or any(word in lexicon.list(n) for n in ("place_openers", "another", "of"))
        if not timed and not any(month in word for month in lexicon.months):
            return False
    return False


def _has_verb(sentence: Sentence, quantity: Quantity) -> bool:
    """A verb follows before the clause ends."""
    for place in range(quantity.last, min(quantity.last + LONGEST_CLAUSE, len(sentence.tokens))):
        word = sentence.folded[place]
        if sentence.tokens[place].kind == "mark":
            return False
        if word in sentence.lexicon.be or word in sentence.lexicon.say:
            return True
        if any(each.first == place for each in sentence.words):
            return True
    return False
