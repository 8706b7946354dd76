"""An article set in lines of a given width; every piece of a line knows the characters it shows."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from sahel_tui.dataclass import dataclass
from sahel_tui.present.article import ArticleRun, Block
from sahel_tui.present.glyphs import CURSOR, NOTE
from sahel_tui.present.runs import Line, Run, join_runs
from sahel_tui.present.text import cell_width, wrap
from sahel_tui.tui.layout import TEXT_WIDTH

MARGIN = 2
_DISPUTED = "≠"
_INDENT = {"item": 2, "reference": 2}


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """One set line; a line without runs is air."""

    runs: tuple[ArticleRun, ...] = ()
    indent: int = 0
    bullet: bool = False
    disputed: bool = False
    """Whether a figure that is disputed stands in it."""
    noted: bool = False
    """Whether a figure that the reader has noted something on stands in it."""

    @property
    def line(self) -> Line:
        """The line with its margin, in which a disputed figure is announced."""
        return self._set(self._disputed_sign, (NOTE, "focus") if self.noted else (" ", ""))

    @property
    def pointed_line(self) -> Line:
        """The line with the cursor in its margin, before the sign of a disputed figure."""
        return self._set((CURSOR, "focus"), self._disputed_sign)

    @property
    def _disputed_sign(self) -> Run:
        return (_DISPUTED, "disputed") if self.disputed else (" ", "")

    def _set(self, *margin: Run) -> Line:
        bullet: Run = ("· ".rjust(self.indent) if self.bullet else " " * self.indent, "muted")
        return join_runs((*margin, bullet, *((run.text, run.tag) for run in self.runs))) if self.runs else ()

    def cells(self, start: int, end: int) -> tuple[int, int] | None:
        """The cells that show characters `start` to `end` of the document, or None."""
        position = MARGIN + self.indent
        first = last = None
        for run in self.runs:
            if run.start < end and start < run.end:
                before = cell_width(run.text[: max(0, start - run.start)])
                first = position + before if first is None else first
                last = position + cell_width(run.text[: end - run.start])
            position += cell_width(run.text)
        return None if first is None or last is None else (first, last)


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the article that a key leads to: a figure, or a searched word."""

    line: int
    start: int
    end: int
    claim: int = -1
    """Index into `Comparison.claims`; -1 for a searched word."""


def set_article(
    blocks: Sequence[Block],
    width: int,
    disputed: frozenset[int] = frozenset(),
    noted: frozenset[int] = frozenset(),
    *,
    longest: int = TEXT_WIDTH,
) -> tuple[ArticleLine, ...]:
    """The blocks in lines of at most `width` cells, margin included, and of at most `longest` without it."""
    lines: list[ArticleLine] = []
    for before, block in pairwise((None, *blocks)):
        if block is None:
            continue
        if before and _is_apart(before, block):
            lines.append(ArticleLine())
        lines += _set_block(block, min(width - 2 * MARGIN, longest), disputed, noted)
    return tuple(lines)


def _is_apart(before: Block, block: Block) -> bool:
    """Whether air belongs between two blocks: not under a heading, not between the items of a list."""
    return before.kind != "heading" and not (before.kind == block.kind and block.kind in _INDENT)


def _set_block(block: Block, width: int, disputed: frozenset[int], noted: frozenset[int]) -> list[ArticleLine]:
    indent = _INDENT.get(block.kind, 0)
    spans = wrap(block.text, max(1, width - indent))
    begins = [0, *accumulate(len(run.text) for run in block.runs)][:-1]
    lines = [_cut_runs(block.runs, begins, start, end) for start, end in spans]
    return [
        ArticleLine(
            runs,
            indent,
            bullet=block.kind == "item" and number == 0,
            disputed=any(claim in disputed for run in runs for claim in run.claims),
            noted=any(claim in noted for run in runs for claim in run.claims),
        )
        for number, runs in enumerate(lines)
    ]


def _cut_runs(runs: Sequence[ArticleRun], begins: Sequence[int], start: int, end: int) -> tuple[ArticleRun, ...]:
    """The pieces of `runs` that show the characters `start` to `end` of their joined text; each begins at `begins`."""
    pieces: list[ArticleRun] = []
    at = bisect_right(begins, start) - 1
    while at < len(runs) and begins[at] < end:
        run, position = runs[at], begins[at]
        first, last = max(0, start - position), min(len(run.text), end - position)
        if first < last:
            pieces.append(
                run._replace(text=run.text[first:last], start=run.start + first, end=min(run.end, run.start + last))
            )
        at += 1
    return tuple(pieces)


def find_stops(lines: Sequence[ArticleLine], claims: frozenset[int]) -> tuple[Stop, ...]:
    """Where the figures of `claims` stand, in reading order, each once."""
    stops: dict[int, Stop] = {}
    for number, line in enumerate(lines):
        for run in line.runs:
            for claim in sorted(claims.intersection(run.claims)):
                begun = stops.get(claim, Stop(number, run.start, run.end, claim))
                stops[claim] = Stop(begun.line, begun.start, run.end, claim)
    return tuple(stops.values())


def find_hit_stops(lines: Sequence[ArticleLine]) -> tuple[Stop, ...]:
    """Where searched words stand, in reading order."""
    return tuple(
        Stop(number, run.start, run.end) for number, line in enumerate(lines) for run in line.runs if run.tag == "hit"
    )


def step_stop(stops: Sequence[Stop], current: Stop | None, line: int, step: int) -> Stop | None:
    """The next stop after the current one (or before it), else from `line` on; round the end to the beginning."""
    if not stops:
        return None
    if current in stops:
        return stops[(stops.index(current) + step) % len(stops)]
    following = bisect_right([stop.line for stop in stops], line - 1)
    return stops[(following if step > 0 else following - 1) % len(stops)]
