"""Names of incidents: places as ids, and the places that a title joins."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sahel_tui.model import Document, Section

if TYPE_CHECKING:
    from sahel_tui.claims.language.words import Lexicon  # Screens spell names and need no words.

_NAME = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?"
_JOINED_TITLE = rf"^(?:.*?\b)?((?:{_NAME}, )*)({_NAME}) (?:and|et)(?: de| d['’]|) ?({_NAME})\b"


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens, accents dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-") or "other"


def find_places(title: str) -> tuple[str, ...]:
    """The places of an event at several: `Solhan and Tadaryat massacres`.

    >>> find_places("Ouatagouna, Karou and Daoutegueft massacres"), find_places("Inata attack")
    (('Ouatagouna', 'Karou', 'Daoutegueft'), ())
    >>> find_places("Attentats d'Agadez et d'Arlit")
    ('Agadez', 'Arlit')
    """
    match = re.match(_JOINED_TITLE, title)
    return (*(name for name in match[1].split(", ") if name), match[2], match[3]) if match else ()


@cache
def split_names(names: Collection[str]) -> frozenset[str]:
    """The words of some names that a language has: the same for all its documents."""
    return frozenset(word for name in names for word in name.split())


def find_own_names(document: Document, lexicon: "Lexicon") -> frozenset[str]:
    """The words that name where the event was: of the place field up to its first comma, and of the title."""
    place = (document.value("place") or "").partition(",")[0]
    words = re.findall(r"[A-ZÀ-Þ][\w'’-]{2,}", f"{place} {document.title} {document.value('title') or ''}")
    states, common = split_names(lexicon.nations), split_names(tuple(lexicon.grammar["event_nouns"]))
    return frozenset(word for word in words if word not in states and word.casefold() not in common)


def name_incident(section: Section | None, sentence: int, place: str, day: int) -> str:
    """An id for another incident than the document's own: its place, its day, else where it is told."""
    told = slug(section.title) if section else "text"
    return slug(place) if place else f"{told}-{day or sentence}"
