"""Days of the week: that of the event, as its report opens, and those of other attacks in it."""

import re

from sahel_tui.claims.incidents.new_events import is_indefinite
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.model import Document

LONGEST_OPENING = 800
"""Letters of a report among which it tells on which day its event was."""

WORD = re.compile(r"\w+")


def find_weekday(document: Document, lexicon: Lexicon) -> str:
    """The day on which a report sets its event, before any on which somebody spoke: `attacked the base on Friday`."""
    lead = next((section for section in document.sections if section.kind == "lead"), None)
    opening = document.text[lead.start : min(lead.end, lead.start + LONGEST_OPENING)] if lead else ""
    words = WORD.findall(opening.lower())
    days = lexicon.list("weekdays")
    told = (at for at, word in enumerate(words) if word in days)
    return next((words[at] for at in told if lexicon.say.isdisjoint(words[max(0, at - 2) : at])), "")


def strikes_other_day(sentence: Sentence, own: str) -> bool:
    """`several attacks against bases on Thursday`, `a second raid on Sunday`: a new event, and not the event's day."""
    if not own or "weekdays" not in sentence.told or "event_nouns" not in sentence.told:
        return False
    lexicon = sentence.lexicon
    several = lexicon.list("indefinite_plurals") - lexicon.lists("of", "definite_contractions")
    events = sentence.told["event_nouns"]
    new = [at for at in events if is_indefinite(sentence, at) or sentence.folded[at - 1] in several]
    days = [at for at in sentence.told["weekdays"] if sentence.folded[at] != own]
    ends = lexicon.lists("say", ",", ";", ":")
    return any(event < day and ends.isdisjoint(sentence.folded[event:day]) for event in new for day in days)
