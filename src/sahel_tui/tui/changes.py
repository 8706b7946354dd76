"""The documents of an event, and what changed from one capture of its page to the next: a panel."""

from collections.abc import Iterator, Sequence
from functools import partial

from sahel_tui.model import Comparison, Document
from sahel_tui.present.changes import change_lines, list_changes, list_documents
from sahel_tui.present.runs import Line, wrap_runs
from sahel_tui.tui.panel import MARGIN, MOST_TEXT, PanelPane, PanelScreen, indent_lines


def set_changes(documents: Sequence[Document], comparison: Comparison, width: int) -> Iterator[Line]:
    """The documents by number, an empty line, then the changes, in lines of at most `width` cells."""
    room = max(1, min(MOST_TEXT, width - 2 * MARGIN))
    for line in list_documents(documents):
        yield from indent_lines(iter(wrap_runs([(line, "")], room)))
    changes = list(list_changes(documents, comparison))
    if changes:
        yield ()
        yield from indent_lines(change_lines(changes, room))


class ChangesScreen(PanelScreen):
    """What each document is, and how captures of one page differ."""

    def __init__(self, documents: Sequence[Document], comparison: Comparison) -> None:
        lines = partial(set_changes, documents, comparison)
        super().__init__(PanelPane("changes", ("What changed", "What"), lines), "changes")
