"""The keys of the compare screen: one list for keymap, key line, help and palette."""

from collections.abc import Container

from sahel_tui.present.runs import Line, join_runs
from sahel_tui.tui.commands import ScreenKey
from sahel_tui.tui.key_hints import key_runs
from sahel_tui.tui.keymap import Keymap

NAME = "compare"
"""The screen in the keymap."""

KEYS: tuple[ScreenKey, ...] = (
    ScreenKey("next_dispute", ("tab", "]", ")"), "Next disputed row", "next dispute/next ≠/≠"),
    ScreenKey("previous_dispute", ("shift+tab", "[", "("), "Previous disputed row"),
    ScreenKey("open", ("enter",), "Open in the article; on a title, unfold", "article"),
    ScreenKey("copy", ("y",), "Copy the sentence, figure, citation or table", "copy"),
    ScreenKey("explain", ("x",), "Explain the figure: sentence, source, rule", "explain/explain/why"),
    ScreenKey("annotate", ("a",), "Note something on the figure", "note"),
    ScreenKey("bookmark", ("b",), "Bookmark the event, or take its bookmark away"),
    ScreenKey("undo", ("u",), "Take back the last note or bookmark"),
    ScreenKey("plot", ("p",), "Figures of the row on a scale, or their texts", "plot"),
    ScreenKey("next_place", ("m",), "Next place that gives the figure", "next place"),
    ScreenKey("next_voices", ("v",), "Other voices", "other voices"),
    ScreenKey("documents_apart", ("d",), "Documents side by side", "documents"),
    ScreenKey("changes", ("w",), "The documents, and what changed between captures", "what changed"),
    ScreenKey("down", ("j", "down"), "Next row"),
    ScreenKey("up", ("k", "up"), "Previous row"),
    ScreenKey("left", ("h", "left"), "Voice on the left"),
    ScreenKey("right", ("l", "right"), "Voice on the right", "other voice/voice"),
    ScreenKey("first", ("g", "home"), "First row, or the one of the number typed"),
    ScreenKey("last", ("G", "end"), "Last row, or the one of the number typed"),
    ScreenKey("texts_down", ("pagedown", "ctrl+d"), "Texts down"),
    ScreenKey("texts_up", ("pageup", "ctrl+u"), "Texts up"),
    ScreenKey("export", ("e",), "Export as Markdown, CSV, JSON or a page", "export"),
    ScreenKey("page", ("|", "P"), "Read the comparison in your pager"),
    ScreenKey("letters", ("f",), "A letter on each figure; typed, it leads there"),
    ScreenKey("came_from", ("'", "ctrl+o"), "Back to the figure before the last jump"),
    ScreenKey("search", ("/",), "Search: leads to the list, or to the ranking of what is found"),
    ScreenKey("help", ("?",), "These keys", "help"),
    ScreenKey("back", ("q", "escape"), "Back", "back"),
)

_FIRST = ("next_dispute", "open", "copy", "annotate", "explain", "right", "export")
"""What the key line offers first."""
_FIRST_OF_FEW = ("next_dispute", "copy", "annotate", "explain", "open")
"""The same where there is room for a few only: what Enter and arrows do is tried first anyway."""
_FEW = 50


def key_line(keymap: Keymap, refused: Container[str], width: int) -> Line:
    """The hints that fit of what can be done now, help and the way back always among them."""
    named = {key.action: key.short for key in KEYS if key.short and key.action not in refused}
    first = _FIRST if width > _FEW else _FIRST_OF_FEW
    listed = sorted(named.items(), key=lambda offer: first.index(offer[0]) if offer[0] in first else len(first))
    return join_runs(key_runs(keymap.offer(NAME, listed), width, len(first) - 1))
