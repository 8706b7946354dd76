"""Claims of one event to rows: who says what about the same victims, and whether it can all be true."""

from collections.abc import Callable, Sequence

from sahel_tui.compare.figures import Indexed, figures_of
from sahel_tui.compare.labels import add_labels
from sahel_tui.compare.lone import Ranked, Said, compare_lone, compare_said, rank_totals
from sahel_tui.compare.parts import StatedParts
from sahel_tui.compare.separate import Separate
from sahel_tui.compare.titles import name_most, title_row
from sahel_tui.compare.totals import check_totals
from sahel_tui.compare.verdicts import judge
from sahel_tui.model import CATEGORIES, MAIN_INCIDENT, Category, Claim, Comparison, Count, Figure, Row, Side

Key = tuple[str, str, Category, str]
"""Incident, side, category, and the member of a side when its infobox cell has several."""


def build_comparison(claims: Sequence[Claim], sides: Sequence[Side] = ()) -> Comparison:
    """Compare the claims of one event, from one document or several; citations are left to the reader."""
    return compare_lone(claims, sides, _build) or _build(claims, sides)


def build_rows(said: Sequence[Said], sides: tuple[Side, ...]) -> list[Row] | None:
    """The rows of what a row of a data set says, claims by their places in `said`; None where a side says it twice."""
    return compare_said(said, sides, _build)


def build_totals(said: Sequence[Said], sides: tuple[Side, ...]) -> Ranked | None:
    """The row of the totals among them; None where it tells more of its numbers than their order."""
    return rank_totals(said, sides, _build)


def _build(claims: Sequence[Claim], sides: Sequence[Side]) -> Comparison:
    groups: dict[Key, list[Indexed]] = {}
    for index, claim in enumerate(claims):
        if "citation" not in claim.flags:
            groups.setdefault((claim.incident, claim.side, claim.category, _member(claim)), []).append((index, claim))
    documents = list(dict.fromkeys(claim.document for claim in claims))
    parts = StatedParts(claims)
    figures = {key: [parts.add(figure) for figure in figures_of(group, documents)] for key, group in groups.items()}
    labels = {side.id: side.label for side in sides}
    keys = sorted((key for key in figures if figures[key]), key=_order(sides, groups))
    rows = [_row(key, figures, claims, labels) for key in keys]
    checked = check_totals(rows, claims, labels)
    return Comparison(tuple(claims), tuple(sides), tuple(add_labels(row, claims, sides) for row in checked))


def _order(sides: Sequence[Side], groups: dict[Key, list[Indexed]]) -> Callable[[Key], tuple[bool, int, int, int, str]]:
    """Main incident first, then by first mention; sides in the order given; categories from killed down."""
    places = {side.id: place for place, side in enumerate(sides)}
    first: dict[str, int] = {}
    for (incident, *_), group in groups.items():
        first[incident] = min(first.get(incident, group[0][0]), group[0][0])

    def order(key: Key) -> tuple[bool, int, int, int, str]:
        incident, side, category, member = key
        return (
            incident != MAIN_INCIDENT,
            first[incident],
            places.get(side, len(places)),
            CATEGORIES.index(category),
            member,
        )

    return order


def _member(claim: Claim) -> str:
    """`member2` for the second party of a cell, empty for the first and for the text."""
    return next((flag for flag in claim.flags if flag.startswith("member")), "")


def _row(key: Key, figures: dict[Key, list[Figure]], claims: Sequence[Claim], labels: dict[str, str]) -> Row:
    incident, side, category, _ = key
    own, label = figures[key], labels.get(side, side)
    divided = sum(other[:3] == key[:3] and bool(figures[other]) for other in figures) > 1
    judgement = judge(own, claims, lambda: _find_separate(key, figures), side=side)
    return Row(
        incident,
        side,
        name_most(own, claims) or label if divided else title_row(own, claims, side, label),
        category,
        judgement.figures,
        judgement.verdict,
        judgement.spread,
        judgement.reason,
        judgement.pair,
        judgement.mixed,
    )


def _find_separate(key: Key, figures: dict[Key, list[Figure]]) -> Separate:
    """What each voice of a row counts one by one of that which `killed or wounded` counts together."""
    incident, side, category, member = key
    family: tuple[Category, ...] = (category, "killed", "captured")
    if category in ("killed", "wounded"):
        family = ("killed", "wounded")
    rows = [figures.get((incident, side, name, member), ()) for name in dict.fromkeys(family)]
    counts: dict[str, list[Count]] = {}
    for figure in (figure for row in rows for figure in row if figure.count.low is not None):
        counts.setdefault(figure.voice, []).append(figure.count)
    return Separate(figures[key], counts)
