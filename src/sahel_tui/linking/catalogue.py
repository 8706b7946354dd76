"""Which data set a document is a row of."""

import re

from sahel_tui.model import Document

_CATALOGUE = re.compile(r"\((UCDP|ACLED) [^()]+\)$")
_NAMES_OF_ROWS = {"ged-": "UCDP", "acled-": "ACLED"}


def find_catalogue(document: Document) -> str:
    """The data set whose row this is, by the title and name its reader gives it; empty for a text."""
    found = _CATALOGUE.search(document.title)
    named = next((name for prefix, name in _NAMES_OF_ROWS.items() if document.name.startswith(prefix)), "")
    return named if not found or found[1] == named else ""
