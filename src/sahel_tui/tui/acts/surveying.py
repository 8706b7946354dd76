"""From the list to the screens over all events it shows, and back to them."""

from functools import partial
from typing import TYPE_CHECKING

from sahel_tui.dataclass import replace
from sahel_tui.model import Event
from sahel_tui.tui.acts.comparing import read_claim
from sahel_tui.tui.commands import command
from sahel_tui.tui.listing import ORDERS, Question
from sahel_tui.tui.trail import WayBack, find_place

if TYPE_CHECKING:
    from sahel_tui.present.periods import Period
    from sahel_tui.tui.browse import BrowseScreen
    from sahel_tui.tui.overview.disputes import DisputesScreen, RankedClaim
    from sahel_tui.tui.overview.timeline import ChosenPeriod


@command("D", group="find", jumps=True)
async def disputes(screen: "BrowseScreen") -> None:
    """Rank the disputed figures of the listed events, widest spread first."""
    await _rank_listed(screen)


async def _rank_listed(screen: "BrowseScreen") -> None:
    await _rank(screen, screen.events.question)


async def _rank(screen: "BrowseScreen", question: Question, line: int = 0) -> "DisputesScreen":
    """Open the ranking with the cursor on a line of it."""
    from sahel_tui.tui.overview.disputes import DisputesScreen

    async def leave(chosen: "RankedClaim | None") -> None:
        if chosen:
            await _read_ranked(screen, question, chosen)
        elif ranking.searches:
            screen.search.begin(partial(_rank_listed, screen))
            screen.offer_keys()

    ranking = DisputesScreen(screen.library, question, line)
    ranking.follow = screen.last_place.follow
    await screen.app.push_screen(ranking, leave)
    return ranking


async def _read_ranked(screen: "BrowseScreen", question: Question, chosen: "RankedClaim") -> None:
    """Open an event at the words of a claim, with the list's cursor on it where it is among the events read."""

    async def compare_again() -> None:
        ranking = await _rank(screen, question, chosen.line)
        await ranking.compare(chosen.event, chosen.claim)

    way = WayBack(find_place(screen), compare_again)
    index = screen.events.listing.find(chosen.event.id)
    if index is not None:
        screen.events.point(index)
    await read_claim(screen, (chosen.event.id,), chosen.claim)
    screen.trail.to_comparison = way


@command("t", group="find", jumps=True)
async def timeline(screen: "BrowseScreen") -> None:
    """Show when the listed events began and how many died, by month or year."""
    await _open_timeline(screen)


async def _open_timeline(screen: "BrowseScreen", period: "Period | None" = None) -> None:
    """Open the timeline, with the cursor on a period of it."""
    from sahel_tui.tui.overview.timeline import TimelineScreen

    async def leave(chosen: "ChosenPeriod | None") -> None:
        if chosen:
            way = WayBack(find_place(screen), partial(_open_timeline, screen, chosen.period))
            await _go_to_place(screen, chosen.place)
            screen.trail.lead_into_list(way)
            screen.offer_keys()
        elif overview.searches:
            screen.search.begin(partial(_open_timeline, screen))
            screen.offer_keys()

    overview = TimelineScreen(screen.library, screen.events.question, period, _find_period(screen.events.event))
    await screen.app.push_screen(overview, leave)


def _find_period(event: Event | None) -> "Period | None":
    """When an event began, as far as it is known."""
    from sahel_tui.present.periods import Period

    year, month = (event.date[:4], event.date[5:7]) if event else ("", "")
    return Period(int(year) if year else None, int(month) if month else None) if event else None


async def _go_to_place(screen: "BrowseScreen", place: int) -> None:
    """Put the list's cursor on a place in the order of dates, newest first unless it was oldest first."""
    question = screen.events.question
    if question.order.sort != "date":
        screen.ask(replace(question, order=ORDERS[0]), keep_event=False)
        screen.say("sorted newest first")
    screen.panes.go_to("list")
    await screen.events.settled()
    screen.events.point(place)
