"""Marks as JSON objects: the lines of a notebook, and what exports carry from one machine to another."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from sahel_tui.dataclass import asdict
from sahel_tui.model import CATEGORIES
from sahel_tui.notebook.marks import MARK_KINDS, ClaimAnchor, EventAnchor, Mark

VERSION = 1
KEY = "notebook"
"""The first key of each record: which version of this form it has."""
_LONGEST = 100_000
"""Characters of a note; a line of text has fewer."""
_LAST_YEAR = 9000


def mark_record(mark: Mark) -> dict[str, Any]:
    """A mark as it is written; what it does not have is left out."""
    record: dict[str, Any] = {KEY: VERSION, "id": mark.id, "kind": mark.kind, "at": mark.at}
    record["event"] = asdict(mark.event)
    if mark.claim:
        record["claim"] = asdict(mark.claim)
    if mark.text:
        record["text"] = mark.text
    return record | ({"removed": True} if mark.removed else {})


def parse_mark(record: object) -> Mark:
    """The mark of a record; raises ValueError that says what is wrong with it."""
    if not isinstance(record, Mapping) or record.get(KEY) != VERSION:
        raise ValueError("it is of a newer sahel-tui" if _is_newer(record) else "it is no note")
    claim = record.get("claim")
    kind = record.get("kind")
    if kind not in MARK_KINDS:
        raise ValueError("it is neither a bookmark nor a note")
    return Mark(
        _text(record, "id"),
        cast(Any, kind),
        _moment(_text(record, "at")),
        _parse_event(record.get("event")),
        None if claim is None else _parse_claim(claim),
        _text(record, "text", ""),
        record.get("removed") is True,
    )


def _is_newer(record: object) -> bool:
    version = record.get(KEY) if isinstance(record, Mapping) else None
    return isinstance(version, int) and version > VERSION


def _parse_event(event: object) -> EventAnchor:
    if not isinstance(event, Mapping):
        raise ValueError("it names no event")
    documents = event.get("documents", ())
    if not isinstance(documents, list | tuple) or not all(isinstance(one, str) for one in documents):
        raise ValueError("documents is no list of ids")
    return EventAnchor(_text(event, "id"), _text(event, "title"), _text(event, "date", ""), tuple(documents))


def _parse_claim(claim: object) -> ClaimAnchor:
    if not isinstance(claim, Mapping) or claim.get("category") not in CATEGORIES:
        raise ValueError("its claim has no known category")
    return ClaimAnchor(
        _text(claim, "document"),
        _text(claim, "where"),
        _number(claim, "start") or 0,
        _number(claim, "end") or 0,
        _text(claim, "quote"),
        claim["category"],
        _number(claim, "low"),
        _number(claim, "high"),
        _text(claim, "vague", "") or None,
        _text(claim, "source", "") or None,
    )


def _moment(text: str) -> str:
    """A moment in the one form in which later ones come later in the alphabet too."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or moment.year > _LAST_YEAR:
        raise ValueError("at is no moment of our time")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _text(record: Mapping[str, Any], key: str, missing: str | None = None) -> str:
    value = record.get(key)
    value = missing if value is None else value
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError(f"{key} is no text")
    return value


def _number(record: Mapping[str, Any], key: str) -> int | None:
    value = record.get(key)
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise ValueError(f"{key} is no number")
    return value
