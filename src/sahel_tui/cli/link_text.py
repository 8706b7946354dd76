"""Why documents are of one event, as lines of text and as JSON."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sahel_tui.present.calendar import say_dates
from sahel_tui.present.records import Record, event_record
from sahel_tui.present.text_layout import wrap_text

if TYPE_CHECKING:
    from sahel_tui.library.linked import LinkedDocument, LinkReport
    from sahel_tui.linking.evidence import Evidence

_REASON = "    "
_WHY = {
    "first": "names the event",
    "reader": "linked by the reader with document {partner}",
    "title": "title and days as those of document {partner}",
    "evidence": "{points} points with document {partner}, {wanted} are needed: {reasons}",
    "others": "linked by other documents; with document {partner}: {reasons}",
}


def link_lines(report: "LinkReport", width: int) -> Iterator[str]:
    """The documents with what links each to one before it, then the events nearby with what keeps them apart."""
    event = report.event
    yield from wrap_text(f"{event.title} · {say_dates(event.date, event.date_end) or 'undated'}", width)
    for number, document in enumerate(report.documents, 1):
        yield ""
        title = "" if document.title == event.title else f" · {document.title}"
        yield from wrap_text(f"{number} · {document.name}{title}", width, "", _REASON)
        yield from wrap_text(_say_why(document), width, _REASON)
    if report.near:
        yield ""
        yield "nearby, but other events"
    for near in report.near:
        yield ""
        yield from wrap_text(f"{near.event.title} · {say_dates(near.event.date, near.event.date_end)}", width, "  ")
        yield from wrap_text(near.reason, width, _REASON)
        yield from wrap_text(_say_findings(near.evidence), width, _REASON)


def _say_why(document: "LinkedDocument") -> str:
    evidence = document.evidence
    return _WHY[document.why].format(
        partner=(document.partner or 0) + 1,
        points=evidence.points if evidence else "",
        wanted=evidence.wanted if evidence else "",
        reasons=_say_findings(evidence) if evidence else "",
    )


def _say_findings(evidence: "Evidence") -> str:
    """`the same day +3, Mali in both +1, other groups: JNIM, ISSP ≠`."""
    return " · ".join(
        f"{finding.reason} {'≠' if finding.points is None else f'{finding.points:+}'}" for finding in evidence.findings
    )


def link_record(report: "LinkReport") -> Record:
    """The report as JSON; `partner` is the place of a document among `documents`, from 0."""
    return event_record(report.event) | {
        "documents": [
            {
                "id": document.id,
                "name": document.name,
                "title": document.title,
                "why": document.why,
                "partner": document.partner,
                "evidence": _evidence_record(document.evidence) if document.evidence else None,
            }
            for document in report.documents
        ],
        "near": [
            {"id": near.event.id, "title": near.event.title, "reason": near.reason}
            | {"evidence": _evidence_record(near.evidence)}
            for near in report.near
        ],
    }


def _evidence_record(evidence: "Evidence") -> Record:
    return {
        "points": evidence.points,
        "wanted": evidence.wanted,
        "findings": [
            {"about": finding.about, "points": finding.points, "reason": finding.reason}
            for finding in evidence.findings
        ],
    }
