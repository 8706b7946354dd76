"""What all rows with the same sides, claimant and kinds of figures have in common, read from a model of them."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.claims.home_countries import HOME
from sahel_tui.claims.listed_sides import list_combatants
from sahel_tui.claims.sides import find_sides
from sahel_tui.claims.words import load_lexicon
from sahel_tui.compare.lone import Said
from sahel_tui.compare.rows import build_rows
from sahel_tui.compare.voices import name_speaker
from sahel_tui.documents.data_sets.figures import find_row_figures
from sahel_tui.documents.data_sets.ged import write_article
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts
from sahel_tui.documents.event import describe_event, slugify
from sahel_tui.documents.language import count_small_words
from sahel_tui.documents.written import write_document
from sahel_tui.library.names import Named, find_named
from sahel_tui.library.row_claims import state_claims
from sahel_tui.linking.circumstances import find_circumstances
from sahel_tui.model import UNSPECIFIED, Claim, Count, Document, Row, Side

_REMEMBERED = 16_384
_SOMEWHERE = "Xx"
"""A place whose name means nothing."""
_DAY = "2001-02-03"
_MODEL = Deaths(7, 7, 7, 7, 3, 7, 9)
_SAME = 5


class Frame(NamedTuple):
    """What such rows have in common."""

    claims: tuple[Claim, ...]
    """Of the model; those of another row count others, and stand elsewhere."""
    sides: tuple[Side, ...]
    rows: tuple[Row | None, ...]
    """Of the comparison, each with one figure of one claim; None for that of totals which depend on their numbers."""
    named: Named
    groups: tuple[str, ...]
    states: tuple[str, ...]
    slug: str
    """Of the sides."""


@lru_cache(maxsize=_REMEMBERED)
def count_words(parties: Parties, conflict: str, deaths: Deaths) -> tuple[int, int]:
    """Small words of English and French in what such rows say but for places and articles."""
    return count_small_words(_write_model(parties, conflict, deaths, "").text)


def find_kind(deaths: Deaths) -> Deaths:
    """The figures of the model: only which there are, and whether one or more people are of an unknown side."""
    low, best, high = deaths.low, deaths.best, deaths.high
    ranged = low is not None and high is not None and not low == best == high
    side_a, side_b, civilians, unknown, least, likely, most = _MODEL
    ends = (least, most) if ranged and low != high else (_SAME, _SAME) if ranged else (None, None)
    return Deaths(
        None if deaths.side_a is None else side_a,
        None if deaths.side_b is None else side_b,
        None if deaths.civilians is None else civilians,
        None if not deaths.unknown else 1 if deaths.unknown == 1 else unknown,
        ends[0],
        None if best is None else likely,
        ends[1],
    )


@lru_cache(maxsize=_REMEMBERED)
def read_frame(parties: Parties, conflict: str, kind: Deaths, country: str, language: str) -> Frame | None:
    """The frame of rows in `country`; None where only reading one as a text tells whom it counts."""
    document = replace(_write_model(parties, conflict, kind, country), language=language)
    row = find_row_figures(document)
    claims = state_claims(document, row) if row else None
    listed = list_combatants(document, load_lexicon(language))
    at_home = bool(country) or any(not side.countries.isdisjoint(HOME) for side in listed)
    if claims is None or not at_home or any(claim.source is None for claim in claims):
        return None
    known = find_circumstances(document, describe_event(document), claims)
    named = find_named(document.title, document, claims)
    slug = slugify(document.title.partition(f", {_SOMEWHERE} ")[0])
    sides = find_sides(document, claims)
    rows = _read_rows(claims, sides)
    return Frame(claims, sides, rows, named, known.groups, known.states, slug) if slug and rows else None


def _read_rows(claims: Sequence[Claim], sides: tuple[Side, ...]) -> tuple[Row | None, ...] | None:
    """What comparing the claims of such rows says; None where they cannot be compared one by one."""
    rows = build_rows(say(claims, [claim.count for claim in claims]), sides)
    totals = [claim for claim in claims if claim.side == UNSPECIFIED]
    speakers = {name_speaker(claim.source or "") for claim in claims if claim.side != UNSPECIFIED}
    lone = len(totals) == 1 and name_speaker(totals[0].source or "") not in speakers
    if not rows or not totals or len(rows) != len({claim.side for claim in claims}):
        return None
    return tuple([row if lone or row.side != UNSPECIFIED else None for row in rows])


def _write_model(parties: Parties, conflict: str, kind: Deaths, country: str) -> Document:
    facts = RowFacts("ged-7", "7", conflict, _DAY, _SOMEWHERE, country, _SOMEWHERE, "", parties, kind, (), ())
    return write_document(write_article(facts), facts.name)


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
