"""The sentences behind a disputed row, each once."""

from collections.abc import Iterator

from sahel_tui.present.compare_table import CellEntry, CompareRow, CompareTable
from sahel_tui.present.evidence import Evidence, find_evidence, keep_sentence


def row_sentences(row: CompareRow, table: CompareTable) -> Iterator[Evidence]:
    """The sentences of the row's disputed figures, voice after voice."""
    shown: set[tuple[str, tuple[int, int], str, tuple[tuple[int, int], ...]]] = set()
    entries = (entry for cell in row.cells for entry in cell if entry.kind != "echo" and entry.tag == "disputed")
    for evidence in (found for entry in entries for found in find_sentences(entry, table)):
        key = (evidence.document.id, evidence.sentence, evidence.voice, evidence.highlights)
        if key not in shown:
            yield evidence
        shown.add(key)


def find_sentences(entry: CellEntry, table: CompareTable) -> Iterator[Evidence]:
    """The first sentence that states a figure; of a sum, the first that states each part."""
    claims = [table.claims[index] for index in entry.claims]
    first_of_count = {claim.count: claim for claim in reversed(claims)}
    for claim in claims:
        if first_of_count[claim.count] is claim:
            evidence = find_evidence(claim, table.documents, claims)
            if evidence:
                yield keep_sentence(evidence)


def name_sentence(evidence: Evidence, table: CompareTable) -> str:
    """Who says it and where: `JNIM · Attacks · document 1`."""
    name = table.document_names[evidence.number - 1] if table.document_names else ""
    return " · ".join(dict.fromkeys(filter(None, (evidence.voice, evidence.section, name))))
