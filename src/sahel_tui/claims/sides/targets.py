"""Whom an attack hit: `ambushed an army patrol; six died`, `the camp was stormed`; in the lead, whom the event hit."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.noun_phrases import skip_of
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import party_before
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.sides.unnamed_sides import party_in, starts_party
from sahel_tui.model import CIVILIANS, Document

FARTHEST_TARGET = 24
"""Tokens between the verb of an attack and the toll it took."""

FARTHEST_SUBJECT = 16
"""Tokens between the target of an attack and the passive that says so."""

FARTHEST_AGAINST = 9
"""Tokens from an attack to the preposition before whom it hit: whose it was stands between."""

LONGEST_OWNER = 4
"""Tokens behind `convoy` that may say whose it is."""

LONGEST_HOLDER = 4
"""Tokens behind `camp` that may say which party holds it."""

ATTACKS = ("targets", "attacked", "under_attack")
"""Phrases that tell whom an attack hit."""

LEAD = 600
"""Characters of a lead, or of a section, that say whom the event hit."""


def target_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`opened fire on worshippers, killing fifteen`, `the troops were ambushed; six died`: whom the attack hit."""
    places = {at for name in (*ATTACKS, "event_nouns") for at in sentence.told.get(name, ())}
    for at in sorted(places, reverse=True):
        if not quantity.first - FARTHEST_TARGET < at < quantity.first:
            continue
        passive = _attacked(sentence.tokens, at, combatants)
        if passive:
            return passive
        before = sentence.tokens[: quantity.first]
        lengths = _openings(before, at, sentence.lexicon)
        if not lengths:
            continue
        target = next((side for length in lengths if (side := _target_behind(before, at, length, combatants))), None)
        own = target not in (None, CIVILIANS) and target == party_before(sentence, at, combatants)
        return None if own else target  # `the army stormed the position`: it was not its own.
    return None


def whom_hit(most_dead: str | None, document: Document, combatants: Combatants) -> str | None:
    """The side with the most dead of an infobox; but of a group that attacked, those whom it attacked."""
    group = most_dead is not None and most_dead.startswith("combatant") and not combatants.is_government(most_dead)
    if most_dead and not group:
        return most_dead
    return event_target(document, combatants, whole=most_dead is None) or most_dead


def event_target(document: Document, combatants: Combatants, *, whole: bool = True) -> str | None:
    """Whom the event hit: the target that a page names, else what its title or lead, or the `whole` text, tells."""
    targets = tokenise(document.value("target") or "")
    several = any(token.kind == "mark" or token.lower in combatants.lexicon.list("plain_and") for token in targets)
    named = _first_target(targets, combatants)
    if named:
        return CIVILIANS if several and not combatants.listed else named  # `an army base; a mine`: the dead of both
    tellings = _tellings(document, combatants.lexicon)
    told = chain((document.title,), tellings if whole else islice(tellings, 1))
    return next((side for part in told if (side := _attack_in(tokenise(part), combatants))), None)


def _tellings(document: Document, lexicon: Lexicon) -> Iterator[str]:
    """The beginnings of the lead and of the sections that tell the event: not what was before or came of it."""
    elsewhere = (*lexicon.sections["background"], *lexicon.sections["aftermath"])
    for section in document.sections:
        if section.kind != "references" and not section.title.casefold().startswith(elsewhere):
            yield document.text[section.start : section.end][:LEAD]


def _attack_in(tokens: Sequence[Token], combatants: Combatants) -> str | None:
    """`Attack on the Inata camp`, `gunmen attacked the village of …`: the first attack told that says on whom."""
    phrases = combatants.lexicon.phrases
    targets = phrases["targets"]
    openings = targets.first_words | phrases["attacked"].first_words | phrases["under_attack"].first_words
    openings |= combatants.lexicon.list("event_nouns")
    for at in (at for at, token in enumerate(tokens) if token.lower in openings):
        lengths = _openings(tokens, at, combatants.lexicon)
        behind = (_target_behind(tokens, at, length, combatants) for length in lengths)
        side = _attacked(tokens, at, combatants) or next(filter(None, behind), None)
        if side:
            return side
    return None


