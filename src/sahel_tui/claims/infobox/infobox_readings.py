"""Infobox items understood: which category, how many categories, who the victims are, part or total of what."""

from collections.abc import Callable, Sequence

from sahel_tui.claims.infobox.infobox_items import Item
from sahel_tui.claims.infobox.infobox_remarks import name_party
from sahel_tui.claims.language.categories import counts_dead_and_wounded, find_families, resolve_category
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Category

DEFAULT_CATEGORY: dict[str, Category] = {"injuries": "wounded", "missing": "missing", "captives": "captured"}
"""What a bare number counts, by field; the dead unless listed."""

PERSONS = frozenset(("state", "mercenary", "international", "group", "fighter", "civilian", "people", "unknown"))


@dataclass(slots=True)
class Reading:
    """An item understood: what is counted, of whom."""

    item: Item
    category: Category
    combined: tuple[Category, ...]
    victims: Victims
    """The noun phrase behind the count."""
    named: Victims
    """The same, or what a label, header or parenthesis names when the count has no noun."""
    stated: bool
    """A casualty word stands in the item, its label or its header."""
    rule: str

    @property
    def subset(self) -> bool:
        """It is counted in the figure before it."""
        return "subset" in self.item.flags

    @property
    def total(self) -> bool:
        """It adds up several sides or places."""
        return "total" in self.item.flags


class ItemRules:
    """Reads the items of one field; `key` is its name without a number (`casualties`, `injuries`)."""

    def __init__(self, key: str, lexicon: Lexicon) -> None:
        self.key = key
        self.lexicon = lexicon
        self.default = DEFAULT_CATEGORY.get(key, "killed")

    def read(self, items: Sequence[Item]) -> list[Reading]:
        """The readings of the items that count casualties, in order; `3 houses` and `6 released` count none."""
        readings: list[Reading] = []
        for at, item in enumerate(items):
            victims = find_victims(item.tokens, item.match.last, self.lexicon)
            if victims.kind == "excluded" or self._is_freed(item) or self._lacks_report(item):
                continue
            self._mark(item, readings)
            following = items[at + 1] if at + 1 < len(items) else None
            readings.append(self._reading(item, victims, readings, following))
        return readings

    def _reading(self, item: Item, victims: Victims, before: Sequence[Reading], following: Item | None) -> Reading:
        named = self._named(item, victims)
        rules: tuple[tuple[str, Callable[[], list[Category]]], ...] = (
            ("stated_category", lambda: self._stated(item, victims, before)),
            ("thing_category", lambda: _of_thing(victims)),
            ("shared_category", lambda: self._shared(item, victims, following)),
            ("part_category", lambda: _of_whole(item, before)),
            ("header_category", lambda: self._headed(item, victims)),
            ("implied_category", lambda: self._implied(victims)),
            ("summed_category", lambda: self._summed(item, before)),
        )
        for rule, find in rules:
            categories = find()
            if categories:
                return self._build(item, victims, named, categories, rule)
        return self._build(item, victims, named, [self.default], "bare_category")

    def _build(
        self, item: Item, victims: Victims, named: Victims, categories: Sequence[Category], rule: str
    ) -> Reading:
        ordered = tuple(dict.fromkeys(categories))
        both = counts_dead_and_wounded([*item.label, *item.tokens], self.lexicon) and ordered == ("killed",)
        combined: tuple[Category, ...] = ("killed", "wounded") if both else ordered if len(ordered) > 1 else ()
        stated = rule in ("stated_category", "header_category", "thing_category")
        return Reading(item, ordered[0], combined, victims, named, stated, rule)

    def _stated(self, item: Item, victims: Victims, before: Sequence[Reading]) -> list[Category]:
        """Casualty words of the item: `7 killed or missing`, `killed 7`, `3 (KIA)`, `2 cars destroyed, 1 captured`."""
        families = self._fates(item, victims)
        families = families or find_families(item.label, self.lexicon) or find_families(item.remark, self.lexicon)
        if self.key in ("fatalities", "injuries") and all(family == "captured" for family in families):
            return []
        kind = _thing_again(item, victims, families, before) or _unknown_thing(victims, families) or victims.kind
        found = [resolve_category(family, kind) for family in families]
        return [category for category in found if category]

    def _fates(self, item: Item, victims: Victims) -> list[str]:
        """The casualty words; in `11 captive soldiers killed` the adjective only says who they were before."""
        inside = find_families(item.tokens[: victims.last], self.lexicon)
        behind = find_families(item.tokens[victims.last :], self.lexicon)
        is_joined = any(token.lower in self.lexicon.list("and") for token in item.tokens)
        described = inside and behind and victims.kind in PERSONS and not is_joined
        return behind if described else find_families(item.tokens, self.lexicon)

    def _shared(self, item: Item, victims: Victims, following: Item | None) -> list[Category]:
        """`4 soldiers and 2 gendarmes wounded`, `3 soldiers, 2 VDP wounded`: both share the word of the second."""
        if following is None or following.line != item.line or victims.kind not in PERSONS or following.part:
            return []
        other = find_victims(following.tokens, following.match.last, self.lexicon)
        if following.gap not in ("and", "comma") or (other.kind not in PERSONS and following.gap != "and"):
            return []
        found = [resolve_category(family, victims.kind) for family in find_families(following.tokens, self.lexicon)]
        return [category for category in found if category]

    def _headed(self, item: Item, victims: Victims) -> list[Category]:
        """`Killed: 17`, and every bare figure below it."""
        found = [resolve_category(family, victims.kind) for family in find_families(item.header.words, self.lexicon)]
        return [category for category in found if category]

    def _implied(self, victims: Victims) -> list[Category]:
        """`8,000 refugees`, `20 hostages` in a field of casualties: the noun says what happened."""
        implied = self.lexicon.grammar.get("implied", {}).get(victims.head) if self.key == "casualties" else None
        return [implied] if implied else []

    def _summed(self, item: Item, before: Sequence[Reading]) -> list[Category]:
        """`100,000 refugees abroad`, `80,000 displaced`, `Total: ~180,000`: two figures of a kind, and their sum."""
        kinds = {reading.category for reading in before[-2:]}
        alike = len(before) > 1 and len(kinds) == 1
        return list(kinds) if alike and self._finds("total", item.header.words) else []

    def _named(self, item: Item, victims: Victims) -> Victims:
        """Who is counted: the noun, else a parenthesis (`(VDP)`), label (`Malian losses`) or header (`Wagner:`)."""
        if victims.kind not in ("", "people"):
            return victims
        for words in (item.party, item.label, item.header.words):
            found = name_party(words, self.lexicon)
            if found:
                return found
        return victims

    def _is_freed(self, item: Item) -> bool:
        """`6 prisoners released`: freed and deserted people are no casualties."""
        freed = self.lexicon.marks["freed"]
        said = freed.match(item.remark, 0)
        alone = said is not None and said[1] == len(item.remark)  # `176 hostages (rescued)`
        return alone or any(freed.match(item.tokens, at) for at in range(len(item.tokens)))

    def _lacks_report(self, item: Item) -> bool:
        """`no official toll`: what is missing is a report, not victims."""
        return item.match.count.vague == "none" and item.tokens[-1].lower in self.lexicon.statements

    def _mark(self, item: Item, before: Sequence[Reading]) -> None:
        """Flags that single words give: `including 3`, `35 killed overall`, `20 neutralised`."""
        if item.part or self._finds("subset_before", item.label) or self._lists_on(item, before):
            item.flags.append("subset")
        elif self._finds("total", [*item.header.words, *item.piece]) or self._goes_on(item, before):
            item.flags.append("total")
        if any(token.lower in self.lexicon.euphemisms for token in item.tokens):
            item.flags.append("euph")

    def _lists_on(self, item: Item, before: Sequence[Reading]) -> bool:
        """`22, including 19 civilians and 3 militants`: the second part shares the marker of the first."""
        last = before[-1].item if before else None
        return last is not None and item.gap == "and" and "subset" in last.flags and last.line == item.line

    def _goes_on(self, item: Item, before: Sequence[Reading]) -> bool:
        """`35 killed overall, including 3 fighters, and 41 wounded`: the conjunction goes on with the total."""
        if self.lexicon.conjunctions.match(item.label, 0) is None:
            return False
        whole = next((reading for reading in reversed(before) if not reading.subset), None)
        return whole is not None and whole.total and whole.item.line == item.line

    def _finds(self, mark: str, tokens: Sequence[Token]) -> bool:
        phrases = self.lexicon.marks[mark]
        return any(phrases.match(tokens, at) for at in phrases.places([token.lower for token in tokens]))


