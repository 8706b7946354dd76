"""The figures that a UCDP GED row states, found again in its document: the text alone says them, whoever kept it."""

import re
from typing import NamedTuple

from sahel_tui.model import Count, Document, Field

LEAD = "lead"
"""The key of the figure that stands in a sentence and in no field."""
TOTAL = "fatalities"
"""The key of the field that counts the dead of all sides."""
RECORDED = " is recorded at "
"""What stands between the deed and its place in the first sentence of a row."""
ROW_NAME = "ged-"
"""How the names of rows begin."""

_CASUALTIES = {
    key: re.compile(rf"(?P<number>\d{{1,9}}) {noun}killed \(per (?P<claimant>[^()\d]+)\)")
    for key, noun in (("casualties1", ""), ("casualties2", ""), ("casualties3", "civilians "))
}
_TOTAL = re.compile(
    r"(?:(?P<best>\d{1,9}) killed in total(?=, \d| \())?"
    r"(?:(?:, )?(?P<low>\d{1,9})(?:–(?P<high>\d{1,9}))? killed in total)? \(per UCDP\)"
)
_UNKNOWN = re.compile(
    r"(?P<claimant>[^()\d]+) said that (?P<said>(?P<number>\d{1,9}) (?:person|people)"
    r" of an unknown side (?:was|were) killed)\."
)
_REMARK = re.compile(r"The date is known to within [a-z ]+\.|The sources describe several events together\.")
_DEED = re.compile(r"Fighting between .+ and .+|Violence of .+?")
_KEYS = {"partof", "date", "place", "coordinates", "combatant1", "combatant2", *_CASUALTIES, TOTAL}


class RowFigure(NamedTuple):
    """One figure with the span of the words that state it."""

    key: str
    """The field it stands in, or `LEAD`."""
    low: int
    high: int
    start: int
    end: int


class RowFigures(NamedTuple):
    """All figures of a row in the order of its text."""

    figures: tuple[RowFigure, ...]
    claimant: str
    """Who gives those of each side, as written; empty when there are none."""
    deed: str
    """The first words of the lead, which name the sides."""
    where: str
    """Where that was, in words of the row."""
    title: str


def find_row_figures(document: Document) -> RowFigures | None:
    """What the document of a row states; None for a text with anything in it that the reader of rows does not write."""
    keys = [field.key for field in document.fields]
    kinds = [section.kind for section in document.sections]
    is_row = document.name.startswith(ROW_NAME) and kinds in (["lead"], ["lead", "references"])
    if not is_row or len({*keys}) < len(keys) or not _KEYS.issuperset(keys):
        return None
    figures: list[RowFigure] = []
    claimants: set[str] = set()
    for field in document.fields:
        found = _read_field(document.text, field, claimants)
        if found is None:
            return None
        figures += found
    told = _read_lead(document, figures, claimants)
    deed, _, where = told[0].partition(RECORDED)
    if len(told) > 1 or len(claimants) > 1 or not where or not _DEED.fullmatch(deed):
        return None
    return RowFigures(tuple(figures), "".join(claimants), deed, where, document.title)


def count_figure(figure: RowFigure) -> Count:
    """What it counts."""
    if figure.low != figure.high:
        return Count(figure.low, figure.high, hedge="range")
    return Count(figure.low, figure.high, vague=None if figure.low else "none")


def _read_field(text: str, field: Field, claimants: set[str]) -> list[RowFigure] | None:
    """The figures of a field: none of one that counts nobody, None when it says something else."""
    key, start, end = field.key, field.start, field.end
    if key == TOTAL:
        total = _TOTAL.fullmatch(text, start, end)
        return _read_total(total) if total else None
    if key not in _CASUALTIES:
        return []
    found = _CASUALTIES[key].fullmatch(text, start, end)
    if not found:
        return None
    claimants.add(found["claimant"])
    return [RowFigure(key, int(found["number"]), int(found["number"]), start, end)]


def _read_total(total: re.Match[str]) -> list[RowFigure] | None:
    """The best figure, and behind it the range; the last one's words end with who says so."""
    best, low, high = total["best"], total["low"], total["high"]
    if best is None and low is None:
        return None
    end = total.end() if low is None else total.start("low") - len(", ")
    figures = [] if best is None else [RowFigure(TOTAL, int(best), int(best), total.start(), end)]
    if low is not None:
        figures.append(RowFigure(TOTAL, int(low), int(high or low), total.start("low"), total.end()))
    return figures


def _read_lead(document: Document, figures: list[RowFigure], claimants: set[str]) -> list[str]:
    """The paragraphs that state no figure; the one of those who died on no known side is added to `figures`."""
    start, told = document.sections[0].start, list[str]()
    for paragraph in document.text[start : document.sections[0].end].split("\n"):
        unknown = _UNKNOWN.fullmatch(paragraph) if told else None
        if unknown and claimants <= {unknown["claimant"]} and figures[-1:] and figures[-1].key != LEAD:
            claimants.add(unknown["claimant"])
            number, (first, last) = int(unknown["number"]), unknown.span("said")
            figures.append(RowFigure(LEAD, number, number, start + first, start + last))
        elif paragraph and not _REMARK.fullmatch(paragraph):
            told.append(paragraph)
        start += len(paragraph) + 1
    return told
