"""A library in memory with hand-made events, for tests of the browser that must not hang on the rules for claims."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fake_marks import FakeMarks

from sahel_tui.dataclass import replace
from sahel_tui.documents import Refusal, parse_document
from sahel_tui.library import Hits, LibraryError, Month, Snippet, Sort
from sahel_tui.library.reports import Arrival, ImportProgress, ImportReport
from sahel_tui.model import Claim, Comparison, Count, Document, Event, Figure, Row, Side
from sahel_tui.present.hits import find_hits

TESSI = """= Ambush near Tessi =

Infobox
- Conflict: Ambush near Tessi
- Place: Tessi, Mopti Region, Mali
- Partof: Mali War
- Date: January 10, 2023
- Result: Inconclusive
- Combatant1: Mali, Wagner Group
- Combatant2: JNIM
- Casualties1: 14 killed (per Mali), 12 killed (per JNIM)
- Casualties2: 31 killed (per Mali), 5 killed (per JNIM)

A patrol ran into a roadside bomb near Tessi and was then shot at from a dry river bed. Nobody agrees on what followed.

== Fighting ==
The first lorry burned out. The army said a day later that fourteen soldiers were dead, and \
that it had counted thirty-one militants killed on the field.

=== The other side ===
JNIM named twelve soldiers dead. It put its own dead at five and showed two captured lorries in a video of Tessi.

== Aftermath ==
{more}

== Sources ==
- [1] A newspaper, January 2023. https://example.org/one
"""
_SENTENCE = "Herders from the villages around the market moved their animals north in the weeks that followed. "
SECOND = """# https://example.org/tessi-capture
= Ambush near Tessi =

Infobox
- Conflict: Ambush near Tessi
- Date: January 10, 2023
- Combatant1: Mali, Wagner Group
- Combatant2: JNIM

An early capture of the page. Mali has said that fourteen soldiers fell.
"""
OTHER = """= {title} =

Infobox
- Conflict: {title}
- Place: {place}, Mali
- Date: {date}
- Combatant1: Mali
- Combatant2: CSP-PSD