def _of_thing(victims: Victims) -> list[Category]:
    """`4 pick-ups`, `a helicopter`: a lost thing without a verb."""
    if victims.kind == "vehicle":
        return ["vehicles_destroyed"]
    return ["other_equipment_lost"] if victims.kind == "aircraft" else []


def _of_whole(item: Item, before: Sequence[Reading]) -> list[Category]:
    """`12 wounded, including 3 officers`: a part is counted like its whole."""
    whole = next((reading for reading in reversed(before) if not reading.subset), None)
    return [whole.category] if whole and "subset" in item.flags else []


def _thing_again(item: Item, victims: Victims, families: Sequence[str], before: Sequence[Reading]) -> str:
    """`2 vehicles destroyed, 1 captured`, `1 aircraft destroyed, 6 damaged`: the same things without their noun."""
    if victims.kind or victims.head or item.gap not in ("comma", "and") or not before:
        return ""
    taken = any(family in "+".join(families).split("+") for family in ("captured", "destroyed"))
    things = before[-1].victims.kind in ("vehicle", "aircraft") and before[-1].stated
    return before[-1].victims.kind if things and taken else ""


def _unknown_thing(victims: Victims, families: Sequence[str]) -> str:
    """`1 VBL destroyed`: people are not destroyed."""
    destroyed = families and all(family == "destroyed" for family in families)
    return "vehicle" if destroyed and victims.kind in ("", "unknown") and victims.head else ""


def is_lone(reading: Reading) -> bool:
    """A bare `Unknown` or `None`."""
    return reading.item.match.count.vague in ("none", "unknown") and not reading.stated


def end_headers(readings: Sequence[Reading]) -> None:
    """A party that heads lines of lost columns stops at an empty line and where a loss is counted again.

    `Flag of Mali.svg` above `1 killed`, `4 wounded`, `4 killed`: nobody has two numbers of dead; these are others.
    """
    counted: set[tuple[Category, str | None]] = set()
    for before, reading in zip((None, *readings), readings, strict=False):
        header = reading.item.header
        if before is None or before.item.header is not header or not header.words:
            counted, ended = set(), False
        elif not ended:
            again = (reading.category, reading.item.source) in counted and not reading.subset
            ended = again or reading.item.gap in ("blank", "cell")
        if ended and not (reading.item.party or reading.item.label):
            reading.named = reading.victims
        counted.add((reading.category, reading.item.source))
