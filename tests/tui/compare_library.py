"""Events made for the compare screen: two documents, many voices, another incident, and nothing to compare."""

from fake_library import FakeLibrary, make_library, quote_claim

from sahel_tui.compare.labels import add_labels
from sahel_tui.dataclass import replace
from sahel_tui.documents import parse_document
from sahel_tui.model import CIVILIANS, Comparison, Count, Event, Figure, Row, Side

SPOKESMEN = ("CSP-PSD (Mohamed Ramadane)", "CSP-PSD (Moulay Ag Mola)")
VOICES = ("Mali", *SPOKESMEN, "RFI", "AFP", "residents", "local officials")
_DIOULA = """= Raid on Dioula =

Infobox
- Conflict: Raid on Dioula
- Combatant1: Mali
- Combatant2: CSP-PSD

{sentences}

== Market ==
A week earlier 3 traders killed at the market had been counted by RFI. AFP had counted 4 traders killed.
"""
EMPTY = """= Quiet day =

Infobox
- Conflict: Quiet day

Nothing happened.
"""


class CompareLibrary(FakeLibrary):
    """A library that can compare one document alone."""

    def document_comparison(self, document_id: str) -> Comparison:
        """The claims of one document, each row with the figures that rest on it."""
        for _, documents, comparison in self.entries.values():
            if any(document.id == document_id for document in documents):
                return _hold_to_document(comparison, document_id)
        raise KeyError(document_id)


def _hold_to_document(comparison: Comparison, document_id: str) -> Comparison:
    kept = {n for n, claim in enumerate(comparison.claims) if claim.document == document_id}
    rows = []
    for row in comparison.rows:
        figures = tuple(
            replace(figure, claims=own)
            for figure in row.figures
            if (own := tuple(index for index in figure.claims if index in kept))
        )
        if figures:
            rows.append(replace(row, figures=figures))
    return replace(comparison, rows=tuple(rows))


def make_compare_library() -> CompareLibrary:
    """The browser's library with two more events: `dioula` (seven voices) and `quiet` (no figure)."""
    library = CompareLibrary(make_library(extra=0).entries)
    counts = (70, 98, 81, 85, 90, 88, 86)
    sentences = "\n\n".join(f"{voice} said {count} soldiers died." for voice, count in zip(VOICES, counts, strict=True))
    document = parse_document(_DIOULA.format(sentences=sentences), "dioula.txt")
    claims = [
        quote_claim(document, f"{count} soldiers died", Count(count, count), "combatant1", voice)
        for voice, count in zip(VOICES, counts, strict=True)
    ]
    traders = [
        replace(
            quote_claim(document, f"{count} traders killed", Count(count, count), CIVILIANS, voice),
            incident="market-week-before",
        )
        for voice, count in (("RFI", 3), ("AFP", 4))
    ]
    killed = tuple(
        Figure(voice, voice, claim.count, (number,), disputed=True)
        for number, (voice, claim) in enumerate(zip(VOICES, claims, strict=True))
    )
    market = tuple(
        Figure(claim.source, claim.source or "", claim.count, (7 + number,), disputed=True)
        for number, claim in enumerate(traders)
    )
    reason = "Mali's 70 and Mohamed Ramadane's 98 cannot both be true"
    rows = (
        Row("main", "combatant1", "", "killed", killed, "disputed", 1.4, reason),
        Row("market-week-before", CIVILIANS, "", "killed", market, "disputed", 1.3, "RFI's 3 and AFP's 4 differ"),
    )
    sides = (Side("combatant1", "Mali"), Side("combatant2", "CSP-PSD"), Side(CIVILIANS, "Civilians"))
    event = Event("dioula", "Raid on Dioula", "2023-09-28", "2023-09-28", "Dioula", 1, 2, "disputed")
    library.entries["dioula"] = (event, (document,), Comparison((*claims, *traders), sides, rows))
    quiet = parse_document(EMPTY, "quiet.txt")
    library.entries["quiet"] = (Event("quiet", "Quiet day", "2023-05-01", documents=1), (quiet,), Comparison())
    for key, (known, documents, comparison) in library.entries.items():
        library.entries[key] = (known, documents, _label_rows(comparison))
    return library


def _label_rows(comparison: Comparison) -> Comparison:
    rows = tuple(add_labels(row, comparison.claims, comparison.sides) for row in comparison.rows)
    return replace(comparison, rows=rows)
