"""The marks of a library in memory, for tests of the browser."""

from typing import TYPE_CHECKING

from sahel_tui.library.marked import Marks
from sahel_tui.library.placed import Placed
from sahel_tui.notebook.marks import EventAnchor, Mark
from sahel_tui.notebook.notebook import Notebook

if TYPE_CHECKING:
    from fake_library import FakeLibrary


class FakeMarks(Marks):
    """A notebook in memory; a mark is about the event whose id it holds."""

    def __init__(self, library: "FakeLibrary") -> None:
        super().__init__(lambda: (_ for _ in ()).throw(AssertionError("there is no file to read")))
        self._library = library
        self._notebook = Notebook(None)
        self._notebook.notice = ""
        self.known = Placed(None, -1)

    def place(self) -> Placed:
        """All marks by event, the same until they change."""
        version = self.notebook.refresh()
        if version != self.known.version:
            events: dict[str, tuple[Mark, ...]] = {}
            for mark in self.notebook.marks():
                events[mark.event.id] = (*events.get(mark.event.id, ()), mark)
            self.known = Placed(None, version, events)
        return self.known

    def find(self, anchor: EventAnchor) -> tuple[int, str] | None:
        """The row of the event with this id in the list of all."""
        ids = [event.id for event in self._library.search(limit=10_000).events]
        return (ids.index(anchor.id), anchor.id) if anchor.id in ids else None

    def _list_documents(self, event_id: str) -> tuple[str, ...]:
        return tuple(document.id for document in self._library.documents(event_id))
