"""Figures of nobody amid those of somebody: `…; by Sunday the toll stood at 66`, `…, and seven more were found later`.

A toll that stands, rises or is put at a figure without an agent, bodies found after the count, and what everybody
knows about an event (`the raid, in which nine died, has displaced hundreds, says the UN`) are the document's own.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.voices.voices import OWN_VOICE, Voice

LONGEST_MOVE = 6
"""Tokens of `it then rose again to`."""


def find_own(sentence: Sentence, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Stretches of a sentence with voices in which none of them speaks."""
    counted = [quantity for quantity in sentence.quantities if quantity.category]
    if not voices or not counted:
        return
    for first, last in _clauses(sentence):
        told = next((quantity for quantity in counted if first <= quantity.first < last), None)
        if told is None or any(first <= voice.cue < last for voice in voices):
            continue
        there = [quantity for quantity in counted if first <= quantity.first < last]
        reported = any(_is_reported(sentence, first, last, quantity) for quantity in there)
        own = _toll_stands(sentence, first, told) or _toll_moves(sentence, first, told) or reported
        if own or _is_found_later(sentence, first, last, told):
            yield Voice(first, last, first, OWN_VOICE)
    yield from _known_facts(sentence, voices, counted)


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First token and token after of the clauses behind semicolons, and behind a comma with `and`."""
    told, joined, inside = sentence.told, sentence.lexicon.list("plain_and"), range(1, len(sentence.tokens) - 1)
    starts = [at + 1 for at in told.get(";", ()) if at in inside]
    starts += [at + 1 for at in told.get(",", ()) if at in inside and sentence.folded[at + 1] in joined]
    yield from pairwise([*sorted(starts), len(sentence.tokens)])


def _toll_stands(sentence: Sentence, first: int, told: Quantity) -> bool:
    """`; with bodies still coming in, the toll was put at 66`: a toll is the subject of a clause of its own."""
    lexicon, words = sentence.lexicon, sentence.folded
    if words[first - 1] != ";":
        return False
    tolls, definite = lexicon.lists("toll_subjects", "taken_losses"), lexicon.list("definite")
    return any(
        words[at] in tolls and not definite.isdisjoint(words[max(first, at - 3) : at])
        for at in range(first, told.first)
    )


def _toll_moves(sentence: Sentence, first: int, told: Quantity) -> bool:
    """`The prefect gave a toll of 27; it rose to 28 on Wednesday`: the pronoun is the toll's, and nobody's."""
    lexicon, words = sentence.lexicon, sentence.folded
    if words[first - 1] != ";" or words[first] not in lexicon.list("toll_pronouns"):
        return False
    linked = words[told.first - 1] in lexicon.list("toll_links") and words[told.first - 2] in lexicon.list(
        "change_verbs"
    )
    tolls = not lexicon.list("toll_subjects").isdisjoint(words[: first - 1])
    return tolls and linked and told.first - first <= LONGEST_MOVE


def _is_reported(sentence: Sentence, first: int, last: int, told: Quantity) -> bool:
    """`; two Belgians were also reported dead`: a clause of its own in which nobody is named who says so."""
    lexicon, words = sentence.lexicon, sentence.folded
    if words[first - 1] != ";" or not lexicon.list("agents").isdisjoint(words[told.last : last]):
        return False
    at, deemed, passed = told.last, lexicon.list("deemed"), lexicon.be | lexicon.adverbs
    while at < last and words[at] in passed and words[at] not in deemed:
        at += 1
    return told.last < at < last and words[at] in deemed


def _is_found_later(sentence: Sentence, first: int, last: int, told: Quantity) -> bool:
    """`, and seven more corpses were found afterwards`: found after the count, in the tense of the narrative."""
    lexicon, words = sentence.lexicon, sentence.folded[first:last]
    found = lexicon.list("finding").intersection(words)
    said = not lexicon.say.isdisjoint(words[: told.first - first])
    if said or not found or lexicon.list("later_found").isdisjoint(words):
        return False
    more = sentence.folded[told.first : told.end]
    behind = sentence.lowers(told.last, told.last + 2)
    added = not lexicon.list("further_ones").isdisjoint([*more, *behind])
    return added and lexicon.lists("pluperfect", "conditional").isdisjoint(words)


def _known_facts(sentence: Sentence, voices: Sequence[Voice], counted: Sequence[Quantity]) -> Iterator[Voice]:
    """`The raid, in which nine died, has displaced hundreds, says the UN`: the clause between commas is known."""
    where, which = sentence.lexicon.list("where"), sentence.lexicon.lists("which", "where")
    if "," not in sentence.told or which.isdisjoint(sentence.vocabulary):
        return
    last_cue = max(voice.cue for voice in voices)
    for comma in [at for at in sentence.told[","] if at < len(sentence.tokens) - 3]:
        opens = sentence.folded[comma + 1] in where or not which.isdisjoint(sentence.folded[comma + 2 : comma + 5])
        end = next((at for at in range(comma + 1, last_cue) if sentence.tokens[at].kind == "mark"), 0) if opens else 0
        end = end if sentence.folded[end] in (",", ":") else 0
        inside = any(comma < quantity.first < end for quantity in counted)
        first = not any(quantity.first < comma for quantity in counted)
        if end and inside and first and _is_event(sentence, comma):
            yield Voice(comma, end, comma, OWN_VOICE)


def _is_event(sentence: Sentence, comma: int) -> bool:
    """An attack named with its article stands before the clause."""
    events = sentence.lexicon.list("event_nouns")
    return not events.isdisjoint(sentence.lowers(max(0, comma - 6), comma))
