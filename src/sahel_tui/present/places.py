"""All places of the texts that give the figure of a cell."""

from collections.abc import Sequence

from sahel_tui.model import Claim
from sahel_tui.present.compare_table import Cell, CellEntry, CompareTable
from sahel_tui.present.evidence import Evidence, find_evidence
from sahel_tui.present.names import INFOBOX


def find_places(cell: Cell, table: CompareTable) -> tuple[Evidence, ...]:
    """The evidence behind a cell, each paragraph once: sentences before infobox lines, current figures before earlier.

    All claims of one entry that stand in the same paragraph are highlighted together (`12 = 5 + 7`).
    """
    return tuple(evidence for entry in cell for evidence in _find_entry_places(entry, table))


def _find_entry_places(entry: CellEntry, table: CompareTable) -> list[Evidence]:
    claims = [table.claims[index] for index in entry.claims]
    found: dict[tuple[str, int], Evidence] = {}
    for claim in sorted(claims, key=_is_infobox):
        evidence = find_evidence(claim, table.documents, claims)
        if evidence:
            found.setdefault((evidence.document.id, evidence.paragraph[0]), evidence)
    return list(found.values())


def _is_infobox(claim: Claim) -> bool:
    return claim.where.startswith(INFOBOX)


def say_place(evidence: Evidence, documents: Sequence[str]) -> str:
    """Where a figure stands: `Attacks · document 1`; `documents` are their names, empty ones are left out."""
    own = evidence.voice.startswith(evidence.section)
    return " · ".join(filter(None, ("" if own else evidence.section, documents[evidence.number - 1])))
