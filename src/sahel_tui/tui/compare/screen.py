"""The compare screen: who claims which figure, whether it can all be true, and the sentences that say so."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.timer import Timer

from sahel_tui.library import EventNotFound, Library
from sahel_tui.model import Claim
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.present.compare_text import compare_lines
from sahel_tui.present.places import find_places
from sahel_tui.present.runs import Line
from sahel_tui.present.text import fit_end, visible
from sahel_tui.tui.carrying import copy_one, export_one, read_in_pager
from sahel_tui.tui.changes import ChangesScreen
from sahel_tui.tui.compare.canvas import Canvas
from sahel_tui.tui.compare.copies import list_copies
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import LEAST_HEIGHT, LEAST_WIDTH, NARROW_WIDTH, margin
from sahel_tui.tui.compare.keys import help_lines, key_line, make_bindings
from sahel_tui.tui.compare.loading import load_compared, load_documents_apart, load_explanations, load_table
from sahel_tui.tui.compare.moves import HELD, MOVES
from sahel_tui.tui.compare.table_part import choose_page, find_pages
from sahel_tui.tui.compare.text_part import find_place, list_claims_here
from sahel_tui.tui.compare.view import Frame, can_plot, draw
from sahel_tui.tui.explanation import ExplanationScreen
from sahel_tui.tui.layout import TEXT_WIDTH

_REST = 0.12
"""Seconds without a key after which the texts follow the cursor."""


class CompareScreen(Screen[Claim | None]):
    """One event, or two side by side; leaves with the claim to open in its article, or None."""

    AUTO_FOCUS = "Canvas"
    BINDINGS: ClassVar[list[BindingType]] = [*make_bindings()]
    DEFAULT_CSS = "CompareScreen Canvas { width: 100%; height: 100%; }"

    def __init__(self, library: Library, event_ids: Sequence[str], *, row: int | None = None) -> None:
        super().__init__()
        self._library = library
        self._event_ids = tuple(dict.fromkeys(event_ids))
        self._first_row = row
        self._cursor: Cursor | None = None
        self._frame = Frame(())
        self._resting: Timer | None = None
        self._said = ""
        self._helping = False
        self._apart = False
        self._plotting: bool | None = None

    def compose(self) -> ComposeResult:
        """One widget: everything is lines."""
        yield Canvas()

    # What is compared.

    async def on_mount(self) -> None:
        """Read what is to be compared; keys wait until it is there."""
        await self._load()
        if self._first_row is not None:
            self._stand_on(self._first_row)
        self.settle()

    async def _load(self) -> None:
        try:
            self._cursor = Cursor(await asyncio.to_thread(self._read_table))
        except EventNotFound:
            self._said = "this event is no longer in the library; q goes back"
        self._frame = Frame(())

    def _read_table(self) -> CompareTable:
        if self._apart:
            return load_documents_apart(self._library, self._event_ids[0])
        return load_table(self._library, self._event_ids)

    def _stand_on(self, number: int) -> None:
        """Stand on the row that is `Comparison.rows[number]` of the first event."""
        numbers = [row.number for row in self._cursor.table.rows] if self._cursor else []
        if self._cursor and number in numbers:
            self._cursor.go_to_row(numbers.index(number))

    def _has_documents(self) -> bool:
        documents = self._cursor.table.documents if self._cursor else ()
        return len(self._event_ids) == 1 and len(documents) > 1

    # What is on the screen.

    def on_resize(self, event: events.Resize) -> None:
        """Set everything anew for the size there is."""
        self.settle()

    def settle(self) -> None:
        """Show everything as it is now, the texts too."""
        if self._resting:
            self._resting.stop()
            self._resting = None
        self._show()

    def _follow(self) -> None:
        """Show a move: everything at once, but only the table while a key is held."""
        held = self._resting is not None
        if self._resting:
            self._resting.stop()
        self._show(texts=not held)
        self._resting = self.set_timer(_REST, self.settle)

    def _show(self, *, texts: bool = True) -> None:
        width, height = self.app.size
        canvas = self.query_one(Canvas)
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            canvas.show((((fit_end(f"needs {LEAST_WIDTH}×{LEAST_HEIGHT}", width), ""),),))
            return
        bottom = self._draw_bottom(width, height)
        old, room = self._frame, height - len(bottom)
        new = draw(self._cursor, width, room, old.top, plotting=self._plotting) if self._cursor else Frame(((),) * room)
        if not texts and (len(old.lines), old.follow) == (room, new.follow):
            new = replace(new, lines=(*new.lines[: new.follow], *old.lines[new.follow :]))
        self._frame = new
        canvas.show((*new.lines, *bottom), new.row, new.cell)

    def _draw_bottom(self, width: int, height: int) -> tuple[Line, ...]:
        indent = margin(width)
        room = width - 2 * indent
        if self._helping:
            lines = help_lines(room)[: height - 3]
        elif self._said:
            lines = (((fit_end(visible(self._said), room), ""),),)
        else:
            lines = (key_line(self._find_actions(width), room),)
        return tuple(((" " * indent, ""), *line) for line in lines)

    def _find_actions(self, width: int) -> list[str]:
        """The actions that can do something now."""
        cursor = self._cursor
        if cursor is None or not cursor.table.rows:
            return ["help", "back"]
        possible = {
            "next_dispute": any(row.verdict == "disputed" for row in cursor.table.rows),
            "next_place": len(find_places(cursor.cell, cursor.table)) > 1,
            "next_voices": width > NARROW_WIDTH and len(find_pages(cursor, width)) > 1,
            "documents_apart": self._has_documents(),
            "changes": self._has_documents(),
            "plot": can_plot(cursor, width),
        }
        return [
            "help",
            "back",
            "open",
            "explain",
            "copy",
            "export",
            *(action for action, now in possible.items() if now),
        ]

    # What the keys do.

    def _say(self, words: str | None = None) -> None:
        """Put the key line back, or say one line in its place until the next key."""
        self._said, self._helping = words or "", False

    def action_move(self, name: str) -> None:
        """One of the moves by name."""
        self._say(MOVES[name](self._cursor) if self._cursor else None)
        if name in HELD:
            self._follow()
        else:
            self.settle()

    def action_next_voices(self) -> None:
        """The next page of voices."""
        self._say(self._turn_page(self._cursor) if self._cursor else None)
        self.settle()

    def _turn_page(self, cursor: Cursor) -> str | None:
        width = self.app.size.width
        pages = find_pages(cursor, width)
        if width <= NARROW_WIDTH or len(pages) < 2:
            return "h and l go through the voices" if len(cursor.speaking) > 2 else "all voices are shown"
        cursor.turn_to_page((choose_page(cursor, pages) + 1) % len(pages), pages)
        return None

    def action_next_place(self) -> None:
        """The next place of the texts that gives the figure under the cursor."""
        several = self._cursor is not None and len(find_places(self._cursor.cell, self._cursor.table)) > 1
        self._say(None if several else "this figure stands in one place only")
        if self._cursor and several:
            self._cursor.next_place()
        self.settle()

    def action_plot(self) -> None:
        """Draw the figures of the row on a scale, over the texts where there is no room for both; or not."""
        possible = self._cursor is not None and can_plot(self._cursor, self.app.size.width)
        self._say(None if possible else "the figures of this row do not differ, so there is nothing to draw")
        if possible:
            self._plotting = not self._frame.plotted
        self.settle()

    async def action_documents_apart(self) -> None:
        """The documents of the event side by side, or together again."""
        self._say(None if self._has_documents() else "there is one document")
        if self._has_documents():
            self._apart = not self._apart
            await self._load()
        self.settle()

    async def action_copy(self) -> None:
        """The sentence, figure or citation under the cursor, or the table, to the terminal's clipboard."""
        copies = list_copies(self._cursor) if self._cursor else []
        await copy_one(self.app, copies, self._say_now)

    async def action_export(self) -> None:
        """What is compared, to a file."""
        self._say()
        await export_one(self.app, lambda: load_compared(self._library, self._event_ids), self._say_now)

    def action_page(self) -> None:
        """What is compared, in the reader's pager."""
        if self._cursor:
            lines = compare_lines(self._cursor.table, min(TEXT_WIDTH, self.app.size.width))
            read_in_pager(self.app, "".join(f"{visible(line)}\n" for line in lines), self._say_now)

    def _say_now(self, words: str) -> None:
        self._say(words)
        self.settle()

    async def action_explain(self) -> None:
        """Why the figure under the cursor is read as it is, the place that is shown first."""
        claims = list_claims_here(self._cursor) if self._cursor else ()
        self._say(None if claims else "no figure is under the cursor: j and k go to the rows")
        self.settle()
        if claims:
            explained = await asyncio.to_thread(
                load_explanations, self._library, self._event_ids, claims, apart=self._apart
            )
            await self.app.push_screen(ExplanationScreen(explained))

    async def action_changes(self) -> None:
        """The documents of the event, and what changed from one capture of its page to the next."""
        self._say(None if self._has_documents() else "there is one document")
        self.settle()
        if self._has_documents():
            event = self._event_ids[0]
            documents = await asyncio.to_thread(self._library.documents, event)
            comparison = await asyncio.to_thread(self._library.comparison, event)
            await self.app.push_screen(ChangesScreen(documents, comparison))

    def action_open(self) -> None:
        """Leave with the claim under the cursor; on a title, fold or unfold."""
        place = find_place(self._cursor, self._cursor.cell_voice) if self._cursor else None
        if place:
            self.dismiss(place.claim)
            return
        if self._cursor:
            self._cursor.toggle_group()
        self._say()
        self.settle()

    def action_help(self) -> None:
        """All keys and marks at the bottom, or the key line again."""
        self._said, self._helping = "", not self._helping
        self.settle()

    def action_back(self) -> None:
        """Fold the help away; else leave without a claim."""
        if self._helping:
            self.action_help()
        else:
            self.dismiss(None)

    def action_quit(self) -> None:
        """Leave the program."""
        self.app.exit()
