"""What the cells of a UCDP GED row say, each in the words its document has."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.documents.data_sets.articles import read_articles
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
_CUT_LATER = frozenset(("source_article", "source_office", "source_date", "source_headline", "source_original"))
_BETWEEN = "\x1f"
"""Stands in no clean cell."""
_PRECISION = {"2": "two to six days", "3": "a week", "4": "a month", "5": "a year"}


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


class RowFacts(NamedTuple):
    """What a row says, before it is written down."""

    name: str
    """Of its document."""
    number: str
    conflict: str
    dates: str
    place: str
    """In a word or two, for the title."""
    whole_place: str
    where: str
    """For a sentence."""
    coordinates: str
    parties: Parties
    deaths: Deaths
    remarks: tuple[str, ...]
    """Sentences on how well the event is known."""
    articles: tuple[str, ...]

    @property
    def sides(self) -> str:
        """As the title names them."""
        side_a, side_b, *_ = self.parties
        return f"{side_a} – {side_b}" if side_b else side_a

    @property
    def deed(self) -> str:
        """As the lead names them."""
        side_a, side_b, one_sided, _ = self.parties
        if not side_b:
            return f"Violence of {side_a}"
        return f"Violence of {side_a} against civilians" if one_sided else f"Fighting between {side_a} and {side_b}"


def read_facts(unread: UnreadRow, on_remark: OnRemark) -> RowFacts | Refusal:
    """What a row says, or why it is no event."""
    columns, cells = unread.columns, unread.cells
    if len(cells) != len(columns):
        return unread.refuse(f"{len(cells)} cells in a table of {len(columns)} columns", "mend this row")
    row = dict(zip(columns, cells if _are_clean(cells) else map(_clean, columns, cells), strict=True))
    try:
        deaths = _read_deaths(row)
        parties = _read_parties(row)
        if not parties.side_a:
            raise ValueError("no side_a")
    except ValueError as error:
        return unread.refuse(f"this row is no event ({error})", ADVICE)
    if odd := _find_disorder(deaths):
        on_remark(unread.path, unread.line, odd)
    return _gather(row, f"{ROW_NAME}{row.get('id') or unread.line}", parties, deaths)


def _are_clean(cells: Sequence[str]) -> bool:
    """Whether `one_line` would leave all of them as they are."""
    joined = _BETWEEN.join(cells)
    return (
        "".join(cells).isprintable()
        and "  " not in joined
        and f" {_BETWEEN}" not in joined
        and f"{_BETWEEN} " not in joined
        and not joined.startswith(" ")
        and not joined.endswith(" ")
    )


def _clean(column: str, cell: str) -> str:
    """A cell on one line; what still has to be cut into pieces as it is."""
    return cell if column in _CUT_LATER else one_line(cell)


def _gather(row: dict[str, str], name: str, parties: Parties, deaths: Deaths) -> RowFacts:
    say = row.get
    place = say("where_coordinates", "") or say("adm_1", "") or say("country", "")
    named = [say("where_coordinates", ""), say("adm_2", ""), say("adm_1", ""), say("country", "")]
    whole_place = ", ".join([name for name in dict.fromkeys(named) if name])
    latitude, longitude = say("latitude", ""), say("longitude", "")
    precision = _PRECISION.get(say("date_prec", ""))
    remarks = [f"The date is known to within {precision}."] if precision else []
    remarks += ["The sources describe several events together."] if say("event_clarity") == "2" else []
    return RowFacts(
        name,
        say("id", ""),
        say("conflict_name", ""),
        _say_dates(say("date_start", ""), say("date_end", "")),
        place,
        whole_place,
        say("where_description", "") or whole_place,
        f"{latitude}, {longitude}" if latitude and longitude else "",
        parties,
        deaths,
        tuple(remarks),
        tuple(read_articles(row)),
    )


def _read_deaths(row: dict[str, str]) -> Deaths:
    say = row.get
    return Deaths(
        _count(say("deaths_a", ""), "deaths_a"),
        _count(say("deaths_b", ""), "deaths_b"),
        _count(say("deaths_civilians", ""), "deaths_civilians"),
        _count(say("deaths_unknown", ""), "deaths_unknown"),
        _count(say("low", ""), "low"),
        _count(say("best", ""), "best"),
        _count(say("high", ""), "high"),
    )


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


def _read_parties(row: dict[str, str]) -> Parties:
    side_b = row.get("side_b", "")
    one_sided = side_b.casefold() == _CIVILIANS or row.get("type_of_violence") == "3"
    return Parties(row.get("side_a", ""), side_b, one_sided, _read_claimant(row.get("source_original", "")))


@lru_cache(maxsize=4_096)
def _read_claimant(cell: str) -> str:
    """Who UCDP's sources had it from, as words that fit into a parenthesis."""
    said = _NO_WORDS.sub(" ", cell)
    named = (one_line(name).strip(" .")[:_LONGEST_NAME] for name in _PARTING.split(said))
    names = list(dict.fromkeys(name for name in named if name)) or ["UCDP"]
    while len(" and ".join(names)) > _LONGEST_CLAIMANT:
        names = [*names[: -1 - (names[-1] == _OTHERS)], _OTHERS]
    return " and ".join(names)


def _say_dates(start: str, end: str) -> str:
    start, end = _say_day(start), _say_day(end)
    return start if end in ("", start) else f"{start} – {end}"


def _say_day(cell: str) -> str:
    """The day of a cell that may tell the hour as well."""
    return _TIME.sub("", cell) if len(cell) > len("2015-06-27") else cell
