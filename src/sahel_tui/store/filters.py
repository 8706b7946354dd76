"""The filters of a search line: `place:kidal`, `date:2023-09..2023-12`, `killed>=50`, `is:disputed`."""

import re
from collections.abc import Callable, Iterable
from typing import Literal, cast, get_args

from sahel_tui.dataclass import dataclass
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
    actors: tuple[str, ...] = ()
    """The words that stand in a library for actors with such a name; empty while they are not known."""


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
    tokens: tuple[str, ...] = ()
    """Words that the note holds."""
    exact: bool = False
    """The last word is whole."""
    numbers: tuple[int, ...] = ()
    """Of the events in a library; empty while they are not known."""


Filter = NameFilter | DateFilter | KilledFilter | VerdictFilter | MarkFilter

MARKS = ("noted", "bookmarked")
FILTERS = ("place", "actor", "source", "date", "killed", "is", "note")

_SIGNS: dict[str, Sign] = {
    ":": "=", "=": "=", "==": "=", ":=": "=",
    "<": "<", ">": ">", "<=": "<=", "=<": "<=", "≤": "<=", ">=": ">=", "=>": ">=", "≥": ">=",
    ":<": "<", ":>": ">",
}  # fmt: skip
_NUMBER = re.compile(r"(=?)([0-9]{1,3}(?:[,.' ’][0-9]{3})+|[0-9]{1,12})", re.ASCII)
_NEAR = 0.7
"""How much of two words must be the same for one to be a slip of the other."""
_RANGE = re.compile(r"(.*?)(?:\.\.+|…)(.*)")


def parse_filter(key: str, sign: str | None, value: str, *, exact: bool, negated: bool) -> Filter | str:
    """The filter, or what is wrong with it and how it is written."""
    value = value.strip()
    if key == "killed":
        return _killed(sign or ":", value, negated)
    if sign != ":":
        return f"{key} takes a colon, such as {_EXAMPLES[key]}"
    return _COLON[key](key, value, exact, negated)


def _name(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    tokens = find_tokens(value)
    if not tokens:
        return f"{key} needs a name, such as {_EXAMPLES[key]}"
    return NameFilter(cast(Facet, key), tokens, exact, negated)


def _date(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    complaint = f"no date; dates are written {_EXAMPLES[key]}"
    match = _RANGE.fullmatch(value)
    begins, ends = match.groups() if match else (value, value)
    first, last = parse_days(begins), parse_days(ends)
    if not value or (begins and not first) or (ends and not last) or not (first or last):
        return complaint
    if first and last and last[1] < first[0]:
        return "the range ends before it begins"
    return DateFilter(first[0] if first else None, last[1] if last else None, negated)


def _killed(sign: str, value: str, negated: bool) -> Filter | str:
    match = _NUMBER.fullmatch(value)
    known = _SIGNS.get(sign + match[1]) if match else None
    if not match or not known:
        return f"killed needs a number, such as {_EXAMPLES['killed']}"
    return KilledFilter(known, int(re.sub(r"\D", "", match[2])), negated)


def _judged_or_marked(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    verdicts = [verdict for verdict in get_args(Verdict) if verdict != "single"]
    for verdict in verdicts:
        if value and verdict.startswith(value.lower()):
            return VerdictFilter(verdict, negated)
    for mark in MARKS:
        if value and mark.startswith(value.lower()):
            return MarkFilter(mark, negated)
    known = ("disputed", *MARKS, *(verdict for verdict in verdicts if verdict != "disputed"))
    return f"{suggest(value, known)}is: takes {', '.join(known)}"


def _noted(key: str, value: str, exact: bool, negated: bool) -> Filter | str:
    tokens = find_tokens(value)
    if not tokens:
        return f"{key} needs a word of a note of yours, such as {_EXAMPLES[key]}"
    return MarkFilter("noted", negated, tokens, exact)


def suggest(word: str, known: Iterable[str]) -> str:
    """`did you mean “is:disputed”? `, or nothing where no known word is near.

    >>> suggest("plce", FILTERS), suggest("colour", FILTERS)
    ('did you mean “place”? ', '')
    """
    from difflib import get_close_matches  # 5 ms that a query without a mistake need not pay.

    meant = get_close_matches(word, list(known), n=1, cutoff=_NEAR)
    return f"did you mean “{meant[0]}”? " if meant else ""


_EXAMPLES = {
    "place": "place:kidal",
    "actor": "actor:jnim",
    "source": "source:rfi",
    "date": "date:2023, date:2023-09 or date:2023-09..2023-12",
    "killed": "killed>=50",
    "is": "is:disputed",
    "note": "note:check",
}
_COLON: dict[str, Callable[[str, str, bool, bool], Filter | str]] = {
    "place": _name,
    "actor": _name,
    "source": _name,
    "date": _date,
    "is": _judged_or_marked,
    "note": _noted,
}
