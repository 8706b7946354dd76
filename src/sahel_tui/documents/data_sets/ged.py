"""UCDP GED: a row -> a document that says what the row counts, in words the claims rules read.

A row becomes these lines, each left out when its cells are empty:

    - Date: 2015-06-27 – 2015-06-28
    - Place: Nara town, Nara cercle, Koulikoro region, Mali
    - Combatant1: Government of Mali
    - Combatant2: Ansar Dine
    - Casualties1: 2 killed (per Ansar Dine and Mali's defence ministry)           deaths_a, source_original
    - Casualties2: 3 killed (per …)                                              deaths_b
    - Casualties3: 0 civilians killed (per …)                                    deaths_civilians
    - Fatalities: 6 killed in total, 5–9 killed in total (per UCDP)              best, low and high

Deaths of nobody's side stand in a sentence. Without `source_original`, UCDP itself is the claimant. Articles become
references, so that their headlines are read as well.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.documents.data_sets.articles import read_articles
from sahel_tui.documents.data_sets.headers import GED_COLUMNS, is_ged_row, read_names
from sahel_tui.documents.data_sets.rows import read_or_leave, read_rows
from sahel_tui.documents.data_sets.unread import OnRemark, UnreadRow
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.rendering import Article, Part, one_line
from sahel_tui.documents.written import write_document
from sahel_tui.model import Document

_ADVICE = "see the UCDP GED codebook for its columns"
_CIVILIANS = "civilians"
_LONGEST_NAME, _LONGEST_CLAIMANT = 100, 150
_OTHERS = "others"
_TIME = re.compile(r"[T ]\d\d:\d\d.*")
_MOST_DIGITS = 9
_NUMBER = re.compile(rf"\s*(\d{{1,{_MOST_DIGITS}}})(?:\.0+)?\s*")
_NO_WORDS, _PARTING = re.compile(r"[()\d]+"), re.compile(r"[;,]")
_NEEDED = ("date_start", "side_a", "best")
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


def read_ged(source: Source) -> Iterator[Document | UnreadRow | Refusal]:
    """A document a row; a row that is no event is refused with its line."""
    return read_or_leave(source, _cut_rows(source))


def _cut_rows(source: Source) -> Iterator[UnreadRow | Refusal]:
    names: list[str] = []
    columns: tuple[str, ...] = ()
    for found in read_rows(source):
        if isinstance(found, Refusal):
            yield found
            continue
        line, cells = found
        if not names:
            names = list(GED_COLUMNS) if is_ged_row(cells) else read_names(cells)
            missing = [name for name in _NEEDED if name not in names]
            if missing:
                yield source.refuse(f"there is no column {', '.join(missing)}", _ADVICE, line)
                return
            columns = tuple(names)
            if names != read_names(cells):
                yield UnreadRow("ged", source.name, source.path, line, columns, cells)
        elif cells:
            yield UnreadRow("ged", source.name, source.path, line, columns, cells)


def read_row(unread: UnreadRow, on_remark: OnRemark) -> Document | Refusal:
    """The document of a row, or why it is no event."""
    columns, cells = unread.columns, unread.cells
    if len(cells) != len(columns):
        return unread.refuse(f"{len(cells)} cells in a table of {len(columns)} columns", "mend this row")
    row = dict(zip(columns, cells, strict=True))
    try:
        deaths = _read_deaths(row)
        parties = _read_parties(row)
        if not parties.side_a:
            raise ValueError("no side_a")
        if odd := _find_disorder(deaths):
            on_remark(unread.path, unread.line, odd)
        return write_document(_write(row, deaths, parties), f"ged-{_cell(row, 'id') or unread.line}")
    except DocumentError as error:
        return unread.refuse(error.reason, error.advice)
    except ValueError as error:
        return unread.refuse(f"this row is no event ({error})", _ADVICE)


def _cell(row: dict[str, str], column: str) -> str:
    return one_line(row.get(column, ""))


def _read_deaths(row: dict[str, str]) -> Deaths:
    columns = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high")
    return Deaths(*(_count(row.get(column, ""), column) for column in columns))


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
    side_b = _cell(row, "side_b")
    one_sided = side_b.casefold() == _CIVILIANS or row.get("type_of_violence") == "3"
    return Parties(_cell(row, "side_a"), side_b, one_sided, _read_claimant(row.get("source_original", "")))


def _write(row: dict[str, str], deaths: Deaths, parties: Parties) -> Article:
    side_a, side_b, one_sided, _ = parties
    place = _cell(row, "where_coordinates") or one_line(row.get("adm_1", "") or row.get("country", ""))
    number, whole_place = _cell(row, "id"), _say_place(row)
    sides = f"{side_a} – {side_b}" if side_b else side_a
    title = f"{sides}, {place}" if place else sides
    fields = [
        ("Part of", _cell(row, "conflict_name")),
        ("Date", _say_dates(row)),
        ("Place", whole_place),
        ("Coordinates", _say_coordinates(row)),
        ("Combatant1", side_a),
        ("Combatant2", "" if one_sided else side_b),
        *_casualties(deaths, parties),
    ]
    where = _cell(row, "where_description") or whole_place
    parts = [Part("", 1, "\n\n".join(_sentences(row, deaths, parties, where)))]
    articles = list(enumerate(read_articles(row), 1))
    return Article(f"{title} (UCDP {number})" if number else title, fields, parts, articles)


def _casualties(deaths: Deaths, parties: Parties) -> Iterator[tuple[str, str]]:
    if deaths.side_a is not None:
        yield "Casualties1", f"{deaths.side_a} killed (per {parties.claimant})"
    if deaths.side_b is not None and not parties.one_sided:
        yield "Casualties2", f"{deaths.side_b} killed (per {parties.claimant})"
    if deaths.civilians is not None:
        yield "Casualties3", f"{deaths.civilians} civilians killed (per {parties.claimant})"
    if total := _say_total(deaths):
        yield "Fatalities", f"{total} (per UCDP)"


def _say_total(deaths: Deaths) -> str:
    """`6 killed in total, 5–9 killed in total`; one figure when all three are equal."""
    low, best, high = deaths.low, deaths.best, deaths.high
    said = [f"{best} killed in total"] if best is not None else []
    if low is not None and high is not None and not low == best == high:
        said.append(f"{min(low, high)}–{max(low, high)} killed in total" if low != high else f"{low} killed in total")
    return ", ".join(said)


@lru_cache(maxsize=4_096)
def _read_claimant(cell: str) -> str:
    """Who UCDP's sources had it from, as words that fit into a parenthesis."""
    said = _NO_WORDS.sub(" ", cell)
    named = (one_line(name).strip(" .")[:_LONGEST_NAME] for name in _PARTING.split(said))
    names = list(dict.fromkeys(name for name in named if name)) or ["UCDP"]
    while len(" and ".join(names)) > _LONGEST_CLAIMANT:
        names = [*names[: -1 - (names[-1] == _OTHERS)], _OTHERS]
    return " and ".join(names)


