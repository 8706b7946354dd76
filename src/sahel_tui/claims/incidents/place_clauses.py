"""How a place stands to a figure: words for its surroundings, and the relative clause on what happened there."""

from sahel_tui.claims.language.town_names import is_settlement
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.adjuncts import time_end
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

FARTHEST_PLACE = 9
"""Tokens from a casualty word to the place where it happened."""

MOST_NAME_WORDS = 3

ENDS = frozenset((".", ";", ":", "(", ")"))
"""Marks that end a relative clause."""


def pass_near(sentence: Sentence, at: int) -> int:
    """Tokens of `around`, `in and around`, `dans les environs de` before the name of a place; 0 for none."""
    near = sentence.lexicon.phrases["near_places"]
    found = near.match(sentence.tokens, at) if sentence.folded[at] in near.first_words else None
    return found[1] if found else 0


def pass_time(sentence: Sentence, at: int) -> int:
    """Behind `of a mine` and a time between an event and its place: `un raid, le même jour, à Gossi`; `at` for none."""
    device = sentence.lexicon.list("devices")
    if sentence.folded[at : at + 1] and sentence.folded[at] in sentence.lexicon.list("of"):
        places = (place for place in (at + 1, at + 2) if not device.isdisjoint(sentence.lowers(place, place + 1)))
        at = next(places, at - 1) + 1
    comma = sentence.lowers(at, at + 1) == [","]
    end = time_end(sentence, at + comma) if at + comma < len(sentence.tokens) else 0
    return end + (comma and sentence.lowers(end, end + 1) == [","]) if end else at


def is_placed_event(sentence: Sentence, at: int, behind: int) -> bool:
    """`a clash near Bomboral`, `it followed one at Gossi`: an event whose place opens `behind` it and its time."""
    lexicon, opens = sentence.lexicon, sentence.lowers(behind, behind + 1)
    if not opens or sentence.folded[at] not in lexicon.lists("event_nouns", "event_pronouns"):
        return False
    if opens[0] in lexicon.list("of"):
        return any(is_settlement(token.text) for token in sentence.tokens[behind + 1 : at + FARTHEST_PLACE])
    timed = ("event_links",) if behind > at + 1 else ()
    return opens[0] in lexicon.lists("place_openers", *timed)


def is_adverb_of_place(sentence: Sentence, at: int) -> bool:
    """`lay dead there`, `y ont péri`; not `there were`, `il y a`."""
    lexicon = sentence.lexicon
    expletive = not lexicon.list("expletives").isdisjoint(sentence.lowers(max(0, at - 1), at))
    behind = sentence.lowers(at + 1, at + 2)
    verb = bool(behind) and behind[0] in lexicon.lists("auxiliaries", "had", "perfect", "pluperfect")
    return not expletive and not (verb and sentence.folded[at] in lexicon.list("expletives"))


def place_of_clause(sentence: Sentence, quantity: Quantity) -> int | None:
    """Where the name begins in `it moved on to Gossi, where it killed nine`; None outside of such a clause.

    Where the wounded are cared for and where somebody only speaks is no place of an event.
    """
    lexicon = sentence.lexicon
    opening = max((at for at in sentence.told.get("where", ()) if at < quantity.first), default=0)
    cared = lexicon.lists("care", "care_places", "aftercare", "wounded_victims")
    if opening < 2 or not cared.isdisjoint(sentence.folded[:opening]):
        return None
    clause = sentence.folded[opening + 1 : quantity.first]
    if not ENDS.isdisjoint(clause) or (_is_told(sentence, clause) and not _is_fought_over(sentence, opening, lexicon)):
        return None
    end = opening - 1 if sentence.folded[opening - 1] == "," else opening
    first = end
    while first and end - first < MOST_NAME_WORDS and sentence.tokens[first - 1].text[0].isupper():
        first -= 1
    return first if first < end else None


def _is_told(sentence: Sentence, clause: list[str]) -> bool:
    return not sentence.lexicon.say.isdisjoint(clause)


def _is_fought_over(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """`Fighting resumed at Gossi, where it claimed nine`: the main clause tells of an event, not of a journey."""
    again = lexicon.phrases["again"]
    events = any(at < end for at in sentence.places(lexicon.list("event_nouns")))
    return events or any(at < end and again.match(sentence.tokens, at) for at in sentence.places(again.first_words))
