"""Figures of a row that contradict nobody themselves: early tolls, and what the page repeats of the voices it names."""

from collections.abc import Sequence

from sahel_tui.model import Claim, Figure


def find_stand_ins(figures: Sequence[Figure], claims: Sequence[Claim]) -> frozenset[int]:
    """Places of the figures that stand for others of the row; none where fewer than two would be left."""
    page = [figure for figure in figures if figure.source is None]
    if not page:
        return frozenset()
    voiced = {figure.count.low for figure in figures if figure.source and figure.count.low == figure.count.high}
    infobox = [figure.count for figure in page if figure.voice == "infobox"]
    boxed = {count.low for count in infobox if count.low == count.high}
    found = frozenset(
        place
        for place, figure in enumerate(figures)
        if (infobox and is_early(figure, claims)) or _sums_up(figure, voiced) or _repeats(figure, boxed)
    )
    return found if len(figures) - len(found) > 1 else frozenset()


def is_early(figure: Figure, claims: Sequence[Claim]) -> bool:
    """A first toll of somebody who gave no later one: the infobox has the final count."""
    return figure.source is not None and all("superseded" in claims[index].flags for index in figure.claims)


def _sums_up(figure: Figure, voiced: set[int | None]) -> bool:
    """`77–100` of an infobox whose text says who counted 77 and who 100: the range is theirs."""
    low, high = figure.count.low, figure.count.high
    ranges = figure.source is None and low is not None and high is not None and low != high
    return ranges and {low, high} <= voiced


def _repeats(figure: Figure, boxed: set[int | None]) -> bool:
    """`at least 71` of the article beside the 71 of its infobox."""
    low, high = figure.count.low, figure.count.high
    return figure.source is None and figure.voice != "infobox" and high is None and low is not None and low in boxed
