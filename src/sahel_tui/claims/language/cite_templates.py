"""Citations that a page keeps as its source wrote them: `{{cite web |title=14 killed in ambush |website=AP News}}`."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sahel_tui.model import Span

TEMPLATE = re.compile(r"\{\{\s{0,3}(?:cite|citation|article|lien web|ouvrage)\b[^{}]{0,2000}\}\}", re.IGNORECASE)
"""A template of either language; one in the middle of a sentence is no part of it."""

FIELD = re.compile(r"\|\s*(?P<name>[a-zé -]{3,20}?)\s*=\s*(?P<value>[^|{}]*?)\s*(?=\||\}\})", re.IGNORECASE)

TITLES = ("title", "titre")
PUBLISHERS = ("agency", "website", "work", "newspaper", "publisher", "périodique", "site", "éditeur")
"""Who speaks in a title, the most exact first."""


class Cited(NamedTuple):
    """A title, whom its template names for it, and when it was published."""

    span: Span
    title: Span
    publisher: Span | None
    date: str


def find_templates(text: str) -> Iterator[Cited]:
    """The citations that have a title, in order.

    >>> [text[c.title.start : c.title.end] for text in ("{{cite web |title=Four die |date=2019}}",) for c in
    ... find_templates(text)]
    ['Four die']
    """
    for template in TEMPLATE.finditer(text):
        found = {field["name"].lower(): field for field in FIELD.finditer(text, template.start(), template.end())}
        spans = {name: Span(*field.span("value")) for name, field in found.items() if field["value"]}
        title = next((spans[name] for name in TITLES if name in spans), None)
        if title:
            publisher = next((spans[name] for name in PUBLISHERS if name in spans), None)
            yield Cited(Span(*template.span()), title, publisher, found["date"]["value"] if "date" in found else "")
