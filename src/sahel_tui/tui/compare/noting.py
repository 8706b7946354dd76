"""Notes on what is compared: on the figure under the cursor, or on its event."""

from collections.abc import Callable, Sequence

from sahel_tui.library import Library
from sahel_tui.model import Claim
from sahel_tui.present.compare_notes import with_notes
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.tui.compare.cursor import Cursor
from sahel_tui.tui.compare.text_part import list_claims_here
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.note_keeper import NoteKeeper
from sahel_tui.tui.reading import find_owner


class NotingScreen(KeyedScreen[Claim | None]):
    """What the compare screen is without comparing: events, a cursor, and what the reader notes on them."""

    def __init__(self, library: Library, event_ids: Sequence[str]) -> None:
        super().__init__()
        self._library = library
        self._event_ids = tuple(dict.fromkeys(event_ids))
        self._cursor: Cursor | None = None
        self._keeper = NoteKeeper(library, self._show_notes)
        self.moved: Callable[[], object] = lambda: None
        """Called after every key."""

    @property
    def event_ids(self) -> tuple[str, ...]:
        """What is compared."""
        return self._event_ids

    @property
    def claim_here(self) -> Claim | None:
        """The claim under the cursor; None where there is no figure."""
        return next(iter(list_claims_here(self._cursor)), None) if self._cursor else None

    def settle(self) -> None:
        """Show everything as it is now."""

    def with_notes(self, table: CompareTable) -> CompareTable:
        """The table with what the reader has noted about its events."""
        return with_notes(table, [mark for event_id in self._event_ids for mark in self._library.marks.of(event_id)])

    def _show_notes(self) -> None:
        if self._cursor:
            self._cursor.table = self.with_notes(self._cursor.table)
        self.settle()

    async def action_annotate(self) -> None:
        """A note on the figure under the cursor; where there is none, on the (first) event."""
        if self._cursor is None:
            return
        claims, table = list_claims_here(self._cursor), self._cursor.table
        owner = find_owner(self._library, claims[0], self._event_ids) if claims else None
        here = {table.claims.index(claim) for claim in claims}
        notes = [note for note in table.own if (note.claim in here if claims else not note.lead)]
        event = owner or self._library.event(self._event_ids[0])
        await self._keeper.edit(self.app, event, claims[0] if claims else None, notes)

    def action_bookmark(self) -> None:
        """A bookmark on the (first) event, or none."""
        self.say(self._keeper.toggle_bookmark(self._library.event(self._event_ids[0])))

    def action_undo(self) -> None:
        """The last note or bookmark taken back."""
        self.say(self._keeper.undo())
