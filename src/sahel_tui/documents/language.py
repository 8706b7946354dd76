"""Which language a text is written in, by its commonest small words."""

import re

_SAMPLE = 8_000
_WORD = re.compile(r"[a-zà-ÿœ]+")
_SMALL_WORDS = (
    ("en", "the of and in to was were on by that for with at from it they their his had which as after"),
    ("fr", "le la les l des du de d et un une dans est sont par pour sur que qui au aux à avec ont été dont selon"),
)
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS}


def detect_language(text: str) -> str:
    """`en` or `fr`, whichever has more of its small words in the first 8,000 characters; `en` when even.

    >>> detect_language("Le 26 septembre, un convoi est pris en embuscade."), detect_language("Unknown")
    ('fr', 'en')
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    counts = {language: sum(map(known.__contains__, words)) for language, known in _WORDS.items()}
    return max(counts, key=lambda language: counts[language])
