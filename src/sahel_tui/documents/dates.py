"""Dates as infoboxes and leads write them, in English and French -> ISO dates of day, month or year precision."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

_MONTH_NAMES = (
    *("january janvier jan janv", "february février fevrier feb févr", "march mars mar", "april avril apr avr"),
    *("may mai", "june juin jun", "july juillet jul juil", "august août aout aug", "september septembre sep sept"),
    *("october octobre oct", "november novembre nov", "december décembre decembre dec déc"),
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er)?\b"
_YEAR_DIGITS = r"(?:1[89]|20)\d\d"
_YEAR = rf"{_YEAR_DIGITS}\b"
_TO = r"\s{0,3}(?:[-–—/]|\b(?:to|until|and|through|au|et|à)\b(?:\s{1,3}le\b)?)\s{0,3}"
_DATE = re.compile(
    rf"\b(?P<iso>{_YEAR_DIGITS}-[01]\d(?:-[0-3]\d)?)(?!\d)"
    rf"|\b(?P<mdy_month>{_MONTH})\s{{1,3}}(?P<mdy_day>{_DAY})(?:{_TO}(?P<mdy_to>{_DAY})(?!\s{{0,3}}{_MONTH}))?"
    rf"(?:,?\s{{1,3}}(?P<mdy_year>{_YEAR}))?"
    rf"|\b(?P<dmy_day>{_DAY})(?:{_TO}(?P<dmy_to>{_DAY}))?\s{{1,3}}(?P<dmy_month>{_MONTH})"
    rf"(?:,?\s{{1,3}}(?P<dmy_year>{_YEAR}))?"
    rf"|\b(?P<month>{_MONTH})(?:\s{{1,3}}(?P<month_year>{_YEAR}))?"
    rf"|\b(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_PART = (
    r"(?:(?:the\s{1,3})?(?:end|beginning|middle)\s{1,3}of\s{1,3}|late\s{1,3}|early\s{1,3}|mid-"
    r"|(?:la\s{1,3})?fin\s{1,3}|début\s{1,3})?"
)
_PLAIN_DAY = re.compile(rf"{_YEAR_DIGITS}-[01]\d-[0-3]\d", re.ASCII)
_RANGE = re.compile(rf"{_TO}{_PART}", re.IGNORECASE)
_OPEN_END = re.compile(
    r"\s{0,3}(?:[-–—]|to|until|à)?\s{0,3}(?:present|ongoing|now|en cours|aujourd.hui)\b", re.IGNORECASE
)
_ASIDE = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,20}\]")
_LONGEST = 1_000


class Day(NamedTuple):
    """A date of which the year, month or day may be missing (0)."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        known = [f"{self.year:04}"] if self.year else []
        known += [f"{self.month:02}"] if known and self.month else []
        known += [f"{self.day:02}"] if len(known) == 2 and self.day else []
        return "-".join(known)


class Period(NamedTuple):
    """First and last day; the same for one day."""

    first: Day
    last: Day
    is_open: bool
    """Still going on when the text was written."""

    def as_dates(self) -> tuple[str, str]:
        """Both days as ISO dates, an open end as an empty one."""
        return str(self.first), "" if self.is_open else str(self.last)


def parse_dates(text: str) -> tuple[str, str]:
    """First and last day as ISO dates; equal for one day, empty when unknown, an empty end when still going on.

    >>> parse_dates("October 2, 2023 – December 20, 2023"), parse_dates("du 26 au 28 juin 2012")
    (('2023-10-02', '2023-12-20'), ('2012-06-26', '2012-06-28'))
    >>> parse_dates("March 8, 2022 – May 2023"), parse_dates("16 January 2012 – present"), parse_dates("Unknown")
    (('2022-03-08', '2023-05'), ('2012-01-16', ''), ('', ''))
    """
    if not text:
        return "", ""
    if _PLAIN_DAY.fullmatch(text) and 0 < int(text[8:]) <= 28 and 0 < int(text[5:7]) <= 12:
        return text, text  # As nearly all rows of data sets write it.
    text = text[:_LONGEST]
    for version in (_ASIDE.sub(" ", text), text):
        for period in _find_periods(version):
            if period.first.year:
                return period.as_dates()
    return "", ""


def find_full_dates(text: str, start: int, end: int) -> tuple[str, str]:
    """The first date in `text[start:end]` that states day, month and year, else the first months from one to another.

    Empty strings when there is none.

    >>> find_full_dates("In 2021 they met; on 4 and 5 June 2022 they fought.", 0, 52)
    ('2022-06-04', '2022-06-05')
    >>> find_full_dates("De mars à juin 2023, une série de raids", 0, 40)
    ('2023-03', '2023-06')
    """
    periods = list(_find_periods(text, start, end))
    full = next((period for period in periods if all(period.first)), None)
    months = (period for period in periods if period.first.month and period.first.year and period.first != period.last)
    found = full or next(months, None)
    return found.as_dates() if found else ("", "")


def _find_periods(text: str, start: int = 0, end: int = _LONGEST) -> Iterator[Period]:
    """All dates of a stretch in order, those joined by `to`, `and` or a dash as one period."""
    first = last = None
    after = start
    for match in _DATE.finditer(text, start, end):
        day, to = _read(match)
        if first and last and not _RANGE.fullmatch(text, after, match.start()):
            yield _period(first, last, text, after)
            first = None
        first, last, after = first or day, to, match.end()
    if first and last:
        yield _period(first, last, text, after)


def _period(first: Day, last: Day, text: str, after: int) -> Period:
    """A period whose days share a year that only one of them states; it never ends before it starts."""
    if not first.year and last.year:
        first = first._replace(year=last.year - (first.month > last.month > 0))
    if not last.year:
        last = last._replace(year=first.year)
    is_open = bool(_OPEN_END.match(text, after))
    return Period(first, last if _order(last) >= _order(first) else first, is_open)


def _order(day: Day) -> tuple[int, int, int]:
    return day.year, day.month or 12, day.day or 31


def _read(match: re.Match[str]) -> tuple[Day, Day]:
    """First and last day of one match."""
    if match["iso"]:
        day = _day(*(int(number) for number in match["iso"].split("-")))
        return day, day
    for order in ("mdy", "dmy"):
        if match[f"{order}_month"]:
            year, month = int(match[f"{order}_year"] or 0), _month(match[f"{order}_month"])
            first, last = match[f"{order}_day"], match[f"{order}_to"] or match[f"{order}_day"]
            return _day(year, month, _number(first)), _day(year, month, _number(last))
    day = Day(int(match["month_year"] or match["year"] or 0), _month(match["month"]) if match["month"] else 0)
    return day, day


def _month(name: str) -> int:
    return _MONTHS[name.rstrip(".").lower()]


def _number(day: str) -> int:
    return int("".join(character for character in day if character.isdigit()))


def _day(year: int, month: int = 0, day: int = 0) -> Day:
    """A date without the parts that no calendar has."""
    if not 1 <= month <= 12:
        return Day(year)
    return Day(year, month, day if 1 <= day <= monthrange(year or 2000, month)[1] else 0)
