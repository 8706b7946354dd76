"""Months and years of events, as lines of a timeline: what lies between two of them without events is one line."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sahel_tui.dataclass import dataclass
from sahel_tui.library import Month
from sahel_tui.present.calendar import say_dates

Unit = Literal["month", "year"]
MONTHS = 12
_MOST_MONTHS = 40
"""More lines than this are seen better as years."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month or a year; or a stretch of them without events."""

    year: int | None
    """None: undated."""
    month: int | None = None
    """None: a whole year, or an event of which only the year is known."""
    events: int = 0
    disputed: int = 0
    counted: int = 0
    """Events that give a number of dead."""
    killed_low: int = 0
    killed_high: int = 0
    open: int = 0
    """Events that know no highest figure."""
    by_month: tuple[int, ...] = ()
    """Of a year: the events of each month."""
    empty: int = 0
    """Of a stretch without events: how many months or years it is."""

    @property
    def label(self) -> str:
        """`2023-10`, `2023`, `undated`; a month that is not known is `?`."""
        if self.year is None:
            return "undated"
        if self.by_month:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}-?"

    def holds(self, year: int | None, month: int | None) -> bool:
        """Whether events that began then are among its own."""
        return not self.empty and self.year == year and (bool(self.by_month) or self.month == month)

    @property
    def words(self) -> str:
        """`October 2023`, `2023`, `2023, month not known`."""
        if self.year is None:
            return "Undated"
        if self.month is None:
            return f"{self.year:04}" if self.by_month else f"{self.year:04}, month not known"
        return say_dates(self.label)


def choose_unit(months: Sequence[Month]) -> Unit:
    """Months while they can be overlooked, else years."""
    return "month" if len(months) <= _MOST_MONTHS else "year"


def make_periods(months: Sequence[Month], unit: Unit) -> tuple[Period, ...]:
    """The periods that have events, newest first, stretches without events between them; the undated last."""
    dated = sorted((month for month in months if month.year is not None), key=_order, reverse=True)
    undated = [_make_month(month) for month in months if month.year is None]
    periods = [_make_month(month) for month in dated] if unit == "month" else list(_make_years(dated))
    return (*_with_gaps(periods, unit), *undated)


def _order(month: Month) -> tuple[int, int]:
    return month.year or 0, month.month or 0


def _make_month(month: Month) -> Period:
    numbers = month.events, month.disputed, month.counted, month.killed_low, month.killed_high, month.open
    return Period(month.year, month.month, *numbers)


def _make_years(months: Iterable[Month]) -> Iterator[Period]:
    years: dict[int, list[Month]] = {}
    for month in months:
        years.setdefault(month.year or 0, []).append(month)
    for year, parts in years.items():
        by_month = tuple(sum(part.events for part in parts if part.month == number + 1) for number in range(MONTHS))
        numbers = (
            sum(part.events for part in parts),
            sum(part.disputed for part in parts),
            sum(part.counted for part in parts),
            sum(part.killed_low for part in parts),
            sum(part.killed_high for part in parts),
            sum(part.open for part in parts),
        )
        yield Period(year, None, *numbers, by_month)


def _with_gaps(periods: Sequence[Period], unit: Unit) -> Iterator[Period]:
    """What lies between two periods; an event of which only the year is known lies in none of its months."""
    before: int | None = None
    for period in periods:
        if unit == "month" and period.month is None:
            yield period
            continue
        number = _count(period, unit)
        if before is not None and before - number > 1:
            yield Period(period.year, period.month, empty=before - number - 1)
        yield period
        before = number


def _count(period: Period, unit: Unit) -> int:
    """The number of a month or year since the beginning."""
    year = period.year or 0
    return year if unit == "year" else year * MONTHS + (period.month or 1) - 1


def find_place(months: Iterable[Month], period: Period, *, ascending: bool) -> int:
    """How many events stand before those of `period` in a list by date; the undated are the oldest."""
    wanted = _list_order(period)
    if ascending:
        return sum(month.events for month in months if _list_order(month) < wanted)
    after = (wanted[0], MONTHS) if period.by_month else wanted
    return sum(month.events for month in months if _list_order(month) > after)


def _list_order(one: Month | Period) -> tuple[int, int]:
    """Where events of a month are in a list: those with a year alone begin with it."""
    return (0, 0) if one.year is None else (one.year, one.month or 1)


def find_period(periods: Sequence[Period], date: str) -> int | None:
    """The index of the period of a year, month or day, else of the first before it; None when there is none.

    `periods` are newest first; those without events and the undated are passed over.
    """
    wanted = int(date[:4]), int(date[5:7] or MONTHS)
    dated = ((number, period) for number, period in enumerate(periods) if period.year is not None and not period.empty)
    return next((number for number, period in dated if _list_order(period) <= wanted), None)
