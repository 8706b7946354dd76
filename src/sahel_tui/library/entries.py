"""Documents with their claims, and the events they make up, as the library keeps them."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from sys import intern

from sahel_tui.claims.parties.sides import find_sides
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
    return keep_documents([document])[0]


def keep_documents(documents: Sequence[Document]) -> list[Made]:
    """What is made of each, all of them a step at a time: what a step needs then stays near the processor."""
    steps = [_take_steps(document) for document in documents]
    made: list[Made | None] = [None] * len(documents)
    while None in made:
        made = [found or _go_on(own, one) for found, own, one in zip(made, steps, documents, strict=True)]
    return [found for found in made if found]


def _go_on(steps: Iterator[Packed | None], document: Document) -> Made | None:
    try:
        return next(steps)
    except Exception as error:
        return _refuse(document.name, error)


def _take_steps(document: Document) -> Iterator[Packed | None]:
    """Nothing after each step but the last."""
    claims = read_claims(document)
    yield None
    comparison = compare_claims(claims, find_sides(document, claims))
    yield None
    low, high = find_killed(comparison)
    event = replace(
        describe_event(document),
        disputed=len(comparison.disputed),
        verdict=find_verdict(comparison.rows),
        killed_low=low,
        killed_high=high,
    )
    known = find_circumstances(document, event, claims)
    yield None
    names = find_names(event, document, claims)
    yield None
    yield pack(Kept(document, event, comparison, names, encode_circumstances(known), known.catalogue))


def _refuse(name: str, error: Exception) -> Refusal:
    reason = f"a rule of sahel-tui failed on it ({type(error).__name__}: {error})"
    return Refusal(name, name, None, reason, "please report this text")


def ignore_remark(path: str, line: int, message: str) -> None:
    """For those who read what was read before."""


def keep_all_of(batch: Sequence[Document | UnreadRow]) -> tuple[list[Made], list[Remark]]:
    """What is made of each document or row, and what looks odd in rows that were read."""
    remarks: list[Remark] = []
    read = [_read(one, lambda *remark: remarks.append(remark)) for one in batch]
    kept = iter(keep_documents([one for one in read if isinstance(one, Document)]))
    return [next(kept) if isinstance(one, Document) else one for one in read], remarks


def _read(one: Document | UnreadRow, on_remark: OnRemark) -> Document | Made:
    if isinstance(one, UnreadRow) and one.form == "ged":
        facts = read_facts(one, on_remark)
        return facts if isinstance(facts, Refusal) else _set_row(one, facts)
    return one.read(on_remark) if isinstance(one, UnreadRow) else one


def _set_row(unread: UnreadRow, facts: RowFacts) -> Document | Made:
    """From pieces that rows share where it is a common one, else a document as any other."""
    try:
        return set_row(facts) or write_row(unread, facts)
    except Exception as error:
        return _refuse(facts.name, error)


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
