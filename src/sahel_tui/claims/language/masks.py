"""Text without what is no part of its sentences: reference marks and citations blanked out."""

import re
from functools import lru_cache

from sahel_tui.claims.language.cite_templates import TEMPLATE

MARK = re.compile(r"\[(?:\d{1,3}|[a-z]|edit|note \d+|citation needed|nb \d+)\](?:\([^)\s]*\))?", re.IGNORECASE)
"""A reference mark: `[1]`, `[a]`, `[citation needed]`."""

BLACK = re.compile(r"[^\n]")
"""What is blanked out: all but the ends of lines."""


@lru_cache(maxsize=1)
def mask_marks(text: str) -> str:
    """The text with every reference mark and citation blanked out, length unchanged; kept until the next text.

    >>> mask_marks("15 [8] dead")
    '15     dead'
    """
    if "{{" in text:
        text = TEMPLATE.sub(lambda match: BLACK.sub(" ", match[0]), text)
    return MARK.sub(lambda match: " " * len(match[0]), text)
