"""From the list to the compare screen."""

from typing import TYPE_CHECKING

from sahel_tui.tui.acts.reading import NO_EVENT
from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

_MARKED = ("no event is marked", "one event is marked; mark another to compare them", "c compares the two")


@command("c", group="compare", condition=lambda here: here.event, refusal=NO_EVENT)
async def compare(screen: "BrowseScreen") -> None:
    """Compare what each voice says: of this event, or of the two that are marked."""
    from sahel_tui.tui.compare import CompareScreen

    await screen.events.settled()
    marked = tuple(event.id for event in screen.events.marked)
    here = screen.events.event
    ids = marked if len(marked) == 2 else (here.id,) if here else ()
    if ids:
        await screen.app.push_screen(CompareScreen(screen.library, ids, row=_row_here(screen)), screen.leave_compare)


def _row_here(screen: "BrowseScreen") -> int | None:
    """The row of the figure under the infobox's cursor, as an index into the event's comparison."""
    chosen = screen.reader.infobox.chosen if screen.panes.focus_name == "infobox" else None
    return chosen[1].entry.row if chosen else None


@command("space", group="compare", condition=lambda here: here.event, refusal=NO_EVENT)
def mark(screen: "BrowseScreen") -> None:
    """Mark the event; two marked events are compared with each other."""
    screen.events.toggle_mark()
    screen.say(_MARKED[len(screen.events.marked)])
