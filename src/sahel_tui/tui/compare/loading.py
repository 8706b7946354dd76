"""The table of one event, of two side by side, or of one event's documents side by side."""

from collections.abc import Sequence

from sahel_tui.dataclass import replace
from sahel_tui.library import Library
from sahel_tui.model import Claim
from sahel_tui.present.compare_table import CompareTable
from sahel_tui.present.compared import Compared
from sahel_tui.present.comparison import comparison_table
from sahel_tui.present.explain import Explanation, explain_claims
from sahel_tui.present.own_notes import place_notes
from sahel_tui.present.side_by_side import side_by_side
from sahel_tui.present.text import visible


def load_table(library: Library, event_ids: Sequence[str]) -> CompareTable:
    """The table of the events; raises `EventNotFound`."""
    ids = tuple(dict.fromkeys(event_ids))
    tables = [_load_event(library, event_id) for event_id in ids]
    if len(tables) == 1:
        return tables[0]
    return side_by_side(tables, " | ".join(table.title for table in tables))


def _load_event(library: Library, event_id: str) -> CompareTable:
    return comparison_table(library.event(event_id), library.comparison(event_id), library.documents(event_id))


def load_compared(library: Library, event_ids: Sequence[str]) -> list[Compared]:
    """The events with all that is said about them, for an export; raises `EventNotFound`."""
    return [Compared(library.event(id), library.comparison(id), library.documents(id)) for id in event_ids]


def load_explanations(
    library: Library, event_ids: Sequence[str], claims: Sequence[Claim], *, apart: bool
) -> list[Explanation]:
    """Why `claims` are read as they are, their verdicts those of their event, or of their document if it is `apart`.

    Raises `EventNotFound`.
    """
    explained: list[Explanation] = []
    for event_id in event_ids:
        documents, comparison = library.documents(event_id), library.comparison(event_id)
        own = [claim for claim in claims if any(document.id == claim.document for document in documents)]
        if apart and own:
            comparison = library.document_comparison(own[0].document)
        notes = place_notes(library.marks.of(event_id), comparison)
        explained += explain_claims([comparison.claims.index(claim) for claim in own], comparison, documents, notes)
    return explained


def load_documents_apart(library: Library, event_id: str) -> CompareTable:
    """The documents of one event side by side, each compared for itself; raises `EventNotFound`."""
    event = library.event(event_id)
    tables, names = [], []
    for number, document in enumerate(library.documents(event_id), 1):
        table = comparison_table(event, library.document_comparison(document.id), (document,))
        names.append(f"document {number}")
        tables.append(replace(table, title=f"{names[-1]} · {visible(document.name)}"))
    whole = _load_event(library, event_id)
    return replace(side_by_side(tables, whole.title, names), subtitle=whole.subtitle, summary=whole.summary)
