"""One small event, hand-built: two documents, three voices, every kind of figure."""

from dataclasses import dataclass

import pytest

from sahel_tui.documents import parse_document
from sahel_tui.model import CIVILIANS, Claim, Comparison, Count, Document, Event, Figure, Row, Side

PLAIN = """= Ambush near Tessi =

Infobox
- Conflict: Ambush near Tessi
- Place: Tessi, Mopti Region, Mali
- Partof: Mali War
- Date: January 10, 2023
- Result: Inconclusive
- Combatant1: Mali, Wagner Group
- Combatant2: Jama'at Nasr al-Islam wal Muslimin
- Strength1: 60 men
- Casualties1: 14 killed (per Mali), 5 Wagner men killed, 7 soldiers killed (per JNIM)
- Casualties2: 31 killed (per Mali), 5 killed (per JNIM)

A patrol was hit near Tessi.[1] The army first spoke of twelve soldiers killed.

== Fighting ==
The army said fourteen soldiers were dead.[2] It counted thirty-one militants killed. JNIM put its own dead at five.

=== Claims ===
- JNIM named seven soldiers dead and five Wagner men.

== Aftermath ==
RFI spoke of 89 to 98 villagers who fled, residents of at least 60.

== Sources ==
- [1] A newspaper, January 2023. https://example.org/one
- [2] A radio, January 2023. https://example.org/two
"""

SECOND = """= Ambush near Tessi =

Infobox
- Conflict: Ambush near Tessi
- Date: January 10, 2023
- Result: Withdrawal of the patrol
- Combatant1: Mali, Wagner Group
- Combatant2: Jama'at Nasr al-Islam wal Muslimin

Mali has said that fourteen soldiers fell.
"""


@dataclass(frozen=True)
class Sample:
    """An event with all that `present` needs of it."""

    event: Event
    comparison: Comparison
    documents: tuple[Document, ...]


def _claim(document: Document, quote: str, low: int | None, side: str, source: str | None, **more: object) -> Claim:
    start = document.text.index(quote)
    section = next((s.title for s in document.sections if s.start <= start < s.end), "")
    count = more.pop("count", Count(low, low))
    where = f"text:{section}" if section else "infobox:casualties1"
    category = more.pop("category", "killed")
    return Claim(document.id, where, start, start + len(quote), quote, category, count, "", side, source, **more)


@pytest.fixture(scope="session")
def sample() -> Sample:
    """Mali 14 (12 at first) against JNIM 12 = 5 + 7; Mali 31 against JNIM 5; ranges and an incident apart."""
    first, second = parse_document(PLAIN, "tessi.txt"), parse_document(SECOND, "tessi-2.txt")
    claims = (
        _claim(first, "14 killed", 14, "combatant1", "Mali"),
        _claim(first, "5 Wagner men killed", 5, "combatant1", "JNIM"),
        _claim(first, "7 soldiers killed", 7, "combatant1", "JNIM"),
        _claim(first, "31 killed", 31, "combatant2", "Mali"),
        _claim(first, "5 killed (per JNIM)", 5, "combatant2", "JNIM"),
        _claim(first, "twelve soldiers killed", 12, "combatant1", "Mali", flags=("superseded",)),
        _claim(first, "fourteen soldiers were dead", 14, "combatant1", "Mali"),
        _claim(first, "thirty-one militants killed", 31, "combatant2", "Mali"),
        _claim(first, "its own dead at five", 5, "combatant2", "JNIM"),
        _claim(first, "seven soldiers dead", 7, "combatant1", "JNIM"),
        _claim(first, "five Wagner men", 5, "combatant1", "JNIM"),
        _claim(first, "89 to 98 villagers who fled", None, CIVILIANS, "RFI", category="displaced", count=Count(89, 98)),
        _claim(first, "at least 60", None, CIVILIANS, "residents", category="displaced", count=Count(60, None)),
        _claim(second, "fourteen soldiers fell", 14, "combatant1", "Mali"),
    )
    rows = (
        Row(
            "main",
            "combatant1",
            "",
            "killed",
            (
                Figure("Mali", "Mali", Count(14, 14), (0, 6, 13), earlier=(5,), disputed=True),
                Figure("JNIM", "JNIM", Count(12, 12), (9, 10), parts=(2, 1), disputed=True),
            ),
            "disputed",
            1.2,
            "Mali's 14 and JNIM's 12 cannot both be true",
        ),
        Row(
            "main",
            "combatant2",
            "",
            "killed",
            (
                Figure("Mali", "Mali", Count(31, 31), (3, 7), disputed=True),
                Figure("JNIM", "JNIM", Count(5, 5), (4, 8), disputed=True),
            ),
            "disputed",
            6.2,
            "Mali's 31 and JNIM's 5 cannot both be true",
        ),
        Row(
            "market-raid",
            CIVILIANS,
            "",
            "displaced",
            (
                Figure("RFI", "RFI", Count(89, 98, hedge="range"), (11,)),
                Figure("residents", "residents", Count(60, None, hedge="at_least"), (12,)),
            ),
            "compatible",
        ),
    )
    sides = (Side("combatant1", "Mali, Wagner Group"), Side("combatant2", "Jama'at Nasr al-Islam wal Muslimin"))
    place = "Tessi, Mopti Region, Mali"
    event = Event("tessi", "Ambush near Tessi", "2023-01-10", "2023-01-10", place, 2, 2, "disputed")
    return Sample(event, Comparison(claims, (*sides, Side(CIVILIANS, "Civilians")), rows), (first, second))
