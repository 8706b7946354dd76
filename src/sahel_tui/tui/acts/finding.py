"""Choosing which events the list shows."""

from typing import TYPE_CHECKING

from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@command("/", group="find", jumps=True)
def search(screen: "BrowseScreen") -> None:
    """Search as you type: words, “phrases”, -word, place: actor: source: date: killed>=5 is:disputed is:noted note:."""
    screen.search.begin()


@command("s", group="find")
def sort(screen: "BrowseScreen") -> None:
    """Sort by the next order: newest, oldest, most disputed, most killed, title."""
    screen.ask(screen.events.question.with_next_order(), keep_event=False)
    _say_unseen(screen, screen.events.question.order.words)


@command("d", group="find")
def disputed_only(screen: "BrowseScreen") -> None:
    """List disputed events only, or all again."""
    screen.ask(screen.events.question.with_disputed_toggled(), keep_event=True)
    _say_unseen(screen, "disputed events only" if screen.events.question.disputed_only else "all events again")


def _say_unseen(screen: "BrowseScreen", words: str) -> None:
    """Say what became of the list where it is out of sight."""
    if "list" not in screen.panes.shown:
        screen.say(f"the list: {words}")
