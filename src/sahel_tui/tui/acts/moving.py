"""Going up and down in the pane that has the keys."""

from typing import TYPE_CHECKING

from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen

_SIDEWAYS = "left and right go between the figures of the infobox"


@command("j", "down", group="move")
def down(screen: "BrowseScreen") -> None:
    """Down: the next event, figure or line."""
    screen.panes.focused_pane.move(1)


@command("k", "up", group="move")
def up(screen: "BrowseScreen") -> None:
    """Up: the previous event, figure or line."""
    screen.panes.focused_pane.move(-1)


@command("pagedown", "ctrl+f", group="move")
def page_down(screen: "BrowseScreen") -> None:
    """One page down."""
    screen.panes.focused_pane.page(1)


@command("pageup", group="move")
def page_up(screen: "BrowseScreen") -> None:
    """One page up."""
    screen.panes.focused_pane.page(-1)


@command("ctrl+d", group="move")
def half_down(screen: "BrowseScreen") -> None:
    """Half a page down."""
    screen.panes.focused_pane.page(0.5)


@command("ctrl+u", group="move")
def half_up(screen: "BrowseScreen") -> None:
    """Half a page up."""
    screen.panes.focused_pane.page(-0.5)


@command("g", "home", group="move")
def first(screen: "BrowseScreen") -> None:
    """To the beginning."""
    screen.panes.focused_pane.move_to_end(last=False)


@command("G", "end", group="move")
def last(screen: "BrowseScreen") -> None:
    """To the end."""
    screen.panes.focused_pane.move_to_end(last=True)


@command("h", "left", group="move", panes=["infobox"], refusal=_SIDEWAYS)
def left(screen: "BrowseScreen") -> None:
    """To the figure on the left."""
    screen.panes.focused_pane.move_sideways(-1)


@command("l", "right", group="move", panes=["infobox"], refusal=_SIDEWAYS)
def right(screen: "BrowseScreen") -> None:
    """To the figure on the right."""
    screen.panes.focused_pane.move_sideways(1)
