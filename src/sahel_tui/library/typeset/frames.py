"""What all rows with the same sides, claimant and kinds of figures have in common, read from a model of them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from sahel_tui.claims.home_countries import HOME
from sahel_tui.claims.listed_sides import list_combatants
from sahel_tui.claims.sides import find_sides
from sahel_tui.claims.words import load_lexicon
from sahel_tui.compare.lone import Said
from sahel_tui.compare.rows import build_rows
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.documents.data_sets.figures import LEAD, find_row_figures
from sahel_tui.documents.data_sets.ged import write_article
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts
from sahel_tui.documents.event import describe_event, slugify
from sahel_tui.documents.written import write_document
from sahel_tui.library.names import Named, find_named
from sahel_tui.library.row_claims import state_claims
from sahel_tui.linking.circumstances import find_circumstances
from sahel_tui.model import UNSPECIFIED, Claim, Count, Document, Row, Side

_REMEMBERED = 16_384
_SOMEWHERE = "Xx"
"""A place whose name means nothing."""
_DAY = "2001-02-03"
_ONE_PERSON = f"{LEAD}-person"
"""One who died on an unknown side, where the model has people."""
_EVERYTHING = Deaths(7, 7, 7, 7, 3, 7, 9)
"""All figures that a row may have; those of another are some of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What such rows have in common."""

    claims: dict[str, Claim]
    """Of the model, by what `name_figures` calls them; those of another row count others, and stand elsewhere."""
    sides: tuple[Side, ...]
    combatants: frozenset[str]
    """Ids of the sides that no claim need speak of."""
    rows: Mapping[str, Row]
    """Of the comparison, by their sides, each with one figure; that of the totals differs from row to row."""
    named: Named
    groups: tuple[str, ...]
    states: tuple[str, ...]
    slug: str
    """Of the sides."""


@lru_cache(maxsize=_REMEMBERED)
def read_frame(parties: Parties, conflict: str, country: str, language: str) -> Frame | None:
    """The frame of rows in `country`; None where only reading one as a text tells whom it counts."""
    document = replace(_write_model(parties, conflict, country), language=language)
    row = find_row_figures(document)
    claims = state_claims(document, row) if row else None
    listed = list_combatants(document, load_lexicon(language))
    at_home = bool(country) or any(not side.countries.isdisjoint(HOME) for side in listed)
    if row is None or claims is None or not at_home or any(claim.source is None for claim in claims):
        return None
    sides = find_sides(document, claims)
    rows = build_rows(say(claims, [claim.count for claim in claims]), sides)
    slug = slugify(document.title.partition(f", {_SOMEWHERE} ")[0])
    if not rows or not slug or len(rows) != len({claim.side for claim in claims}):
        return None
    known = find_circumstances(document, describe_event(document), claims)
    named = dict(zip(name_figures([(figure.key, figure.high) for figure in row.figures]), claims, strict=True))
    return Frame(
        named | {_ONE_PERSON: replace(named[LEAD], victims="person")},
        sides,
        frozenset([side.id for side in listed]),
        {row.side: row for row in rows if row.side != UNSPECIFIED},
        find_named(document.title, document, claims),
        known.groups,
        known.states,
        slug,
    )


def _write_model(parties: Parties, conflict: str, country: str) -> Document:
    facts = RowFacts("ged-7", "7", conflict, _DAY, _SOMEWHERE, country, _SOMEWHERE, "", parties, _EVERYTHING, (), ())
    return write_document(write_article(facts), facts.name)


def name_figures(figures: Iterable[tuple[str, int]]) -> list[str]:
    """What figures count, by their fields and numbers: the second of a field is the range around the first."""
    names: list[str] = []
    for key, number in figures:
        name = _ONE_PERSON if key == LEAD and number == 1 else key
        names.append(f"{name}-range" if name in names else name)
    return names


@lru_cache(maxsize=_REMEMBERED)
def choose_sides(frame: Frame, speaking: frozenset[str]) -> tuple[Side, ...]:
    """The columns of a row: who fought, and whom its claims speak of besides."""
    return tuple([side for side in frame.sides if side.id in frame.combatants or side.id in speaking])


@lru_cache(maxsize=_REMEMBERED)
def count_exactly(number: int) -> Count:
    """The count of a figure that is no range."""
    return Count(number, number, None if number else "none")


def say(claims: Sequence[Claim], counts: Sequence[Count]) -> list[Said]:
    """What each claim says, with these counts."""
    return [
        Said(claim.where, count, claim.victims, claim.side, claim.source or "", claim.flags)
        for claim, count in zip(claims, counts, strict=True)
    ]
