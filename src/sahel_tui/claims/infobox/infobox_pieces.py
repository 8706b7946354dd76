"""An infobox value cut into pieces: words, parentheses and the separators between them."""

import re
from collections.abc import Iterator

from sahel_tui.dataclass import dataclass

SEPARATOR = re.compile(
    r"(?P<rule><hr\s*/?>|(?<=\s)\|(?=\s)|-{4,})|(?P<blank>\n[ \t]*\n\s*)|(?P<line>\n|<br\s*/?>|•|·(?=\s)|^\*)"
    r"|(?P<cell>(?<=[a-zà-ÿ]{4})(?=\d))|(?P<comma>[,;](?!\d{3}\b)|(?<=[^\W\d_])\s+[–—-]\s+(?=[^\W\d_])|\s/\s)|(?P<colon>(?<!\d):|:(?!\d))|(?P<open>\()|(?P<close>\))",
    re.IGNORECASE | re.MULTILINE,
)
"""`<hr>`, an empty line, a line break or bullet, a comma or spaced dash, a colon (not that of `11:30`), brackets;
and nothing at all where a capture joined two cells: `Aucun15 à 40 morts`."""

LONGEST_REMARK = 400
"""Characters a parenthesis may hold; one that goes on is taken as never closed."""

WIDE = re.compile(r"\n(?:[ \t]*\n){2,}")
"""Two empty lines: what copying makes of a rule inside a cell."""

NARROW = re.compile(r"(?<=\S)[ \t]*\n[ \t]*\n[ \t]*(?=\S)")
"""One empty line."""

UNCLOSED_END = re.compile(r"[,;(\n]|<[hb]r", re.IGNORECASE)
"""What ends a parenthesis that is never closed: `5 killed (per Mali, 22 killed …`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece; a `paren` spans the words inside its brackets, `after` is where the text goes on."""

    kind: str
    """`words`, `paren`, `comma`, `colon`, `line`, `blank`, `cell` or `rule`."""
    start: int
    end: int
    after: int


def cut_pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """The pieces of `text[start:end]` in order, words without any letter or digit left out.

    >>> [piece.kind for piece in cut_pieces("3 killed (per Mali), 2 missing", 0, 30)]
    ['words', 'paren', 'comma', 'words']
    """
    at = start
    ruled, joined = has_ruled_cells(text[start:end]), False
    while at < end:
        found = SEPARATOR.search(text, at + joined, end)
        stop = found.start() if found else end
        if re.search(r"\w", text[at:stop]):
            yield Piece("words", at, stop, stop)
        if not found:
            return
        piece = _separator(text, found, end, ruled=ruled)
        if piece.kind != "close":
            yield piece
        at, joined = piece.after, piece.start == piece.after


def has_ruled_cells(value: str) -> bool:
    """Cells parted by one empty line, rules inside them by two: a value that has both tells them apart."""
    return bool(WIDE.search(value) and NARROW.search(value))


def _separator(text: str, found: re.Match[str], end: int, *, ruled: bool) -> Piece:
    """The separator found; in a `ruled` value an empty line parts cells and two of them are a rule."""
    kind = found.lastgroup or "comma"
    if ruled and kind == "blank":
        kind = "rule" if WIDE.match(found[0]) else "cell"
    if kind == "open":
        return _parenthesis(text, found.start(), end)
    return Piece(kind, found.start(), found.end(), found.end())


def _parenthesis(text: str, start: int, end: int) -> Piece:
    """The parenthesis that opens at `start`; an unclosed one ends at the next separator."""
    close = _closing_bracket(text, start, end)
    if close is not None:
        return Piece("paren", start + 1, close, close + 1)
    stop = UNCLOSED_END.search(text, start + 1, end)
    last = stop.start() if stop else end
    return Piece("paren", start + 1, last, last)


def _closing_bracket(text: str, start: int, end: int) -> int | None:
    """Where the bracket opened at `start` closes; `((per Mali))` and a line break are fine, an empty line is not."""
    depth = 0
    for at in range(start, min(end, start + LONGEST_REMARK)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
        elif text.startswith(("\n\n", "<hr"), at):
            return None
    return None
