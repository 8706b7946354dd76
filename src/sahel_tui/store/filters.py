"""The filters of a search line: `place:kidal`, `date:2023-09..2023-12`, `killed>=50`, `is:disputed`."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, cast, get_args

from sahel_tui.model import Verdict
from sahel_tui.store.folding import find_tokens, parse_days

Facet = Literal["place", "actor", "source"]
Sign = Literal["=", "<", ">", "<=", ">="]


@dataclass(frozen=True, slots=True)
class NameFilter:
    """A place, actor or source whose name holds these words."""

    facet: Facet
    tokens: tuple[str, ...]
    exact: bool = False
    """The last word is whole."""
    negated: bool = False
    endings: tuple[str, ...] = ()
    """What the last word may become in a library; empty while that is not known."""


@dataclass(frozen=True, slots=True)
class DateFilter:
    """Events of which some day lies in the range; an open end is None."""

    first: int | None
    last: int | None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class KilledFilter:
    """Events for which some voice gives such a number of dead."""

    sign: Sign
    number: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class VerdictFilter:
    """Events with this mark in the list."""

    verdict: Verdict
    negated: bool = False


@dataclass(frozen=True, slots=True)
class MarkFilter:
    """Events that the reader has marked so."""

    mark: str
    """`noted` or `bookmarked`."""
    negated: bool = False
    numbers: tuple[int, ...] = ()
    """Of the events in a library; empty while they are not known."""


Filter = NameFilter | DateFilter | KilledFilter | VerdictFilter | MarkFilter

MARKS = ("noted", "bookmarked")
FILTERS = ("place", "actor", "source", "date", "killed", "is")

_SIGNS: dict[str, Sign] = {
    ":": "=", "=": "=", "==": "=", ":=": "=",
    "<": "<", ">": ">", "<=": "<=", "=<": "<=", "≤": "<=", ">=": ">=", "=>": ">=", "≥": ">=",
    ":<": "<", ":>": ">",
}  # fmt: skip
_NUMBER = re.compile(r"(=?)([0-9]{1,3}(?:[,.' ’][0-9]{3})+|[0-9]{1,12})", re.ASCII)
_RANGE = re.compile(r"(.*?)(?:\.\.+|…)(.*)")


def parse_filter(key: str, sign: str | None, value: str, *, exact: bool, negated: bool) -> Filter | str:
    """The filter, or the complaint that says how it is written."""
    value = value.strip()
    if key == "killed":
        return _killed(sign or ":", value, negated)
    if sign != ":":
        return f"{key} takes a colon, such as {_EXAMPLES[key]}; left out"
    return _COLON[key](key, value, exact, negated)


def _name(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    tokens = find_tokens(value)
    if not tokens:
        return f"{key}: needs a name, such as {_EXAMPLES[key]}; left out"
    return NameFilter(cast(Facet, key), tokens, exact, negated)


def _date(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    complaint = f"“date:{value}” is no date; write {_EXAMPLES[key]}; left out"
    match = _RANGE.fullmatch(value)
    begins, ends = match.groups() if match else (value, value)
    first, last = parse_days(begins), parse_days(ends)
    if not value or (begins and not first) or (ends and not last) or not (first or last):
        return complaint
    if first and last and last[1] < first[0]:
        return f"the range “{value}” ends before it begins; left out"
    return DateFilter(first[0] if first else None, last[1] if last else None, negated)


def _killed(sign: str, value: str, negated: bool) -> Filter | str:
    match = _NUMBER.fullmatch(value)
    known = _SIGNS.get(sign + match[1]) if match else None
    if not match or not known:
        return f"“killed{sign}{value}” needs a number, such as {_EXAMPLES['killed']}; left out"
    return KilledFilter(known, int(re.sub(r"\D", "", match[2])), negated)


def _judged_or_marked(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    verdicts = [verdict for verdict in get_args(Verdict) if verdict != "single"]
    for verdict in verdicts:
        if value and verdict.startswith(value.lower()):
            return VerdictFilter(verdict, negated)
    for mark in MARKS:
        if value and mark.startswith(value.lower()):
            return MarkFilter(mark, negated)
    return f"“is:{value}” says nothing; there are is:{', is:'.join((*verdicts, *MARKS))}; left out"


_EXAMPLES = {
    "place": "place:kidal",
    "actor": "actor:jnim",
    "source": "source:rfi",
    "date": "date:2023, date:2023-09 or date:2023-09..2023-12",
    "killed": "killed>=50",
    "is": "is:disputed",
}
_COLON: dict[str, Callable[[str, str, bool, bool], Filter | str]] = {
    "place": _name,
    "actor": _name,
    "source": _name,
    "date": _date,
    "is": _judged_or_marked,
}
