"""Other incidents called as the documents write them: their ids are lower case and without accents."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sahel_tui.claims.incident_names import slug
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
    tokens = list(_WORD.finditer(text, 0, _LONGEST))
    for first in range(len(tokens) - len(words) + 1):
        if slug(text[tokens[first].start()]) != words[0][0]:
            continue  # Most words of a long text begin with another letter.
        run = tokens[first : first + len(words)]
        spelling = text[run[0].start() : run[-1].end()]
        if all(slug(token[0]) == word for token, word in zip(run, words, strict=True)) and _is_close(run, spelling):
            yield visible(spelling)


def _is_close(run: Sequence[re.Match[str]], spelling: str) -> bool:
    return "\n" not in spelling and len(spelling) - sum(len(token[0]) for token in run) <= _FURTHEST * (len(run) - 1)


def respell(reason: str, claims: Sequence[Claim], documents: Sequence[Document]) -> str:
    """A reason with the incidents it names as the documents write them: `174 = 160 (Solhan) + 14 (Tadaryat)`."""
    for incident in dict.fromkeys(claim.incident for claim in claims) if "(" in reason else ():
        named = f"({incident_name(incident)})"
        if named in reason:
            reason = reason.replace(named, f"({spell_incident(incident, documents)})")
    return reason
