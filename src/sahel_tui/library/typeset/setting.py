"""A row set from its pieces, as the library stores it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

import orjson

from sahel_tui.claims.language.actors import Actor
from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.claims.references import states_figures
from sahel_tui.compare.parts import choose_parts
from sahel_tui.compare.ranks import say_again
from sahel_tui.compare.rows import build_totals
from sahel_tui.dataclass import replace
from sahel_tui.documents.data_sets.articles import Cited
from sahel_tui.documents.data_sets.figures import TOTAL
from sahel_tui.documents.data_sets.ged_facts import Parties, RowFacts, name_sides
from sahel_tui.documents.data_sets.ged_page import Figure, Page, set_page
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import join_slug
from sahel_tui.library.marks_of_events import find_verdict
from sahel_tui.library.names import find_others, name_all
from sahel_tui.library.row_claims import counts_somebody, has_counting_word, leave_out, may_count
from sahel_tui.library.typeset.frames import Frame, Plan, Shape, Totals, make_plan, read_frame, say
from sahel_tui.library.typeset.places import Place, read_place
from sahel_tui.linking.circumstances import MOST_FIGURES
from sahel_tui.linking.whereabouts import parse_point
from sahel_tui.model import Count
from sahel_tui.store.build import Packed
from sahel_tui.store.coding import encode_names
from sahel_tui.store.folding import find_days, join_words, make_title_key
from sahel_tui.store.framed import encode_totals, mark_count

_CATALOGUE = "UCDP"
_ALIKE = 1
"""Numbers up to this one are said in words of their own."""
_REMEMBERED = 16_384


class _Heard(NamedTuple):
    """What a piece of an entry may tell besides."""

    counts: bool
    """It may count somebody."""
    others: tuple[Actor, ...]


def set_row(facts: RowFacts) -> Packed | None:
    """The row, ready to be stored; None where only reading its document as a text tells what it says."""
    page = set_page(facts)
    if page is None or facts.deaths.best is None or page.figures[0][0] == TOTAL:
        return None  # Frames know rows where UCDP and some claimant speak.
    heard = [_hear(piece) for one in facts.articles for piece in one.pieces]
    if any([one.counts for one in heard]) and _count_in_entries(facts.articles, page.language):
        return None
    if counts_somebody(f"{_name_nobody(facts.parties)}, {facts.spot.place} (UCDP 7)", load_lexicon(page.language)):
        return None
    place = read_place(facts.spot, page.language)
    frame = read_frame(facts.parties, facts.conflict, place.country, page.language) if place else None
    days = _read_days(facts.dates)
    if place is None or frame is None or days is None:
        return None
    others = tuple([actor for one in heard for actor in one.others])
    return _pack(facts, page, place, frame, days, _name_all(frame, others) if others else frame.names)


@lru_cache(maxsize=_REMEMBERED)
def _hear(piece: str) -> _Heard:
    return _Heard(has_counting_word(piece), find_others(f"{piece}."))


def _count_in_entries(articles: Sequence[Cited], language: str) -> bool:
    entries = "\n".join([one.entry for one in articles])
    return may_count(entries) and any(states_figures(one.entry, language) for one in articles)


@lru_cache(maxsize=_REMEMBERED)
def _name_nobody(parties: Parties) -> str:
    """What a title says of the sides, without those of the infobox."""
    second = (parties.side_b,) if parties.side_b and not parties.one_sided else ()
    return leave_out(name_sides(parties), (parties.side_a, *second))


class _Days(NamedTuple):
    dates: tuple[str, str]
    first: int
    last: int


@lru_cache(maxsize=_REMEMBERED)
def _read_days(stated: str) -> _Days | None:
    dates = parse_dates(stated)
    return _Days(dates, *find_days(*dates)) if dates[0] else None


class _Numbers(NamedTuple):
    """What the figures of a row say of an event, whoever gives them."""

    order: object
    """Of the totals: all that what is said of them depends on."""
    told: tuple[object, ...]
    """As circumstances do: the toll, its numbers, and who is among the dead."""


@lru_cache(maxsize=_REMEMBERED)
def _read_numbers(shape: Shape, figures: tuple[Figure, ...]) -> _Numbers:
    every = sorted({number for _, *many in figures for number in many if number})
    low, high = sum([figures[at][1] for at, _ in shape.stated]), sum([figures[at][2] for at, _ in shape.stated])
    whole = [number for at in shape.totals for number in figures[at][1:]]
    hit = sorted({kind for at, kind in shape.stated if figures[at][2]})
    toll = min([low, *whole]), max([high, *whole])
    return _Numbers(_find_order(shape, figures), (toll, every[-MOST_FIGURES:], hit))


def _find_order(shape: Shape, figures: Sequence[Figure]) -> object:
    numbers = [number for place in shape.totals for number in figures[place][1:]]
    order = {number: rank for rank, number in enumerate(sorted({*numbers}), _ALIKE + 1)}
    ranks = tuple([number if number <= _ALIKE else order[number] for number in numbers])
    return ranks, tuple(_add_up(shape, figures)) if shape.added else ()


def _add_up(shape: Shape, figures: Sequence[Figure]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The places of totals, and of the figures that add up to each."""
    for total, places in shape.added:
        parts = [place for place in places if figures[place][1]]
        added = choose_parts([figures[place][1] for place in parts], figures[total][1]) if len(parts) > 1 else ()
        if added:
            yield total, tuple([parts[at] for at in added])


