"""Text made fit for a terminal: nothing that acts, and widths in cells instead of characters."""

import re
import unicodedata
from functools import lru_cache

MARK = "·"
ELLIPSIS = "…"

_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff]*")
"""Letters of one cell each, which most lines of a text are made of."""
_ZERO_WIDTH_JOINER = "\u200d"
_SOFT_HYPHEN, _WORD_JOINER = "\u00ad", "\u2060"
_EMOJI_FORM, _TEXT_FORM = "\ufe0f", "\ufe0e"
_ACTING = (
    (0x00, 0x1F),
    (0x7F, 0x9F),
    (0x061C, 0x061C),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2066, 0x2069),
    (0xD800, 0xDFFF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
)


def _display_forms() -> dict[int, str]:
    forms = {code: MARK for first, last in _ACTING for code in range(first, last + 1)}
    forms[ord("\t")] = forms[ord("\n")] = " "
    # Terminals disagree on the width of these two, so each is shown in a form they agree on.
    forms[ord(_SOFT_HYPHEN)] = _WORD_JOINER
    forms[ord(_EMOJI_FORM)] = _TEXT_FORM
    return forms


_FLAT = _display_forms()
_LINES = {code: form for code, form in _FLAT.items() if code != ord("\n")}


def visible(text: str, *, keep_newlines: bool = False) -> str:
    """`text` with every character that could act on a terminal shown as `·`; never longer or shorter.

    Escapes, controls, C1, bidi overrides and lone surrogates are marked, tabs and line ends become spaces.

    >>> visible("31 \\x1b[2Jkilled\\tin\\nKidal")
    '31 ·[2Jkilled in Kidal'
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_LINES if keep_newlines else _FLAT)


def fold(text: str) -> str:
    """`text` without case, accents, marks and extra spaces, for comparing names.

    >>> fold("Jama'at  Nasr al-Islam, Ségou")
    'jamaat nasr al islam segou'
    """
    letters = unicodedata.normalize("NFD", re.sub("['’]", "", text.casefold()))
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


@lru_cache(maxsize=4096)
def character_width(character: str) -> int:
    """Cells of one character: 0 for combining and format characters, 2 for wide ones, else 1."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cell_width(text: str) -> int:
    """Cells that `text` takes on one line; a joined emoji counts as its first part.

    >>> cell_width("Diafarabé"), cell_width("中e\\u0301")
    (9, 3)
    """
    if text.isascii():
        return len(text)
    width, joined = 0, False
    for character in text:
        width += 0 if joined else character_width(character)
        joined = character == _ZERO_WIDTH_JOINER
    return width


def _reach(text: str, start: int, width: int) -> int:
    """Where the longest piece from `start` on ends that takes at most `width` cells; reads no further than that."""
    if text.isascii() or _NARROW.fullmatch(text, start, start + max(0, width) + 1):  # with what may join the last one
        return min(len(text), start + max(0, width))
    joined = False
    for position in range(start, len(text)):
        width -= 0 if joined else character_width(text[position])
        if width < 0:
            return position
        joined = text[position] == _ZERO_WIDTH_JOINER
    return len(text)


def _fits(text: str, width: int) -> bool:
    return _reach(text, 0, width) == len(text)


def clip(text: str, width: int) -> str:
    """The longest beginning of `text` that takes at most `width` cells."""
    return text[: _reach(text, 0, width)]


def _clip_start(text: str, width: int) -> str:
    """The longest end of `text` that takes at most `width` cells and begins with a character that shows."""
    best, after = len(text), 0
    for start in range(len(text) - 1, -1, -1):
        own = character_width(text[start])
        if own and own + after <= width:
            best = start
        after += 0 if text[start - 1 : start] == _ZERO_WIDTH_JOINER else own
        if after > width:
            break
    return text[best:]


def fit(text: str, width: int) -> str:
    """`text` in at most `width` cells, its middle replaced by `…` when it is too long.

    >>> fit("Diafarabé and Koumara attacks", 17)
    'Diafarab… attacks'
    """
    if _fits(text, width):
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    tail = (width - 1) // 2
    return clip(text, width - 1 - tail).rstrip() + ELLIPSIS + _clip_start(text, tail)


def fit_end(text: str, width: int) -> str:
    """`text` in at most `width` cells, its end replaced by `…` when it is too long.

    >>> fit_end("document 2 · a capture", 13)
    'document 2…'
    """
    if _fits(text, width):
        return text
    return clip(text, width - 1).rstrip(" ·") + ELLIPSIS if width > 0 else ""


def fit_parts(text: str, width: int, least: int = 14) -> str:
    """`text` in at most `width` cells; a part behind ` · ` of which fewer than `least` would be seen is left out.

    >>> fit_parts("copied · press p to print it", 28), fit_parts("copied · press p to print it", 20)
    ('copied · press p to print it', 'copied')
    """
    while not _fits(text, width):
        first, dot, last = text.rpartition(" · ")
        if not dot or (cell_width(first) <= width and width - cell_width(first + dot) > min(least, cell_width(last))):
            return fit_end(text, width)
        text = first
    return text


def pad(text: str, width: int) -> str:
    """`text` followed by spaces up to `width` cells, cut when longer."""
    text = fit(text, width)
    return text + " " * (width - cell_width(text))


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Spans of `text` that each fit `width` cells, broken at spaces where possible; no span holds the spaces between.

    >>> [slice(*span) for span in wrap("two ambushes", 8)]
    [slice(0, 3, None), slice(4, 12, None)]
    """
    spans: list[tuple[int, int]] = []
    start = _skip_spaces(text, 0)
    while start < len(text):
        end = max(start + 1, _reach(text, start, max(1, width)))
        if end < len(text) and not text[end].isspace():
            space = text.rfind(" ", start, end)
            end = space if space > start else end
        spans.append((start, start + len(text[start:end].rstrip())))
        start = _skip_spaces(text, end)
    return spans


def _skip_spaces(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position
