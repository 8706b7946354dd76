"""One who reads a library again and again, in a process of its own."""

import os
from multiprocessing.connection import Connection
from pathlib import Path

from sahel_tui.store.answers import find_ids
from sahel_tui.store.connections import Connections
from sahel_tui.store.lookup import read_meta
from sahel_tui.store.page import Page
from sahel_tui.store.search import search_events


def read_until_told(path: Path, hear: "Connection[str, str]", told: "Connection[str, str]") -> None:
    """Open the library and search it until something comes on `told`; `hear` gets a word after the first time.

    Every answer must be of one version: as many events as that version says it holds, in its order.
    """
    os.nice(19)  # Whoever writes is not kept waiting by fifty who read.
    read_once(path)
    hear.send("reading")
    while not told.poll():
        read_once(path)


def read_once(path: Path) -> None:
    """Open the library and ask for all events in three ways."""
    connections = Connections(path)
    for query in ("", "event", "about"):
        with connections.reading() as connection:
            events = int(read_meta(connection)["events"])
            ids = find_ids(connection, query, Page(), disputed_only=False)
            hits = search_events(connection, query, Page(limit=events), known=ids)
            assert [event.id for event in hits.events] == sorted(f"event-{n}" for n in range(events)), hits
    connections.close()
