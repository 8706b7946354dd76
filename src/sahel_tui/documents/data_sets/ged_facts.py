"""What the cells of a UCDP GED row say, each in the words its document has."""

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from sahel_tui.documents.data_sets.articles import ARTICLES, Cited, read_articles
from sahel_tui.documents.data_sets.figures import ROW_NAME
from sahel_tui.documents.data_sets.unread import OnRemark, UnreadRow
from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.rendering import one_line

ADVICE = "see the UCDP GED codebook for its columns"
_CIVILIANS = "civilians"
_LONGEST_NAME, _LONGEST_CLAIMANT = 100, 150
_OTHERS = "others"
_TIME = re.compile(r"[T ]\d\d:\d\d.*")
_MOST_DIGITS = 9
_NUMBER = re.compile(rf"\s*(\d{{1,{_MOST_DIGITS}}})(?:\.0+)?\s*")
_NO_WORDS, _PARTING = re.compile(r"[()\d]+"), re.compile(r"[;,]")
_CUT_LATER = frozenset((*ARTICLES, "source_original"))
_BETWEEN = "|"
"""Stands in hardly any cell."""
_PRECISION = {"2": "two to six days", "3": "a week", "4": "a month", "5": "a year"}
_REMEMBERED = 16_384
"""Cells that many rows have alike are read once."""
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")

Cells = tuple[str, ...]


class Parties(NamedTuple):
    """Who fought, and who says so."""

    side_a: str
    side_b: str
    one_sided: bool
    """Side B is civilians, who are no party."""
    claimant: str


class Deaths(NamedTuple):
    """The figures of a row; None for an empty cell."""

    side_a: int | None
    side_b: int | None
    civilians: int | None
    unknown: int | None
    low: int | None
    best: int | None
    high: int | None


class Spot(NamedTuple):
    """Where it was."""

    place: str
    """In a word or two, for the title."""
    whole: str
    told: str
    """For a sentence."""


class RowFacts(NamedTuple):
    """What a row says, before it is written down."""

    name: str
    """Of its document."""
    number: str
    conflict: str
    dates: str
    spot: Spot
    coordinates: str
    parties: Parties
    deaths: Deaths
    remarks: tuple[str, ...]
    """Sentences on how well the event is known."""
    articles: tuple[Cited, ...]


@lru_cache(maxsize=_REMEMBERED)
def name_sides(parties: Parties) -> str:
    """As the title names them."""
    return f"{parties.side_a} – {parties.side_b}" if parties.side_b else parties.side_a


@lru_cache(maxsize=_REMEMBERED)
def name_deed(parties: Parties) -> str:
    """As the lead names them."""
    side_a, side_b, one_sided, _ = parties
    if not side_b:
        return f"Violence of {side_a}"
    return f"Violence of {side_a} against civilians" if one_sided else f"Fighting between {side_a} and {side_b}"


def read_facts(unread: UnreadRow, on_remark: OnRemark) -> RowFacts | Refusal:
    """What a row says, or why it is no event."""
    columns, cells = unread.columns, unread.cells
    if len(cells) != len(columns):
        return unread.refuse(f"{len(cells)} cells in a table of {len(columns)} columns", "mend this row")
    pick = _find_columns(columns)
    said = [*(cells if _are_clean(cells) else map(_clean, columns, cells)), ""]
    try:
        deaths = _read_deaths(pick.deaths(said))
        parties = _read_parties(pick.parties(said))
        if not parties.side_a:
            raise ValueError("no side_a")
    except ValueError as error:
        return unread.refuse(f"this row is no event ({error})", ADVICE)
    if odd := _find_disorder(deaths):
        on_remark(unread.path, unread.line, odd)
    return _gather(pick, said, unread.line, parties, deaths)


Pick = Callable[[Sequence[str]], Cells]


class _Columns(NamedTuple):
    """What takes the cells out of a row that say something together."""

    named: Pick
    spot: Pick
    dates: Pick
    known: Pick
    parties: Pick
    deaths: Pick
    articles: Pick


