"""A row set from its pieces, as the library stores it."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

import orjson

from sahel_tui.claims.references import states_figures
from sahel_tui.compare.rows import build_totals
from sahel_tui.documents.data_sets.figures import TOTAL
from sahel_tui.documents.data_sets.ged_facts import Parties, RowFacts
from sahel_tui.documents.data_sets.ged_page import Page, set_page
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import join_slug
from sahel_tui.documents.language import detect_language
from sahel_tui.library.marks_of_events import find_verdict
from sahel_tui.library.names import Named, find_others, name_all
from sahel_tui.library.row_claims import leave_out, may_count
from sahel_tui.library.typeset.frames import Frame, choose_sides, count_exactly, name_figures, read_frame, say
from sahel_tui.library.typeset.places import Place, read_place
from sahel_tui.linking.circumstances import MOST_FIGURES, add_toll
from sahel_tui.linking.whereabouts import parse_point
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Count, Row, Side, Verdict
from sahel_tui.store.build import Packed
from sahel_tui.store.coding import Plain, plain_count, plain_row, shrink
from sahel_tui.store.folding import join_words

_CATALOGUE = "UCDP"
_ARMED = "armed"


def set_row(facts: RowFacts) -> Packed | None:
    """The row as `keep_document` stores its document; None where only reading it as a text tells what it says."""
    page = set_page(facts)
    if page is None or facts.deaths.best is None or page.figures[0][0] == TOTAL:
        return None  # Frames know rows where UCDP and some claimant speak.
    language = detect_language(page.text)
    if may_count(page.entries) and any(states_figures(entry, language) for entry in facts.articles):
        return None
    rest = leave_out(facts.sides, _name_sides(facts.parties))
    place = read_place(facts.place, facts.whole_place, facts.where, rest, language)
    if place is None:
        return None
    frame = read_frame(facts.parties, facts.conflict, place.country, language)
    dates = parse_dates(facts.dates)
    if frame is None or not dates[0]:
        return None
    return _pack(_Row(facts, page, place, frame, language, *_say(frame, page)), dates)


def _name_sides(parties: Parties) -> Iterator[str]:
    """Those of the infobox."""
    yield parties.side_a
    if parties.side_b and not parties.one_sided:
        yield parties.side_b


class _Row(NamedTuple):
    """What a row is set from."""

    facts: RowFacts
    page: Page
    place: Place
    frame: Frame
    language: str
    claims: list[Claim]
    """Those of the frame that it makes."""
    counts: list[Count]
    """What they count here."""


def _say(frame: Frame, page: Page) -> tuple[list[Claim], list[Count]]:
    """The claims of the frame that a row makes, and what they count in it."""
    names = name_figures([(key, high) for key, _, _, high, *_ in page.figures])
    counts = [_count(low, high) for _, _, low, high, *_ in page.figures]
    return [frame.claims[name] for name in names], counts


def _count(low: int, high: int) -> Count:
    return count_exactly(high) if low == high else Count(low, high, hedge="range")


def _pack(row: _Row, dates: tuple[str, str]) -> Packed:
    facts, page, place, frame, language, claims, counts = row
    key = sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    sides = choose_sides(frame, frozenset([claim.side for claim in claims]))
    rows, verdict, said = _compare(row, sides)
    numbers = [number for count in said for number in (count.low, count.high) if number is not None]
    slug = join_slug(dates[0], f"{frame.slug}-{place.slug}-ucdp-{facts.number}".lower())
    marks = 0, verdict, min(numbers), max(numbers)
    return Packed(
        0,
        key,
        "imported",
        facts.name,
        "plain",
        None,
        page.text,
        orjson.dumps([page.title, language, page.fields, page.sections, page.references]),
        len(counts),
        orjson.dumps([slug, page.title, *dates, place.name, 0, *marks, ()]),
        shrink(orjson.dumps([_list_claims(key, row), _list_sides(sides), rows])),
        orjson.dumps([place.names, *name_all(_find_named(facts, frame))]),
        _tell_circumstances(row),
    )


def _compare(row: _Row, sides: tuple[Side, ...]) -> tuple[list[Plain], Verdict | None, list[Count]]:
    """The rows of the comparison, the mark they give the event, and the counts of their figures."""
    rows: list[Plain] = []
    said: list[Count] = []
    own = {claim.side: place for place, claim in enumerate(row.claims)}
    for side in sides:
        place, model = own.get(side.id), row.frame.rows.get(side.id)
        if place is not None and model:
            said.append(row.counts[place])
            rows.append(_list_row(model, place, row.counts[place]))
    totals = build_totals(say(row.claims, row.counts), sides)
    if totals is None:
        return rows, None, said
    said += [figure.count for figure in totals.figures]
    return [*rows, plain_row(totals)], find_verdict((totals,)), said


def _list_row(row: Row, place: int, count: Count) -> Plain:
    """`plain_row` with another count, that of the claim at `place`."""
    (figure,) = row.figures
    figures = [[figure.source, figure.voice, plain_count(count), [place], (), (), False, figure.labels]]
    return [
        *(row.incident, row.side, row.victims, row.category, figures, row.verdict, None, row.reason, (), row.mixed),
    ]


def _list_claims(key: str, row: _Row) -> list[list[object]]:
    return [
        [
            *(key, claim.where, start, end, words, claim.category, plain_count(count), claim.victims, claim.side),
            *(claim.source, claim.incident, claim.flags, claim.rule, ()),
        ]
        for claim, count, (_, words, _, _, start, end) in zip(row.claims, row.counts, row.page.figures, strict=True)
    ]


@lru_cache(maxsize=1_024)
def _list_sides(sides: tuple[Side, ...]) -> orjson.Fragment:
    return orjson.Fragment(orjson.dumps([[side.id, side.label] for side in sides]))


def _find_named(facts: RowFacts, frame: Frame) -> Named:
    """The names of the frame, and those that only its articles speak of."""
    named = frame.named
    for number, entry in enumerate(facts.articles, 1):
        for actor in find_others(f"- [{number}] {entry}"):
            if actor not in named.mentioned:
                named = named._replace(mentioned=(*named.mentioned, actor))
    return named


def _tell_circumstances(row: _Row) -> bytes:
    facts, page, place, frame, _, claims, counts = row
    title = join_words(page.title)
    where = place.where
    point = parse_point(facts.coordinates) if place.pointed else None
    sides: dict[str, list[int]] = {}
    for claim, count in zip(claims, counts, strict=True):
        sides.setdefault(claim.side, []).extend((count.low or 0, count.high or 0))
    numbers = sorted({number for many in sides.values() for number in many if number})
    hit = {
        CIVILIANS if side == CIVILIANS else _ARMED for side, many in sides.items() if side != UNSPECIFIED and any(many)
    }
    toll = add_toll(sides)
    known = [where.spots, where.around, where.countries, point or where.point, frame.groups, frame.states]
    return orjson.dumps([*known, toll, numbers[-MOST_FIGURES:], sorted(hit), _CATALOGUE, False, title])
