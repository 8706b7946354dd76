"""What cannot be done in the compare screen now, and why."""

from sahel_tui.present.places import find_places
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import NARROW_WIDTH
from sahel_tui.tui.compare.keys import KEYS
from sahel_tui.tui.compare.table_part import find_pages
from sahel_tui.tui.compare.text_part import list_claims_here
from sahel_tui.tui.compare.view import can_plot

_WITHOUT_ROWS = ("search", "help", "back")


def find_refusals(cursor: Cursor | None, width: int, *, several: bool) -> dict[str, str]:
    """The actions that can do nothing, each with the reason, keys in braces; `several` documents are compared."""
    if cursor is None or not cursor.table.rows:
        return {key.action: "there is nothing to compare" for key in KEYS if key.action not in _WITHOUT_ROWS}
    disputed = any(row.verdict == "disputed" for row in cursor.table.rows)
    places = find_places(cursor.cell, cursor.table)
    reasons = {
        **dict.fromkeys(("next_dispute", "previous_dispute"), "" if disputed else "no figure is disputed here"),
        **dict.fromkeys(("documents_apart", "changes"), "" if several else "there is one document"),
        "next_place": "" if len(places) > 1 else "this figure stands in one place only",
        "next_voices": _refuse_voices(cursor, width),
        "plot": "" if can_plot(cursor, width) else "the figures of this row do not differ, so there is nothing to draw",
        "explain": "" if list_claims_here(cursor) else "no figure here: {down} {up} go to the rows",
    }
    return {action: reason for action, reason in reasons.items() if reason}


def _refuse_voices(cursor: Cursor, width: int) -> str:
    if width > NARROW_WIDTH and len(find_pages(cursor, width)) > 1:
        return ""
    return "{left} and {right} go through the voices" if len(cursor.speaking) > 2 else "all voices are shown"
