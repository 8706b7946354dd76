"""Documents with their claims, and the events they make up, as the library keeps them."""

import sqlite3
from collections.abc import Callable, Sequence
from sys import intern

from sahel_tui.claims.sides import find_sides
from sahel_tui.compare import compare_claims
from sahel_tui.dataclass import replace
from sahel_tui.documents import Refusal, UnreadRow
from sahel_tui.documents.data_sets.ged import write_row
from sahel_tui.documents.data_sets.ged_facts import RowFacts, read_facts
from sahel_tui.documents.event import describe_event
from sahel_tui.library.marks_of_events import find_killed, find_verdict
from sahel_tui.library.names import find_names, join_names
from sahel_tui.library.row_claims import read_claims
from sahel_tui.library.typeset.setting import set_row
from sahel_tui.linking.circumstances import decode_circumstances, encode_circumstances, find_circumstances
from sahel_tui.linking.evidence import Described
from sahel_tui.linking.sides import align_sides
from sahel_tui.model import Comparison, Document, Event
from sahel_tui.store.build import Kept, Packed, pack
from sahel_tui.store.coding import load
from sahel_tui.store.entries import Entry, read_own_comparison
from sahel_tui.store.originals import Original, Sketch, read_names

Remark = tuple[str, int, str]
"""A path, a line, and what looks odd there though it was read."""
Made = Packed | Refusal
OnRemark = Callable[[str, int, str], None]


def keep_document(document: Document) -> Packed | Refusal:
    """A document with its event and claims, ready to be stored; a refusal when a rule of this program fails on it."""
    try:
        claims = read_claims(document)
        comparison = compare_claims(claims, find_sides(document, claims))
        event = describe_event(document)
        low, high = find_killed(comparison)
        event = replace(
            event,
            disputed=len(comparison.disputed),
            verdict=find_verdict(comparison.rows),
            killed_low=low,
            killed_high=high,
        )
        known, names = find_circumstances(document, event, claims), find_names(event, document, claims)
        return pack(Kept(document, event, comparison, names, encode_circumstances(known), known.catalogue))
    except Exception as error:
        return _refuse(document.name, error)


def _refuse(name: str, error: Exception) -> Refusal:
    reason = f"a rule of sahel-tui failed on it ({type(error).__name__}: {error})"
    return Refusal(name, name, None, reason, "please report this text")


def ignore_remark(path: str, line: int, message: str) -> None:
    """For those who read what was read before."""


def keep_all_of(batch: Sequence[Document | UnreadRow]) -> tuple[list[Made], list[Remark]]:
    """What is made of each document or row, and what looks odd in rows that were read."""
    remarks: list[Remark] = []
    return [_keep(one, lambda *remark: remarks.append(remark)) for one in batch], remarks


def _keep(one: Document | UnreadRow, on_remark: OnRemark) -> Made:
    if isinstance(one, UnreadRow) and one.form == "ged":
        facts = read_facts(one, on_remark)
        return facts if isinstance(facts, Refusal) else _keep_row(one, facts)
    found = one.read(on_remark) if isinstance(one, UnreadRow) else one
    return found if isinstance(found, Refusal) else keep_document(found)


def _keep_row(unread: UnreadRow, facts: RowFacts) -> Made:
    """From pieces that rows share where it is a common one, else as any document."""
    try:
        made = set_row(facts)
    except Exception as error:
        return _refuse(facts.name, error)
    if made is None:
        document = write_row(unread, facts)
        return document if isinstance(document, Refusal) else keep_document(document)
    return made


def keep_bare(original: Original) -> Packed:
    """A text that no rule of this program can read: kept whole, without claims, until one can."""
    document = Document(original.key, original.name, original.name, original.text, "plain", address=original.address)
    return pack(Kept(document, Event(original.key, original.name, ""), Comparison()))


def describe(document: Packed | Sketch) -> Described:
    """What grouping needs to know of a document."""
    told = document.slug, document.title, intern(document.date), intern(document.date_end), intern(document.place)
    marks = document.disputed, document.verdict, document.killed_low, document.killed_high
    event = Event(*told, 0, *marks, tuple(load(document.titles)) if document.titles else ())
    circumstances = decode_circumstances(document.circumstances, document.words)
    return Described(document.seen, event, document.format == "plain", circumstances)


def make_entry(connection: sqlite3.Connection, event: Event, group: Sequence[Described]) -> Entry:
    """An event of documents that are written, with its mark and its numbers of dead."""
    documents = tuple(one.seen for one in group)
    if len(group) > 1:
        return _join(connection, event, documents)
    own = group[0].event
    told = event.id, event.title, event.date, event.date_end, event.place, event.documents
    return Entry(Event(*told, own.disputed, own.verdict, own.killed_low, own.killed_high), documents)


def _join(connection: sqlite3.Connection, event: Event, documents: tuple[int, ...]) -> Entry:
    comparison = compare_together([read_own_comparison(connection, seen) for seen in documents])
    low, high = find_killed(comparison)
    event = replace(
        event,
        disputed=len(comparison.disputed),
        verdict=find_verdict(comparison.rows),
        killed_low=low,
        killed_high=high,
    )
    names = join_names(event.place, [read_names(connection, seen) for seen in documents])
    return Entry(event, documents, names, comparison)


def compare_together(comparisons: Sequence[Comparison]) -> Comparison:
    """One comparison of the claims of several, in their order; sides with the same actors are one."""
    if len(comparisons) == 1:
        return comparisons[0]
    return compare_claims(*align_sides(comparisons))
