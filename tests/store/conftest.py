"""A small library made by hand: what is searched here does not depend on what claims are found in texts."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sahel_tui.model import Claim, Comparison, Count, Document, Event, Figure, Row
from sahel_tui.store.build import Kept, pack, write_library
from sahel_tui.store.connections import open_file
from sahel_tui.store.entries import Names
from sahel_tui.store.schema import ACTOR
from sahel_tui.store.swap import replace_library


def make_event(event: Event, text: str, names: Names | None = None) -> tuple[Event, Kept]:
    """An event of one document with one claim, and as many disputed rows as it says."""
    claim = Claim(f"{event.id:.12}", "text:lead", 0, 5, text[:5], "killed", Count(7, 7), "soldiers", "combatant1")
    figures = (Figure(None, "article", Count(7, 7), (0,)),)
    rows = tuple(
        Row("main", "combatant1", "soldiers", "killed", figures, "disputed", spread=float(number + 2))
        for number in range(event.disputed)
    )
    document = Document(f"{event.id:.12}", f"{event.id}.txt", event.title, text, "plain")
    comparison = Comparison((claim,), (), rows)
    return event, Kept(document, event, comparison, names or Names((event.place,)))


EVENTS = (
    make_event(
        Event("undated", "A market in Gao", "", "", "Gao", 1),
        "Nothing is known of the day. Traders spoke of shots at dusk.",
    ),
    make_event(
        Event("2019-konna", "Battle of Konna", "2019-01", "2019-01", "Konna", 1, 1, "disputed", 40, 200),
        "The general staff counted forty dead. Wagner men were not there; kidalois refugees were.",
        Names(("Konna",), ("Ansar Dine",), ("Ansar Dine", "Islamic Maghreb"), ("RFI",)),
    ),
    make_event(
        Event("2022-offensive", "Ménaka offensive", "2022-03-08", "", "Ménaka Region", 1, 0, "compatible", 5, 60),
        "A general spoke to his staff. Kidal was quiet meanwhile.",
        Names(("Ménaka Region",), ("ISSP",), ("ISSP", f"{ACTOR}issp"), ("AFP",)),
    ),
    make_event(
        Event("2023-kidal", "Third battle of Kidal", "2023-11-10", "2023-11-14", "Kidal", 1, 3, "disputed", 3, 50),
        "Mercenaries of Wagner entered the town, the general staff said.",
        Names(("Kidal",), ("Wagner Group", "CSP"), ("Wagner Group", "CSP", "JNIM"), ("Mali", "JNIM", "GSIM")),
    ),
    make_event(
        Event("2023-koumara", "Koumara ambush", "2023-12-30", "2024-01-02", "Koumara, Kidal road", 1, 0, "agree", 9, 9),
        "A convoy hit a mine. Witnesses of the fighting at Kidal were on board.",
    ),
)


ALIASES = {
    f"{ACTOR}issp": ("Islamic State – Sahel Province", "ISGS"),
    f"{ACTOR}nobody": ("Nobody's Army",),
}


@pytest.fixture(scope="session")
def library_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library of `EVENTS`."""
    documents = [pack(kept, seen=number) for number, (_, kept) in enumerate(EVENTS, 1)]
    path = tmp_path_factory.mktemp("store") / "small.sqlite"
    replace_library(path, lambda connection: write_library(connection, documents, (), {"made_by": "test"}, ALIASES))
    return path


@pytest.fixture
def connection(library_file: Path) -> Iterator[sqlite3.Connection]:
    """The library of `EVENTS`, open to read."""
    opened = open_file(library_file)
    yield opened
    opened.close()
