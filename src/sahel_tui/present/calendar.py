"""Dates as a reader says them."""

import re

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d\d))?\Z")


def say_dates(first: str, last: str = "") -> str:
    """One date or a stretch of days in words; what is no ISO date is returned as it is.

    >>> say_dates("2023-01-10"), say_dates("2023-11-04", "2023-11-05"), say_dates("2023-11")
    ('10 January 2023', '4–5 November 2023', 'November 2023')
    """
    begin, end = _split_date(first), _split_date(last)
    if not begin or not end or begin == end:
        return " ".join(begin or end)
    shared = _count_shared_ends(begin, end)
    begin = begin[: len(begin) - shared]
    dash = "–" if len(begin) == 1 and begin[0].isdigit() else " – "
    return f"{' '.join(begin)}{dash}{' '.join(end)}"


def _count_shared_ends(begin: list[str], end: list[str]) -> int:
    shared = 0
    while shared < min(len(begin), len(end)) - 1 and begin[-1 - shared] == end[-1 - shared]:
        shared += 1
    return shared


def _split_date(date: str) -> list[str]:
    found = _DATE.match(date)
    if not found:
        return [date] if date else []
    year, month, day = found.groups()
    return [*([str(int(day))] if day else []), *([_MONTHS[int(month) - 1]] if month else []), year]
