"""A common row of UCDP GED written down at once: the text of its document, and where its parts stand in it.

`write_document` gives the same of the row's article, at several times the cost: it asks of every value how a reader
would take it, which for rows is known of the names that they share.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.documents.data_sets.figures import LEAD, RECORDED, TOTAL
from sahel_tui.documents.data_sets.ged_facts import Deaths, RowFacts
from sahel_tui.documents.labels import normalise_key
from sahel_tui.documents.rendering import INFOBOX, LONGEST_TITLE, REFERENCES

Span = tuple[int, int]
Figure = tuple[str, str, int, int, int, int]
"""Key, words, lowest and highest number, start and end of the words."""

_NAMES = 16_384
_LIST = REFERENCES.strip("= ")
_IN_TOTAL = " killed in total"
_UCDP = " (per UCDP)"


class Page(NamedTuple):
    """What `Document` holds, as plain values."""

    title: str
    text: str
    fields: list[tuple[str, str, int, int]]
    sections: list[tuple[str, int, int, int, int, str]]
    references: list[tuple[int, int, int]]
    figures: list[Figure]

    @property
    def entries(self) -> str:
        """The list of references; empty when there is none."""
        return self.text[self.references[0][1] : self.references[-1][2]] if self.references else ""


class _Text:
    """Lines of a text, and where the next one begins."""

    def __init__(self, title: str) -> None:
        self.lines = [f"= {title} =", "", INFOBOX]
        self.end = sum(map(len, self.lines)) + len(self.lines)
        self.fields: list[tuple[str, str, int, int]] = []

    def field(self, label: str, value: str) -> int:
        """Write a field; where its value begins."""
        start = self.end + len(label) + 4
        self.lines.append(f"- {label}: {value}")
        self.end = start + len(value) + 1
        self.fields.append((normalise_key(label), label, start, self.end - 1))
        return start

    def line(self, line: str) -> int:
        """Write a line; where it begins."""
        start = self.end
        self.lines.append(line)
        self.end += len(line) + 1
        return start


def set_page(facts: RowFacts) -> Page | None:
    """The page of a row; None where some of its words might be taken for something else."""
    side_a, side_b, one_sided, claimant = facts.parties
    title = f"{facts.sides}, {facts.place} (UCDP {facts.number})"
    named = (facts.conflict, facts.whole_place, side_a, side_b, facts.where, claimant, facts.place)
    if not _is_plain(named) or not facts.number.isalnum() or not facts.place or len(title) > LONGEST_TITLE:
        return None
    text = _Text(title)
    for label, value in (("Part of", facts.conflict), ("Date", facts.dates), ("Place", facts.whole_place)):
        if value:
            text.field(label, value)
    if facts.coordinates:
        text.field("Coordinates", facts.coordinates)
    text.field("Combatant1", side_a)
    if side_b and not one_sided:
        text.field("Combatant2", side_b)
    figures = _write_figures(text, facts.deaths, f"killed (per {claimant})", one_sided=one_sided)
    lead = _write_lead(text, facts, figures)
    sections = [("lead", 1, lead, lead, text.end - 1, "lead")]
    references = _write_references(text, facts.articles, sections)
    if references is None:
        return None
    return Page(title, "\n".join(text.lines) + "\n", text.fields, sections, references, figures)


@lru_cache(maxsize=_NAMES)
def _is_plain(named: tuple[str, ...]) -> bool:
    """Whether no reader would change or drop a character of these, wherever they stand."""
    return all(one == one.strip(" ,=#") and not one.endswith("]") and "\n" not in one for one in named) and not any(
        one[:1] in "-*•·" and one for one in named
    )


def _write_figures(text: _Text, deaths: Deaths, killed: str, *, one_sided: bool) -> list[Figure]:
    figures: list[Figure] = []
    for number, label, words in (
        (deaths.side_a, "Casualties1", killed),
        (None if one_sided else deaths.side_b, "Casualties2", killed),
        (deaths.civilians, "Casualties3", f"civilians {killed}"),
    ):
        if number is not None:
            said = f"{number} {words}"
            start = text.field(label, said)
            figures.append((label.lower(), said, number, number, start, start + len(said)))
    return figures + _write_total(text, deaths)


def _write_total(text: _Text, deaths: Deaths) -> list[Figure]:
    """`6 killed in total, 5–9 killed in total (per UCDP)`; one figure when all three are equal."""
    low, best, high = deaths.low, deaths.best, deaths.high
    said = [] if best is None else [(f"{best}{_IN_TOTAL}", best, best)]
    if low is not None and high is not None and not low == best == high:
        low, high = min(low, high), max(low, high)
        said.append((f"{low}–{high}{_IN_TOTAL}" if low != high else f"{low}{_IN_TOTAL}", low, high))
    if not said:
        return []
    words, *numbers = said[-1]
    said[-1] = (words + _UCDP, numbers[0], numbers[1])
    start = text.field("Fatalities", ", ".join([words for words, *_ in said]))
    figures: list[Figure] = []
    for words, low, high in said:
        figures.append((TOTAL, words, low, high, start, start + len(words)))
        start += len(words) + len(", ")
    return figures


def _write_lead(text: _Text, facts: RowFacts, figures: list[Figure]) -> int:
    text.line("")
    lead = text.line(f"{facts.deed}{RECORDED}{facts.where}.")
    if unknown := facts.deaths.unknown:
        people, verb = ("person", "was") if unknown == 1 else ("people", "were")
        said = f"{unknown} {people} of an unknown side {verb} killed"
        before = f"{facts.parties.claimant} said that "
        text.line("")
        start = text.line(f"{before}{said}.") + len(before)
        figures.append((LEAD, said, unknown, unknown, start, start + len(said)))
    for remark in facts.remarks:
        text.line("")
        text.line(remark)
    return lead


def _write_references(
    text: _Text, articles: Sequence[str], sections: list[tuple[str, int, int, int, int, str]]
) -> list[tuple[int, int, int]] | None:
    """The entries of the list; None where one of them may begin with a mark of its own."""
    if not articles:
        return []
    text.line("")
    heading = text.line(REFERENCES)
    first, found = text.end, list[tuple[int, int, int]]()
    for number, entry in enumerate(articles, 1):
        if not entry.startswith('"'):
            return None
        mark = f"- [{number}] "
        start = text.line(mark + entry)
        found.append((number, start + len(mark), text.end - 1))
    sections.append((_LIST, 2, heading, first, text.end - 1, "references"))
    return found