def _openings(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> list[int]:
    """Tokens from an attack to whom it hit: `attacked …`, `an attack by gunmen on …`, `attaque perpétrée contre …`."""
    opening = lexicon.phrases["targets"].match(tokens, at)
    lengths = [opening[1]] if opening and at + opening[1] <= len(tokens) else []
    if tokens[at].lower not in lexicon.list("event_nouns"):
        return lengths
    for end in range(at + 1, min(len(tokens), at + FARTHEST_AGAINST)):
        if tokens[end].lower in lexicon.list("against"):
            return [*lengths, end + 1 - at]
        if tokens[end].kind == "mark" or tokens[end].lower in lexicon.boundary:
            break
    return lengths


def _attacked(tokens: Sequence[Token], at: int, combatants: Combatants) -> str | None:
    """`the troops were ambushed`, `the patrol came under fire`, `une patrouille a été attaquée`: the subject of it."""
    lexicon = combatants.lexicon
    if not at:
        return None
    verb = at  # `was then attacked`
    while verb > 1 and tokens[verb - 1].lower in lexicon.lists("adverbs", "-auxiliaries"):
        verb -= 1
    passive = tokens[verb - 1].lower in lexicon.auxiliaries and lexicon.phrases["attacked"].match(tokens, at)
    if not passive and not lexicon.phrases["under_attack"].match(tokens, at):
        return None
    first = end = verb - bool(passive)
    while first > max(0, at - FARTHEST_SUBJECT) and tokens[first - 1].kind != "mark":
        first -= 1
    return _first_target(tokens[first:end], combatants)


def _first_target(words: Sequence[Token], combatants: Combatants) -> str | None:
    """The first party, civil place or army post behind the verb, before the clause ends."""
    lexicon = combatants.lexicon
    for at, token in enumerate(words):
        if token.kind == "mark" or token.lower in lexicon.boundary or token.lower in lexicon.list("place_openers"):
            return None
        if token.lower in lexicon.list("civilian_context") or token.lower in lexicon.list("civil_camps"):
            return CIVILIANS
        actor = load_actors().match(words, at)
        named = words[at : actor.last if actor else at + 1]
        side = None if not actor and _is_single(words, at, lexicon) else party_in(named, combatants)
        if side:
            return side
        if token.lower in lexicon.list("military_context"):
            return (
                CIVILIANS if _is_civil(words, at, lexicon) else _holder(words, at, combatants) or _post_side(combatants)
            )
    return None


def _target_behind(tokens: Sequence[Token], at: int, length: int, combatants: Combatants) -> str | None:
    """Whom the words of an attack at `tokens[at]` hit, so many words long; none where it says whose attack it was.

    Where heads come first, that stands straight behind: `une attaque djihadiste`, `une frappe de l'armée`.
    """
    lexicon, first = combatants.lexicon, at + length
    words = tokens[first:]
    if lexicon.grammar.get("head_first"):
        owned = skip_of(tokens, first, lexicon)
        noun = lexicon.nouns.match(tokens, owned)
        by_group = owned == first and noun is not None and noun[0] == "group" and words[0].text[0].islower()
        struck = tokens[at].lower in lexicon.list("strikes") and owned > first
        if by_group or (struck and starts_party(tokens, owned, lexicon)):
            return None
    return _first_target(words, combatants)


def _holder(words: Sequence[Token], at: int, combatants: Combatants) -> str | None:
    """`a camp of the Macina katiba`, `une base d'AQMI`: a party named behind the post holds it."""
    behind = words[at + 1 : at + 1 + LONGEST_HOLDER]
    owned = bool(behind) and behind[0].lower in combatants.lexicon.list("of")
    return party_in(behind[1:], combatants) if owned else None


def _is_single(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`a shepherdess was hit`: one person is no target of an event; `a passenger boat` is more."""
    alone = at + 1 >= len(words) or words[at + 1].lower in lexicon.stop or words[at + 1].kind == "mark"
    return at > 0 and words[at - 1].lower in lexicon.list("articles") and alone


def _is_civil(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`a convoy of gold miners`, `un convoi transportant des employés`: whose it is stands behind."""
    behind = words[at + 1 : at + 1 + LONGEST_OWNER]
    if not behind or behind[0].lower not in lexicon.lists("of", "carrying"):
        return False
    nouns = [lexicon.nouns.match(behind, place) for place in range(1, len(behind))]
    civil = any(word.lower in lexicon.list("civil_camps") for word in behind)
    return civil or next((noun[0] for noun in nouns if noun), "") == "civilian"


def _post_side(combatants: Combatants) -> str | None:
    """Camps and convoys are a state's; where two armed groups fight, anybody's."""
    state = combatants.state_side()
    return state if not combatants.listed or combatants.is_government(state) else None