@cache
def _find_columns(columns: Cells) -> _Columns:
    """Those of a table; a column it does not have is empty."""
    places = {name: place for place, name in enumerate(columns)}

    def pick(*names: str) -> Pick:
        return itemgetter(*(places.get(name, len(columns)) for name in names))

    return _Columns(
        pick("id", "conflict_name", "latitude", "longitude"),
        pick("where_coordinates", "adm_2", "adm_1", "country", "where_description"),
        pick("date_start", "date_end"),
        pick("date_prec", "event_clarity"),
        pick("side_a", "side_b", "type_of_violence", "source_original"),
        pick(*_DEATHS),
        pick(*ARTICLES),
    )


def _are_clean(cells: Sequence[str]) -> bool:
    """Whether `one_line` would leave all of them as they are; no where it is hard to tell."""
    joined = _BETWEEN.join(cells)
    return (
        joined.isprintable()
        and "  " not in joined
        and f" {_BETWEEN}" not in joined
        and f"{_BETWEEN} " not in joined
        and joined == joined.strip(" ")
    )


def _clean(column: str, cell: str) -> str:
    """A cell on one line; what still has to be cut into pieces as it is."""
    return cell if column in _CUT_LATER else one_line(cell)


def _gather(pick: _Columns, said: Sequence[str], line: int, parties: Parties, deaths: Deaths) -> RowFacts:
    number, conflict, latitude, longitude = pick.named(said)
    return RowFacts(
        f"{ROW_NAME}{number or line}",
        number,
        conflict,
        _say_dates(pick.dates(said)),
        _say_spot(pick.spot(said)),
        f"{latitude}, {longitude}" if latitude and longitude else "",
        parties,
        deaths,
        _remark(pick.known(said)),
        read_articles(pick.articles(said)),
    )


@lru_cache(maxsize=_REMEMBERED)
def _say_spot(cells: Cells) -> Spot:
    *named, told = cells
    point, _, region, country = named
    whole = ", ".join([name for name in dict.fromkeys(named) if name])
    return Spot(point or region or country, whole, told or whole)


@cache
def _remark(cells: Cells) -> tuple[str, ...]:
    precision, clarity = _PRECISION.get(cells[0]), cells[1]
    remarks = [f"The date is known to within {precision}."] if precision else []
    return (*remarks, *(["The sources describe several events together."] if clarity == "2" else []))


@lru_cache(maxsize=_REMEMBERED)
def _read_deaths(cells: Cells) -> Deaths:
    return Deaths(*map(_count, cells, _DEATHS))


def _count(cell: str, column: str) -> int | None:
    if cell.isdecimal() and len(cell) <= _MOST_DIGITS:
        return int(cell)
    if not cell.strip():
        return None
    found = _NUMBER.fullmatch(cell)
    if not found:
        raise ValueError(f"{column} is {one_line(cell)[:40]!r}")
    return int(found[1])


def _find_disorder(deaths: Deaths) -> str:
    """What is odd where a row's own figures do not fit together: they are shown as they are."""
    low, best, high = deaths.low, deaths.best, deaths.high
    if best is not None and ((low is not None and low > best) or (high is not None and high < best)):
        return f"low {low}, best {best}, high {high} are out of order"
    return ""


@lru_cache(maxsize=_REMEMBERED)
def _read_parties(cells: Cells) -> Parties:
    side_a, side_b, kind, claimant = cells
    return Parties(side_a, side_b, side_b.casefold() == _CIVILIANS or kind == "3", _read_claimant(claimant))


def _read_claimant(cell: str) -> str:
    """Who UCDP's sources had it from, as words that fit into a parenthesis."""
    said = _NO_WORDS.sub(" ", cell)
    named = (one_line(name).strip(" .")[:_LONGEST_NAME] for name in _PARTING.split(said))
    names = list(dict.fromkeys(name for name in named if name)) or ["UCDP"]
    while len(" and ".join(names)) > _LONGEST_CLAIMANT:
        names = [*names[: -1 - (names[-1] == _OTHERS)], _OTHERS]
    return " and ".join(names)


@lru_cache(maxsize=_REMEMBERED)
def _say_dates(cells: Cells) -> str:
    start, end = map(_say_day, cells)
    return start if end in ("", start) else f"{start} – {end}"


def _say_day(cell: str) -> str:
    """The day of a cell that may tell the hour as well."""
    return _TIME.sub("", cell) if len(cell) > len("2015-06-27") else cell
