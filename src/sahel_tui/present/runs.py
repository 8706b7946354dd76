"""Text with meaning: lines of runs, each run tagged with what it says, never with how it looks."""

from collections.abc import Iterable, Sequence
from typing import Literal

from sahel_tui.present.text import cell_width, clip, wrap

Tag = Literal[
    "", "disputed", "agree", "compatible", "revised", "muted", "heading", "claim", "claim_disputed", "hit", "focus"
]
Run = tuple[str, Tag]
Line = tuple[Run, ...]


def line_text(line: Line) -> str:
    """The characters of a line without their tags."""
    return "".join(text for text, _ in line)


def line_width(line: Line) -> int:
    """Cells that a line takes."""
    return sum(cell_width(text) for text, _ in line)


def join_runs(runs: Iterable[Run]) -> Line:
    """A line without empty runs, neighbours of the same tag joined."""
    joined: list[Run] = []
    for text, tag in runs:
        if text and joined and joined[-1][1] == tag:
            joined[-1] = (joined[-1][0] + text, tag)
        elif text:
            joined.append((text, tag))
    return tuple(joined)


def clip_line(line: Line, width: int) -> Line:
    """The beginning of a line that takes at most `width` cells."""
    kept: list[Run] = []
    for text, tag in line:
        text = clip(text, width)
        width -= cell_width(text)
        kept.append((text, tag))
    return join_runs(kept)


def pad_line(line: Line, width: int) -> Line:
    """A line of exactly `width` cells: cut, or followed by plain spaces."""
    line = clip_line(line, width)
    return join_runs((*line, (" " * (width - line_width(line)), "")))


def align_ends(left: Line, right: Line, width: int) -> Line:
    """`left` at the start, `right` at the end of `width` cells; `left` is cut first, then `right`."""
    right = clip_line(right, width)
    gap = 2 if right else 0
    return join_runs((*pad_line(left, max(0, width - line_width(right) - gap)), (" " * gap, ""), *right))


def tag_spans(text: str, spans: Sequence[tuple[int, int]], tag: Tag, rest: Tag = "") -> Line:
    """`text` as a line with `spans` (in order, apart from each other) tagged `tag`."""
    runs: list[Run] = []
    done = 0
    for start, end in spans:
        runs += [(text[done:start], rest), (text[start:end], tag)]
        done = end
    return join_runs((*runs, (text[done:], rest)))


def wrap_runs(runs: Sequence[Run], width: int) -> list[Line]:
    """Runs broken at spaces into lines of at most `width` cells, each piece keeping its tag."""
    text = "".join(text for text, _ in runs)
    lines: list[Line] = []
    for first, last in wrap(text, width):
        pieces: list[Run] = []
        position = 0
        for piece, tag in runs:
            pieces.append((piece[max(0, first - position) : max(0, last - position)], tag))
            position += len(piece)
        lines.append(join_runs(pieces))
    return lines
