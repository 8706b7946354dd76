"""Taking words out of the program."""

from typing import TYPE_CHECKING

from sahel_tui.present.text import visible
from sahel_tui.tui.acts.reading import NO_EVENT
from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.browse import BrowseScreen


@command("y", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
def copy(screen: "BrowseScreen") -> None:
    """Copy the figure's sentence, or the paragraph at the top, to the clipboard of your terminal."""
    text = _text_to_copy(screen)
    if text:
        screen.app.copy_to_clipboard(text)
        screen.say(f"sent to the terminal, which may refuse it: {text}")
    else:
        screen.say("there is nothing to copy here")


def _text_to_copy(screen: "BrowseScreen") -> str:
    article, event = screen.reader.article, screen.events.event
    if screen.panes.focus_name == "list":
        return f"{event.date}  {visible(event.title)}" if event else ""
    if screen.panes.focus_name == "infobox":
        chosen = screen.reader.infobox.chosen
        return _sentence(screen, chosen[1].entry.claims[0]) if chosen else ""
    stop = article.current
    return _sentence(screen, stop.claim) if stop and stop.claim >= 0 else article.text_at_top()


def _sentence(screen: "BrowseScreen", claim: int) -> str:
    from sahel_tui.present.evidence import find_evidence

    reading = screen.reader.reading
    evidence = find_evidence(reading.comparison.claims[claim], reading.documents) if reading else None
    if evidence is None:
        return ""
    start, end = evidence.sentence
    return " ".join(visible(evidence.document.text[start:end]).split())


@command("o", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def address(screen: "BrowseScreen") -> None:
    """Show where the documents come from."""
    from sahel_tui.tui.page import PageScreen, address_lines

    await screen.settled()
    reading = screen.reader.reading
    if reading:
        await screen.app.push_screen(PageScreen("Where this comes from", address_lines(reading.documents)))