def _say_dates(row: dict[str, str]) -> str:
    start, end = _say_day(_cell(row, "date_start")), _say_day(_cell(row, "date_end"))
    return start if end in ("", start) else f"{start} – {end}"


def _say_day(cell: str) -> str:
    """The day of a cell that may tell the hour as well."""
    return _TIME.sub("", cell) if len(cell) > len("2015-06-27") else cell


def _say_place(row: dict[str, str]) -> str:
    named = [_cell(row, name) for name in ("where_coordinates", "adm_2", "adm_1", "country")]
    return ", ".join([name for name in dict.fromkeys(named) if name])


def _say_coordinates(row: dict[str, str]) -> str:
    latitude, longitude = _cell(row, "latitude"), _cell(row, "longitude")
    return f"{latitude}, {longitude}" if latitude and longitude else ""


def _sentences(row: dict[str, str], deaths: Deaths, parties: Parties, where: str) -> Iterator[str]:
    """The lead: what the row is, who has deaths of no side, how well date and place are known."""
    side_a, side_b, one_sided, claimant = parties
    what = f"Violence of {side_a} against civilians" if one_sided else f"Fighting between {side_a} and {side_b}"
    yield f"{what if side_b else f'Violence of {side_a}'} is recorded at {where}."
    if deaths.unknown:
        people = "person" if deaths.unknown == 1 else "people"
        verb = "was" if deaths.unknown == 1 else "were"
        yield f"{claimant} said that {deaths.unknown} {people} of an unknown side {verb} killed."
    if precision := _PRECISION.get(row.get("date_prec", "")):
        yield f"The date is known to within {precision}."
    if row.get("event_clarity") == "2":
        yield "The sources describe several events together."
