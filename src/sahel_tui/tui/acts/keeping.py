"""Putting down what one wants to find again."""

from typing import TYPE_CHECKING

from sahel_tui.tui.acts.reading import NO_EVENT, claims_here
from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@command("a", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def annotate(screen: "BrowseScreen") -> None:
    """Note something on the figure that is shown reversed, or else on the event; is:noted and note:word find it."""
    reading = screen.reader.reading
    if reading is None:
        screen.say(NO_EVENT)
        return
    claims = claims_here(screen)
    notes = [note for note in reading.notes if (note.claim in claims if claims else not note.lead)]
    claim = reading.comparison.claims[claims[0]] if claims else None
    await screen.own.keeper.edit(screen.app, reading.event, claim, notes)


@command("b", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
def bookmark(screen: "BrowseScreen") -> None:
    """Bookmark the event, or take its bookmark away; is:bookmarked finds it."""
    event = screen.events.event
    if event:
        screen.say(screen.own.keeper.toggle_bookmark(event))


@command("u", group="keep")
def undo(screen: "BrowseScreen") -> None:
    """Take back the last note or bookmark."""
    screen.say(screen.own.keeper.undo())