def _find_totals(plan: Plan, order: object, figures: Sequence[Figure]) -> Totals | None:
    """None where the order of the numbers alone does not tell."""
    if not plan.shape.totals:
        return Totals(None, None, ())
    if order not in plan.known:
        plan.known[order] = _compare_totals(plan, figures)
    return plan.known[order]


@lru_cache(maxsize=_REMEMBERED)
def _find_killed(alone: tuple[int, ...], totals: tuple[int, ...], figures: Sequence[Figure]) -> tuple[int, int]:
    numbers = [number for at in (*alone, *totals) for number in figures[at][1:]]
    return min(numbers), max(numbers)


def _compare_totals(plan: Plan, figures: Sequence[Figure]) -> Totals | None:
    said = [say(claim, _count(low, high)) for claim, (_, low, high) in zip(plan.claims, figures, strict=True)]
    found = build_totals(said, plan.sides)
    if found is None:
        return None
    row, stands = found
    reason = say_again(row.reason, [(count, mark_count(place)) for count, place in stands.items()])
    piece = encode_totals(replace(row, reason=reason), stands)
    return Totals(piece, find_verdict((row,)), tuple([stands[figure.count] for figure in row.figures]))


def _count(low: int, high: int) -> Count:
    return Count(low, high, hedge="range") if low != high else Count(low, high, None if low else "none")


def _pack(facts: RowFacts, page: Page, place: Place, frame: Frame, days: _Days, names: bytes) -> Packed | None:
    plan = make_plan(frame, page.kinds)
    numbers = _read_numbers(plan.shape, page.figures)
    totals = _find_totals(plan, numbers.order, page.figures)
    if totals is None:
        return None
    slug = join_slug(days.dates[0], f"{frame.slug}-{place.slug}-ucdp-{facts.number}".lower())
    words = _fold_title(facts, page.title)
    return Packed(
        0,
        sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        "imported",
        facts.name,
        "plain",
        None,
        page.text,
        None,
        len(page.figures),
        slug,
        page.title,
        *days.dates,
        place.name,
        0,
        totals.verdict,
        *_find_killed(plan.shape.alone, totals.places, page.figures),
        None,
        None,
        place.names,
        _tell_circumstances(facts, place, frame, numbers),
        _CATALOGUE,
        words,
        make_title_key(page.title, words),
        days.first,
        days.last,
        names,
        plan.piece,
        totals.piece,
    )


def _fold_title(facts: RowFacts, title: str) -> str:
    """Its words, those of names folded once."""
    if not (facts.number.isascii() and facts.number.isdecimal()):
        return join_words(title)
    return f"{_fold(name_sides(facts.parties))} {_fold(facts.spot.place)} ucdp {facts.number}"


_fold = lru_cache(maxsize=_REMEMBERED)(join_words)


@lru_cache(maxsize=_REMEMBERED)
def _name_all(frame: Frame, others: tuple[Actor, ...]) -> bytes:
    """The names of the frame, and those that only its articles speak of."""
    mentioned = tuple(dict.fromkeys((*frame.named.mentioned, *others)))
    return encode_names(name_all(frame.named._replace(mentioned=mentioned)))


def _tell_circumstances(facts: RowFacts, place: Place, frame: Frame, numbers: _Numbers) -> bytes:
    point = place.where.point
    if place.pointed:
        point = parse_point(facts.coordinates) or point
    rest = [point, frame.groups, frame.states, *numbers.told, _CATALOGUE, False]
    return b"%b,%b" % (place.known[:-1], orjson.dumps(rest)[1:])
