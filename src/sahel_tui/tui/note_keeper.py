"""Putting bookmarks and notes down and taking them back; each answers what to say of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import App

from sahel_tui.library import Library, LibraryError
from sahel_tui.model import Claim, Event
from sahel_tui.present.text import fit, visible

if TYPE_CHECKING:
    from sahel_tui.notebook.marks import Mark
    from sahel_tui.present.own_notes import OwnNote
    from sahel_tui.tui.keyed import KeyedScreen

Changed = Callable[[], None]
_MOST_OF_NOTE = 24
"""Cells of a note that was taken back: which event it was of must be seen too."""


class NoteKeeper:
    """The reader's notebook as a screen writes in it; `changed` is called after every change."""

    def __init__(self, library: Library, changed: Changed) -> None:
        self._library = library
        self._changed = changed

    def toggle_bookmark(self, event: Event) -> str:
        """Bookmark an event, or take its bookmark away."""
        from sahel_tui.notebook.pages import NotebookError

        try:
            marked = self._library.marks.toggle_bookmark(event)
        except (NotebookError, LibraryError) as error:
            return str(error)
        self._changed()
        return "bookmarked · is:bookmarked finds it" if marked else "bookmark taken away"

    def undo(self) -> str:
        """Take back the last change made by this program."""
        from sahel_tui.notebook.pages import NotebookError

        try:
            mark = self._library.marks.notebook.undo()
        except NotebookError as error:
            return str(error)
        self._changed()
        return _say_undone(mark) if mark else "there is no note or bookmark to take back"

    async def edit(self, app: App[Any], event: Event, claim: Claim | None, notes: "Sequence[OwnNote]") -> None:
        """Open the line for the one note there is, for the one of several that is chosen, or for a new one."""
        from sahel_tui.present.own_notes import say_about
        from sahel_tui.tui.choice import Choice, ChoiceScreen
        from sahel_tui.tui.note_line import NoteScreen

        async def edit(key: str | None) -> None:
            if key is not None:
                before = notes[int(key) - 1] if key != "n" else None
                keep = partial(self._keep, event, claim, before)
                line = NoteScreen(say_about(event, claim), before.text if before else "", keep)
                await app.push_screen(line, partial(_say_kept, app))

        if len(notes) < 2:
            await edit("1" if notes else "n")
            return
        choices = [Choice(str(number), "note", note.text) for number, note in enumerate(notes[:9], 1)]
        await app.push_screen(ChoiceScreen("Which note", [*choices, Choice("n", "new", "another one")], "a"), edit)

    def _keep(self, event: Event, claim: Claim | None, before: "OwnNote | None", text: str) -> str:
        """Write a note anew, change it, or take it away when nothing is left of it; what went wrong, or empty."""
        from sahel_tui.notebook.pages import NotebookError

        marks = self._library.marks
        try:
            if before is None and text:
                marks.note(event, text, claim)
            elif before and text:
                marks.notebook.change(before.mark, text)
            elif before:
                marks.notebook.remove(before.mark)
        except (NotebookError, LibraryError) as error:
            return str(error)
        self._changed()
        return ""


def _say_kept(app: App[Any], text: str | None) -> None:
    """Say on the screen below how a note is found again; nothing where none was changed."""
    screen = cast("KeyedScreen[Any]", app.screen)
    if text:
        word = max(visible(text).split(), key=len).strip(".,;:!?()\"'“”").lower() or "word"
        screen.say(f"noted · note:{word} finds it · is:noted all")
    elif text is not None:
        screen.say(screen.fill("the note is gone · {undo} brings it back"))


def _say_undone(mark: "Mark") -> str:
    what = "bookmark" if mark.kind == "bookmark" else f"note “{fit(visible(mark.text), _MOST_OF_NOTE)}”"
    return f"{what} {'taken back' if mark.removed else 'is as it was'} · {mark.event.title}"
