"""Patterns that find any of many words at once."""

import re
from collections.abc import Iterable

WORD = re.compile(r"\w+")


def any_word(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words in a text in small letters, with either apostrophe; nothing when there are none."""
    small = {word.lower() for word in words}
    return re.compile(rf"{word_tree(small)}(?!\w)" if small else r"(?!)")


def find_beginnings(words: Iterable[str]) -> frozenset[str]:
    """What `WORD` finds first in each: a text that has none of these words has none of those."""
    return frozenset(part for word in words for part in WORD.findall(word.lower())[:1])


def word_tree(words: Iterable[str]) -> str:
    """A pattern that matches any of the words where a word begins.

    Every branch opens with a plain letter and looks back from it, so that a search skips to such letters.
    """
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[0], []).append(word[1:])
    branches = (rf"{re.escape(first)}(?<=\b{re.escape(first)}){letter_tree(rest)}" for first, rest in by_first.items())
    return f"(?:{'|'.join(branches)})"


def letter_tree(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, shared beginnings written once, with either apostrophe."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word[1:])
    may_end = by_first.pop("", None) is not None
    branches = [re.escape(first).replace("'", "['’]") + letter_tree(rest) for first, rest in by_first.items()]
    return f"(?:{'|'.join(branches)}){'?' if may_end else ''}" if branches else ""
