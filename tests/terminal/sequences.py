"""What may reach a terminal: the sequences that all of them share, and characters that do nothing."""

import re

SEQUENCE = re.compile(rb"\x1b(?:\[[?>=<]?[0-9;]*[ -/]*[@-~]|.)", re.DOTALL)
SHARED = re.compile(
    rb"\x1b\[(?:[0-9]*;?[0-9]*H|[0-9]*[CG]|2J|[0-9]*K|[0-9]*X|[0-9;]*m|6n"  # cursor, erasing, pens, one question
    rb"|\?(?:1049|25|1004|2004|7|2048|2026)(?:[hl]|\$p)|<u)"  # what Textual sets and asks, ignored where unknown
    rb"|\x1bD"  # one line down
)
COPY = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_ACTING = re.compile("[\x00-\x07\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_STACK = re.compile("[\u0300-\u036f]{17}")


def find_acting(raw: bytes, *, copying: bool = False) -> list[bytes]:
    """The pieces of a terminal's input that do more than the browser does; `copying` allows the clipboard."""
    raw = COPY.sub(b"", raw) if copying else raw
    found = [sequence for sequence in SEQUENCE.findall(raw) if not SHARED.fullmatch(sequence)]
    text = raw.decode("utf-8", "replace")
    return [*found, *(piece.encode() for pattern in (_ACTING, _STACK) for piece in pattern.findall(text))]
