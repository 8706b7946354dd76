"""The explanation of a figure: a panel at the foot of the screen, over whatever shows the figure."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from sahel_tui.present.evidence import evidence_lines
from sahel_tui.present.explain import ExplainRow, Explanation
from sahel_tui.present.runs import Line, Run, Tag, align_ends, pad_line, wrap_runs
from sahel_tui.present.text import cell_width
from sahel_tui.tui.line_pane import LinePane
from sahel_tui.tui.page import move_bindings, move_pane

NO_FIGURE_HERE = "no figure is under the cursor: ] goes to a disputed one, . to any"
_MARGIN = 2
_LABELS = 10
_LEAST_BESIDE = 36
"""Narrower than this the words begin behind their label instead of beside it, and the title is one word."""
_MOST_TEXT = 96


def set_explanations(explanations: Sequence[Explanation], width: int) -> Iterator[Line]:
    """The explanations in lines of at most `width` cells, an empty line between two."""
    room = max(1, min(_MOST_TEXT, width - 2 * _MARGIN))
    for number, explanation in enumerate(explanations):
        if number:
            yield ()
        yield from _indent(wrap_runs([(explanation.heading, "heading")], room))
        tag: Tag = "claim_disputed" if explanation.disputed else "claim"
        yield from _indent(evidence_lines(explanation.evidence, room, tag)[0])
        for row in explanation.rows:
            yield from _indent(_set_row(row, room))


def _indent(lines: Sequence[Line]) -> Iterator[Line]:
    yield from (((" " * _MARGIN, ""), *line) for line in lines)


def _set_row(row: ExplainRow, room: int) -> list[Line]:
    """The label, what it is, and more quietly what that means."""
    note: Run = (f": {row.note}" if row.note else "", "muted")
    words: list[Run] = [(row.value, ""), note]
    if room < _LEAST_BESIDE:
        return wrap_runs([(f"{row.label} " if row.label else "", "focus"), *words], room)
    lines = wrap_runs(words, room - _LABELS)
    labels = (row.label, *[""] * len(lines))
    return [(*pad_line(((label, "focus"),), _LABELS), *line) for label, line in zip(labels, lines, strict=False)]


class ExplanationPane(LinePane):
    """One explanation after the other, set for the width there is."""

    DEFAULT_CSS = "ExplanationPane { dock: bottom; width: 100%; }"

    def __init__(self, explanations: Sequence[Explanation]) -> None:
        super().__init__("explanation")
        self._explanations = explanations
        self._lines: tuple[Line, ...] = ()

    def fit(self, width: int, height: int) -> None:
        """Take as many lines of a screen of this size as there are to show, and leave some for what is below."""
        self._lines = tuple(set_explanations(self._explanations, width))
        most = max(3, height - max(2, height // 4))
        self.styles.height = min(len(self._lines) + self.TITLE_ROWS, most)

    def on_resize(self, event: events.Resize) -> None:
        """Stay within the lines there are."""
        self.scroll_to_line(self.top)

    def title_line(self, width: int) -> Line:
        """A rule with the title, and how to leave."""
        last = self.count_lines() - self.room
        right = f" {round(100 * self.top / last)}% · q back" if last > 0 else " q back"
        title = "─ Why this figure " if width >= _LEAST_BESIDE else "─ Why "
        rule = "─" * max(0, width - 1 - cell_width(title) - cell_width(right))
        return align_ends(((title, "heading"), (rule, "muted")), ((right, "muted"),), width - 1)

    def count_lines(self) -> int:
        """Lines of all explanations."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Line:
        """A line of an explanation."""
        return self._lines[index]


class ExplanationScreen(ModalScreen[None]):
    """The panel; the screen below stays as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *move_bindings(),
        Binding("q,escape,enter,x", "dismiss", "back", show=False, priority=True),
    ]

    def __init__(self, explanations: Sequence[Explanation]) -> None:
        super().__init__()
        self.pane = ExplanationPane(explanations)

    def compose(self) -> ComposeResult:
        """The panel alone."""
        yield self.pane

    def on_mount(self) -> None:
        """Take the room the panel needs before it is first drawn."""
        self.pane.fit(*self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Take the room there is now."""
        self.pane.fit(*self.app.size)

    def action_move(self, keys: str) -> None:
        """Scroll."""
        move_pane(self.pane, keys)
