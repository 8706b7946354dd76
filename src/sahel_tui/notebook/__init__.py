"""What belongs to the reader and not to a library: bookmarks, notes, the last position and recent searches."""

from sahel_tui.notebook.finding import find_claim
from sahel_tui.notebook.marks import ClaimAnchor, EventAnchor, Mark, MarkKind, anchor_claim, anchor_event
from sahel_tui.notebook.notebook import Notebook, open_notebook
from sahel_tui.notebook.pages import NotebookError

__all__ = [
    "ClaimAnchor",
    "EventAnchor",
    "Mark",
    "MarkKind",
    "Notebook",
    "NotebookError",
    "anchor_claim",
    "anchor_event",
    "find_claim",
    "open_notebook",
]
