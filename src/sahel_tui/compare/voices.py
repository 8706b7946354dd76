"""The voices of an event: every named source, each infobox, each article."""

import re
from functools import lru_cache

from sahel_tui.claims.parties.nations import load_nations
from sahel_tui.compare.organisations import write_out
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Claim

INFOBOX = "infobox"
ARTICLE = "article"
SUM_OF_SIDES = "sum of the sides"
"""The voice of a total that nobody stated."""


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
        return _named_voice(claim.source)
    return Voice((INFOBOX if claim.where.startswith("infobox") else ARTICLE, claim.document), None)


def name_speaker(source: str) -> str:
    """The voice of a named source: of an official, that of the state."""
    return _named_voice(source).source or source


@lru_cache(maxsize=4_096)
def _named_voice(source: str) -> Voice:
    office = _uncapitalised(_office(source))
    return Voice((_folded(office), ""), office)


def _uncapitalised(source: str) -> str:
    """A common noun that began its sentence: `Witnesses told AFP` and `witnesses said` are one voice.

    >>> _uncapitalised("Security sources"), _uncapitalised("Amnesty"), _uncapitalised("Mali (Tall)")
    ('security sources', 'Amnesty', 'Mali (Tall)')
    """
    if not (source[:1].isupper() and source[1:].islower()):
        return source
    from sahel_tui.claims.language.tokens import (
        tokenise,  # Showing what was compared need not load the words of a language.
    )
    from sahel_tui.claims.language.words import load_lexicon

    tokens = tokenise(source.lower())
    found = load_lexicon("en").speakers.match(tokens, 0)
    common = found is not None and found[0] != "organisation" and found[1] == len(tokens)
    return source.lower() if common else source


def _folded(source: str) -> str:
    """One key for one speaker, however it is written: `security sources` and `security source`, `HRW` and its name."""
    source = write_out(source)
    words = re.sub(r"\W+", " ", source).casefold().strip()
    return words if source[0].isupper() else words.removesuffix("s")


def _office(source: str) -> str:
    """A state speaks with one voice: its officials update each other; two spokesmen of a movement may not.

    >>> _office("Mali (Mountaga Tall)"), _office("CSP-PSD (Sidi Mola)")
    ('Mali', 'CSP-PSD (Sidi Mola)')
    """
    party, _, person = source.partition(" (")
    return party if person and party in load_nations("en") else source


_ARTICLED = frozenset(
    {"UN", "US", "EU", "AU", "United Nations", "United States", "African Union", "European Union", "Red Cross"}
)
"""Names that a sentence sets `the` before."""


def name_voice(label: str) -> str:
    """What a sentence calls a voice: `Mali`, `the infobox`, `the survivor`, `residents`; a spokesman by his own name.

    >>> name_voice("CSP-PSD (Sidi Mola)"), name_voice("infobox 2"), name_voice("witness"), name_voice("UN")
    ('Sidi Mola', 'infobox 2', 'the witness', 'the UN')
    """
    person = re.search(r"\(([^)]+)\)$", label)
    name = person[1] if person else label
    nameless = name[:1].islower() and not name[-1:].isdigit() and not is_plural(name)
    return f"the {name}" if nameless or name in _ARTICLED else name


def is_plural(name: str) -> bool:
    """`residents`, `security sources`; not `press`."""
    return name.endswith("s") and not name.endswith("ss")


def possessive(label: str) -> str:
    """`Mali's`, `the infobox's`; the person of a spokesman's label.

    >>> possessive("CSP-PSD (Sidi Mola)"), possessive("infobox"), possessive("United States")
    ("Sidi Mola's", "the infobox's", "the United States'")
    """
    name = name_voice(label)
    return f"{name}'" if is_plural(name) and not name.isupper() else f"{name}'s"
