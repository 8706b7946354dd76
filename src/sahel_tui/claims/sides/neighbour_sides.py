"""The side that a party named right beside a figure gives it."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.claims.phrases.deeds import passive_agent
from sahel_tui.claims.phrases.inserted_clauses import skip_inserted
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.sides.adjunct_sides import topic_side, worsted_side
from sahel_tui.claims.sides.fragment_sides import fragment_side, ordinal_side
from sahel_tui.claims.sides.loss_sides import losses_side
from sahel_tui.claims.sides.unnamed_sides import party_in

TOLL_RULES = frozenset(("noun_before", "head_of_toll", "numbered_subject"))
"""Rules by which a word of loss takes the figure behind it."""

PARTIES = ("state", "group", "mercenary", "international")
"""Kinds of nouns that name those who fight."""

FARTHEST_SIDE = 16
"""Tokens from `on the army's side` to a figure, what is inserted between commas among them."""

NEAR_SIDE = 4
"""Of these, those that are not inserted."""

FARTHEST_RANKS = 12
"""Tokens from `ranks` to a figure of those in them."""


def neighbour_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`nine dead on the army's side`, `civilian deaths stand at 15`: a party beside the figure."""
    alone = fragment_side(quantity, sentence, combatants) or ordinal_side(quantity, sentence, combatants)
    if alone:
        return alone
    behind = _party_behind(quantity, sentence, combatants) or _party_given(quantity, sentence, combatants)
    if behind:
        return behind
    ahead = _party_ahead(quantity, sentence, combatants) or losses_side(quantity, sentence, combatants)
    if ahead:
        return ahead
    doubled = quantity.word is not None and sentence.tokens[quantity.word.first].lower in sentence.lexicon.list(
        "double_object"
    )
    if quantity.word and quantity.leftward and (quantity.rule in TOLL_RULES or doubled):
        first = quantity.word.last if doubled else _behind_mark(sentence, quantity.word.first)
        said = [at + 1 for at in range(first, quantity.word.first) if sentence.folded[at] in sentence.lexicon.say]
        first = said[-1] if said else first  # `the mayor put the dead at twelve`: who says it is no victim.
        cited = any(
            sentence.lexicon.according_to.match(sentence.tokens, at) for at in range(max(0, first - 1), first + 3)
        )
        first = quantity.word.last if cited else first  # `according to JNIM the figure was 70`
        beside = party_in(_without_attacks(sentence, first, quantity.first), combatants)
        if beside:
            return beside
    return topic_side(quantity, sentence, combatants) or worsted_side(quantity, sentence, combatants)


def _without_attacks(sentence: Sentence, first: int, last: int) -> list[Token]:
    """`the death toll in the Mali attack rose`: whose or where an attack was is not whom it killed."""
    events = sentence.lexicon.list("event_nouns")
    attacks = {at - 1 for at in range(first + 1, last) if sentence.folded[at] in events}
    return [token for at, token in enumerate(sentence.tokens[first:last], first) if at not in attacks]


def _behind_mark(sentence: Sentence, end: int) -> int:
    """Up to three tokens before a toll that are part of it: `À ce jour, le nombre de militaires morts`.

    None is punctuation or a verb: `l'assaut jihadiste a causé la mort de six personnes`.
    """
    first, verbs = max(0, end - 3), sentence.lexicon.lists("causing", "auxiliaries")
    before = range(end - 1, first - 1, -1)
    ends = (at for at in before if sentence.tokens[at].kind == "mark" or sentence.folded[at] in verbs)
    return next((at + 1 for at in ends), first)


