"""The events of documents that are not all in memory are those of all of them together."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from itertools import product

import pytest

from sahel_tui.library.entries import describe, make_entry
from sahel_tui.library.events import plan_events
from sahel_tui.linking.circumstances import Circumstances, encode_circumstances
from sahel_tui.linking.grouping import group_documents, name_events
from sahel_tui.linking.whereabouts import Whereabouts
from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.build import Kept, Packed, pack, write_library
from sahel_tui.store.entries import Entry
from sahel_tui.store.rows import EVENT_COLUMNS

TITLES = ("Attack on Gao", "Attack on Gao (2021)", "Raid", "Raid 2", "Clash (UCDP 7)")
SLUGS = ("attack-on-gao", "attack-on-gao", "raid", "raid-2", "raid-2-2")
DAYS = ("", "2021-05-02", "2021-05-03", "2021")
LISTS = ("UCDP", "UCDP", "UCDP", "ACLED", "")


def invent(number: int, lists: Sequence[str]) -> list[Packed]:
    """Documents with few titles, names, days and places, most of them rows of one list."""
    found = []
    for seen, (kind, day, catalogue) in enumerate(list(product(range(5), DAYS, lists))[:number], 1):
        slug = f"{day}-{SLUGS[(kind + seen) % 5]}".strip("-")
        title = f"{TITLES[kind]} at {seen % 7}" if seen % 3 else TITLES[kind]
        names = ("The raid of May",) if seen % 11 == 0 else ()
        event = Event(slug, title, day, day, "Gao", names=names)
        where = Whereabouts((f"spot{seen % 9}",), (), ("Mali",), (16.2 + seen % 5, 0.1))
        known = Circumstances(where, ("jnim",), ("mali",), (seen % 4, seen % 4), (3 + seen % 2,), (), catalogue)
        document = Document(f"{seen:012x}", f"{seen}.txt", title, "A text.", "plain" if seen % 2 else "html")
        kept = Kept(document, event, Comparison(), circumstances=encode_circumstances(known), catalogue=catalogue)
        found.append(pack(kept, seen=seen))
    return found


def list_events(connection: sqlite3.Connection) -> list[tuple[Event, list[int]]]:
    """Those of a library, each with its documents."""
    rows = connection.execute(
        f"SELECT {EVENT_COLUMNS}, (SELECT group_concat(document) FROM (SELECT document FROM member "
        "WHERE event = event.id ORDER BY place)) FROM event ORDER BY id"
    )
    return [(Event(*event[:6]), [int(seen) for seen in documents.split(",")]) for *event, documents in rows]


@pytest.mark.parametrize("lists", [LISTS, ("",) * 5, ("UCDP",) * 5], ids=["mixed", "texts", "rows"])
@pytest.mark.parametrize("number", [0, 1, 17, 60, 100])
def test_rows_of_the_longest_list_are_linked_as_all_others(number: int, lists: Sequence[str]) -> None:
    documents = invent(number, lists)
    pairs = ([(1, 9), (3, 40)], [(2, 4)])
    together, apart = ([pair for pair in some if pair[1] <= number] for some in pairs)
    groups = group_documents(map(describe, documents), together, apart)
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:

        def make_entries() -> Iterator[Entry]:
            for event, group in plan_events(connection, together, apart):
                yield make_entry(connection, event, group)

        write_library(connection, documents, make_entries(), {})
        found = list_events(connection)
    expected = zip(name_events(groups), groups, strict=True)
    assert found == [(event, [one.seen for one in group]) for event, group in expected]
    assert len({event.id for event, _ in found}) == len(found)
