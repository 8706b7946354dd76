"""Totals, their parts, and the members of one side that an infobox cell lists one after the other."""

from collections.abc import Collection, Sequence

from sahel_tui.claims.infobox.infobox_readings import Reading, is_lone
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.model import CIVILIANS, UNSPECIFIED


def mark_parts(readings: Sequence[Reading]) -> None:
    """Totals and the parts below them that add up to them.

    `10 wounded, 9 killed:` by its colon; `8 killed, 10 wounded` above `4 killed, 8 wounded` and `4 killed, 2 wounded`
    because both categories add up.
    """
    for line in sorted({reading.item.line for reading in readings}):
        heads = [at for at, reading in enumerate(readings) if reading.item.line == line and not reading.subset]
        colon = next((at for at in heads if readings[at].item.before_colon), None)
        if colon is not None:
            heads = [at for at in heads if at <= colon]
        elif len({readings[at].category for at in heads}) < 2:
            continue
        if heads:
            _mark_sums([readings[at] for at in heads], readings[heads[-1] + 1 :], stated=colon is not None)


def _mark_sums(totals: Sequence[Reading], below: Sequence[Reading], *, stated: bool) -> None:
    """Flag totals and parts; without a colon all totals of the line must add up, each from two parts or more."""
    sums = [_parts_of(total, below) for total in totals]
    if not stated and any(len(parts) < 2 for parts in sums):
        return
    for total, parts in zip(totals, sums, strict=True):
        total.item.flags += ["total"] * bool(parts)
        for part in parts:
            part.item.flags.append("subset")


def _parts_of(total: Reading, below: Sequence[Reading]) -> list[Reading]:
    """The next figures of the total's category and voice that add up to it, none when they do not."""
    rest = total.item.match.count.low or 0
    parts: list[Reading] = []
    for reading in below:
        figure = reading.item.match.count.low
        if reading.category != total.category or figure is None or reading.subset:
            continue
        parts.append(reading)
        rest -= figure
        if rest <= 0:
            break
    return parts if rest == 0 else []


def widen_totals(readings: Sequence[Reading], sides: list[str], lexicon: Lexicon) -> None:
    """A total of unnamed people whose parts stand on different sides belongs to none.

    `35 killed: 20 soldiers, 15 civilians` because the parts make up all of it; `30 (including 4 attackers)` and `78
    (including the perpetrator)` because attackers are never among the civilians counted.
    """
    for at, reading in enumerate(readings):
        if reading.subset or reading.victims.kind not in ("", "people"):
            continue
        parts = _parts_behind(readings, at)
        complete = sum(readings[part].item.match.count.low or 0 for part in parts) == reading.item.match.count.low
        several = len({sides[part] for part in parts}) > 1
        attackers = any(readings[part].victims.kind == "group" for part in parts) or _adds_attacker(reading, lexicon)
        if (complete and several) or (attackers and sides[at] == CIVILIANS):
            sides[at] = UNSPECIFIED


def _adds_attacker(reading: Reading, lexicon: Lexicon) -> bool:
    """`(including the perpetrator)`: an attacker told apart without a figure."""
    remark = reading.item.remark
    nouns = (lexicon.nouns.match(remark, at) for at in range(len(remark)))
    return bool(lexicon.marks["subset_before"].match(remark, 0)) and any(noun and noun[0] == "group" for noun in nouns)


def _parts_behind(readings: Sequence[Reading], at: int) -> list[int]:
    """Indexes of the parts of a figure: the subsets of its category up to the next whole of that category."""
    parts: list[int] = []
    for other in range(at + 1, len(readings)):
        if readings[other].category != readings[at].category:
            continue
        if not readings[other].subset:
            break
        parts.append(other)
    return parts


def mark_members(
    readings: Sequence[Reading], sides: Sequence[str], places: Sequence[str], single: Collection[str]
) -> None:
    """Flag the figures of another member of a side (`member2`): figures of different members never compete.

    `single` are the sides with one party alone: there a rule parts voices, `71 killed (per Niger)<hr> 100+ killed (per
    ISGS)`.

    `None (France), 1 killed (Mali)` by name; `7 killed (per Mali)<hr> 4 injured` by the rule; `5 wounded, 2 wounded` by
    repetition; `None, 3 killed` because nobody and three cannot be said of the same people by the same voice. Figures
    of different `places` (their incidents) do not compete anyway.
    """
    cells: dict[tuple[str, str], _Members] = {}
    for at, (reading, side) in enumerate(zip(readings, sides, strict=True)):
        if reading.total or "early" in reading.item.flags:
            continue
        alone = all(other != side or i == at for i, other in enumerate(sides))
        lone = is_lone(reading) and reading.item.source is None and not alone
        number = cells.setdefault((side, places[at]), _Members(side in single)).place(reading, lone=lone)
        if number > 1:
            reading.item.flags.append(f"member{number}")


class _Members:
    """The members of one side met so far in a cell."""

    def __init__(self, single: bool) -> None:
        self.single = single
        self.source: str | None = None
        """Who gave the figure before."""
        self.number = 0
        self.highest = 0
        self.names: dict[str, int] = {}
        self.seen: set[tuple[str, str | None]] = set()
        self.after_lone = False

    def place(self, reading: Reading, *, lone: bool) -> int:
        """The number of the member a figure belongs to, from 1."""
        if reading.subset and self.number:
            return self.number
        name = _member_name(reading)
        key = (reading.category, reading.item.source)
        repeated = key in self.seen and not reading.victims.text
        if name and name in self.names:
            self._go_to(self.names[name])
        elif self.number and not name and self._begins_account(reading):
            self._go_to(1)
        elif not self.number or name or repeated or lone or self.after_lone or self._is_ruled_off(reading):
            self._open(name)
        self.seen.add(key)
        self.source = reading.item.source
        self.after_lone = lone
        return self.number

    def _begins_account(self, reading: Reading) -> bool:
        """Another voice's header opens an account of the same people: `Per CSP: 9 killed`, `Per NYT: 18 killed`."""
        header = reading.item.header
        return header.source is not None and header.source == reading.item.source and header.source != self.source

    def _is_ruled_off(self, reading: Reading) -> bool:
        """A rule stands before the figure, and not only another voice."""
        voices = {self.source, reading.item.source}
        return reading.item.gap == "rule" and not (self.single and None not in voices and len(voices) == 2)

    def _open(self, name: str) -> None:
        self.highest += 1
        self.number = self.highest
        self.seen = set()
        if name:
            self.names[name] = self.number

    def _go_to(self, number: int) -> None:
        if number != self.number:
            self.number, self.seen = number, set()


def _member_name(reading: Reading) -> str:
    """The member that a parenthesis, label or header names: `(Mali)`, `Wagner Group:`; a mere noun names none."""
    if reading.named is reading.victims or not (reading.named.actors or reading.named.nations):
        return ""
    return " ".join([*(actor.id for actor in reading.named.actors), *reading.named.nations])