A short account of what happened at {place}. Nine soldiers were wounded there, and the road stayed closed.
"""
HOSTILE = "Raid on \x1b[31mred\x1b[0m [bold]Boulkessi[/bold] [/oops] \u202eevil\u202c"


_parse_once = cache(parse_document)
"""The documents of one library are those of the next: nothing changes a document."""
_KINDS = {"is:noted": "note", "is:bookmarked": "bookmark"}


COMPLAINT = "“colour:red” searched as words: no filter is called colour; there are place, actor, source, date, is, note"


@dataclass
class FakeLibrary:
    """The contract of `Library` over a few events; `gates` hold back the answer to a query until they are opened."""

    entries: dict[str, tuple[Event, tuple[Document, ...], Comparison]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    location: str = "in memory"
    gates: dict[str, threading.Event] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    interrupts: int = 0
    cut: set[str] = field(default_factory=set)
    """Queries that are cut short until all of their answer has been asked for."""

    def __post_init__(self) -> None:
        self.marks = FakeMarks(self)

    def search(
        self,
        query: str = "",
        *,
        sort: Sort = "date",
        ascending: bool = False,
        disputed_only: bool = False,
        start: int = 0,
        limit: int = 200,
        patient: str | None = None,
        titles_only: bool = False,
    ) -> Hits:
        """Events whose title or text begins a word with every word of `query`."""
        if titles_only and len(query) >= 3:
            return Hits(exact=False)
        asked = f"count {query}" if patient == "count" else query
        self.asked.append(asked)
        if asked in self.gates:
            self.gates[asked].wait(5)
        if query == "explode":
            raise RuntimeError("the disk is on fire")
        words = tuple(query.lower().split())
        found = [event for event, *_ in self.entries.values() if self._matches(event, words)]
        found = [event for event in found if event.disputed or not disputed_only]
        found.sort(key=lambda event: _sort_key(event, sort), reverse=not ascending)
        window = tuple(found[start : start + limit])
        snippets = {event.id: self._snippet(event, words) for event in window if words and not _in_title(event, words)}
        suggestion = None if found or not words else "tessi"
        complaints = (COMPLAINT,) if "colour:" in query else ()
        if asked in self.cut:
            return Hits(1, start, window[:1], {}, words, exact=False)
        return Hits(len(found), start, window, snippets, words, complaints, suggestion)

    def answer(self, query: str = "", **order: object) -> bool:
        """Find everything."""
        self.cut.discard(query)
        return True

    def _matches(self, event: Event, words: tuple[str, ...]) -> bool:
        kinds = {mark.kind for mark in self.marks.place().events.get(event.id, ())}
        if not {_KINDS[word] for word in words if word in _KINDS} <= kinds:
            return False
        words = tuple(word for word in words if word not in _KINDS)
        text = event.title + " " + " ".join(document.text for document in self.entries[event.id][1])
        return all(find_hits(text, [word]) for word in words)

    def _snippet(self, event: Event, words: tuple[str, ...]) -> Snippet:
        document = self.entries[event.id][1][0]
        start = find_hits(document.text, words)[0][0]
        text = document.text[start : start + 60].replace("\n", " ")
        return Snippet(document.id, start, text, find_hits(text, words))

    def event(self, event_id: str) -> Event:
        """One event."""
        return self.entries[event_id][0]

    def documents(self, event_id: str) -> tuple[Document, ...]:
        """Its documents."""
        return self.entries[event_id][1]

    def comparison(self, *event_ids: str) -> Comparison:
        """Its comparison; of several events the first one's."""
        return self.entries[event_ids[0]][2]

    def _disputes(self) -> list[tuple[Event, Row]]:
        rows = [(event, row) for event, _, comparison in self.entries.values() for row in comparison.disputed]
        return sorted(rows, key=lambda dispute: -(dispute[1].spread or 0))

    def disputes(self) -> Sequence[tuple[Event, Row]]:
        """All disputed rows."""
        return self._disputes()

    def rank_disputes(self, query: str = "") -> Sequence[int]:
        """Places among all disputed rows, those of events that match `query`."""
        words = tuple(query.lower().split())
        return [place for place, (event, _) in enumerate(self._disputes()) if self._matches(event, words)]

    def read_disputes(self, keys: Sequence[int]) -> tuple[tuple[Event, Row], ...]:
        """The disputed rows in these places."""
        return tuple(self._disputes()[key] for key in keys)

    def months(self, query: str = "", *, disputed_only: bool = False) -> tuple[Month, ...]:
        """The months of the events that match `query`."""
        if query in self.gates:
            self.gates[query].wait(5)
        words = tuple(query.lower().split())
        months: dict[str, list[Event]] = {}
        for event, *_ in self.entries.values():
            if self._matches(event, words) and (event.disputed or not disputed_only):
                months.setdefault(event.date[:7], []).append(event)
        return tuple(_count_month(month, events) for month, events in months.items())

    def import_paths(
        self, paths: Sequence[Path], *, format: str | None = None, on_progress: Callable[[ImportProgress], None]
    ) -> ImportReport:
        """One more event a path, once the gate `import` is open."""
        on_progress(ImportProgress("reading", 0, None, paths[0].name))
        if "import" in self.gates:
            self.gates["import"].wait(5)
        on_progress(ImportProgress("writing", 1, 1))
        if paths[0].name == "refused":
            raise LibraryError("another sahel-tui is writing the library")
        for path in paths:
            _add_plain(self, f"Clash at {path.stem}", path.stem, "2025-12-31")
        named = paths[0].name
        refused = (Refusal("bad.txt", f"{named}/bad.txt", None, "no text", "mend it"),)
        arrivals = (Arrival(named, f"Clash at {named}", "2025-12-31", False), Arrival(named, "Tessi", "2023", True))
        return ImportReport(len(paths), len(paths), 0, refused, new_events=1, joined=1, arrivals=arrivals)

    def interrupt(self) -> None:
        """Count how often a search was stopped."""
        self.interrupts += 1


def _count_month(month: str, events: Sequence[Event]) -> Month:
    low, high = sum(event.killed_low or 0 for event in events), sum(event.killed_high or 0 for event in events)
    counted = sum(event.killed_high is not None for event in events)
    disputed = sum(event.disputed > 0 for event in events)
    return Month(int(month[:4]), int(month[5:]), len(events), disputed, counted, low, high)


def _in_title(event: Event, words: tuple[str, ...]) -> bool:
    return all(find_hits(event.title, [word]) for word in words)


def _sort_key(event: Event, sort: Sort) -> tuple[object, ...]:
    keys: dict[Sort, tuple[object, ...]] = {
        "title": (event.title,),
        "disputed": (event.disputed, event.date),
        "killed": (event.killed_high or 0, event.date),
    }
    return keys.get(sort, (event.date,))


