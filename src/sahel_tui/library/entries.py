"""Documents with their claims, and the events they make up, as the library keeps them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sahel_tui.claims import extract_claims
from sahel_tui.claims.sides import find_sides
from sahel_tui.compare import compare_claims
from sahel_tui.documents import Refusal
from sahel_tui.documents.event import describe_event
from sahel_tui.library.grouping import Described, group_documents, name_events
from sahel_tui.library.names import find_names
from sahel_tui.model import MAIN_INCIDENT, Comparison, Document, Event, Side, Verdict
from sahel_tui.store.build import Entry, Kept, Origin

_STRONGEST: tuple[Verdict, ...] = ("disputed", "compatible", "agree", "partial", "revised", "definitional")


def keep_document(document: Document, origin: Origin, seen: int) -> Kept | Refusal:
    """A document with its event and claims; a refusal when a rule of this program fails on it."""
    try:
        claims = extract_claims(document)
        comparison = compare_claims(claims, find_sides(document, claims))
        return Kept(document, describe_event(document), comparison, origin, seen)
    except Exception as error:
        reason = f"a rule of sahel-tui failed on it ({type(error).__name__}: {error})"
        return Refusal(document.name, document.name, None, reason, "please report this text")


def describe(kept: Kept) -> Described:
    """What grouping needs to know of a document."""
    return Described(kept.seen, kept.document.id, kept.described, kept.document.format == "plain")


def make_entries(described: Iterable[Described], read: Callable[[str], Kept]) -> Iterator[Entry]:
    """The events of all documents in the order of their dates; `read` gives a document by its id."""
    groups = group_documents(described)
    for event, group in zip(name_events(groups), groups, strict=True):
        yield make_entry(event, tuple(read(one.document) for one in group))


def make_entry(event: Event, documents: tuple[Kept, ...]) -> Entry:
    """One event of all its documents, with its mark and its numbers of dead."""
    comparison = compare_together([kept.comparison for kept in documents])
    low, high = find_killed(comparison)
    event = replace(
        event,
        disputed=len(comparison.disputed),
        verdict=find_verdict(comparison),
        killed_low=low,
        killed_high=high,
    )
    names = find_names(event, [kept.document for kept in documents], comparison.claims)
    return Entry(event, documents, comparison, names)


def compare_together(comparisons: Sequence[Comparison]) -> Comparison:
    """One comparison of the claims of several, in their order; sides are those of the first, then new ones."""
    if len(comparisons) == 1:
        return comparisons[0]
    sides: dict[str, Side] = {}
    for comparison in comparisons:
        for side in comparison.sides:
            sides.setdefault(side.id, side)
    claims = [claim for comparison in comparisons for claim in comparison.claims]
    return compare_claims(claims, tuple(sides.values()))


def find_verdict(comparison: Comparison) -> Verdict | None:
    """The strongest verdict of its rows; None when no two voices speak of the same."""
    found = {row.verdict for row in comparison.rows}
    return next((verdict for verdict in _STRONGEST if verdict in found), None)


def find_killed(comparison: Comparison) -> tuple[int | None, int | None]:
    """Lowest and highest number of dead any voice gives for one side of the main incident."""
    counts = [
        figure.count
        for row in comparison.rows
        if row.incident == MAIN_INCIDENT and row.category == "killed"
        for figure in row.figures
    ]
    numbers = [number for count in counts for number in (count.low, count.high) if number is not None]
    return (min(numbers), max(numbers)) if numbers else (None, None)
