"""Places of other events, mostly at the head of a sentence: `At Mondoro, …`, `In neighbouring Niger, …`."""

import re
from collections.abc import Sequence

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import Voice
from sahel_tui.model import Document

SENTENCE_END = re.compile(r"(?<=[.!?])\s")

PLACED = re.compile(r"\b(?:at|in|near|of|on|à|de)\s+((?:[A-ZÀ-Þ][\w'’-]+)(?:\s[A-ZÀ-Þ][\w'’-]+)?)")
"""A name behind a preposition."""

COMPARED = re.compile(r"\b(?:since|depuis)\b")
"""Behind it stands what the event is compared with: `the deadliest since Inata`."""

BESIDE = re.compile(
    r"\b(?:the|that) same (?:day|night|evening|morning|afternoon|week|month|hour|time|moment)\b"
    r"|\b(?:[lc][ea]|cette) même (?:jour|nuit|soir|matin|semaine|mois|heure|moment)\b|\bla veille\b|\bthe day before\b"
    r"|\bthat (?:night|evening|day|morning)\b|\bcett?e? (?:nuit|jour|soir|matin)-là\b"
)
"""A time told by that of the event, so that the places beside it are others."""

LONGEST_ADVERB = 3
"""Tokens of an adverb before the place: `Plus au nord, à Gossi`."""


def first_words(document: Document) -> str:
    """The first sentence of the lead, which says where the event was, without what it is compared with.

    One that only dates itself by the event (`On the same day`) tells of something beside it.
    """
    lead = next((section for section in document.sections if section.kind == "lead"), None)
    if lead is None:
        return ""
    first = SENTENCE_END.split(mask_marks(document.text)[lead.start : lead.end].strip(), maxsplit=1)[0]
    return "" if BESIDE.search(first.lower()) else COMPARED.split(first, maxsplit=1)[0]


def opening_place(sentence: Sentence, voices: Sequence[Voice], known: str) -> str | None:
    """The place that a sentence opens with when it is none of the `known` ones of title and infobox (small letters).

    `In New York the mission's spokesman said` tells where it was said, `In Kaya the hospital took in 300` where those
    hit were taken.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    at = _behind_adverb(sentence)
    if len(tokens) < at + 3 or sentence.folded[at] not in lexicon.list("place_openers"):
        return None
    near = len(tokens) > at + 3 and sentence.folded[at + 1] in lexicon.list("neighbouring")
    name = tokens[at + 1 + near]
    beside = near or sentence.folded[at + 2] in lexicon.list("neighbouring")  # `au Niger voisin`
    acts = load_actors().match(tokens, at + 1) and not beside
    if not name.text[0].isupper() or name.lower in lexicon.months or acts:
        return None
    if name.lower in lexicon.nationalities or (name.text in lexicon.nations and not beside):
        return None  # `In Mali` tells nothing; `in neighbouring Niger` does
    if name.lower in lexicon.capitals or name.lower in known or _tells_of_care(sentence):
        return None  # `À Niamey, le ministère publie un bilan`
    behind = range(at + 1 + near, len(tokens))
    end = next((place for place in behind if not tokens[place].text[0].isupper()), len(tokens) - 1)
    if voices and sentence.folded[end] in lexicon.list("determiners"):
        return None
    owned = tokens[at + 2 + near].lower in lexicon.list("possessive")
    return None if owned or lexicon.speaker_at(tokens, at + 1) else name.text


def _behind_adverb(sentence: Sentence) -> int:
    """Index of the token behind `Meanwhile,`, `Further north,`: an adverb set off at the head; 0 without one."""
    if sentence.folded[0] in sentence.lexicon.list("place_openers"):
        return 0
    comma = next((at for at in range(1, LONGEST_ADVERB + 1) if sentence.lowers(at, at + 1) == [","]), None)
    plain = comma is not None and all(token.kind == "word" for token in sentence.tokens[:comma])
    return comma + 1 if comma is not None and plain else 0


def _tells_of_care(sentence: Sentence) -> bool:
    """Of hospitals, funerals, treatment: whatever their town, they follow the event."""
    return "care_places" in sentence.told or "aftercare" in sentence.told


def find_placed(text: str, known: str, lexicon: Lexicon) -> list[str]:
    """The names behind a preposition that are no day, nation or speaker and none of the `known` (in small letters)."""
    other = lexicon.lists("weekdays", "month_names")
    return [
        place
        for place in PLACED.findall(text)
        if place.casefold() not in known
        and place.split()[0].lower() not in other
        and place.split()[0].lower() not in lexicon.nationalities
        and not lexicon.speaker_at(tokenise(place), 0)  # `the correspondent of Le Monde`
    ]