def make_library(extra: int = 30, *, paragraphs: int = 12) -> FakeLibrary:
    """A disputed event with two documents, an undisputed one, a hostile title, and `extra` plain ones."""
    library = FakeLibrary()
    _add_tessi(library, paragraphs)
    _add_plain(library, "Battle of Bérébo", "Bérébo", "2023-11-14", killed=9)
    _add_plain(library, HOSTILE, "Boulkessi", "2019-09-30")
    for number in range(extra):
        _add_plain(
            library, f"Clash at village {number}", f"village {number}", f"20{10 + number % 12}-03-{1 + number % 28:02}"
        )
    return library


def _add_plain(library: FakeLibrary, title: str, place: str, date: str, killed: int | None = None) -> None:
    document = _parse_once(OTHER.format(title=title, place=place, date=date), f"{place}.txt")
    claim = quote_claim(document, "Nine soldiers were wounded", Count(9, 9), "combatant1", None, category="wounded")
    row = Row("main", "combatant1", "", "wounded", (Figure(None, "article", claim.count, (0,)),), "single")
    comparison = Comparison((claim,), (Side("combatant1", "Mali"), Side("combatant2", "CSP-PSD")), (row,))
    event = Event(f"{date}-{place}", title, date, date, place, 1, killed_high=killed)
    library.entries[event.id] = (event, (document,), comparison)


def _add_tessi(library: FakeLibrary, paragraphs: int) -> None:
    more = "\n\n".join([_SENTENCE * 4] * paragraphs)
    first, second = _parse_once(TESSI.format(more=more), "tessi.txt"), _parse_once(SECOND, "tessi-2.txt")
    claims = (
        quote_claim(first, "14 killed", Count(14, 14), "combatant1", "Mali"),
        quote_claim(first, "12 killed", Count(12, 12), "combatant1", "JNIM"),
        quote_claim(first, "31 killed", Count(31, 31), "combatant2", "Mali"),
        quote_claim(first, "5 killed", Count(5, 5), "combatant2", "JNIM"),
        quote_claim(first, "fourteen soldiers were dead", Count(14, 14), "combatant1", "Mali"),
        quote_claim(first, "thirty-one militants killed", Count(31, 31), "combatant2", "Mali"),
        quote_claim(first, "twelve soldiers dead", Count(12, 12), "combatant1", "JNIM"),
        quote_claim(first, "its own dead at five", Count(5, 5), "combatant2", "JNIM"),
        quote_claim(first, "two captured lorries", Count(2, 2), "combatant1", "JNIM", category="vehicles_captured"),
        quote_claim(second, "fourteen soldiers fell", Count(14, 14), "combatant1", "Mali"),
    )
    rows = (
        _dispute("combatant1", ("Mali", 14, (4, 0, 9)), ("JNIM", 12, (6, 1)), 1.2),
        _dispute("combatant2", ("Mali", 31, (5, 2)), ("JNIM", 5, (7, 3)), 6.2),
        Row("main", "combatant1", "", "vehicles_captured", (Figure("JNIM", "JNIM", Count(2, 2), (8,)),), "single"),
    )
    comparison = Comparison(claims, (Side("combatant1", "Mali, Wagner Group"), Side("combatant2", "JNIM")), rows)
    event = Event("2023-01-10-tessi", "Ambush near Tessi", "2023-01-10", "2023-01-10", "Tessi", 2, 2, "disputed", 5, 31)
    library.entries[event.id] = (event, (first, second), comparison)


def _dispute(
    side: str, one: tuple[str, int, tuple[int, ...]], other: tuple[str, int, tuple[int, ...]], spread: float
) -> Row:
    figures = tuple(Figure(name, name, Count(n, n), claims, disputed=True) for name, n, claims in (one, other))
    reason = f"{one[0]}'s {one[1]} and {other[0]}'s {other[1]} cannot both be true"
    return Row("main", side, "", "killed", figures, "disputed", spread, reason)


def quote_claim(document: Document, quote: str, count: Count, side: str, source: str | None, **more: str) -> Claim:
    """A claim whose span is where `quote` first stands."""
    start = document.text.index(quote)
    in_field = any(field.start <= start < field.end for field in document.fields)
    category = more.get("category", "killed")
    where = "infobox:casualties1" if in_field else "text:Fighting"
    return replace(
        Claim(document.id, where, start, start + len(quote), quote, "killed", count, "", side, source),
        category=category,
    )
