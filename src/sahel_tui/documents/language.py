"""Which language a text is written in, by its commonest small words."""

from collections.abc import Callable

SAMPLE = 8_000
"""Characters of a text that are looked at."""
CODE = "cp1252"
"""One byte a letter, and all letters of these languages."""
_LETTERS = "abcdefghijklmnopqrstuvwxyzœ" + "".join(map(chr, range(ord("à"), ord("ÿ") + 1)))
_SMALL_LETTERS = bytes(
    small.encode(CODE)[0] if (small := bytes([byte]).decode(CODE, "replace").lower()) in _LETTERS else ord(" ")
    for byte in range(256)
)
"""For each byte its letter in small, or a space."""


def _know(words: str) -> Callable[[bytes], bool]:
    return frozenset(words.encode(CODE).split()).__contains__


_ENGLISH = _know("the of and in to was were on by that for with at from it they their his had which as after")
_FRENCH = _know("le la les l des du de d et un une dans est sont par pour sur que qui au aux à avec ont été dont selon")


def detect_language(text: str) -> str:
    """`en` or `fr`, whichever has more of its small words in the first 8,000 characters; `en` when even.

    >>> detect_language("Le 26 septembre, un convoi est pris en embuscade."), detect_language("Unknown")
    ('fr', 'en')
    """
    return choose_language(*count_small_words(text[:SAMPLE]))


def count_small_words(text: str) -> tuple[int, int]:
    """How many words of a text are small ones of English and of French; lines may be counted one by one."""
    words = find_words(text)
    return sum(map(_ENGLISH, words)), sum(map(_FRENCH, words))


def find_words(text: str) -> list[bytes]:
    """The words of a text in small letters, quickly: others than these languages write end a word."""
    return text.encode(CODE, "replace").translate(_SMALL_LETTERS).split()


def choose_language(english: int, french: int) -> str:
    """The language with more small words; English when even."""
    return "fr" if french > english else "en"
