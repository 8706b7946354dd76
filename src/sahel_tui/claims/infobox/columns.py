"""Which side a figure belongs to when a capture lost the columns of its casualties."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise

from sahel_tui.claims.infobox.infobox_readings import Reading, is_lone
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.sides.voice_sides import VoiceSides
from sahel_tui.model import CATEGORIES, CIVILIANS, UNSPECIFIED, Category

PREVIOUS = "previous"
"""Own side of a part whose words name nobody: that of the figure it is part of."""

BOAST: dict[Category, float] = {
    "captured": 0.8,
    "vehicles_captured": 0.8,
    "vehicles_destroyed": 0.3,
    "other_equipment_lost": 0.3,
}
"""How unlikely a belligerent reports this of its own side: it boasts of the prisoners and vehicles it took."""

CLAIM_COST = 0.3
"""How unlikely an armed group claims dead of its own side: `117 killed (jihadist claim)`, unlike `4 (per JNIM)`."""

ADMISSION_COST = 0.05
"""How unlikely an armed group counts its own dead at all: what else speaks for it, if anything, decides."""

SPOKEN_COST = 0.2
"""How unlikely a belligerent is said to count unnamed people below the columns: it counts its own and its enemy's."""

UNDISPUTED_COST = 0.1
"""How unlikely a voice follows in its column a figure of the same loss that nobody is said to give."""

GAP_SIGN: dict[str, float] = {"space": 0.1, "blank": 0.3, "cell": 1.6}
"""How much the white space before a figure says that a cell ends; in a value with rules one empty line says it."""

MOST_CUTS = 20
MOST_CUTS_OF_MANY = 4
"""Places a long block may be cut at, the likeliest ones."""

TURN_COST = 0.2
"""How unlikely a cell changes its order from the worst loss to the least, or back."""

LONE_COST = 0.5
"""How unlikely a bare `Unknown` stands in the row below the columns."""

EMPTY_COST = (1.5, 0.5, 0.3)
"""A first column without any figure is unlikely, later ones less so."""


def assign_columns(readings: Sequence[Reading], own: Sequence[str | None], combatants: Combatants) -> list[str]:
    """A side for each figure of a flattened block: columns in their order, then the row of civilians and totals below.

    All ways to cut the block where a cell may end are weighed; the one with the fewest facts at odds wins.
    """
    weigher = _Weigher(readings, own, combatants)
    best = min(weigher.cuts(), key=weigher.cost)
    return fill_sides(own, [weigher.columns[column] for column in _columns_of(best, len(readings))])


def fill_sides(own: Sequence[str | None], columns: Sequence[str]) -> list[str]:
    """Each item's own side, else that of its column; a part is on the side of the figure before it."""
    sides: list[str] = []
    for side, column in zip(own, columns, strict=True):
        if side == PREVIOUS:
            side = sides[-1] if sides else None
        sides.append(side or column)
    return sides


def _columns_of(cuts: tuple[int, ...], length: int) -> list[int]:
    return [sum(1 for cut in cuts if cut <= at) for at in range(length)]


def may_cut(readings: Sequence[Reading], at: int) -> bool:
    """A cell starts on a new line or where only a space (or a voice) parts two items, never behind a comma."""
    return not readings[at].subset and readings[at].item.gap in ("line", "blank", "cell", "space")


def _flagged_names(readings: Sequence[Reading]) -> list[str]:
    """Whom each figure counts: `2 captured` on the line below `Flag of Russia.svg 46 killed` are Russians, too."""
    names, party = list[str](), ""
    for before, reading in zip((None, *readings), readings, strict=False):
        label = {token.lower for token in reading.item.label}
        if "flag" in label:
            party = reading.named.text.lower()
        elif before and before.item.header is not reading.item.header:
            party = ""
        names.append(reading.named.text.lower() or party)
    return names


