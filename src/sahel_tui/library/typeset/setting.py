"""A row set from its pieces, as the library stores it."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

import orjson

from sahel_tui.claims.references import states_figures
from sahel_tui.compare.rows import build_totals
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts
from sahel_tui.documents.data_sets.ged_page import Figure as Stated
from sahel_tui.documents.data_sets.ged_page import Page, set_page
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import join_slug
from sahel_tui.documents.language import SAMPLE, choose_language, count_small_words
from sahel_tui.library.marks_of_events import find_verdict
from sahel_tui.library.names import Named, find_others, name_all
from sahel_tui.library.row_claims import leave_out, may_count
from sahel_tui.library.typeset.frames import Frame, count_exactly, count_words, find_kind, read_frame, say
from sahel_tui.library.typeset.places import Place, read_place
from sahel_tui.linking.circumstances import MOST_FIGURES, add_toll
from sahel_tui.linking.whereabouts import parse_point
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Count, Figure, Row, Side, Verdict
from sahel_tui.store.build import Packed
from sahel_tui.store.coding import Plain, plain_count, plain_row, shrink
from sahel_tui.store.folding import join_words

_CATALOGUE = "UCDP"
_ARMED = "armed"


def set_row(facts: RowFacts) -> Packed | None:
    """The row as `keep_document` stores its document; None where only reading it as a text tells what it says."""
    page = set_page(facts)
    if page is None or len(page.text) > SAMPLE:
        return None
    kind = find_kind(facts.deaths)
    language = _find_language(facts, kind, page)
    if may_count(page.entries) and any(states_figures(entry, language) for entry in facts.articles):
        return None
    rest = leave_out(facts.sides, _name_sides(facts.parties))
    place = read_place(facts.place, facts.whole_place, facts.where, rest, language)
    if place is None:
        return None
    frame = read_frame(facts.parties, facts.conflict, kind, place.country, language)
    dates = parse_dates(facts.dates)
    if frame is None or not dates[0] or len(frame.claims) != len(page.figures):
        return None
    counts = [_count(figure) for figure in page.figures]
    return _pack(_Row(facts, page, place, frame, language), dates, counts)


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


def _find_language(facts: RowFacts, kind: Deaths, page: Page) -> str:
    words = [
        count_words(facts.parties, facts.conflict, kind),
        _count_words(f"{facts.place} {facts.whole_place} {facts.where}"),
        count_small_words(" ".join((page.entries, *facts.remarks))),
    ]
    return choose_language(sum(english for english, _ in words), sum(french for _, french in words))


_count_words = lru_cache(maxsize=16_384)(count_small_words)
"""Of the names of places, which many rows share."""


def _count(figure: Stated) -> Count:
    _, _, low, high, *_ = figure
    return count_exactly(high) if low == high else Count(low, high, hedge="range")


def _pack(row: _Row, dates: tuple[str, str], counts: Sequence[Count]) -> Packed:
    facts, page, place, frame, language = row
    key = sha256(page.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    rows, verdict, said = _compare(frame, counts)
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
        shrink(orjson.dumps([_list_claims(key, page, frame, counts), _list_sides(frame.sides), rows])),
        orjson.dumps([place.names, *name_all(_find_named(facts, frame))]),
        _tell_circumstances(row, counts),
    )


def _compare(frame: Frame, counts: Sequence[Count]) -> tuple[list[Plain], Verdict | None, list[Count]]:
    """The rows of the comparison, the mark they give the event, and the counts of their figures."""
    rows: list[Plain] = []
    said: list[Count] = []
    verdict = None
    for row in frame.rows:
        if row is None:
            row = build_totals(say(frame.claims, counts), frame.sides)
            if row:
                verdict = find_verdict((row,))
                rows.append(plain_row(row))
                said += [figure.count for figure in row.figures]
        else:
            (figure,) = row.figures
            count = counts[figure.claims[0]]
            said.append(count)
            rows.append(_list_row(row, figure, count))
    return rows, verdict, said


def _list_row(row: Row, figure: Figure, count: Count) -> Plain:
    """`plain_row` with another count."""
    figures = [[figure.source, figure.voice, plain_count(count), figure.claims, (), (), False, figure.labels]]
    return [
        *(row.incident, row.side, row.victims, row.category, figures, row.verdict, None, row.reason, (), row.mixed),
    ]


def _list_claims(key: str, page: Page, frame: Frame, counts: Sequence[Count]) -> list[list[object]]:
    return [
        [
            *(key, claim.where, start, end, words, claim.category, plain_count(count), claim.victims, claim.side),
            *(claim.source, claim.incident, claim.flags, claim.rule, ()),
        ]
        for claim, count, (_, words, _, _, start, end) in zip(frame.claims, counts, page.figures, strict=True)
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


def _tell_circumstances(row: _Row, counts: Sequence[Count]) -> bytes:
    facts, page, place, frame, _ = row
    title = join_words(page.title)
    where = place.where
    point = parse_point(facts.coordinates) if place.pointed else None
    sides: dict[str, list[int]] = {}
    for claim, count in zip(frame.claims, counts, strict=True):
        sides.setdefault(claim.side, []).extend((count.low or 0, count.high or 0))
    numbers = sorted({number for many in sides.values() for number in many if number})
    hit = {
        CIVILIANS if side == CIVILIANS else _ARMED for side, many in sides.items() if side != UNSPECIFIED and any(many)
    }
    toll = add_toll(sides)
    known = [where.spots, where.around, where.countries, point or where.point, frame.groups, frame.states]
    return orjson.dumps([*known, toll, numbers[-MOST_FIGURES:], sorted(hit), _CATALOGUE, False, title])
