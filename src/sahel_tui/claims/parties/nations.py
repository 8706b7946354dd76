"""The nations a language has words for, alone: whoever only names voices need not load all words of the language."""

import re
from functools import cache
from pathlib import Path

_TABLE = "\n[nationalities]\n"
_NATION = re.compile(r'^[^=\n]+ = "([^"\n]+)"$', re.MULTILINE)


@cache
def load_nations(language: str) -> frozenset[str]:
    """The states that the words for nationalities in `lexicon/<language>.toml` stand for.

    >>> {"Mali", "France"} <= load_nations("en")
    True
    """
    text = (Path(__file__).parents[1] / "lexicon" / f"{language}.toml").read_text(encoding="utf-8")
    return frozenset(_NATION.findall(text.partition(_TABLE)[2].partition("\n[")[0]))
