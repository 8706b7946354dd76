"""The JSON form of each word of the model; the names of the keys are a contract with other programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Comparison, Count, Document, Event, Figure, Row

if TYPE_CHECKING:
    from sahel_tui.present.periods import Period

Record = dict[str, Any]
PERIOD_KEYS = ("period", "year", "month", "events", "disputed", "counted", "killed_low", "killed_high", "open")


def event_record(event: Event) -> Record:
    """One event of the list."""
    return {
        "id": event.id,
        "title": event.title,
        "names": list(event.names),
        "date": event.date,
        "date_end": event.date_end,
        "place": event.place,
        "documents": event.documents,
        "disputed": event.disputed,
        "verdict": event.verdict,
        "killed_low": event.killed_low,
        "killed_high": event.killed_high,
    }


def document_record(document: Document) -> Record:
    """One document with its whole text; every offset of its claims counts characters of that text."""
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "address": document.address,
        "language": document.language,
        "format": document.format,
        "text": document.text,
    }


def claims_record(event: Event, document: Document, comparison: Comparison) -> Record:
    """One document's claims and its disputed rows."""
    return {
        "doc": document.name,
        "event": event.id,
        "title": document.title,
        "claims": [claim_record(claim) for claim in comparison.claims],
        "disagreements": [dispute_record(row) for row in comparison.disputed],
    }


def claim_record(claim: Claim) -> Record:
    """One claim; `text[start:end] == quote` in its document. `references` only where the document cites any."""
    cited = {"references": list(claim.references)} if claim.references else {}
    return {
        "where": claim.where,
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "category": claim.category,
        **count_record(claim.count),
        "victims": claim.victims,
        "side": claim.side,
        "source": claim.source,
        "incident": claim.incident,
        "flags": list(claim.flags),
        "rule": claim.rule,
        **cited,
    }


def count_record(count: Count) -> Record:
    """A quantity; `vague` is the word "null" when nothing vague was said."""
    return {"low": count.low, "high": count.high, "vague": count.vague or "null"}


def dispute_record(row: Row) -> Record:
    """A disputed row with only the figures that cannot all be true; `compare --json` has the others beside them."""
    return row_record(replace(row, figures=tuple(figure for figure in row.figures if figure.disputed)))


def row_record(row: Row) -> Record:
    """One row of a comparison; `claims` of a figure are indexes into the record's claims."""
    return {
        "incident": row.incident,
        "side": row.side,
        "victims": row.victims,
        "category": row.category,
        "figures": [figure_record(figure) for figure in row.figures],
        "verdict": row.verdict,
        "spread": row.spread,
        "reason": row.reason,
    }


def figure_record(figure: Figure) -> Record:
    """What one voice says now, and the claims it rests on, adds up and has replaced."""
    return {
        "source": figure.source,
        "voice": figure.voice,
        **count_record(figure.count),
        "disputed": figure.disputed,
        "labels": list(figure.labels),
        "claims": list(figure.claims),
        "parts": list(figure.parts),
        "earlier": list(figure.earlier),
    }


def comparison_record(event: Event, documents: Sequence[Document], comparison: Comparison) -> Record:
    """An event with every claim and row of its documents; a claim names its document by id."""
    return event_record(event) | {
        "documents": [{"id": document.id, "name": document.name} for document in documents],
        "sides": [{"id": side.id, "label": side.label} for side in comparison.sides],
        "claims": [{"document": claim.document, **claim_record(claim)} for claim in comparison.claims],
        "rows": [row_record(row) for row in comparison.rows],
    }


def period_record(period: "Period") -> Record:
    """A month or year; null is a year, a month or a sum of dead that is not known."""
    counted = bool(period.counted)
    killed = (period.killed_low if counted else None, period.killed_high if counted else None)
    dates = (period.label, period.year, period.month)
    values = (*dates, period.events, period.disputed, period.counted, *killed, period.open)
    return dict(zip(PERIOD_KEYS, values, strict=True))
