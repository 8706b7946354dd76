"""What all rows with the same sides, claimant and kinds of figures have in common, read from a model of them."""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.claims.parties.home_countries import HOME
from sahel_tui.claims.parties.listed_sides import list_combatants
from sahel_tui.claims.parties.sides import find_sides
from sahel_tui.compare.lone import Said, tell_totals
from sahel_tui.compare.rows import build_rows
from sahel_tui.compare.voices import name_speaker
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.documents.data_sets.figures import LEAD, TOTAL, RowFigure, find_row_figures
from sahel_tui.documents.data_sets.ged import write_article
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts, Spot
from sahel_tui.documents.data_sets.ged_page import ONE_PERSON, RANGE
from sahel_tui.documents.event import describe_event, slugify
from sahel_tui.documents.written import write_document
from sahel_tui.library.names import Named, find_named, name_all
from sahel_tui.library.row_claims import state_claims
from sahel_tui.linking.circumstances import find_circumstances
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Count, Document, Row, Side, Verdict
from sahel_tui.store.coding import encode_names
from sahel_tui.store.framed import encode_frame

ARMED = "armed"
"""Those of all sides but civilians."""
_REMEMBERED = 16_384
_SOMEWHERE = "Xx"
"""A place whose name means nothing."""
_DAY = "2001-02-03"
_EVERYTHING = Deaths(7, 7, 7, 7, 3, 7, 9)
"""All figures that a row may have; those of another are some of them."""


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """What such rows have in common."""

    claims: dict[str, Claim]
    """Of the model, by what `Page` calls the figures; those of another row count others, and stand elsewhere."""
    sides: tuple[Side, ...]
    combatants: frozenset[str]
    """Ids of the sides that no claim need speak of."""
    rows: Mapping[str, Row]
    """Of the comparison, by their sides, each with one figure; that of the totals differs from row to row."""
    named: Named
    names: bytes
    """All that these are called, as they are stored, but for the places."""
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
    rows = build_rows([say(claim, claim.count) for claim in claims], sides)
    slug = slugify(document.title.partition(f", {_SOMEWHERE} ")[0])
    if not rows or not slug or len(rows) != len({claim.side for claim in claims}):
        return None
    known = find_circumstances(document, describe_event(document), claims)
    names = [_name_figure(figure, row.figures[:place]) for place, figure in enumerate(row.figures)]
    said, named = dict(zip(names, claims, strict=True)), find_named(document.title, document, claims)
    return Frame(
        said | {ONE_PERSON: replace(said[LEAD], victims="person")},
        sides,
        frozenset([side.id for side in listed]),
        {row.side: row for row in rows if row.side != UNSPECIFIED},
        named,
        encode_names(name_all(named)),
        known.groups,
        known.states,
        slug,
    )


def _write_model(parties: Parties, conflict: str, country: str) -> Document:
    facts = RowFacts(
        "ged-7", "7", conflict, _DAY, Spot(_SOMEWHERE, country, _SOMEWHERE), "", parties, _EVERYTHING, (), ()
    )
    return write_document(write_article(facts), facts.name)


def _name_figure(figure: RowFigure, before: Sequence[RowFigure]) -> str:
    """As `Page` calls it: the second of the total is the range around the first."""
    return RANGE if figure.key == TOTAL and any(one.key == TOTAL for one in before) else figure.key


class Totals(NamedTuple):
    """What a comparison says of the totals in it."""

    piece: bytes | None
    """As it is stored."""
    verdict: Verdict | None
    places: tuple[int, ...]
    """Of what its figures count."""


class Shape(NamedTuple):
    """Which figures of a row are about whom, by their places; rows of many frames have the same."""

    alone: tuple[int, ...]
    """What the rows of the sides count."""
    stated: tuple[tuple[int, str], ...]
    """Those of claims about some side, with the kind of its people."""
    totals: tuple[int, ...]
    """Those of claims about no side alone."""
    added: tuple[tuple[int, tuple[int, ...]], ...]
    """Totals, with what the same voice gives for the sides."""


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What all rows of a frame that count the same people have in common."""

    claims: tuple[Claim, ...]
    """In the order of the figures; they count others than a row does."""
    sides: tuple[Side, ...]
    piece: bytes
    """As it is stored."""
    shape: Shape
    known: "dict[object, Totals | None]"
    """What was found of totals, by the order of their numbers; None where that does not tell."""


@lru_cache(maxsize=_REMEMBERED)
def make_plan(frame: Frame, names: tuple[str, ...]) -> Plan:
    """The plan of rows with these figures, by the names that `Page` gives them."""
    claims = tuple([frame.claims[name] for name in names])
    own = {claim.side: place for place, claim in enumerate(claims)}
    sides = tuple([side for side in frame.sides if side.id in frame.combatants or side.id in own])
    alone = [(frame.rows[side.id], own[side.id]) for side in sides if side.id in frame.rows and side.id in own]
    stated = [place for side, place in own.items() if side != UNSPECIFIED]
    totals = [place for place, claim in enumerate(claims) if claim.side == UNSPECIFIED]
    voices = [name_speaker(claim.source or "") for claim in claims]
    said = tuple([say(claim, claim.count) for claim in claims])
    added = [(total, tuple([place for place in stated if voices[place] == voices[total]])) for total in totals]
    return Plan(
        claims,
        sides,
        encode_frame(claims, sides, alone),
        Shape(
            tuple([place for _, place in alone]),
            tuple([(place, CIVILIANS if claims[place].side == CIVILIANS else ARMED) for place in stated]),
            tuple(totals),
            tuple([(total, parts) for total, parts in added if len(parts) > 1]),
        ),
        _share_totals((said, sides) if any(len(parts) > 1 for _, parts in added) else tell_totals(said, sides)),
    )


@lru_cache(maxsize=_REMEMBERED)
def _share_totals(said: Hashable) -> "dict[object, Totals | None]":
    """What is known of the totals of all plans that say the same."""
    return {}


def say(claim: Claim, count: Count) -> Said:
    """What a claim says, with this count."""
    return Said(claim.where, count, claim.victims, claim.side, claim.source or "", claim.flags)
