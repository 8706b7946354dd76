"""Claims of the infobox: every item of every casualty field."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from sahel_tui.claims.incidents.incidents import Incidents
from sahel_tui.claims.infobox.columns import PREVIOUS, assign_columns, fill_sides
from sahel_tui.claims.infobox.infobox_items import Item, ItemReader
from sahel_tui.claims.infobox.infobox_readings import ItemRules, Reading, end_headers
from sahel_tui.claims.infobox.infobox_remarks import RemarkReader, party_names
from sahel_tui.claims.infobox.members import mark_members, mark_parts, widen_totals
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.parties.naming import name_source
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import Victims
from sahel_tui.claims.sides.unnamed_sides import is_lynched_suspect
from sahel_tui.dataclass import replace
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Category, Claim, Document, Field

CASUALTY_FIELD = re.compile(r"(?:casualties|fatalities|injuries|victims|missing|captives|civilians|deaths|losses)\d*$")
"""Keys whose value counts casualties."""


def find_infobox_claims(document: Document, combatants: Combatants, incidents: Incidents) -> list[Claim]:
    """Claims of all casualty fields, in text order."""
    masked = mask_marks(document.text)
    claims: list[Claim] = []
    for entry in document.fields:
        if CASUALTY_FIELD.match(entry.key):
            claims += _mark_totals(list(FieldReader(document, masked, entry, combatants, incidents).read()))
    return claims


def _mark_totals(claims: list[Claim]) -> list[Claim]:
    """`36 (24 soldiers, 2 civilians, 10 attackers)`, `13 (including 4 attackers)`: a whole of several sides."""
    return [
        replace(claim, flags=(*claim.flags, "total"))
        if claim.side == UNSPECIFIED and following is not None and _is_of_side(following, claim.category)
        else claim
        for claim, following in zip_longest(claims, claims[1:])
        if claim is not None
    ]


def _is_of_side(part: Claim, category: Category) -> bool:
    return "subset" in part.flags and part.category == category and part.side != UNSPECIFIED


class FieldReader:
    """Reads one casualty field."""

    def __init__(
        self, document: Document, masked: str, entry: Field, combatants: Combatants, incidents: Incidents
    ) -> None:
        self.document = document
        self.masked = masked
        self.entry = entry
        self.combatants = combatants
        self.incidents = incidents
        self.lexicon = combatants.lexicon
        number = re.search(r"\d+$", entry.key)
        self.key = entry.key[: number.start()] if number else entry.key
        self.flattened = self.key == "casualties" and not number
        self.column = self._column(number[0] if number else None)

    def _column(self, number: str | None) -> str | None:
        """The side of the field; `casualties3` beside two combatants counts civilians, None for lost columns."""
        if number is None:
            return None if self.flattened else self._target_side() or CIVILIANS
        known = {combatant.id for combatant in self.combatants.listed} | {"combatant1", "combatant2"}
        if self.document.value(f"{self.key}{int(number) + 1}") is not None:
            known.add(f"combatant{number}")  # The row below the columns has a number of its own.
        return f"combatant{number}" if f"combatant{number}" in known else CIVILIANS

    def _target_side(self) -> str | None:
        """On a page without combatants the dead are the soldiers or peacekeepers whom it names as its one target."""
        target = tokenise(self.document.value("target") or "")
        if self.combatants.listed or self.key not in ("fatalities", "injuries", "missing"):
            return None
        if any(token.kind == "mark" or token.lower in self.lexicon.list("plain_and") for token in target):
            return None  # `an army base; a mine`: the dead of both
        nouns = [self.lexicon.nouns.match(target, at) for at in range(len(target))]
        kinds = {noun[0] for noun in nouns if noun} & {"state", "international", "civilian"}
        return "combatant1" if kinds and "civilian" not in kinds else None

    def read(self) -> Iterator[Claim]:
        """The claims of the field, in order."""
        country = self.combatants.country
        label = next((side.label for side in self.combatants.listed if side.id == self.column), None)
        owner = name_source(tokenise(label), self.lexicon, country) or label if label else None
        remarks = RemarkReader(self.masked, self.lexicon, country, self._may_be_victim, owner)
        reader = ItemReader(self.masked, remarks, self.lexicon, flattened=self.flattened)
        readings = ItemRules(self.key, self.lexicon).read(reader.read(self.entry.start, self.entry.end))
        if self.flattened:
            end_headers(readings)
        self._contrast(readings, remarks)
        own = [self._own_side(reading) for reading in readings]
        mark_parts(readings)
        sides = self._sides(readings, own)
        widen_totals(readings, sides, self.lexicon)
        places = [self._place(reading.item) for reading in readings]
        mark_members(readings, sides, places, self.combatants.single)
        for reading, side, place in zip(readings, sides, places, strict=True):
            yield self._claim(reading, side, place)

    def _contrast(self, readings: Sequence[Reading], remarks: RemarkReader) -> None:
        """`12 killed (army), 40 killed (JNIM)`: beside its enemy's figure a party is a voice, not the victims."""
        if len([reading for reading in readings if reading.item.party]) != 1:
            return  # `25 killed (Mali), none (Burkina Faso)`: whose men they are
        for reading in readings:
            item = reading.item
            bare = [other.item for other in readings if not remarks.find_cue(other.item.aside)]  # `4 (GATIA), 3 (CMA)`
            others = {other.item.source for other in readings if other.category == reading.category}
            others |= {other.source for other in bare} - {None}
            sides = {self._party_side(tokenise(source)) for source in others if source} - {None, self.column}
            named = item.party and not item.source and not reading.victims.head and item.match.count.high != 0
            source = name_source(item.party, self.lexicon, self.combatants.country) if named and sides else None
            if source:
                item.source, item.party, reading.named = source, [], reading.victims

    def _may_be_victim(self, words: Sequence[Token]) -> bool:
        """`(Mali)` in Mali's column names victims; in its enemy's or the civilians' column it can only be a voice."""
        if self.column == CIVILIANS and self._names_mission(words):
            return False  # `24 (MINUSMA)` beside `Deaths`
        side = self._party_side(words)
        if self.column is None or side is None or side == self.column:
            return True
        return self.column == CIVILIANS and side == UNSPECIFIED

    def _names_mission(self, words: Sequence[Token]) -> bool:
        return any(mention.actor.kind == "international" for mention in load_actors().find(words))

    def _party_side(self, words: Sequence[Token]) -> str | None:
        """The combatant that the words name, None for a party of no side and for mere nouns."""
        for name in party_names(words, self.lexicon):
            actor = next(load_actors().find(tokenise(name)), None)
            side = self.combatants.side_of_actor(actor.actor) if actor else self._country_side(name)
            if side:
                return side
        return None

    def _country_side(self, name: str) -> str | None:
        """On a page without combatants a foreign country is that of victims, not a party."""
        if not self.combatants.listed and name != self.combatants.country:
            return None
        return self.combatants.side_of_country(name)

    def _sides(self, readings: Sequence[Reading], own: Sequence[str | None]) -> list[str]:
        if self.column is None:
            return assign_columns(readings, own, self.combatants)
        return fill_sides(own, [self.column] * len(own))

    def _own_side(self, reading: Reading) -> str | None:
        """The side an item's own words name: civilians, a party, an overall total; None leaves it to the column."""
        if reading.total and self._is_own_total(reading):
            return None
        if reading.total:
            civil = reading.category == "displaced" or not self.combatants.listed
            return CIVILIANS if civil else UNSPECIFIED
        side = self._victim_side(reading)
        if reading.subset and (side is None or reading.named.kind == "people"):
            return PREVIOUS
        return side

    def _is_own_total(self, reading: Reading) -> bool:
        """`Total:` in the cell of one combatant adds up its own losses; `overall` adds up those of all."""
        words = {token.lower for token in reading.item.header.words}
        return self.column not in (None, CIVILIANS) and bool(words & self.lexicon.list("total_words"))

    def _victim_side(self, reading: Reading) -> str | None:
        """`fighters` fit any armed column, peacekeepers the column they stand in; unlisted parties name none."""
        victims = reading.named
        if is_lynched_suspect([token.lower for token in reading.item.tokens], self.lexicon):
            return UNSPECIFIED
        if victims.kind == "fighter" and not self._is_listed(victims):
            return self._enemy_of(reading.item.source) if self.column == CIVILIANS and not reading.subset else None
        taken = self.lexicon.grammar["implied"].get(victims.head) == "captured"
        if taken and self.column not in (None, CIVILIANS):
            return None  # `2 hostages` of a column are its own people.
        if self.column == CIVILIANS and self._is_outsider(victims):
            return UNSPECIFIED
        side = victims.side(self.combatants, people=None)
        foreign = victims.kind == "state" and self.column is None  # `Flag of Russia.svg 3 killed` beside a camp's flags
        if side == UNSPECIFIED and (foreign or self.column not in (None, CIVILIANS)):
            return None
        if not self.combatants.listed and victims.kind == "people":
            return None
        return side

    def _is_outsider(self, victims: Victims) -> bool:
        """`11 captive Malian soldiers` below the columns of France and JNIM: a state's men that no column lists."""
        countries = {country for combatant in self.combatants.listed for country in combatant.countries}
        return victims.kind == "state" and bool(countries) and bool(victims.nations) and not self._is_listed(victims)

    def _is_listed(self, victims: Victims) -> bool:
        """A party of the victims' own stands among the combatants; that of `3 Niger fighters` may not."""
        actors = {actor.id for combatant in self.combatants.listed for actor in combatant.actors}
        countries = {country for combatant in self.combatants.listed for country in combatant.countries}
        groups = any(actor.kind != "state" for actor in victims.actors)
        return groups or bool(countries & set(victims.nations)) or any(actor.id in actors for actor in victims.actors)

    def _enemy_of(self, source: str | None) -> str:
        """`300 killed, all militiamen (per JNIM)` below two columns: the side the voice fights."""
        state, group = self.combatants.state_side(), self.combatants.group_side()
        return state if source and self._party_side(tokenise(source)) == group else group

    def _claim(self, reading: Reading, side: str, place: str) -> Claim:
        item = reading.item
        start, end = _extent(item, reading, self.document.text)
        return Claim(
            document=self.document.id,
            where=f"infobox:{self.entry.key}",
            start=start,
            end=end,
            quote=self.document.text[start:end],
            category=reading.category,
            count=item.match.count,
            victims=reading.victims.text or reading.named.text,
            side=side,
            source=item.source,
            incident=place,
            flags=tuple(_flags(reading)),
            rule=f"infobox_{reading.rule}",
        )

    def _place(self, item: Item) -> str:
        """The incident of a figure: its header, its own words or the parentheses behind it may name a place."""
        header = " ".join(token.text for token in item.header.words)
        remark = " ".join(token.text for token in item.remark)
        words = self.document.text[item.tokens[0].start : item.tokens[-1].end]
        aside = self.document.text[item.aside[0].start : item.aside[-1].end] if item.aside else ""
        return self.incidents.of_infobox(f"{header} {words} {remark}", aside)


