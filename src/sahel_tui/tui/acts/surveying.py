"""From the list to the screens over all events it shows."""

from dataclasses import replace
from typing import TYPE_CHECKING

from sahel_tui.model import Claim, Event
from sahel_tui.tui.acts.comparing import read_claim
from sahel_tui.tui.commands import command
from sahel_tui.tui.listing import ORDERS

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@command("D", group="find", jumps=True)
async def disputes(screen: "BrowseScreen") -> None:
    """Rank the disputed figures of the listed events, widest spread first."""
    from sahel_tui.tui.overview.disputes import DisputesScreen

    async def leave(chosen: tuple[Event, Claim] | None) -> None:
        if chosen:
            await _read_claim(screen, *chosen)

    await screen.app.push_screen(DisputesScreen(screen.library, screen.events.question), leave)


async def _read_claim(screen: "BrowseScreen", event: Event, claim: Claim) -> None:
    """Open an event at the words of a claim, with the list's cursor on it where it is among the events read."""
    index = screen.events.listing.find(event.id)
    if index is not None:
        screen.events.point(index)
    await read_claim(screen, (event.id,), claim)


@command("t", group="find", jumps=True)
async def timeline(screen: "BrowseScreen") -> None:
    """Show when the listed events began and how many died, by month or year."""
    from sahel_tui.tui.overview.timeline import TimelineScreen

    async def leave(place: int | None) -> None:
        if place is not None:
            await _go_to_place(screen, place)

    await screen.app.push_screen(TimelineScreen(screen.library, screen.events.question), leave)


async def _go_to_place(screen: "BrowseScreen", place: int) -> None:
    """Put the list's cursor on a place in the order of dates, newest first unless it was oldest first."""
    question = screen.events.question
    if question.order.sort != "date":
        screen.ask(replace(question, order=ORDERS[0]), keep_event=False)
        screen.say("sorted newest first")
    screen.panes.go_to("list")
    await screen.events.settled()
    screen.events.point(place)
    screen.offer_keys()
