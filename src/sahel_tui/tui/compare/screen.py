"""The compare screen: who claims which figure, whether it can all be true, and the sentences that say so."""

import asyncio
import inspect
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.timer import Timer

from sahel_tui.dataclass import replace
from sahel_tui.library import EventNotFound, Library
from sahel_tui.model import Claim
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.present.compare_text import compare_lines
from sahel_tui.present.runs import Line
from sahel_tui.present.text import fit_end, fit_parts, visible
from sahel_tui.tui.carrying import copy_one, export_one, read_in_pager
from sahel_tui.tui.changes import ChangesScreen
from sahel_tui.tui.compare.canvas import Canvas
from sahel_tui.tui.compare.copies import list_copies
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.heights import LEAST_HEIGHT, LEAST_WIDTH, NARROW_WIDTH, margin
from sahel_tui.tui.compare.keys import NAME, key_line
from sahel_tui.tui.compare.loading import load_compared, load_documents_apart, load_explanations, load_table
from sahel_tui.tui.compare.moves import HELD, MOVES
from sahel_tui.tui.compare.noting import NotingScreen
from sahel_tui.tui.compare.refusals import find_refusals
from sahel_tui.tui.compare.table_part import Spot, choose_page, find_pages
from sahel_tui.tui.compare.text_part import find_place, list_claims_here
from sahel_tui.tui.compare.view import Frame, draw
from sahel_tui.tui.explanation import ExplanationScreen
from sahel_tui.tui.layout import TEXT_WIDTH
from sahel_tui.tui.letters import Letters, Target
from sahel_tui.tui.marks import list_verdict_marks
from sahel_tui.tui.page import PageItem, PageScreen, list_keys
from sahel_tui.tui.registry import SHARED, list_actions

_REST = 0.12
"""Seconds without a key after which the texts follow the cursor."""


