"""Letters and days as the index sees them: no case, no diacritics, whole days."""

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from functools import lru_cache

_UNINDEXED = "\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3"
"""Letters to Python, but to SQLite the end of a word."""
_TOKEN = re.compile(rf"[^\W_{_UNINDEXED}]+")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_DASH = "–"
"""All that is not ASCII in the titles of most rows of data sets; folding leaves it as it is."""
_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_LAST_DAY = 9999_12_31
_LEADING_YEAR = re.compile(r"^(?:18|19|20)\d\d (?=\S)")
_TRAILING_YEAR = re.compile(r" (?:18|19|20)\d\d$")


def fold(text: str) -> str:
    """Lower case without diacritics, as FTS5's `unicode61 remove_diacritics 2` folds.

    >>> fold("Diafarabé, Ténenkou")
    'diafarabe, tenenkou'
    """
    if text.isascii() or text.replace(_DASH, "").isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).lower())
    return unicodedata.normalize("NFC", _BEYOND_ASCII.sub(_without_mark, decomposed))


def _without_mark(letter: re.Match[str]) -> str:
    return "" if unicodedata.combining(letter[0]) else letter[0]


def find_tokens(text: str) -> tuple[str, ...]:
    """The folded words of `text`, without punctuation.

    >>> find_tokens("Jama'at, al-Qaïda")
    ('jama', 'at', 'al', 'qaida')
    """
    return tuple(_TOKEN.findall(fold(text)))


def join_words(title: str) -> str:
    """The folded words of a title."""
    return " ".join(find_tokens(title))


def make_title_key(title: str, words: str = "") -> str:
    """The title without case, diacritics, punctuation, and a year before or after it; `words` are its own, folded.

    >>> make_title_key("2023 Sévaré attack"), make_title_key("Raid on Dioura (2023)")
    ('sevare attack', 'raid on dioura')
    """
    words = words or join_words(title) or title.strip()
    return _TRAILING_YEAR.sub("", _LEADING_YEAR.sub("", words, count=1))


@lru_cache(maxsize=65_536)
def parse_days(date: str) -> tuple[int, int] | None:
    """First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as numbers; None when it is no date.

    >>> parse_days("2023-02"), parse_days("2023-13")
    ((20230201, 20230228), None)
    """
    match = _DATE.fullmatch(date)
    if not match or not match[1].isascii() or int(match[1]) == 0:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is not None and not 1 <= month <= 12:
        return None
    first_month, last_month = month or 1, month or 12
    days = monthrange(year, last_month)[1]
    if day is not None and not 1 <= day <= days:
        return None
    return year * 10000 + first_month * 100 + (day or 1), year * 10000 + last_month * 100 + (day or days)


@lru_cache(maxsize=65_536)
def find_days(date: str, date_end: str) -> tuple[int, int]:
    """First and last day as numbers; without an end it is still going on, and without a date it is at 0."""
    begins, ends = parse_days(date), parse_days(date_end)
    return (begins[0], ends[1] if ends else _LAST_DAY) if begins else (0, 0)


@lru_cache(maxsize=64)
def word_pattern(words: str, *, prefix: bool = False) -> re.Pattern[str]:
    """Finds the folded `words`, one after the other, in text as it was written."""
    spelled = r"[\W_]+".join(_spell(token) for token in find_tokens(words))
    ending = "" if prefix else r"(?![^\W_])"
    return re.compile(rf"(?<![^\W_]){spelled}{ending}", re.IGNORECASE)


def _spell(token: str) -> str:
    return "".join(_letter(char) for char in token)


def _letter(char: str) -> str:
    written = _variants().get(char)
    marks = "[\u0300-\u036f]*"
    return f"[{char}{written}]{marks}" if written else re.escape(char) + marks


@lru_cache(maxsize=1)
def _variants() -> dict[str, str]:
    """Latin letter to the letters that fold to it: `e` to `éèêë…`."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = fold(chr(code))
        if len(base) == 1 and base.isascii() and base.isalpha():
            found[base].append(chr(code))
    return {base: "".join(written) for base, written in found.items()}
