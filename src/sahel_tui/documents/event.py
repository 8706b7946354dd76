"""What event a document describes."""

import re
import unicodedata
from functools import lru_cache

from sahel_tui.documents.clean import clean_value
from sahel_tui.documents.dates import find_full_dates, parse_dates
from sahel_tui.model import Document, Event

_NAME_DATE = re.compile(r"((?:1[89]|20)\d\d(?:-[01]\d(?:-[0-3]\d)?)?)(?!\d)[_ -]")
_COORDINATES = re.compile(
    r"\s{0,5}(?:\d{1,2}[.\d]{0,12}°?\s?[NS]|\d{1,2}°\s?\d{1,2}[′'].{0,12}?(?:[NS]|nord|sud)\b).*", re.DOTALL
)
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_PLACE = 300
_LONGEST_SLUG = 80
_LONGEST_LEAD = 20_000
"""Characters of a lead in which a date is looked for."""


def describe_event(document: Document) -> Event:
    """The event of one document: its title, dates and place; counts and verdicts are left for the library."""
    date, date_end = find_dates(document)
    slug, place = make_slug(document, date), find_place(document)
    return Event(slug, document.title, date, date_end, place, names=find_other_titles(document))


def find_other_titles(document: Document) -> tuple[str, ...]:
    """Titles the infobox gives that are not the page's own."""
    stated = [clean_value(value) for key in ("title", "conflict") if (value := document.value(key))]
    return tuple(dict.fromkeys(title for title in stated if title and title != document.title))


def find_dates(document: Document) -> tuple[str, str]:
    """First and last day: of the infobox, the file name, the title, the lead's first full date, or of publication."""
    stated = parse_dates(document.value("date") or "")
    if stated[0]:
        return stated
    named = _NAME_DATE.match(document.name)
    dates = parse_dates(named[1]) if named else ("", "")
    dates = dates if dates[0] else find_full_dates(document.title, 0, len(document.title))
    dates = dates if dates[0] else _dates_of_lead(document)
    return dates if dates[0] else parse_dates(document.value("published") or "")


def _dates_of_lead(document: Document) -> tuple[str, str]:
    lead = next((section for section in document.sections if section.kind == "lead"), None)
    if lead is None:
        return "", ""
    return find_full_dates(document.text, lead.start, min(lead.end, lead.start + _LONGEST_LEAD))


def find_place(document: Document) -> str:
    """The infobox place on one line, without coordinates; empty when there is none."""
    return say_place(document.value("place") or "")


@lru_cache(maxsize=16_384)
def say_place(stated: str) -> str:
    """A place as an infobox states it, without coordinates."""
    place = stated[:_LONGEST_PLACE]
    return clean_value(_COORDINATES.sub("", place)).replace(" / (", " (").replace(" / ", ", ")


def make_slug(document: Document, date: str) -> str:
    """`2023-01-10-diafarabe-and-koumara-attacks`; a title without ASCII letters leaves the document's id instead."""
    return join_slug(date, slugify(document.title) or document.id)


def slugify(title: str) -> str:
    """The ASCII letters and digits of a title, in small, with hyphens for what is between them."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return _NO_SLUG.sub("-", plain.replace("'", "")).strip("-")


def join_slug(date: str, words: str) -> str:
    """Date and words, of the latter no more than are read."""
    words = words if len(words) <= _LONGEST_SLUG else words[:_LONGEST_SLUG].rsplit("-", 1)[0]
    return f"{date}-{words}" if date else words
