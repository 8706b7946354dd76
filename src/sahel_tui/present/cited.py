"""The references a document cites for a claim, a line each."""

from sahel_tui.claims.citing import read_citation
from sahel_tui.model import Citation
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.evidence import Evidence
from sahel_tui.present.text import visible


def list_cited(evidence: Evidence) -> list[str]:
    """`[3] RFI · “14 soldats tués” · 12 January 2023 · https://…`, for each entry."""
    document = evidence.document
    entries = {entry.number: entry for entry in reversed(document.references)}
    found = ((number, entries.get(number)) for number in evidence.claim.references)
    return [f"[{number}] {say_citation(read_citation(document, entry))}" for number, entry in found if entry]


def say_citation(citation: Citation) -> str:
    """Publisher, title, date and address, as far as the entry says them."""
    title = f"“{citation.title}”" if citation.title else ""
    parts = (citation.publisher, title, say_dates(citation.date), citation.address)
    return " · ".join(" ".join(visible(part).split()) for part in parts if part)
