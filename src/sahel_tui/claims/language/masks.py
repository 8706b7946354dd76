"""Text without what is no part of its sentences: reference marks and citations blanked out."""

import re
from functools import lru_cache

from sahel_tui.claims.language.cite_templates import TEMPLATE
from sahel_tui.claims.language.letter_trees import word_tree

MARK = re.compile(
    r"\[\s?(?:\d{1,3}|[a-z]|(?:note|nb|n) ?\d+|edit(?: source)?|modifier(?:[ |][^\]\n]{0,40})?|citation needed"
    r"|réf\. nécessaire)\s?\](?:\([^)\s]*\))?",
    re.IGNORECASE,
)
"""A mark of a reference or of an editor: `[1]`, `[ a ]`, `[citation needed]`, `[modifier | modifier le code]`."""

QUOTED = re.compile(r"(?<![\w'’])(?:‘(?P<curly>[^‘’\n]{1,80})’|'(?P<straight>\w[^'\n]{0,60})')(?!\w)")
"""Words between single quotation marks, which are apostrophes elsewhere."""

HONORIFIC = re.compile(r"M(?<=\bM)(?:(?:M|rs?|s)?\.|mes?|lle)(?=\s[A-ZÀ-Þ][a-zà-ÿ])")
"""What stands before a surname and is no part of it: `M. Diallo`, `Mr. Diallo`."""

RANKS = ("Dr", "Prof", "Gen", "Brig", "Col", "Lt", "Maj", "Capt", "Sgt", "Cpl", "Gal", "Cdt", "Cne")
RANK = re.compile(rf"({word_tree(RANKS)})\.(?=\s[A-ZÀ-Þ])")
"""A rank cut short: its full stop ends nothing."""

BLACK = re.compile(r"[^\n]")
"""What is blanked out: all but the ends of lines."""


@lru_cache(maxsize=1)
def mask_marks(text: str) -> str:
    """The text with every reference mark and citation blanked out, length unchanged; kept until the next text.

    Single quotation marks become double ones, which are no apostrophes; honorifics before a surname are blanked out.

    >>> mask_marks("15 [8] dead"), mask_marks("7 ‘terrorists’ of the rebels’ camp")
    ('15     dead', '7 "terrorists" of the rebels’ camp')
    """
    if "{{" in text:
        text = TEMPLATE.sub(lambda match: BLACK.sub(" ", match[0]), text)
    if "‘" in text or " '" in text:
        text = QUOTED.sub(lambda match: f'"{match["curly"] or match["straight"]}"', text)
    text = RANK.sub(r"\1 ", HONORIFIC.sub(lambda match: " " * len(match[0]), text))
    return MARK.sub(lambda match: " " * len(match[0]), text)
