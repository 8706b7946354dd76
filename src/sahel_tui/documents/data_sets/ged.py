"""UCDP GED: a row -> a document that says what the row counts, in words the claims rules read.

A row becomes these lines, each left out when its cells are empty:

    - Date: 2015-06-27 – 2015-06-28
    - Place: Nara town, Nara cercle, Koulikoro region, Mali
    - Combatant1: Government of Mali
    - Combatant2: Ansar Dine
    - Casualties1: 2 killed (per Ansar Dine and Mali's defence ministry)           deaths_a, source_original
    - Casualties2: 3 killed (per …)                                              deaths_b
    - Casualties3: 0 civilians killed (per …)                                    deaths_civilians
    - Fatalities: 6 killed in total, 5–9 killed in total (per UCDP)              best, low and high

Deaths of nobody's side stand in a sentence. Without `source_original`, UCDP itself is the claimant. Articles become
references, so that their headlines are read as well.
"""

from collections.abc import Iterator

from sahel_tui.documents.data_sets.figures import RECORDED
from sahel_tui.documents.data_sets.ged_facts import ADVICE, Deaths, Parties, RowFacts, name_deed, name_sides, read_facts
from sahel_tui.documents.data_sets.headers import GED_COLUMNS, is_ged_row, read_names
from sahel_tui.documents.data_sets.rows import read_or_leave, read_rows
from sahel_tui.documents.data_sets.unread import OnRemark, UnreadRow
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.rendering import Article, Part
from sahel_tui.documents.written import write_document
from sahel_tui.model import Document

_NEEDED = ("date_start", "side_a", "best")


def read_ged(source: Source) -> Iterator[Document | UnreadRow | Refusal]:
    """A document a row; a row that is no event is refused with its line."""
    return read_or_leave(source, _cut_rows(source))


def _cut_rows(source: Source) -> Iterator[UnreadRow | Refusal]:
    names: list[str] = []
    columns: tuple[str, ...] = ()
    for found in read_rows(source):
        if isinstance(found, Refusal):
            yield found
            continue
        line, cells = found
        if not names:
            names = list(GED_COLUMNS) if is_ged_row(cells) else read_names(cells)
            missing = [name for name in _NEEDED if name not in names]
            if missing:
                yield source.refuse(f"there is no column {', '.join(missing)}", ADVICE, line)
                return
            columns = tuple(names)
            if names != read_names(cells):
                yield UnreadRow("ged", source.name, source.path, line, columns, cells)
        elif cells:
            yield UnreadRow("ged", source.name, source.path, line, columns, cells)


def read_row(unread: UnreadRow, on_remark: OnRemark) -> Document | Refusal:
    """The document of a row, or why it is no event."""
    facts = read_facts(unread, on_remark)
    return facts if isinstance(facts, Refusal) else write_row(unread, facts)


def write_row(unread: UnreadRow, facts: RowFacts) -> Document | Refusal:
    """The document that says what a row does, or why it cannot be written."""
    try:
        return write_document(write_article(facts), facts.name)
    except DocumentError as error:
        return unread.refuse(error.reason, error.advice)


def write_article(facts: RowFacts) -> Article:
    """A row as a title, fields, sentences and references."""
    side_a, side_b, one_sided, _ = facts.parties
    sides, spot = name_sides(facts.parties), facts.spot
    title = f"{sides}, {spot.place}" if spot.place else sides
    fields = [
        ("Part of", facts.conflict),
        ("Date", facts.dates),
        ("Place", spot.whole),
        ("Coordinates", facts.coordinates),
        ("Combatant1", side_a),
        ("Combatant2", "" if one_sided else side_b),
        *_casualties(facts.deaths, facts.parties),
    ]
    parts = [Part("", 1, "\n\n".join(_sentences(facts)))]
    articles = [(number, one.entry) for number, one in enumerate(facts.articles, 1)]
    return Article(f"{title} (UCDP {facts.number})" if facts.number else title, fields, parts, articles)


def _casualties(deaths: Deaths, parties: Parties) -> Iterator[tuple[str, str]]:
    if deaths.side_a is not None:
        yield "Casualties1", f"{deaths.side_a} killed (per {parties.claimant})"
    if deaths.side_b is not None and not parties.one_sided:
        yield "Casualties2", f"{deaths.side_b} killed (per {parties.claimant})"
    if deaths.civilians is not None:
        yield "Casualties3", f"{deaths.civilians} civilians killed (per {parties.claimant})"
    if total := _say_total(deaths):
        yield "Fatalities", f"{total} (per UCDP)"


def _say_total(deaths: Deaths) -> str:
    """`6 killed in total, 5–9 killed in total`; one figure when all three are equal."""
    low, best, high = deaths.low, deaths.best, deaths.high
    said = [f"{best} killed in total"] if best is not None else []
    if low is not None and high is not None and not low == best == high:
        said.append(f"{min(low, high)}–{max(low, high)} killed in total" if low != high else f"{low} killed in total")
    return ", ".join(said)


def _sentences(facts: RowFacts) -> Iterator[str]:
    """The lead: what the row is, who has deaths of no side, how well date and place are known."""
    yield f"{name_deed(facts.parties)}{RECORDED}{facts.spot.told}."
    if unknown := facts.deaths.unknown:
        people, verb = ("person", "was") if unknown == 1 else ("people", "were")
        yield f"{facts.parties.claimant} said that {unknown} {people} of an unknown side {verb} killed."
    yield from facts.remarks
