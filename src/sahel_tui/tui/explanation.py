"""The explanation of a figure: a panel at the foot of the screen, over whatever shows the figure."""

from collections.abc import Iterator, Sequence
from functools import partial

from sahel_tui.present.evidence import evidence_lines
from sahel_tui.present.explain import ExplainRow, Explanation
from sahel_tui.present.runs import Line, Run, Tag, pad_line, wrap_runs
from sahel_tui.tui.panel import LEAST_BESIDE, MARGIN, MOST_TEXT, PanelPane, PanelScreen, indent_lines

NO_FIGURE_HERE = "no figure here: {next_dispute} goes to ≠, {next_claim} to any"
"""The keys stand in braces."""
_LABELS = 10


def set_explanations(explanations: Sequence[Explanation], width: int) -> Iterator[Line]:
    """The explanations in lines of at most `width` cells, an empty line between two."""
    room = max(1, min(MOST_TEXT, width - 2 * MARGIN))
    for number, explanation in enumerate(explanations):
        if number:
            yield ()
        yield from indent_lines(iter(wrap_runs([(explanation.heading, "heading")], room)))
        tag: Tag = "claim_disputed" if explanation.disputed else "claim"
        yield from indent_lines(iter(evidence_lines(explanation.evidence, room, tag)[0]))
        for row in explanation.rows:
            yield from indent_lines(iter(_set_row(row, room)))


def _set_row(row: ExplainRow, room: int) -> list[Line]:
    """The label, what it is, and more quietly what that means."""
    note: Run = (f": {row.note}" if row.note else "", "muted")
    name: Run = (f" ({row.name})" if row.name else "", "muted")
    words: list[Run] = [(row.value, ""), note, name]
    if room < LEAST_BESIDE:
        return wrap_runs([(f"{row.label} " if row.label else "", "focus"), *words], room)
    lines = wrap_runs(words, room - _LABELS)
    labels = (row.label, *[""] * len(lines))
    return [(*pad_line(((label, "focus"),), _LABELS), *line) for label, line in zip(labels, lines, strict=False)]


class ExplanationScreen(PanelScreen):
    """One explanation after the other."""

    def __init__(self, explanations: Sequence[Explanation]) -> None:
        titles = ("Why this figure", "Why")
        super().__init__(PanelPane("explanation", titles, partial(set_explanations, explanations)), "explain")
