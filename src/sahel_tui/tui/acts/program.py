"""Help, messages, and the ways out."""

from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@command("?", group="screen")
async def help(screen: "BrowseScreen") -> None:
    """Show the keys that work here and what the marks mean, under the lines of the very first start."""
    from sahel_tui.tui import WELCOME
    from sahel_tui.tui.marks import list_marks
    from sahel_tui.tui.page import PageItem, PageScreen, help_lines

    short = (PageItem("In short"), *(PageItem("", screen.fill(words)) for words in WELCOME))
    keys = help_lines(screen.keymap, screen.commands_here())
    await screen.app.push_screen(PageScreen("Keys and marks", (*short, *keys, PageItem("Marks"), *list_marks())))


@command(":", "ctrl+p", group="screen")
async def palette(screen: "BrowseScreen") -> None:
    """Find a command by its words."""
    await screen.app.run_action("palette")


@command("!", group="screen", condition=lambda here: here.messages > 0, refusal="there is nothing to report")
async def messages(screen: "BrowseScreen") -> None:
    """Show what the library has to say: notices, where imported documents went, what was not read and why."""
    from sahel_tui.tui.page import PageScreen, import_lines, message_lines

    screen.messages_seen = True
    screen.note_messages()
    lines = (*import_lines(screen.imports), *message_lines(screen.notices, screen.library.refusals))
    await screen.app.push_screen(PageScreen("About this library", lines, "messages"))


@command("I", group="screen")
async def bring_in(screen: "BrowseScreen") -> None:
    """Import a file or folder into the library; while an import runs, stop it."""
    from sahel_tui.tui.importing import ImportJob, ask_for_import

    def begin(path: Path | None) -> None:
        if path is not None:
            screen.job = ImportJob(screen.library, screen, path)
            screen.run_worker(screen.job.run(), group="import")

    if screen.job and screen.job.running:
        screen.job.stop()
    else:
        await screen.app.push_screen(ask_for_import(), begin)


@command("S", group="screen")
async def settings(screen: "BrowseScreen") -> None:
    """Settings: theme, colours, signs and more, seen at once and kept in config.toml."""
    await screen.app.run_action("settings")


@command("T", group="screen")
async def tour(screen: "BrowseScreen") -> None:
    """Tour: one dispute, step by step with the real keys; while it runs, end it."""
    await screen.app.run_action("tour")


@command("ctrl+l", group="screen")
async def repaint(screen: "BrowseScreen") -> None:
    """Draw the screen again."""
    await screen.app.run_action("repaint")


@command("ctrl+z", group="screen")
async def stop(screen: "BrowseScreen") -> None:
    """Stop, back to the shell; fg brings the browser back."""
    await screen.app.run_action("stop_job")


@command("q", group="screen")
async def back(screen: "BrowseScreen") -> None:
    """Back: out of the zoom, to the comparison or the list, out of the search, to all events; from there, quit."""
    if not (await screen.go_back() or _list_all(screen)):
        screen.app.exit()


@command("escape", group="screen")
async def escape(screen: "BrowseScreen") -> None:
    """Back, but never out of the program."""
    if not (await screen.go_back() or _list_all(screen)):
        screen.say(screen.fill("{back} quits"))


def _list_all(screen: "BrowseScreen") -> bool:
    """Out of the list of disputed events only; whether it was that."""
    narrowed = screen.events.question.disputed_only
    if narrowed:
        screen.ask(screen.events.question.with_disputed_toggled(), keep_event=True)
    return narrowed


@command("Q", "ctrl+c", group="screen")
def quit(screen: "BrowseScreen") -> None:
    """Quit."""
    screen.app.exit()
