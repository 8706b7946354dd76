"""The voices of an event: every named source, each infobox, each article."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sahel_tui.model import Claim

INFOBOX = "infobox"
ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: a source, or a part of one document in its own words."""

    key: tuple[str, str]
    source: str | None

    @property
    def label(self) -> str:
        """The name a reader sees."""
        return self.source or self.key[0]


def voice_of(claim: Claim) -> Voice:
    """The voice behind a claim."""
    if claim.source is not None:
        return Voice((re.sub(r"\W+", " ", claim.source).casefold().strip(), ""), claim.source)
    return Voice((INFOBOX if claim.where.startswith("infobox") else ARTICLE, claim.document), None)


def is_own_voice(claim: Claim) -> bool:
    """The document speaks for itself."""
    return claim.source is None


def possessive(label: str) -> str:
    """`Mali's`, `the infobox's`; the person of a spokesman's label.

    >>> possessive("CSP-PSD (Sidi Mola)"), possessive("infobox"), possessive("United States")
    ("Sidi Mola's", "the infobox's", "United States'")
    """
    person = re.search(r"\(([^)]+)\)$", label)
    name = person[1] if person else label
    if re.match(rf"(?:{INFOBOX}|{ARTICLE})\b", name):
        name = f"the {name}"
    return f"{name}'" if name.endswith("s") and not name.isupper() else f"{name}'s"


def document_numbers(claims: Sequence[Claim]) -> dict[str, int]:
    """Documents in the order of their claims, from 1."""
    return {name: number for number, name in enumerate(dict.fromkeys(claim.document for claim in claims), 1)}
