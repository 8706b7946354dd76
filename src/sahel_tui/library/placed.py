"""The marks of a notebook beside the events of one version of a library."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass, field
from sahel_tui.store.anchored import Anchored, find_anchored
from sahel_tui.store.connections import Connections
from sahel_tui.store.folding import find_tokens

if TYPE_CHECKING:
    from sahel_tui.notebook.marks import Mark, MarkKind


@dataclass(frozen=True, slots=True)
class Placed:
    """All marks of a notebook among the events of one version of a library."""

    connections: Connections
    version: int
    """Of the notebook."""
    events: "Mapping[str, tuple[Mark, ...]]" = field(default_factory=dict)
    """By event id, in the order in which they were put down."""
    elsewhere: "tuple[Mark, ...]" = ()
    """Those of events that this library does not hold."""
    numbers: "Mapping[MarkKind, tuple[int, ...]]" = field(default_factory=dict)
    notes: tuple[tuple[int, tuple[str, ...]], ...] = ()
    """The words of each note, folded, with the number of its event."""
    found: Mapping[Anchored, tuple[int, str] | None] = field(default_factory=dict)
    """What was looked up, so that one more note is one more look."""

    def find_words(self, tokens: Sequence[str], *, exact: bool) -> tuple[int, ...]:
        """The numbers of the events with a note that holds all of these words; the last may go on unless `exact`."""
        *whole, last = tokens

        def holds(words: Sequence[str]) -> bool:
            ends = last in words if exact else any(word.startswith(last) for word in words)
            return ends and set(whole) <= set(words)

        return tuple(sorted({number for number, words in self.notes if holds(words)}))


def place_all(
    marks: "Sequence[Mark]",
    connections: Connections,
    connection: sqlite3.Connection,
    version: int,
    known: Mapping[Anchored, tuple[int, str] | None],
) -> Placed:
    """Look up those marks that are not known yet."""
    anchors = [Anchored(mark.event.id, mark.event.title, mark.event.documents) for mark in marks]
    new = [anchor for anchor in dict.fromkeys(anchors) if anchor not in known]
    places = {**known, **dict(zip(new, find_anchored(connection, new), strict=True))}
    found = [(mark, places[anchor]) for mark, anchor in zip(marks, anchors, strict=True)]
    events: dict[str, list[Mark]] = {}
    numbers: dict[MarkKind, dict[int, None]] = {}
    notes: list[tuple[int, tuple[str, ...]]] = []
    for mark, place in found:
        if place:
            number, slug = place
            events.setdefault(slug, []).append(mark)
            numbers.setdefault(mark.kind, {})[number] = None
            notes.append((number, find_tokens(mark.text)))
    return Placed(
        connections,
        version,
        {slug: tuple(own) for slug, own in events.items()},
        tuple(mark for mark, place in found if place is None),
        {kind: tuple(sorted(own)) for kind, own in numbers.items()},
        tuple(notes),
        places,
    )
