"""Rows of data sets beside the bundled events: which are linked, and to which event.

`rows` were at hand while the rules were made, `unseen` were written when they were done. Each folder has a table of
each data set and `events.tsv`: the rows that are about a bundled event, and its title. All other rows are near misses:
another day, place or group, or a small incident beside a large one.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from sahel_tui.bundled import bundled_path
from sahel_tui.documents import Refusal, read_documents
from sahel_tui.library.entries import describe, keep_document
from sahel_tui.linking.evidence import Described
from sahel_tui.linking.grouping import group_documents
from sahel_tui.store.build import Packed

HERE = Path(__file__).parent


class Named(NamedTuple):
    """A document, and the event it is known to be about."""

    name: str
    event: str
    described: Described


class Score(NamedTuple):
    """How many pairs of documents are linked and should be."""

    right: int
    linked: int
    wanted: int

    @property
    def precision(self) -> float:
        return self.right / self.linked

    @property
    def recall(self) -> float:
        return self.right / self.wanted


def read_named(path: Path, events: dict[str, str], first: int) -> Iterator[Named]:
    for seen, document in enumerate(read_documents(path), first):
        assert not isinstance(document, Refusal), document
        kept = keep_document(document)
        assert isinstance(kept, Packed), kept
        described = describe(kept._replace(seen=seen))
        yield Named(document.name, events.get(document.name, document.name), described)


@pytest.fixture(scope="session")
def bundled() -> list[Named]:
    """The bundled documents, each about the event its file is named after."""
    named = read_named(bundled_path("events"), {}, 1)
    return [one._replace(event=one.name.split(".")[0]) for one in named]


def read_rows(folder: str, bundled: Sequence[Named]) -> list[Named]:
    titles = {one.described.event.title: one.event for one in bundled}
    lines = (HERE / folder / "events.tsv").read_text(encoding="utf-8").splitlines()
    events = {name: titles[title] for name, title in (line.split("\t") for line in lines)}
    return [
        one
        for number, table in enumerate(("ged.csv", "acled.csv"), 1)
        for one in read_named(HERE / folder / table, events, 1000 * number)
    ]


def score(named: Sequence[Named]) -> Score:
    """Pairs of one group against pairs of one event, among pairs with a row in them."""
    by_seen = {one.described.seen: one for one in named}
    groups = group_documents(one.described for one in named)
    linked = {pair for group in groups for pair in combinations(sorted(one.seen for one in group), 2)}
    wanted = {
        (one, other) for one, other in combinations(sorted(by_seen), 2) if by_seen[one].event == by_seen[other].event
    }
    with_row = {pair for pair in linked | wanted if pair[1] >= 1000}
    return Score(len(linked & wanted & with_row), len(linked & with_row), len(wanted & with_row))


@pytest.mark.parametrize(("folder", "rows"), [("rows", 50), ("unseen", 30)])
def test_rows_join_their_events(folder: str, rows: int, bundled: list[Named]) -> None:
    found = read_rows(folder, bundled)
    assert len(found) == rows
    result = score([*bundled, *found])
    print(folder, result, f"precision {result.precision:.3f}, recall {result.recall:.3f}")
    assert result.precision >= 0.98
    assert result.recall >= 0.85


def test_bundled_documents_of_one_event_stay_together_and_others_apart(bundled: list[Named]) -> None:
    groups = group_documents(one.described for one in bundled)
    by_seen = {one.described.seen: one.event for one in bundled}
    assert all(len({by_seen[one.seen] for one in group}) == 1 for group in groups)
    assert len(groups) == len(set(by_seen.values()))


def test_the_order_of_arrival_does_not_matter(bundled: list[Named]) -> None:
    described = [one.described for one in (*bundled, *read_rows("rows", bundled))]
    groups = {frozenset(one.seen for one in group) for group in group_documents(described)}
    again = {frozenset(one.seen for one in group) for group in group_documents(reversed(described))}
    assert groups == again
