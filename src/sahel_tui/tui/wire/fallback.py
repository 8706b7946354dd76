"""Signs for terminals that are not UTF-8: every character a locale lacks becomes one it has, as wide as before."""

import re
import unicodedata
from functools import lru_cache

from rich.cells import cell_len

from sahel_tui.tui.signs import SIGNS

_NOT_ASCII = re.compile("[^\x00-\x7f]")


def replace_unwritable(text: str, encoding: str) -> str:
    """`text` with the characters that `encoding` lacks replaced.

    >>> replace_unwritable("12 ≠ 31 │ Diafarabé 世", "ascii")
    '12 ! 31 | Diafarabe ??'
    """
    if encoding == "utf-8" or text.isascii():
        return text
    return _NOT_ASCII.sub(lambda found: _writable(found[0], encoding), text)


@lru_cache(maxsize=4096)
def _writable(character: str, encoding: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[:1]
    for candidate in (character, SIGNS.get(character, plain)):
        if candidate.encode(encoding, "ignore") and cell_len(candidate) == cell_len(character):
            return candidate
    return "?" * cell_len(character)
