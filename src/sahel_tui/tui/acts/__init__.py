"""What the commands do, a module for each group; a command's docstring is what help and palette say."""

from sahel_tui.tui.acts import comparing, finding, keeping, moving, program, reading, surveying, taking
from sahel_tui.tui.commands import COMMANDS, Situation
from sahel_tui.tui.layout import PaneName

__all__ = [
    "TYPING_KEYS",
    "comparing",
    "finding",
    "keeping",
    "list_offers",
    "moving",
    "program",
    "reading",
    "surveying",
    "taking",
]

KEY_LINES: dict[PaneName, tuple[tuple[str, str], ...]] = {
    "list": (
        ("compare", "compare"),
        ("search", "search/search/find"),
        ("disputes", "disputes/disputes/all ≠"),
        ("annotate", "note"),
        ("disputed_only", "disputed only/only ≠"),
        ("next_dispute", "next dispute/next ≠"),
        ("open", "read"),
        ("timeline", "timeline"),
        ("sort", "sort"),
        ("next_pane", "pane"),
    ),
    "infobox": (
        ("open", "evidence"),
        ("compare", "compare"),
        ("explain", "explain"),
        ("annotate", "note"),
        ("next_dispute", "next dispute/next ≠/≠"),
        ("copy", "copy"),
        ("flip", "article"),
        ("next_pane", "pane"),
    ),
    "article": (
        ("next_dispute", "next dispute/next ≠/≠"),
        ("compare", "compare/compare/table"),
        ("explain", "explain/explain/why"),
        ("annotate", "note"),
        ("copy", "copy"),
        ("next_hit", "next hit"),
        ("next_document", "next document/document"),
        ("flip", "infobox"),
        ("next_pane", "pane"),
    ),
}
"""What the key line offers in each pane, in as few words as it takes, the most useful first."""
TYPING_KEYS = (("Down", "next"), ("Up", "earlier search"), ("Enter", "keep"), ("Esc", "back"))
"""What it offers while letters go into the search."""


def list_offers(situation: Situation) -> list[tuple[str, str]]:
    """The commands that the key line offers, with its words; help and the way out are always among them, last."""
    way_out = ("back", "back") if situation.can_go_back else ("quit", "quit")
    offers = (*KEY_LINES[situation.pane], ("help", "help"), way_out)
    if situation.disputed_only and situation.pane == "list":
        offers = (("disputed_only", "all events/all"), *(offer for offer in offers if offer[0] != "disputed_only"))
    working = [(name, words) for name, words in offers if COMMANDS[name].works_in(situation)]
    return [(name, words) for name, words in working if name != "search" or not situation.search_seen]
