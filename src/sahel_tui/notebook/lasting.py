"""What the browser remembers from one start to the next: where the reader was in each library, and recent searches.

It is the program's memory, not the reader's work: whatever cannot be read or kept is left out, and nothing is said.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sahel_tui.dataclass import asdict, dataclass
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.user_folders import find_user_file

MOST_SEARCHES = 200
_MOST_LIBRARIES = 50
_MOST_LETTERS = 1_000
"""Of a search that is remembered."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader was."""

    event: EventAnchor
    pane: str = "list"
    document: str = ""
    """Id of the document that was open; empty when none was."""
    place: int = 0
    """The character of it at the top of the article."""
    disputed_row: int | None = None
    """The row of the event in the list of disputed events only; None where the list held all."""
    compared: tuple[str, int] | None = None
    """Document and first character of the figure under the cursor of the comparison; None where none was open."""
    compared_events: tuple[EventAnchor, ...] = ()
    """What the comparison was of; empty where it was of the event."""


def _read_anchor(kept: Any) -> EventAnchor:
    return EventAnchor(str(kept["id"]), str(kept["title"]), str(kept["date"]), tuple(kept["documents"]))


def open_lasting() -> "Lasting":
    """The memory in the user's state directory; it forgets at once for a user without a home."""
    return Lasting(find_user_file("state", "browser.json"))


class Lasting:
    """One small file, put in place whole; every change reads it anew, so that no browser undoes another's."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def position(self, library: str) -> Position | None:
        """Where the reader was last in the library at this place."""
        positions = self._read().get("positions")
        kept: Any = positions.get(library) if isinstance(positions, dict) else None
        try:
            row, compared = kept.get("disputed_row"), kept.get("compared")
            return Position(
                _read_anchor(kept["event"]),
                str(kept["pane"]),
                str(kept["document"]),
                int(kept["place"]),
                None if row is None else max(0, int(row)),
                None if compared is None else (str(compared[0]), int(compared[1])),
                tuple(_read_anchor(event) for event in kept.get("compared_events", ())),
            )
        except (TypeError, KeyError, ValueError, IndexError, AttributeError):
            return None

    def searches(self) -> tuple[str, ...]:
        """Recent searches, each once, the last one last."""
        kept = self._read().get("searches")
        return tuple(one for one in kept if isinstance(one, str)) if isinstance(kept, list) else ()

    def keep_position(self, library: str, position: Position) -> None:
        """Remember where the reader is now."""
        with self._changing() as kept:
            positions = kept.get("positions")
            positions = dict(positions) if isinstance(positions, dict) else {}
            positions.pop(library, None)
            positions[library] = asdict(position)
            kept["positions"] = dict(list(positions.items())[-_MOST_LIBRARIES:])

    def keep_search(self, text: str) -> None:
        """Remember a search as the last one."""
        text = " ".join(text.split())
        if not text or len(text) > _MOST_LETTERS:
            return
        with self._changing() as kept:
            earlier = kept.get("searches")
            earlier = [one for one in earlier if one != text] if isinstance(earlier, list) else []
            kept["searches"] = [*earlier, text][-MOST_SEARCHES:]

    def _read(self) -> dict[str, Any]:
        try:
            kept = json.loads(self._path.read_bytes()) if self._path else {}
        except (OSError, ValueError, RecursionError):
            return {}
        return kept if isinstance(kept, dict) else {}

    @contextmanager
    def _changing(self) -> Iterator[dict[str, Any]]:
        """What is kept, to be changed, and then written; without a lock or a place to write to it is forgotten."""
        if self._path is None:
            yield {}
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(self._path.with_suffix(".lock"), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError:
            yield {}
            return
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:  # Another browser is at it: what it keeps is as good.
            yield {}
        else:
            kept = self._read()
            yield kept
            self._write(kept)
        finally:
            os.close(handle)

    def _write(self, kept: dict[str, Any]) -> None:
        assert self._path is not None
        new = self._path.with_suffix(".new")
        with suppress(OSError):
            new.write_text(json.dumps(kept, ensure_ascii=True), encoding="utf-8")
            os.replace(new, self._path)
