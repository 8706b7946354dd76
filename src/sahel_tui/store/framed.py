"""The comparison of a row of a data set: its text says the numbers, and all else it says as many others do.

Such rows share a frame, with the claims of all their figures, the sides, and what the comparison says of each; rows
whose totals are in the same order share what it says of these as well. Where a number stands, both hold the place of
the figure that gives it.
"""

from collections.abc import Mapping, Sequence

from sahel_tui.documents.data_sets.figures import RowFigure, count_figure, find_row_figures
from sahel_tui.model import Claim, Comparison, Count, Document, Row, Side
from sahel_tui.store.coding import Plain, dump_to_keep, load, make_row, plain_count, plain_row

_MARK = "\ue001"
"""A private-use letter around the place of a count in a reason."""
_FIGURES, _REASON, _COUNT = 4, 7, 2
"""Where a plain row has its figures and its reason, and a figure its count, with the claims behind it."""


def mark_count(place: int) -> str:
    """What stands in a reason for the count of the figure at `place`."""
    return f"{_MARK}{place}{_MARK}"


def encode_frame(claims: Sequence[Claim], sides: Sequence[Side], rows: Sequence[tuple[Row, int]]) -> bytes:
    """Claims in the order of the figures, and the rows of the sides with the place of the only claim of each."""
    said = [
        [one.where, one.category, one.victims, one.side, one.source, one.incident, one.flags, one.rule]
        for one in claims
    ]
    listed = [[side.id, side.label] for side in sides]
    return dump_to_keep([said, listed, [_plain_alone(row, place) for row, place in rows]])


def _plain_alone(row: Row, place: int) -> Plain:
    """A row of one figure, about the claim at `place`."""
    plain = plain_row(row)
    (figure,) = plain[_FIGURES]
    figure[_COUNT], figure[_COUNT + 1] = place, [place]
    return plain


def encode_totals(row: Row, stands: Mapping[Count, int]) -> bytes:
    """A row whose counts stand for those of the figures at these places."""
    plain = plain_row(row)
    for figure, told in zip(row.figures, plain[_FIGURES], strict=True):
        told[_COUNT] = stands[figure.count]
    return dump_to_keep(plain)


def decode_framed(document: Document, frame: bytes, totals: bytes | None) -> Comparison:
    """The comparison of a document that is set from these pieces."""
    row = find_row_figures(document)
    figures = row.figures if row else ()
    models, sides, rows = load(frame)
    claims = [_claim(document, figure, model) for figure, model in zip(figures, models, strict=True)]
    counts = [claim.count for claim in claims]
    told = [*rows, load(totals)] if totals else rows
    return Comparison(
        tuple(claims), tuple(Side(*side) for side in sides), tuple(make_row(_fill(row, counts)) for row in told)
    )


def _claim(document: Document, figure: RowFigure, model: Plain) -> Claim:
    where, category, victims, side, source, incident, flags, rule = model
    place = document.id, where, figure.start, figure.end, document.text[figure.start : figure.end]
    return Claim(*place, category, count_figure(figure), victims, side, source, incident, tuple(flags), rule)


def _fill(plain: Plain, counts: Sequence[Count]) -> Plain:
    """A plain row with these counts."""
    for figure in plain[_FIGURES]:
        figure[_COUNT] = plain_count(counts[figure[_COUNT]])
    words = plain[_REASON].split(_MARK)
    plain[_REASON] = "".join([str(counts[int(word)]) if at % 2 else word for at, word in enumerate(words)])
    return plain
