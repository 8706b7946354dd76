"""Taking words out of the program."""

from typing import TYPE_CHECKING

from sahel_tui.present.text import visible
from sahel_tui.tui.acts.reading import NO_EVENT, claims_here
from sahel_tui.tui.commands import command
from sahel_tui.tui.layout import TEXT_WIDTH

if TYPE_CHECKING:
    from sahel_tui.present.copying import Copy
    from sahel_tui.tui.browse import BrowseScreen


@command("y", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def copy(screen: "BrowseScreen") -> None:
    """Copy the sentence, figure, citation or table here; yy the first of them, yp prints what was copied at the end."""
    from sahel_tui.tui.carrying import copy_one

    await copy_one(screen, _copies_here(screen), screen.panes.key_line.room)


def _copies_here(screen: "BrowseScreen") -> list["Copy"]:
    from sahel_tui.present.comparison import comparison_table
    from sahel_tui.present.copying import claim_copies, event_copies, paragraph_copies, table_copy

    reading, article = screen.reader.reading, screen.reader.article
    if reading is None:
        return []
    event, comparison, documents = reading.event, reading.comparison, reading.documents
    table = [table_copy(comparison_table(event, comparison, documents))] if comparison.rows else []
    claims = claims_here(screen)
    if claims:
        return [*claim_copies(event, comparison, documents, comparison.claims[claims[0]]), *table]
    if screen.panes.focus_name != "article":
        return [*event_copies(event), *table]
    return [*paragraph_copies(event, comparison, reading.document, article.block_at_top()), *table]


@command("|", "P", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
def page(screen: "BrowseScreen") -> None:
    """Read the event in your pager: figures, infobox and text."""
    from sahel_tui.present.show_text import show_lines
    from sahel_tui.tui.carrying import read_in_pager

    reading = screen.reader.reading
    if reading:
        width = min(TEXT_WIDTH, screen.app.size.width)
        lines = show_lines(reading.event, reading.documents, reading.comparison, width)
        read_in_pager(screen.app, "".join(f"{visible(line)}\n" for line in lines), screen.say)


@command("e", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def export(screen: "BrowseScreen") -> None:
    """Export the comparison as Markdown, CSV, JSON or a page for a browser."""
    from sahel_tui.present.compared import Compared
    from sahel_tui.tui.carrying import export_one

    reading = screen.reader.reading
    if reading:
        compared = Compared(reading.event, reading.comparison, reading.documents)
        await export_one(screen.app, lambda: [compared], screen.say, screen.panes.key_line.room)


@command("o", group="keep", condition=lambda here: here.event, refusal=NO_EVENT)
async def address(screen: "BrowseScreen") -> None:
    """Show where the documents come from."""
    from sahel_tui.tui.page import PageScreen, address_lines

    await screen.settled()
    reading = screen.reader.reading
    if reading:
        await screen.app.push_screen(PageScreen("Where this comes from", address_lines(reading.documents), "address"))