class _Weigher:
    """Counts the facts that speak against one way to cut a block."""

    def __init__(self, readings: Sequence[Reading], own: Sequence[str | None], combatants: Combatants) -> None:
        self.readings = readings
        self.own = own
        self.combatants = combatants
        self.voices = VoiceSides(combatants)
        listed = [combatant.id for combatant in combatants.listed]
        self.columns = [*(listed if len(listed) > 1 else ["combatant1", "combatant2"]), CIVILIANS]
        self.row = len(self.columns) - 1
        self.crowded = {at for at, side in enumerate(combatants.listed) if len(side.actors) > 1}
        """Columns of several parties, each of which may have suffered nothing known."""

    def cuts(self) -> Iterator[tuple[int, ...]]:
        """Start indexes of the second and later columns, never falling; equal ones leave a column empty."""
        inner = [at for at in range(1, len(self.readings)) if may_cut(self.readings, at)]
        most = MOST_CUTS if len(self.columns) <= 4 else MOST_CUTS_OF_MANY
        likely = sorted(inner, key=self._sign, reverse=True)[:most]
        return combinations_with_replacement([0, *sorted(likely), len(self.readings)], len(self.columns) - 1)

    def cost(self, cuts: tuple[int, ...]) -> float:
        """The higher, the less plausible; ties go to the first cut offered."""
        columns = _columns_of(cuts, len(self.readings))
        empty = sum(EMPTY_COST[min(column, 2)] for column in range(self.row) if column not in columns)
        odds = self._misplaced(columns) + self._repeated(columns) + TURN_COST * self._turns(columns)
        return round(empty + odds - self._natural(cuts), 3)

    def _turns(self, columns: list[int]) -> int:
        """A cell goes from the dead down or up to them: `16 injured, 4 dead, 5 POWs` turns round and is two cells."""
        turns = 0
        for column in range(self.row):
            read = zip(self.readings, columns, strict=True)
            own = [reading for reading, at in read if at == column and not reading.subset and not is_lone(reading)]
            for voice in dict.fromkeys(reading.item.source for reading in own):
                ranks = [CATEGORIES.index(reading.category) for reading in own if reading.item.source == voice]
                steps = [after - before for before, after in pairwise(ranks) if after != before]
                turns += sum(1 for before, after in pairwise(steps) if (before > 0) != (after > 0))
        return turns

    def _misplaced(self, columns: list[int]) -> float:
        """Figures whose own words, voice or kind name another column."""
        in_row = {self.own[at] for at, column in enumerate(columns) if column == self.row}
        return sum(
            self._own_cost(at, column, in_row) + self._boast_cost(at, column) for at, column in enumerate(columns)
        )

    def _own_cost(self, at: int, column: int, in_row: set[str | None]) -> float:
        side = self.own[at]
        if side == PREVIOUS:
            return 0
        if column == self.row:
            return self._row_cost(at, side, in_row) + LONE_COST * is_lone(self.readings[at])
        if side in (None, self.columns[column]):
            return 0
        return {CIVILIANS: 0.3, UNSPECIFIED: 0.5}.get(side, 2)

    def _row_cost(self, at: int, side: str | None, in_row: set[str | None]) -> float:
        """Below the columns stand civilians and totals; unnamed figures only beside them."""
        if side in (CIVILIANS, UNSPECIFIED):
            return 0
        beside = bool(in_row & {CIVILIANS, UNSPECIFIED})
        spoken = side is None and self.voices.of(self.readings[at].item.source) in self.columns[: self.row]
        return (0.2 if beside else 1.2) + (0.3 if side else 0) + SPOKEN_COST * spoken

    def _boast_cost(self, at: int, column: int) -> float:
        """`2 helicopters lost (per JNIM)`: neither JNIM's words about itself, nor do armed groups fly."""
        reading = self.readings[at]
        if column == self.row or self.own[at] is not None:
            return 0
        grounded = reading.category == "other_equipment_lost" and self.columns[column] != self.combatants.state_side()
        speaks = self.voices.of(reading.item.source) == self.columns[column]
        return 0.7 * grounded + speaks * self._spoken_cost(reading, self.columns[column])

    def _spoken_cost(self, reading: Reading, own: str) -> float:
        """How unlikely a voice says this of its own side."""
        if reading.category != "killed" or self.combatants.is_government(own):
            return BOAST.get(reading.category, 0)
        words = self.combatants.lexicon.list("claim_words")
        claimed = any(token.lower in words for token in reading.item.remark)
        return CLAIM_COST if claimed else ADMISSION_COST

    def _repeated(self, columns: list[int]) -> float:
        """One voice gives one figure a category and column; a lone `Unknown` fills its column."""
        cost, seen = 0.0, set[tuple[object, ...]]()
        names = _flagged_names(self.readings)
        for reading, name, column, side in zip(self.readings, names, columns, self.own, strict=True):
            if reading.subset or column == self.row or side in (CIVILIANS, UNSPECIFIED):
                continue
            voice = (column, reading.item.source)
            if is_lone(reading):
                cost += (column if column not in self.crowded else voice, "any") in seen
                seen |= {(column, "lone"), (column, "any"), (voice, "any")}
                continue
            whole = not name and (voice, reading.category) in seen
            undisputed = bool(reading.item.source) and ((column, None), reading.category) in seen
            cost += UNDISPUTED_COST * undisputed
            cost += (whole or (voice, reading.category, name) in seen) + ((voice[0], "lone") in seen)
            seen |= {(column, "any"), (voice, "any"), (voice, reading.category, name), (voice, reading.category)}
        return cost

    def _natural(self, cuts: tuple[int, ...]) -> float:
        """Small signs that a cell ends: an empty line, a closed voice, a left header, a category that starts again."""
        return sum(self._sign(at) for at in set(cuts) if 0 < at < len(self.readings))

    def _sign(self, at: int) -> float:
        before, here = self.readings[at - 1], self.readings[at]
        earlier = {reading.category for reading in self.readings[:at]}
        sign = 0.1 * before.item.closed + 0.15 * (here.category in earlier) + GAP_SIGN.get(here.item.gap, 0)
        back = any(reading.item.source == here.item.source for reading in self.readings[: at - 1])
        sign += 0.1 * (
            back and here.item.source != before.item.source
        )  # `Malian claim: 25 killed`, JNIM's, again Mali's
        apart = here.category in earlier and here.category != before.category
        sign += 0.1 * (apart and here.item.gap in ("line", "blank") and here.item.header.source is None)
        sign += 0.5 * (here.item.left_header and not before.item.left_header)
        return sign
