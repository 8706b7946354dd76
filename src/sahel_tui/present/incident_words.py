"""Other incidents called as the documents write them: their ids are lower case and without accents."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from sahel_tui.claims.language.incident_names import slug
from sahel_tui.model import Claim, Document
from sahel_tui.present.names import incident_name
from sahel_tui.present.text import visible

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 200_000
"""Characters of a text that are looked through: incidents are named long before."""
_FURTHEST = 3
"""Characters between two words of a name: a space, a hyphen, an apostrophe."""


def spell_incident(incident: str, documents: Sequence[Document]) -> str:
    """The name of an incident in the spelling that `documents` use most; empty for the main one."""
    name = incident_name(incident)
    if not name:
        return ""
    found = Counter(spelling for document in documents for spelling in _find_spellings(name.split(), document.text))
    return found.most_common(1)[0][0] if found else name


def _find_spellings(words: Sequence[str], text: str) -> Iterator[str]:
    tokens, places = _index_words(text)
    for at in places.get(words[0], ()):
        run = tokens[at : at + len(words)]
        near = all(after[1] - before[2] <= _FURTHEST for before, after in pairwise(run))
        spelling = text[run[0][1] : run[-1][2]]
        if near and [word for word, _, _ in run] == words and "\n" not in spelling:
            yield visible(spelling)


@lru_cache(maxsize=4)
def _index_words(text: str) -> tuple[list[tuple[str, int, int]], dict[str, list[int]]]:
    """The words of a text by their ids with their spans, and where each stands among them.

    An article tells of many incidents, and is looked through once.
    """
    tokens = [(slug(token[0]), *token.span()) for token in _WORD.finditer(text, 0, _LONGEST)]
    places: dict[str, list[int]] = {}
    for at, (word, _, _) in enumerate(tokens):
        places.setdefault(word, []).append(at)
    return tokens, places


def respell(reason: str, claims: Sequence[Claim], documents: Sequence[Document]) -> str:
    """A reason with the incidents it names as the documents write them: `174 = 160 (Solhan) + 14 (Tadaryat)`."""
    for incident in dict.fromkeys(claim.incident for claim in claims) if "(" in reason else ():
        named = f"({incident_name(incident)})"
        if named in reason:
            reason = reason.replace(named, f"({spell_incident(incident, documents)})")
    return reason
