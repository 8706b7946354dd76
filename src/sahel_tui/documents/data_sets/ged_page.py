"""A common row of UCDP GED written down at once: the text of its document, and what it counts.

`write_document` gives the same of the row's article, at many times the cost: it asks of every value how a reader
would take it, which for rows is known of the names that they share.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.documents.data_sets.figures import LEAD, RECORDED, TOTAL
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts
from sahel_tui.documents.language import SAMPLE, choose_language, count_small_words, detect_language
from sahel_tui.documents.rendering import INFOBOX, LONGEST_TITLE, REFERENCES

Figure = tuple[str, int, int]
"""What it counts, and the lowest and highest number."""

ONE_PERSON = f"{LEAD}-person"
"""One who died on an unknown side, where others are people."""
RANGE = f"{TOTAL}-range"
"""The second figure of the total, around the first."""
_NAMES = 16_384
_SOMEWHERE = "Xx"
"""A name that is no word of any language."""
_IN_TOTAL = " killed in total"


class Page(NamedTuple):
    """What the document of a row says, as plain values."""

    title: str
    text: str
    language: str
    figures: list[Figure]
    """In the order of the text, each called by a name of its own."""


def set_page(facts: RowFacts) -> Page | None:
    """The page of a row; None where some of its words might be taken for something else."""
    side_a, side_b, _, claimant = facts.parties
    title = f"{facts.sides}, {facts.place} (UCDP {facts.number})"
    of_sides, of_place = (facts.conflict, side_a, side_b, claimant), (facts.whole_place, facts.where, facts.place)
    is_plain = _is_plain(of_sides) and _is_plain(of_place) and facts.number.isalnum() and bool(facts.place)
    if not is_plain or len(title) > LONGEST_TITLE or not all([entry.startswith('"') for entry in facts.articles]):
        return None
    figures = _list_figures(facts.deaths, one_sided=facts.parties.one_sided)
    text = "\n".join([*_write_infobox(title, facts), *_write_lead(facts), *_write_references(facts.articles), ""])
    return Page(title, text, _find_language(text, facts, figures), figures)


@lru_cache(maxsize=_NAMES)
def _is_plain(named: tuple[str, ...]) -> bool:
    """Whether no reader would change or drop a character of these, wherever they stand."""
    return all(one == one.strip(" ,=#") and not one.endswith("]") and "\n" not in one for one in named) and not any(
        one[:1] in "-*•·" and one for one in named
    )


def _list_figures(deaths: Deaths, *, one_sided: bool) -> list[Figure]:
    side_a, side_b, civilians, unknown, low, best, high = deaths
    figures: list[Figure] = []
    if side_a is not None:
        figures.append(("casualties1", side_a, side_a))
    if side_b is not None and not one_sided:
        figures.append(("casualties2", side_b, side_b))
    if civilians is not None:
        figures.append(("casualties3", civilians, civilians))
    if best is not None:
        figures.append((TOTAL, best, best))
    if low is not None and high is not None and not low == best == high:
        figures.append((TOTAL if best is None else RANGE, min(low, high), max(low, high)))
    if unknown:
        figures.append((ONE_PERSON if unknown == 1 else LEAD, unknown, unknown))
    return figures


def _write_infobox(title: str, facts: RowFacts) -> list[str]:
    side_a, side_b, one_sided, claimant = facts.parties
    lines = [f"= {title} =", "", INFOBOX]
    if facts.conflict:
        lines.append(f"- Part of: {facts.conflict}")
    if facts.dates:
        lines.append(f"- Date: {facts.dates}")
    if facts.whole_place:
        lines.append(f"- Place: {facts.whole_place}")
    if facts.coordinates:
        lines.append(f"- Coordinates: {facts.coordinates}")
    lines.append(f"- Combatant1: {side_a}")
    if side_b and not one_sided:
        lines.append(f"- Combatant2: {side_b}")
    return lines + _write_deaths(facts.deaths, f"killed (per {claimant})", one_sided=one_sided)


def _write_deaths(deaths: Deaths, killed: str, *, one_sided: bool) -> list[str]:
    side_a, side_b, civilians, _, low, best, high = deaths
    lines = []
    if side_a is not None:
        lines.append(f"- Casualties1: {side_a} {killed}")
    if side_b is not None and not one_sided:
        lines.append(f"- Casualties2: {side_b} {killed}")
    if civilians is not None:
        lines.append(f"- Casualties3: {civilians} civilians {killed}")
    total = [] if best is None else [f"{best}{_IN_TOTAL}"]
    if low is not None and high is not None and not low == best == high:
        total.append(f"{low}{_IN_TOTAL}" if low == high else f"{min(low, high)}–{max(low, high)}{_IN_TOTAL}")
    return [*lines, f"- Fatalities: {', '.join(total)} (per UCDP)"] if total else lines


def _write_lead(facts: RowFacts) -> list[str]:
    lines = ["", f"{facts.deed}{RECORDED}{facts.where}."]
    if unknown := facts.deaths.unknown:
        people, verb = ("person", "was") if unknown == 1 else ("people", "were")
        lines += ["", f"{facts.parties.claimant} said that {unknown} {people} of an unknown side {verb} killed."]
    for remark in facts.remarks:
        lines += ["", remark]
    return lines


def _write_references(articles: Sequence[str]) -> list[str]:
    """The list of them; nothing when there are none."""
    entries = [f"- [{number}] {entry}" for number, entry in enumerate(articles, 1)]
    return ["", REFERENCES, *entries] if entries else entries


def _find_language(text: str, facts: RowFacts, figures: Sequence[Figure]) -> str:
    """What `detect_language` finds: words that rows share are counted once, those of the row itself as they come."""
    kinds = tuple([name for name, *_ in figures])
    english, french = count_small_words(" ".join((*facts.articles, facts.dates, facts.coordinates, facts.number)))
    for more, plus in (
        _count_shared(facts.parties, facts.conflict, facts.remarks, kinds),
        _count_words(facts.place, facts.whole_place, facts.where),
    ):
        english, french = english + more, french + plus
    return choose_language(english, french) if len(text) <= SAMPLE else detect_language(text)


@lru_cache(maxsize=_NAMES)
def _count_words(*names: str) -> tuple[int, int]:
    return count_small_words(" ".join(names))


@lru_cache(maxsize=_NAMES)
def _count_shared(parties: Parties, conflict: str, remarks: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[int, int]:
    """The small words of any page of these parties with such figures, but for its place, its day and its articles."""
    given = {name: 1 if name == ONE_PERSON else 7 for name in kinds}
    unknown = given.get(LEAD, given.get(ONE_PERSON))
    low, high = (3, 9) if RANGE in given else (None, None)
    side_a, side_b, civilians = (given.get(f"casualties{number}") for number in (1, 2, 3))
    deaths = Deaths(side_a, side_b, civilians, unknown, low, given.get(TOTAL), high)
    place = (_SOMEWHERE,) * 3
    facts = RowFacts("", "", conflict, "", *place, "", parties, deaths, remarks, ())
    return count_small_words("\n".join([*_write_infobox(facts.sides, facts), *_write_lead(facts)]))
