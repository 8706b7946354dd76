"""Date templates in words: `{{start date|2023|1|10}}` -> `January 10, 2023`."""

from collections.abc import Callable

from sahel_tui.documents.wiki.arguments import Arguments

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def say_date(arguments: Arguments) -> str:
    """Year, month and day in that order, as many as are given; `df=y` puts the day first."""
    numbers = [int(value) for value in arguments.listed()[:3] if value.isdecimal() and len(value) <= 4]
    if len(numbers) != len(arguments.listed()[:3]):
        return " ".join(arguments.listed()[:3])
    year, month, day = (*numbers, 0, 0, 0)[:3]
    if not 1 <= month <= 12:
        return str(year or "")
    name = _MONTHS[month - 1]
    if not 1 <= day <= 31:
        return f"{name} {year}"
    return f"{day} {name} {year}" if arguments.get("df", "dmy") else f"{name} {day}, {year}"


def say_last_date(arguments: Arguments) -> str:
    """As of a date: `{{as of|2022|9}}` -> `As of September 2022`."""
    opening = "as of" if arguments.get("lc") else "As of"
    return f"{opening} {arguments.get('alt') or say_date(arguments)}"


def say_french_date(arguments: Arguments) -> str:
    """`{{date|28|septembre|2023|au Mali}}` -> `28 septembre 2023`."""
    parts = arguments.listed()[:3]
    return " ".join(part for index, part in enumerate(parts) if index == 0 or not part.startswith(("en ", "au ")))


DATES: dict[str, Callable[[Arguments], str]] = {
    "start date": say_date,
    "start date and age": say_date,
    "end date": say_date,
    "end date and age": say_date,
    "dts": say_date,
    "date et âge": say_date,
    "as of": say_last_date,
    "date": say_french_date,
    "date-": say_french_date,
    "date de début": say_french_date,
}
"""Template name -> what it shows."""
