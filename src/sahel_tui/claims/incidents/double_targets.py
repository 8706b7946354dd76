"""Targets of an attack on two of them: `the French embassy and the army headquarters`, each a place of its own."""

import re

from sahel_tui.claims.incidents.opening_places import first_words
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.model import Document

WORD = re.compile(r"[\w'’-]+")

PARTS = re.compile(r"[,;•*·\n]|\band\b|\bet\b")
"""What stands between two targets in a field."""

MARK = re.compile(r"[,;:()]")

LONGEST_TARGET = 6
"""Words of one target: `the headquarters of the Burkinabe army`."""


def find_targets(document: Document, lexicon: Lexicon) -> dict[str, str]:
    """The nouns of two targets and their phrases: in a field, as headings, or in the first sentence; mostly none."""
    nouns = lexicon.list("sites")
    field = [part.strip() for part in PARTS.split(document.value("target") or "") if part.strip()]
    headed = [section.title for section in document.sections if section.kind != "lead"]
    titled = [title for title in headed if _noun_of(title, nouns)]
    for phrases in (field, titled, _joined(document, nouns, lexicon)):
        found = {_noun_of(phrase, nouns): phrase.casefold() for phrase in phrases}
        if len(found) > 1 and "" not in found and len(found) == len(phrases):
            return found
    return {}


def _noun_of(text: str, nouns: frozenset[str]) -> str:
    """`embassy` of `French embassy`, `headquarters` of `the headquarters of the army`; empty for anything else."""
    words = [word.casefold() for word in WORD.findall(text)]
    return next((word for word in words if word in nouns), "") if len(words) <= LONGEST_TARGET else ""


def _joined(document: Document, nouns: frozenset[str], lexicon: Lexicon) -> list[str]:
    """`struck the French embassy and the headquarters of the army`: two nouns with an article each, and no verb."""
    first = first_words(document).casefold().replace("l'", "l' ").replace("l’", "l' ")
    if len(nouns.intersection(WORD.findall(first))) <= 1:
        return []
    articles, verbs = lexicon.lists("definite", "articles"), lexicon.auxiliaries | lexicon.be | lexicon.say
    for clause in MARK.split(first):
        words = WORD.findall(clause)
        for at in range(2, len(words) - 2):
            before = words[max(0, at - LONGEST_TARGET) : at]
            behind = words[at + 1 : at + LONGEST_TARGET]
            joined = (
                words[at] in lexicon.list("plain_and") and behind[0] in articles and not articles.isdisjoint(before)
            )
            found = [any(word in nouns for word in part) for part in (before, behind)]
            if joined and all(found) and verbs.isdisjoint((*before, *behind)):
                return [" ".join(before), " ".join(behind)]
    return []
