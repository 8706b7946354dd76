"""A row set from its pieces, as the library stores it."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

import orjson

from sahel_tui.claims.references import states_figures
from sahel_tui.claims.words import load_lexicon
from sahel_tui.compare.parts import choose_parts
from sahel_tui.compare.ranks import say_again
from sahel_tui.compare.rows import build_totals
from sahel_tui.dataclass import replace
from sahel_tui.documents.data_sets.figures import TOTAL
from sahel_tui.documents.data_sets.ged_facts import Parties, RowFacts
from sahel_tui.documents.data_sets.ged_page import Figure, Page, set_page
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import join_slug
from sahel_tui.library.marks_of_events import find_verdict
from sahel_tui.library.names import find_others, name_all
from sahel_tui.library.row_claims import counts_somebody, leave_out, may_count
from sahel_tui.library.typeset.frames import Frame, Plan, Totals, make_plan, read_frame, say
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


def set_row(facts: RowFacts) -> Packed | None:
    """The row, ready to be stored; None where only reading its document as a text tells what it says."""
    page = set_page(facts)
    if page is None or facts.deaths.best is None or page.figures[0][0] == TOTAL:
        return None  # Frames know rows where UCDP and some claimant speak.
    entries = "\n".join(facts.articles)
    if may_count(entries) and any(states_figures(entry, page.language) for entry in facts.articles):
        return None
    title = f"{leave_out(facts.sides, _name_sides(facts.parties))}, {facts.place} (UCDP 7)"
    if counts_somebody(title, load_lexicon(page.language)):
        return None
    place = read_place(facts.place, facts.whole_place, facts.where, page.language)
    frame = read_frame(facts.parties, facts.conflict, place.country, page.language) if place else None
    dates = parse_dates(facts.dates)
    if place is None or frame is None or not dates[0]:
        return None
    plan = make_plan(frame, tuple([name for name, *_ in page.figures]))
    totals = _find_totals(plan, page.figures)
    return _pack(facts, page, place, frame, plan, totals, dates) if totals else None


def _name_sides(parties: Parties) -> Iterator[str]:
    """Those of the infobox."""
    yield parties.side_a
    if parties.side_b and not parties.one_sided:
        yield parties.side_b


def _find_totals(plan: Plan, figures: Sequence[Figure]) -> Totals | None:
    """None where the order of the numbers alone does not tell."""
    if not plan.totals:
        return Totals(None, None, ())
    numbers = [number for place in plan.totals for number in figures[place][1:]]
    order = {number: rank for rank, number in enumerate(sorted({*numbers}), _ALIKE + 1)}
    ranks = tuple([number if number <= _ALIKE else order[number] for number in numbers])
    key = ranks, tuple(_add_up(plan, figures)) if plan.added else ()
    if key not in plan.known:
        plan.known[key] = _compare_totals(plan, figures)
    return plan.known[key]


def _add_up(plan: Plan, figures: Sequence[Figure]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The places of totals, and of the figures that add up to each."""
    for total, places in plan.added:
        parts = [place for place in places if figures[place][1]]
        added = choose_parts([figures[place][1] for place in parts], figures[total][1]) if len(parts) > 1 else ()
        if added:
            yield total, tuple([parts[at] for at in added])


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


def _pack(
    facts: RowFacts,
    page: Page,
    place: Place,
    frame: Frame,
    plan: Plan,
    totals: Totals,
    dates: tuple[str, str],
) -> Packed:
    numbers = [number for at in (*plan.alone, *totals.places) for number in page.figures[at][1:]]
    slug = join_slug(dates[0], f"{frame.slug}-{place.slug}-ucdp-{facts.number}".lower())
    words = join_words(page.title)
    marks = 0, totals.verdict, min(numbers), max(numbers)
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
        orjson.dumps([slug, page.title, *dates, place.name, 0, *marks, ()]),
        None,
        place.names,
        _tell_circumstances(facts, page, place, frame, plan, words),
        _CATALOGUE,
        make_title_key(page.title, words),
        *find_days(*dates),
        _name_all(facts, frame),
        plan.piece,
        totals.piece,
    )


def _name_all(facts: RowFacts, frame: Frame) -> bytes:
    """The names of the frame, and those that only its articles speak of."""
    named = frame.named
    for number, entry in enumerate(facts.articles, 1):
        for actor in find_others(f"- [{number}] {entry}"):
            if actor not in named.mentioned:
                named = named._replace(mentioned=(*named.mentioned, actor))
    return frame.names if named is frame.named else encode_names(name_all(named))


def _tell_circumstances(facts: RowFacts, page: Page, place: Place, frame: Frame, plan: Plan, words: str) -> bytes:
    figures, point = page.figures, place.where.point
    if place.pointed:
        point = parse_point(facts.coordinates) or point
    numbers = sorted({number for _, *many in figures for number in many if number})
    low, high = sum([figures[at][1] for at, _ in plan.stated]), sum([figures[at][2] for at, _ in plan.stated])
    whole = [number for at in plan.totals for number in figures[at][1:]]
    toll = min([low, *whole]), max([high, *whole])
    hit = sorted({kind for at, kind in plan.stated if figures[at][2]})
    rest = [point, frame.groups, frame.states, toll, numbers[-MOST_FIGURES:], hit, _CATALOGUE, False]
    return b"%b,%b" % (place.known[:-1], orjson.dumps([*rest, words])[1:])
