"""A common row of UCDP GED written down at once: the text of its document, and what it counts.

`write_document` gives the same of the row's article, at many times the cost: it asks of every value how a reader
would take it, which for rows is known of the names that they share. What is written of names and of numbers that many
rows have is written once.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sahel_tui.documents.data_sets.articles import Cited
from sahel_tui.documents.data_sets.figures import LEAD, RECORDED, TOTAL
from sahel_tui.documents.data_sets.ged_facts import Deaths, Parties, RowFacts, Spot, name_deed, name_sides
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
_CLAIMANT = "\ue002"
"""A private-use letter where the claimant is named."""


class Page(NamedTuple):
    """What the document of a row says, as plain values."""

    title: str
    text: str
    language: str
    figures: tuple[Figure, ...]
    """In the order of the text, each called by a name of its own."""
    kinds: tuple[str, ...]
    """These names."""


def set_page(facts: RowFacts) -> Page | None:
    """The page of a row; None where some of its words might be taken for something else."""
    parties, spot = facts.parties, facts.spot
    title = f"{name_sides(parties)}, {spot.place} (UCDP {facts.number})"
    is_plain = _are_plain_sides(parties, facts.conflict) and _is_plain(spot) and facts.number.isalnum()
    if not is_plain or not spot.place or len(title) > LONGEST_TITLE:
        return None
    if not all([one.entry.startswith('"') for one in facts.articles]):
        return None
    counted = _count(facts.deaths, one_sided=parties.one_sided)
    text = _write(title, facts, counted)
    return Page(title, text, _find_language(text, facts, counted), counted.figures, counted.kinds)


@lru_cache(maxsize=_NAMES)
def _are_plain_sides(parties: Parties, conflict: str) -> bool:
    return _is_plain((conflict, parties.side_a, parties.side_b, parties.claimant))


@lru_cache(maxsize=_NAMES)
def _is_plain(named: tuple[str, ...]) -> bool:
    """Whether no reader would change or drop a character of these, wherever they stand."""
    return all(one == one.strip(" ,=#") and not one.endswith("]") and "\n" not in one for one in named) and not any(
        one[:1] in "-*•·" and one for one in named
    )


class _Counted(NamedTuple):
    """What a page says of the dead."""

    figures: tuple[Figure, ...]
    kinds: tuple[str, ...]
    """What these are called."""
    infobox: str
    lead: str


@lru_cache(maxsize=_NAMES)
def _count(deaths: Deaths, *, one_sided: bool) -> _Counted:
    """Whoever they are and whoever says so."""
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
    infobox = "".join([f"{line}\n" for line in _write_deaths(figures)])
    if unknown:
        figures.append((ONE_PERSON if unknown == 1 else LEAD, unknown, unknown))
    kinds = tuple([name for name, *_ in figures])
    return _Counted(tuple(figures), kinds, infobox, _write_unknown(unknown or 0))


def _write_deaths(figures: Sequence[Figure]) -> list[str]:
    """The lines of these figures, those of the total on one."""
    killed = f"killed (per {_CLAIMANT})"
    lines = [
        f"- {key.capitalize()}: {low} {'civilians ' * key.endswith('3')}{killed}"
        for key, low, _ in figures
        if key not in (TOTAL, RANGE)
    ]
    totals = [
        f"{low}{_IN_TOTAL}" if low == high else f"{low}–{high}{_IN_TOTAL}" for _, low, high in figures[len(lines) :]
    ]
    return [*lines, f"- Fatalities: {', '.join(totals)} (per UCDP)"] if totals else lines


def _write_unknown(number: int) -> str:
    people, verb = ("person", "was") if number == 1 else ("people", "were")
    return f"\n{_CLAIMANT} said that {number} {people} of an unknown side {verb} killed.\n" if number else ""


def _write(title: str, facts: RowFacts, counted: _Counted) -> str:
    parties, spot = facts.parties, facts.spot
    part_of, combatants = _write_parties(parties, facts.conflict)
    date = f"- Date: {facts.dates}\n" if facts.dates else ""
    place = f"- Place: {spot.whole}\n" if spot.whole else ""
    coordinates = f"- Coordinates: {facts.coordinates}\n" if facts.coordinates else ""
    deaths, unknown = (words.replace(_CLAIMANT, parties.claimant) for words in (counted.infobox, counted.lead))
    infobox = f"{part_of}{date}{place}{coordinates}{combatants}{deaths}"
    remarks = "".join([f"\n{remark}\n" for remark in facts.remarks])
    lead = f"{name_deed(parties)}{RECORDED}{spot.told}.\n{unknown}{remarks}"
    return f"= {title} =\n\n{INFOBOX}\n{infobox}\n{lead}{_write_references(facts.articles)}"


@lru_cache(maxsize=_NAMES)
def _write_parties(parties: Parties, conflict: str) -> tuple[str, str]:
    """What stands in the infobox of the conflict, and of the sides."""
    side_a, side_b, one_sided, _ = parties
    second = f"- Combatant2: {side_b}\n" if side_b and not one_sided else ""
    return f"- Part of: {conflict}\n" if conflict else "", f"- Combatant1: {side_a}\n{second}"


def _write_references(articles: Sequence[Cited]) -> str:
    """The list of them; nothing when there are none."""
    entries = "".join([f"- [{number}] {one.entry}\n" for number, one in enumerate(articles, 1)])
    return f"\n{REFERENCES}\n{entries}" if entries else ""


def _find_language(text: str, facts: RowFacts, counted: _Counted) -> str:
    """What `detect_language` finds: words that rows share are counted once, those of the row itself as they come."""
    if len(text) > SAMPLE:
        return detect_language(text)
    english, french = _count_shared(facts.parties, facts.conflict, facts.remarks, counted.kinds)
    own = (facts.dates, facts.coordinates, facts.number)
    pieces = [piece for one in facts.articles for piece in one.pieces]
    for words in (facts.spot, *pieces, *filter(_has_letters, own)):
        more, plus = _count_words(words)
        english, french = english + more, french + plus
    return choose_language(english, french)


def _has_letters(text: str) -> bool:
    return text.lower() != text.upper()


@lru_cache(maxsize=_NAMES)
def _count_words(words: str | Spot) -> tuple[int, int]:
    return count_small_words(words if isinstance(words, str) else "\n".join(words))


@lru_cache(maxsize=_NAMES)
def _count_shared(parties: Parties, conflict: str, remarks: tuple[str, ...], kinds: tuple[str, ...]) -> tuple[int, int]:
    """The small words of any page of these parties with such figures, but for its place, its day and its articles."""
    given = {name: 1 if name == ONE_PERSON else 7 for name in kinds}
    unknown = given.get(LEAD, given.get(ONE_PERSON))
    low, high = (3, 9) if RANGE in given else (None, None)
    side_a, side_b, civilians = (given.get(f"casualties{number}") for number in (1, 2, 3))
    deaths = Deaths(side_a, side_b, civilians, unknown, low, given.get(TOTAL), high)
    facts = RowFacts("", "", conflict, "", Spot(*(_SOMEWHERE,) * 3), "", parties, deaths, remarks, ())
    return count_small_words(_write(name_sides(parties), facts, _count(deaths, one_sided=parties.one_sided)))
