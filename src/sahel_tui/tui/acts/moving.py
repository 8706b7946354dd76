"""Going up and down in the pane that has the keys."""

from typing import TYPE_CHECKING

from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

_SIDEWAYS = "left and right go between the figures of the infobox"


@command("j", "down", group="move")
def down(screen: "BrowseScreen") -> None:
    """Down: the next event, figure or line."""
    screen.panes.focused_pane.move(screen.times)


@command("k", "up", group="move")
def up(screen: "BrowseScreen") -> None:
    """Up: the previous event, figure or line."""
    screen.panes.focused_pane.move(-screen.times)


@command("pagedown", "ctrl+f", group="move")
def page_down(screen: "BrowseScreen") -> None:
    """One page down."""
    screen.panes.focused_pane.page(screen.times)


@command("pageup", group="move")
def page_up(screen: "BrowseScreen") -> None:
    """One page up."""
    screen.panes.focused_pane.page(-screen.times)


@command("ctrl+d", group="move")
def half_down(screen: "BrowseScreen") -> None:
    """Half a page down."""
    screen.panes.focused_pane.page(0.5 * screen.times)


@command("ctrl+u", group="move")
def half_up(screen: "BrowseScreen") -> None:
    """Half a page up."""
    screen.panes.focused_pane.page(-0.5 * screen.times)


@command("g", "home", group="move", jumps=True)
def first(screen: "BrowseScreen") -> None:
    """To the beginning, or to the event or line of the number typed."""
    if screen.count:
        screen.panes.focused_pane.go_to_line(screen.count - 1)
    else:
        screen.panes.focused_pane.move_to_end(last=False)


@command("G", "end", group="move", jumps=True)
def last(screen: "BrowseScreen") -> None:
    """To the end, or to the event or line of the number typed."""
    if screen.count:
        screen.panes.focused_pane.go_to_line(screen.count - 1)
    else:
        screen.panes.focused_pane.move_to_end(last=True)


@command("h", "left", group="move", panes=["infobox"], refusal=_SIDEWAYS)
def left(screen: "BrowseScreen") -> None:
    """To the figure on the left."""
    screen.panes.focused_pane.move_sideways(-screen.times)


@command("l", "right", group="move", panes=["infobox"], refusal=_SIDEWAYS)
def right(screen: "BrowseScreen") -> None:
    """To the figure on the right."""
    screen.panes.focused_pane.move_sideways(screen.times)


@command("f", group="move")
def letters(screen: "BrowseScreen") -> None:
    """Put a letter on each pane and each figure in sight; typed, it leads there."""
    screen.say("type the letter of a pane or figure · any other key forgets them")
    screen.ask_letter(screen.panes.list_targets())


@command("'", "ctrl+o", group="move")
async def came_from(screen: "BrowseScreen") -> None:
    """Back to where I was before the last jump or search, and from there here again."""
    await screen.trail.go_back()