def _extent(item: Item, reading: Reading, text: str) -> tuple[int, int]:
    """From the count, or the casualty word before it, to the last word or the voice that directly follows."""
    return _quote_start(item, reading), item.end or item.tokens[-1].end + _closing_quote(item, text)


def _quote_start(item: Item, reading: Reading) -> int:
    """`Killed: 17` and `killed 17` begin with their word, `31 killed` under a header does not."""
    own_header = item.header.line == item.line and reading.rule == "header_category"
    before = item.header.words if own_header and not item.label else item.label
    bare = reading.rule in ("stated_category", "header_category") and len(item.tokens) == item.match.last
    near = bool(before) and item.tokens[0].start - before[-1].end <= len(": ")
    return before[0].start if bare and near else item.tokens[0].start


def _closing_quote(item: Item, text: str) -> int:
    """`~20 "neutralised"`: the quotation mark that closes what the item opened belongs to the quote."""
    last = item.tokens[-1].end
    return int(text[item.tokens[0].start : last].count('"') % 2 == 1 and text[last : last + 1] == '"')


def _flags(reading: Reading) -> Iterator[str]:
    yield from dict.fromkeys(reading.item.flags)
    if reading.combined:
        yield "combined"
    if reading.item.match.count.hedge == "approx":
        yield "approx"
    if not reading.stated and reading.item.match.count.vague is None:
        yield "implicit"
