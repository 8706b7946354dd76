"""What the words around `the day before` or `a week later` make of it: the time of a statement, or a mere reason."""

import re
from itertools import pairwise

from sahel_tui.claims.language.words import Lexicon

OWNED = re.compile(r"['’]s?\s+(\w+)")
"""A possessive and its noun: `last year's claim`."""

LONGEST_REASON = 6
"""Words behind a reason among which its event stands: `in reprisal for the raid`."""

LONGEST_SPEAKER = 8
"""Words behind a time among which somebody speaks: `a week later the same ministry conceded that`."""


def gives_reason(text: str, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """`The raid, in reprisal for a sweep, killed 12`: why the event itself came; not `reprisal for the attack`."""
    words = text[cue.start() :].replace("l'", "l' ").split()[len(cue[0].split()) :][:LONGEST_REASON]
    if not (words and text[: cue.start()].strip()) or lexicon.list("reasons").isdisjoint(cue[0].split()):
        return False
    events = lexicon.list("event_nouns")
    of_this = any(a in lexicon.list("definite") and b.strip(",.") in events for a, b in pairwise(words))
    return words[0] in lexicon.list("for_what") and not of_this


def dates_statement(behind: str, lexicon: Lexicon) -> bool:
    """`repeating last year's claim`, `the previous toll`: what was said then may be about this event."""
    owned, next_one = OWNED.match(behind), behind.split(maxsplit=1)[:1]
    stated = lexicon.lists("statements", "toll_subjects", "documents", "figure_participles")
    return bool(owned and owned[1] in lexicon.statements) or not stated.isdisjoint(w.strip(",.;") for w in next_one)


def dates_figure(text: str, cue: re.Match[str], lexicon: Lexicon) -> bool:
    """`up from the 12 announced the day before`, `contre 12 la veille`: when an older figure was given."""
    words = text[: cue.start()].split()[-3:]
    told = not lexicon.list("figure_participles").isdisjoint(words[-2:])
    counted = not lexicon.list("time_units").isdisjoint(cue[0].split()[:1])  # `two days later`
    number = bool(words) and not counted and (words[-1].isdigit() or words[-1] in lexicon.numbers)
    return told or (number and not lexicon.lists("from", "contrast").isdisjoint(words))


def dates_speech(behind: str, lexicon: Lexicon) -> bool:
    """`…; a week later the same ministry conceded that nine had died`: when somebody spoke of the event again."""
    words = behind.replace("qu'", "qu' ").split()[:LONGEST_SPEAKER]
    return any(word in lexicon.say and then in lexicon.list("that_clause") for word, then in pairwise(words))


def names_occasion(behind: str, lexicon: Lexicon) -> bool:
    """`à la veille des élections`, `à la veille de la fête`: a plain date, told by what is no event of war."""
    words = behind.replace("'", "' ").split()[:LONGEST_REASON]
    of = lexicon.lists("of", "definite_contractions")
    if not words or words[0] not in of or not lexicon.list("day_articles"):
        return False
    noun = next((word for word in words if word not in of and word not in lexicon.list("definite")), "")
    return noun.strip(",.;") not in lexicon.list("event_nouns") and not noun[:1].isdigit()