def _party_behind(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`nine dead on the army's side`, `une trentaine pour l'armée`; `50 dead and 100 wounded among them` are both."""
    if passive_agent(quantity, sentence, combatants):
        return None  # `tombés aux mains du GSIM`: who has them
    source = _party_of_origin(quantity, sentence, combatants)
    if source:
        return source
    start = _behind_count(sentence, quantity.end)
    set_off = sentence.lowers(start, start + 1) == [","] and _is_in_ranks(sentence, start + 1)
    start += set_off  # `six wounded, in the ranks of the army`
    if start >= len(sentence.tokens):
        return None
    if sentence.folded[start] in sentence.lexicon.list("plain_and"):
        twin = next((q for q in sentence.quantities if q.first == start + 1 and q.category), None)
        if twin and not twin.victims.kind:
            return _party_behind(twin, sentence, combatants)
    following = [other.first for other in sentence.quantities if other.first >= start]
    stop = min([len(sentence.tokens), start + 7, *following])
    named = start < stop and sentence.folded[start] in sentence.lexicon.list("side_prepositions")
    named = named or _is_in_ranks(sentence, start) or _is_in_party(sentence, start)
    if not named or (start + 1 < stop and sentence.lexicon.countries.match(sentence.tokens, start + 1)):
        return None  # `20 000 morts au Mali`: where they died.
    # `seven on that of the jihadists`
    inside = sentence.lexicon.lists("of", "determiners", "own", "stand_ins", "ranks_of")
    leaves = (
        at
        for at in range(start + 1, stop)
        if sentence.folded[at] in sentence.lexicon.stop and sentence.folded[at] not in inside
    )
    words = sentence.tokens[start + 1 : next(leaves, stop)]  # not `dans des combats avec X`
    return party_in(words, combatants) or _government_side(words, combatants)


def _government_side(words: Sequence[Token], combatants: Combatants) -> str | None:
    """`on the government side`, `du côté gouvernemental`: an organ of a state before or behind the noun of sides."""
    lexicon = combatants.lexicon
    spoken = (lexicon.speaker_at(words, at) for at in range(len(words)))
    state = any(word.lower in lexicon.list("governing") for word in words) or any(s and s[0] == "state" for s in spoken)
    sided = any(word.lower in lexicon.list("side_nouns") for word in words)
    nations = (lexicon.nationalities[word.lower] for word in words if word.lower in lexicon.nationalities)
    nation = next(nations, None) if sided else None  # `only five on the Malian side`
    if nation:
        return combatants.side_of_country(nation)
    return combatants.state_side() if state and sided else None


def _behind_count(sentence: Sentence, at: int) -> int:
    """The token after `were counted`, where a party may follow: `eleven dead were counted among the army`."""
    lexicon, end = sentence.lexicon, at
    while end < min(len(sentence.tokens), at + 3) and (
        sentence.folded[end] in lexicon.be or sentence.folded[end] in lexicon.say
    ):
        end += 1
    return end if end > at and sentence.folded[end - 1] in lexicon.say else at


def _is_in_ranks(sentence: Sentence, at: int) -> bool:
    """`in the ranks of the army`: a place among people."""
    if "ranks_of" not in sentence.told or at >= len(sentence.tokens):
        return False
    ranks = not sentence.lexicon.list("ranks_of").isdisjoint(sentence.lowers(at + 1, at + 5))
    return ranks and sentence.folded[at] in sentence.lexicon.list("place_openers")


def _is_in_party(sentence: Sentence, at: int) -> bool:
    """`twelve deaths in the security forces`, `douze morts dans l'armée`: a party alone; not `in JNIM raids`."""
    lexicon, first = sentence.lexicon, at + 1
    if at >= len(sentence.tokens) or sentence.folded[at] not in lexicon.list("place_openers"):
        return False
    while first < len(sentence.tokens) and sentence.folded[first] in lexicon.list("determiners"):
        first += 1
    victims = find_victims(sentence.tokens[first:], 0, lexicon)
    end = first + victims.last
    if any(lexicon.countries.match(sentence.tokens, at) for at in range(first, end)) and not victims.head:
        return False  # `killed in north-central Burkina Faso`: where they died
    last = end >= len(sentence.tokens) or sentence.tokens[end].kind == "mark" or sentence.folded[end] in lexicon.stop
    return victims.kind in PARTIES and victims.last > 0 and last


def _party_of_origin(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`eleven men from the army`: a party straight behind people; a country is where they came from."""
    at, tokens = quantity.last, sentence.tokens
    if quantity.victims.kind not in ("", "people") or at >= len(tokens):
        return None
    if sentence.folded[at] not in sentence.lexicon.list("origins") or sentence.lexicon.countries.match(tokens, at + 1):
        return None
    return party_in(tokens[at + 1 : at + 4], combatants)


def _party_given(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`the article gives the MNLA 20 to 67 dead`: the party stands between the verb and its figure."""
    for at in range(quantity.first - 1, max(-1, quantity.first - 6), -1):
        if sentence.folded[at] in sentence.lexicon.list("giving"):
            return party_in(sentence.tokens[at + 1 : quantity.first], combatants) if quantity.first - at > 1 else None
        if sentence.tokens[at].kind != "word" or sentence.folded[at] in sentence.lexicon.say:
            return None
    return None


def _party_ahead(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`and on the rebel side five dead`, `du côté de l'armée, on compte dix morts`: a side named before."""
    ranks = sentence.lexicon.list("ranks_of")
    farthest = quantity.first - FARTHEST_RANKS if "ranks_of" in sentence.told else quantity.first
    for at in range(quantity.first - 1, max(0, farthest), -1):
        if sentence.folded[at] in ranks:  # `in the ranks of their escort, one killed`
            return party_in(sentence.tokens[at + 1 : quantity.first], combatants)
        if sentence.tokens[at].text in ";:.":
            break
    if "side_nouns" not in sentence.told:
        return None
    near = skip_inserted(sentence, max(0, quantity.first - FARTHEST_SIDE), quantity.first)[-NEAR_SIDE:]
    for at in reversed(near):
        if sentence.folded[at] in sentence.lexicon.list("side_nouns"):
            end = quantity.first if sentence.lexicon.grammar.get("head_first") else at
            first = at if sentence.lexicon.grammar.get("head_first") else max(0, at - 3)
            return party_in(sentence.tokens[first:end], combatants)
    return None
