"""A line to type in at the foot of the screen, under a rule: a prompt, what is typed, and a remark at the end."""

from textual import events
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.present.runs import Line, align_ends
from sahel_tui.present.text import cell_width, fit_end, visible
from sahel_tui.tui.keyed import is_alt
from sahel_tui.tui.line_edit import LineEdit
from sahel_tui.tui.painting import mark_cells, paint_line


class FootLine(Widget):
    """The line; a screen hands it the keys."""

    def __init__(self, prompt: str, hint: str, start: str, title: str = "") -> None:
        """`title` is what the line is about; it stands in the rule."""
        super().__init__()
        self._prompt = prompt
        self._title = title
        self._hint = self._remark = hint
        self._edit = LineEdit(start, len(start))

    @property
    def text(self) -> str:
        """What is typed."""
        return self._edit.text

    def insert(self, text: str) -> None:
        """Type `text`."""
        self.take(self._edit.insert(text))

    def take_key(self, event: events.Key) -> None:
        """Type or edit."""
        typed = event.character if event.is_printable and not is_alt(event) else None
        self.take(self._edit.insert(typed) if typed else self._edit.press(event.key))

    def refuse(self, remark: str) -> None:
        """Say why what is typed will not do."""
        self.take(self._edit, remark)

    def take(self, edited: LineEdit | None, remark: str = "") -> None:
        """Show what has become of the line; None: nothing has."""
        if edited is not None:
            self._edit, self._remark = edited, remark or self._hint
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """A rule with the title, and the line under it; a remark that has no room there stands in the rule."""
        width, theme = self.size.width, self.app.theme
        text, cursor = self._edit.window(max(1, width - len(self._prompt) - 1))
        free = width - len(self._prompt) - cell_width(visible(text)) - 3
        fits = cell_width(self._remark) <= free
        if y == 0:
            said = self._title if fits or (self._title and self._remark == self._hint) else self._remark
            words = fit_end(f"─ {said} ", width) if said else ""
            return paint_line(((words, "heading"), ("─" * (width - cell_width(words)), "muted")), width, theme)
        start = len(self._prompt) + cell_width(visible(text[:cursor]))
        remark: Line = ((self._remark, "muted"),) if fits else ()
        line = align_ends(((self._prompt, "focus"), (visible(text), ""), (" ", "")), remark, width - 1)
        return mark_cells(paint_line(line, width, theme), start, start + 1)
