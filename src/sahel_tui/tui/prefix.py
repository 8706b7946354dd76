"""What is typed before a key: how often, or a date to go to."""

import datetime
import re
from contextlib import suppress

from sahel_tui.dataclass import dataclass

_MOST_DIGITS = 7
_DAY = len("2023-09-28")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATE = re.compile(r"(?:19|20)\d\d(?:-(?:[01]?|0[1-9]|1[0-2]|(?:0[1-9]|1[0-2])-(?:[0-3]?|0[1-9]|[12]\d|3[01])))?")
_WHOLE = re.compile(r"(?:19|20)\d\d-\d\d(?:-\d\d)?")


@dataclass(frozen=True, slots=True)
class Prefix:
    """Digits so far, as `5`, `2023` or `2023-0`; empty when nothing has been typed."""

    text: str = ""

    def extend(self, key: str, *, dates: bool) -> "Prefix | None":
        """With one more key; itself when that makes no number and no date, None when the key is neither digit nor dash.

        `dates`: whether a date means anything here. A month or a day has been gone to: a digit then begins anew.

        >>> [Prefix("2023-").extend(key, dates=True) for key in "09"]
        [Prefix(text='2023-0'), Prefix(text='2023-09')]
        >>> Prefix("2023-1").extend("-", dates=True), Prefix("2023-09").extend("5", dates=True)
        (Prefix(text='2023-01-'), Prefix(text='5'))
        >>> Prefix("2023-1").extend("3", dates=True), Prefix("5").extend("j", dates=True)
        (Prefix(text='2023-1'), None)
        """
        if key == "backspace" and self.text:
            return Prefix(self.text[:-1])
        if not (key == "-" or (len(key) == 1 and key.isascii() and key.isdigit())):
            return None
        longer = _pad(self.text) + key if key == "-" else self.text + key
        for text in (longer, _pad(longer)):
            counts = text.isdigit() and not text.startswith("0") and len(text) <= _MOST_DIGITS
            if counts or (dates and _DATE.fullmatch(text) and _is_possible(text)):
                return Prefix(text)
        if self.is_whole:
            return Prefix().extend(key, dates=dates)
        return self if self.text else None

    @property
    def count(self) -> int | None:
        """How often; None when nothing or no number was typed."""
        return int(self.text) if self.text.isdigit() else None

    @property
    def may_be_date(self) -> bool:
        """Whether a date has been begun: a year, or more."""
        return _YEAR.match(self.text) is not None and (len(self.text) == 4 or "-" in self.text)

    @property
    def is_whole(self) -> bool:
        """Whether it is a month or a day, which needs no Enter."""
        return _WHOLE.fullmatch(self.text) is not None

    @property
    def date(self) -> str:
        """The year, month or day as far as it is whole: `2023-0` is 2023.

        >>> Prefix("2023-0").date, Prefix("2023-1").date, Prefix("2023-09-28").date
        ('2023', '2023-01', '2023-09-28')
        """
        text = _pad(self.text)
        return text if len(text) in (4, 7, 10) else text[: text.rindex("-")]


def _is_possible(date: str) -> bool:
    """Whether a whole day is in the calendar; what may go on is.

    >>> _is_possible("2023-02-28"), _is_possible("2023-02-30"), _is_possible("2023-02-3")
    (True, False, True)
    """
    with suppress(ValueError):
        return len(date) < _DAY or date == datetime.date.fromisoformat(date).isoformat()
    return False


def _pad(text: str) -> str:
    """A date whose month or day has one digit so far, with two: `2023-9` is `2023-09`, `2023-0` may go on."""
    return re.sub(r"-([1-9])$", r"-0\1", text)