class CompareScreen(NotingScreen):
    """One event, or two side by side; leaves with the claim to open in its article, or None.

    It begins at a row, as an index into the comparison of the first event, or at the figure of a claim.
    """

    AUTO_FOCUS = "Canvas"
    KEYED = NAME
    DEFAULT_CSS = "CompareScreen Canvas { width: 100%; height: 100%; }"

    def __init__(self, library: Library, event_ids: Sequence[str], *, at: int | Claim | None = None) -> None:
        super().__init__(library, event_ids)
        self._first = at
        self._frame = Frame(())
        self._resting: Timer | None = None
        self._said = ""
        self._apart = False
        self._plotting: bool | None = None
        self.searches = False
        """Whether it was left for a search."""

    def compose(self) -> ComposeResult:
        """One widget: everything is lines."""
        yield Canvas()

    # What is compared.

    async def on_mount(self) -> None:
        """Read what is to be compared; keys wait until it is there."""
        await self._load()
        if isinstance(self._first, Claim) and self._cursor:
            self._cursor.go_to_claim(self._first)
        elif isinstance(self._first, int):
            self._stand_on(self._first)
        self.settle()

    async def _load(self) -> None:
        try:
            self._cursor = Cursor(await asyncio.to_thread(self._read_table), open_key=self.say_key("open"))
        except EventNotFound:
            self._said = self.fill("this event is no longer in the library; {back} goes back")
        self._frame = Frame(())

    def _read_table(self) -> CompareTable:
        if self._apart:
            return self.with_notes(load_documents_apart(self._library, self._event_ids[0]))
        return self.with_notes(load_table(self._library, self._event_ids))

    def _stand_on(self, number: int) -> None:
        """Stand on the row that is `Comparison.rows[number]` of the first event."""
        numbers = [row.number for row in self._cursor.table.rows] if self._cursor else []
        if self._cursor and number in numbers:
            self._cursor.go_to_row(numbers.index(number))

    def _has_documents(self) -> bool:
        documents = self._cursor.table.documents if self._cursor else ()
        return len(self._event_ids) == 1 and len(documents) > 1

    # What is on the screen.

    def on_canvas_resized(self, message: Canvas.Resized) -> None:
        """Set everything anew for the room there is."""
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
        canvas = self.query_one(Canvas)
        width, height = canvas.size or self.app.size
        if width < LEAST_WIDTH or height < LEAST_HEIGHT:
            canvas.show((((fit_end(f"needs {LEAST_WIDTH}×{LEAST_HEIGHT}", width), ""),),))
            return
        old, room = self._frame, height - 1
        new = Frame(((),) * room)
        if self._cursor:
            keys = {"back_key": self.say_key("back"), "voices_key": self.say_key("next_voices")}
            new = draw(self._cursor, width, room, old.top, plotting=self._plotting, **keys)
        if not texts and (len(old.lines), old.follow) == (room, new.follow):
            new = replace(new, lines=(*new.lines[: new.follow], *old.lines[new.follow :]))
        self._frame = new
        canvas.show((*new.lines, self._draw_bottom(width)), new.row, new.cell)

    def _draw_bottom(self, width: int) -> Line:
        """What has been said, or the keys."""
        indent = margin(width)
        room = width - indent if width <= NARROW_WIDTH else width - 2 * indent
        said: Line = ((fit_parts(visible(self._said), room), ""),)
        line = said if self._said else key_line(self.keymap, self.refusals(), room)
        return ((" " * indent, ""), *line)

    def refusals(self) -> dict[str, str]:
        """The actions that can do nothing now, each with the reason."""
        found = find_refusals(self._cursor, self.app.size.width, several=self._has_documents())
        return {action: self.fill(reason) for action, reason in found.items()}

    # What the keys do.

    async def run_command(self, action: str) -> None:
        """Do an action, or say why it cannot be done."""
        # A held key does not wait for what may be refused to be found out.
        refusal = None if action in HELD else self.refusals().get(action)
        self.moved()
        if refusal:
            self.say(refusal)
        elif action in SHARED:
            self.say("")
            await self.run_shared(action)
        elif action in MOVES:
            self._move(action)
        else:
            done = getattr(self, f"action_{action}")()
            if inspect.isawaitable(done):
                await done

    def _say(self, words: str | None = None) -> None:
        """Put the key line back, or say one line in its place until the next key."""
        self._said = words or ""

    def say(self, words: str) -> None:
        """Say one line now."""
        self._say(words)
        self.settle()

    @property
    def standing(self) -> object:
        """The line and voice under the cursor, and how far the texts are scrolled."""
        return self._cursor and (self._cursor.stop, self._cursor.cell_voice, self._cursor.scroll)

    def _move(self, name: str) -> None:
        before, lines, scroll = self.standing, self._frame.lines, self._cursor.scroll if self._cursor else 0
        self._say(MOVES[name](self._cursor, self.count) if self._cursor else None)
        if name in HELD:
            self._follow()
        else:
            self.settle()
        if self._cursor and self._frame.lines == lines and name.startswith("texts"):
            self._cursor.scroll = scroll  # Nothing was left to scroll: the way back is no longer for it.
        self.say_end(name, before)

    def action_letters(self) -> None:
        """A letter on each figure in sight, and on each title that folds."""
        self.say(self.fill("type the letters of a figure · any other key forgets them"))
        self.ask_letter(tuple(self._make_target(spot) for spot in self._frame.spots))

    def _make_target(self, spot: Spot) -> Target:
        def go() -> None:
            if self._cursor:
                self._cursor.go_to(spot.stop, spot.voice)
                self.settle()

        return Target(("compare", spot.line, spot.start), go)

    def show_letters(self, letters: Letters) -> None:
        """Show what is still to be typed."""
        self.query_one(Canvas).show_letters(letters)
        if not letters.targets:
            self.say("")

    def action_next_voices(self) -> None:
        """The next page of voices."""
        self._say()
        if self._cursor:
            pages = find_pages(self._cursor, self.app.size.width)
            page = choose_page(self._cursor, pages) + self.times
            self._cursor.turn_to_page(page % len(pages), pages)
        self.settle()

    def action_next_place(self) -> None:
        """The next place of the texts that gives the figure under the cursor."""
        self._say()
        if self._cursor:
            self._cursor.next_place(self.times)
        self.settle()

    def action_plot(self) -> None:
        """Draw the figures of the row on a scale, over the texts where there is no room for both; or not."""
        self._say()
        self._plotting = not self._frame.plotted
        self.settle()

    async def action_documents_apart(self) -> None:
        """The documents of the event side by side, or together again."""
        self._say()
        self._apart = not self._apart
        await self._load()
        self.settle()

    async def action_copy(self) -> None:
        """The sentence, figure or citation under the cursor, or the table, to the terminal's clipboard."""
        copies = list_copies(self._cursor) if self._cursor else []
        await copy_one(self, copies, self.app.size.width - 2 * margin(self.app.size.width))

    async def action_export(self) -> None:
        """What is compared, to a file."""
        self._say()
        await export_one(self.app, lambda: load_compared(self._library, self._event_ids), self.say)

    def action_page(self) -> None:
        """What is compared, in the reader's pager."""
        if self._cursor:
            lines = compare_lines(self._cursor.table, min(TEXT_WIDTH, self.app.size.width))
            read_in_pager(self.app, "".join(f"{visible(line)}\n" for line in lines), self.say)

    async def action_explain(self) -> None:
        """Why the figure under the cursor is read as it is, the place that is shown first."""
        claims = list_claims_here(self._cursor) if self._cursor else ()
        self.say("")
        explained = await asyncio.to_thread(
            load_explanations, self._library, self._event_ids, claims, apart=self._apart
        )
        await self.app.push_screen(ExplanationScreen(explained))

    async def action_changes(self) -> None:
        """The documents of the event, and what changed from one capture of its page to the next."""
        self.say("")
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

    async def action_help(self) -> None:
        """The keys that do something now, and what the marks mean."""
        refused = self.refusals()
        actions = [listed for listed in list_actions()[NAME] if listed.action not in refused]
        items = (PageItem("Keys"), *list_keys(self.keymap, NAME, actions), PageItem("Marks"), *list_verdict_marks())
        await self.app.push_screen(PageScreen("Keys here", items))

    def action_search(self) -> None:
        """Leave for the search line."""
        self.searches = True
        self.dismiss(None)

    def action_back(self) -> None:
        """Leave without a claim."""
        self.dismiss(None)
