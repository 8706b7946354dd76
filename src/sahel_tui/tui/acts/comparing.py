"""From the list to the compare screen."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from sahel_tui.model import Claim
from sahel_tui.tui.acts.reading import NO_EVENT, claims_here
from sahel_tui.tui.commands import command
from sahel_tui.tui.trail import WayBack, find_place

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

_MARKED = ("no event is marked", "one event is marked; mark another to compare them", "{compare} compares the two")


@command("c", group="compare", condition=lambda here: here.event, refusal=NO_EVENT, jumps=True)
async def compare(screen: "BrowseScreen") -> None:
    """Compare what each voice says: of this event, or of the two that are marked."""
    await screen.events.settled()
    marked = tuple(event.id for event in screen.events.marked)
    here = screen.events.event
    ids = marked if len(marked) == 2 else (here.id,) if here else ()
    if ids:
        await open_comparison(screen, ids, _claim_here(screen))


async def open_comparison(screen: "BrowseScreen", ids: Sequence[str], at: Claim | None) -> None:
    """Compare one event or two, beginning at the figure of a claim."""
    from sahel_tui.tui.compare.screen import CompareScreen

    async def leave(claim: Claim | None) -> None:
        screen.last_place.follow(None)
        if claim:
            way = WayBack(find_place(screen), partial(open_comparison, screen, ids, claim))
            await read_claim(screen, ids, claim)
            screen.trail.to_comparison = way
        elif comparison.searches:
            screen.search.begin()
            screen.offer_keys()

    comparison = CompareScreen(screen.library, ids, at=at)
    screen.last_place.follow(comparison)
    await screen.app.push_screen(comparison, leave)


async def read_claim(screen: "BrowseScreen", ids: Sequence[str], claim: Claim) -> None:
    """Open the article at a claim of one of these events."""
    from sahel_tui.tui.reading import find_owner

    if screen.reader.reading is None or claim not in screen.reader.reading.comparison.claims:
        owner = await asyncio.to_thread(find_owner, screen.library, claim, ids)
        screen.reader.open(owner, screen.events.listing.hits.terms)
        await screen.reader.settled()
    screen.show_evidence(claim)
    screen.offer_keys()


def _claim_here(screen: "BrowseScreen") -> Claim | None:
    """The best evidence of the figure that is shown reversed."""
    reading, claims = screen.reader.reading, claims_here(screen)
    return reading.comparison.claims[claims[0]] if reading and claims else None


@command("space", group="compare", condition=lambda here: here.event, refusal=NO_EVENT)
def mark(screen: "BrowseScreen") -> None:
    """Mark the event; two marked events are compared with each other."""
    screen.events.toggle_mark()
    screen.say(screen.fill(_MARKED[len(screen.events.marked)]))
