"""Putting down what one wants to find again."""

from functools import partial
from typing import TYPE_CHECKING

from sahel_tui.model import Claim, Event
from sahel_tui.tui.acts.reading import NO_EVENT, claims_here
from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.present.own_notes import OwnNote
    from sahel_tui.tui.browse import BrowseScreen


@command("a", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def annotate(screen: "BrowseScreen") -> None:
    """Note something on the event, or on the figure under the cursor; is:noted finds it."""
    reading = screen.reader.reading
    if reading is None:
        screen.say(NO_EVENT)
        return
    claims = claims_here(screen) if screen.panes.focus_name != "list" else ()
    notes = [note for note in reading.notes if (note.claim in claims if claims else not note.lead)]
    await edit_note(screen, reading.event, reading.comparison.claims[claims[0]] if claims else None, notes)


async def edit_note(screen: "BrowseScreen", event: Event, claim: Claim | None, notes: "list[OwnNote]") -> None:
    """Open the line for the one note there is, for the one of several that is chosen, or for a new one."""
    from sahel_tui.present.own_notes import say_about
    from sahel_tui.tui.choice import Choice, ChoiceScreen
    from sahel_tui.tui.note_line import NoteScreen

    async def edit(key: str | None) -> None:
        if key is not None:
            before = notes[int(key) - 1] if key != "n" else None
            keep = partial(screen.own.keep_note, event, claim, before)
            await screen.app.push_screen(NoteScreen(say_about(event, claim), before.text if before else "", keep))

    if len(notes) < 2:
        await edit("1" if notes else "n")
        return
    choices = [Choice(str(number), "note", note.text) for number, note in enumerate(notes[:9], 1)]
    await screen.app.push_screen(ChoiceScreen("Which note", [*choices, Choice("n", "new", "another one")], "a"), edit)


@command("b", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
def bookmark(screen: "BrowseScreen") -> None:
    """Bookmark the event, or take its bookmark away; is:bookmarked finds it."""
    event = screen.events.event
    if event:
        screen.say(screen.own.toggle_bookmark(event))


@command("u", group="keep")
def undo(screen: "BrowseScreen") -> None:
    """Take back the last note or bookmark."""
    screen.say(screen.own.undo())
