"""The items of an infobox value: each count with its words, its header and the remarks that reach it."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Literal

from sahel_tui.claims.counts.count_matches import CountMatch, apply_hedge
from sahel_tui.claims.counts.counts import CountFinder
from sahel_tui.claims.infobox.infobox_headers import Header, HeaderReader
from sahel_tui.claims.infobox.infobox_labels import LabelCutter
from sahel_tui.claims.infobox.infobox_pieces import Piece, cut_pieces
from sahel_tui.claims.infobox.infobox_remarks import Remark, RemarkReader, names_party
from sahel_tui.claims.language.categories import find_families
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.dataclass import dataclass, field, replace
from sahel_tui.model import Count

Gap = Literal["start", "space", "and", "comma", "line", "blank", "cell", "rule"]
"""What stands between an item and the one before, the strongest counting."""

GAPS: dict[str, Gap] = {"comma": "comma", "line": "line", "blank": "blank", "cell": "cell", "rule": "rule"}
"""The gap a separating piece makes; a colon makes none."""

STRENGTH: dict[str, int] = {"space": 0, "comma": 1, "line": 2, "blank": 3, "cell": 4, "rule": 5, "start": 6}


@dataclass(slots=True)
class Item:
    """One stated quantity of an infobox value."""

    tokens: list[Token]
    """The count and the words behind it."""
    match: CountMatch
    """Indexes into `tokens`; `first` is 0."""
    label: list[Token]
    """Words before the count in its piece: `Flag of Mali.svg`, `including`, `Malian losses`."""
    piece: list[Token]
    """All words between the separators around it; several counts may share them."""
    line: int
    gap: Gap
    header: Header
    source: str | None = None
    party: list[Token] = field(default_factory=list)
    """Words of a parenthesis that names the victims (`9 killed (VDP)`)."""
    remark: list[Token] = field(default_factory=list)
    """All words of the parentheses straight behind it."""
    aside: list[Token] = field(default_factory=list)
    """All words of the parentheses that cover it: `(in February, per the MNLA)`."""
    closed: bool = False
    """A voice's parenthesis follows: what comes next is somebody else's figure."""
    end: int | None = None
    """End of that parenthesis, where the quote ends."""
    before_colon: bool = False
    """Stands before a colon: the lines below it are its parts."""
    part: bool = False
    """Stands inside the parenthesis of the item before."""
    left_header: bool = False
    """Has a voice of its own under another voice's header."""
    flags: list[str] = field(default_factory=list)


SHORTEST_LIST = 3
"""Lines of a cell that a voice at their end covers together; two may as well have a voice each."""


class ItemReader:
    """Reads the items of one field value, in order; `flattened` ones lost their columns, so headers end early."""

    def __init__(self, masked: str, remarks: RemarkReader, lexicon: Lexicon, *, flattened: bool) -> None:
        self.masked = masked
        self.remarks = remarks
        self.headers = HeaderReader(remarks, lexicon)
        self.labels = LabelCutter(lexicon)
        self.lexicon = lexicon
        self.flattened = flattened
        self.items: list[Item] = []
        self._header = Header()
        self._line = 0
        self._gap: Gap = "start"
        self._reach = 0
        """First item a parenthesis may still reach back to."""
        self._closing = False
        """A parenthesis has just ended a reach; more parentheses may follow it."""

    def read(self, start: int, end: int) -> list[Item]:
        """The items of `text[start:end]`."""
        pieces = list(cut_pieces(self.masked, start, end))
        for piece, following in zip_longest(pieces, pieces[1:]):
            if piece.kind == "words":
                self._on_words(piece, before_colon=following is not None and following.kind == "colon")
            elif piece.kind == "paren":
                self._on_parenthesis(piece)
            else:
                self._on_separator(piece.kind)
        return self.items

    def _on_separator(self, kind: str) -> None:
        """`<hr>` and empty lines end the reach of parentheses, a line break that of an inline header."""
        gap = GAPS.get(kind)
        goes_on = kind == "line" and self._gap == "comma"  # `181+ killed,` and below it `400 captured`
        if gap and STRENGTH[gap] > STRENGTH[self._gap] and not goes_on:
            self._gap = gap
        if gap is None or gap == "comma":
            return
        self._line += 1
        if kind in ("rule", "cell", "blank"):
            self._reach = len(self.items)
        self._end_header(kind)

    def _end_header(self, kind: str) -> None:
        """A header ends at a rule, an inline one of a flattened value at its line; one that stands alone goes on.

        `Total:` adds up what stands above; behind an empty line something else is counted.
        """
        inline = bool(self._header.words) and not self._header.stands_alone and self._is_used()
        ends = kind in ("rule", "cell") or (kind == "blank" and self._is_used() and self.headers.is_total(self._header))
        if ends or (inline and self.flattened):
            self._header = Header()
        elif self._header.line == self._line - 1 and not self._is_used():
            self._header.stands_alone = True

    def _is_used(self) -> bool:
        """An item followed the header on its own line."""
        return bool(self.items) and self.items[-1].header is self._header

    def _on_words(self, piece: Piece, *, before_colon: bool) -> None:
        tokens = tokenise(self.masked, piece.start, piece.end)
        matches = [match for match in CountFinder(tokens, self.lexicon).find() if not match.article]
        if not tokens:
            return
        if before_colon:
            self._before_colon(tokens, matches)
        elif matches:
            self._add_all(tokens, matches)
        else:
            self._without_count(tokens)

    def _before_colon(self, tokens: list[Token], matches: list[CountMatch]) -> None:
        """A header, an item with a header behind it, or an item whose parts follow."""
        cut = self.headers.start(tokens, matches[-1].last, self._header, self._line) if matches else 0
        if matches:
            self._add_all(tokens[:cut], [match for match in matches if cut is None or match.last <= cut])
        if cut is None:
            self.items[-1].before_colon = True
            self._reach, self._closing = len(self.items), False
        else:
            self._header = self.headers.read(tokens[cut:], self._line)
            self._reach, self._closing = len(self.items), False

    def _without_count(self, tokens: list[Token]) -> None:
        """A voice (`, per Mali`), an apposition (`all militiamen`) or a header without a colon (`Wagner Group`)."""
        cue = self.remarks.find_cue(tokens)
        last = self.items[-1] if self.items else None
        if cue and cue[0] == 0 and last:
            self._cover(self.remarks.read(tokens), tokens[0].start, tokens[-1].end)
        elif last and tokens[0].lower in self.lexicon.list("all") and self.headers.names_somebody(tokens[1:]):
            last.party = tokens[1:]
        elif last and self._gap == "comma" and last.line == self._line:
            last.tokens += self.labels.further_fates(tokens)
        elif self.headers.is_bare(tokens) and self._gap != "space":
            self._header = Header(None, tokens, self._line)

    def _add_all(self, tokens: list[Token], matches: Sequence[CountMatch]) -> None:
        """One item a count; `41 wounded and 35 killed` are two, `60 per HRW` has its voice inline."""
        starts = self.labels.starts(tokens, matches, led=self._is_led())
        for number, match in enumerate(matches):
            own = tokens[match.first : starts[number + 1]]
            cue = self.remarks.find_cue(own)
            words = own[: cue[0]] if cue else own
            label = tokens[starts[number] : match.first]
            self._add(words, replace(match, first=0, last=match.last - match.first), label, tokens, number)
            if cue:
                self._cover(self.remarks.read(own[cue[0] :]), own[cue[0]].start, own[-1].end)

    def _add(self, words: list[Token], match: CountMatch, label: list[Token], piece: list[Token], number: int) -> None:
        if self._closing:
            self._reach, self._closing = len(self.items), False
        gap = self._gap if not number else "and" if self.labels.is_joined(label) else "space"
        said = self.remarks.said_by(label)
        source, label = (said, []) if said else (self._header.source, label)
        item = Item(words, self._settle(words, match), label, piece, self._line, gap, self._header, source)
        self.items.append(item)
        self._gap = "space"

    def _settle(self, words: Sequence[Token], match: CountMatch) -> CountMatch:
        """`0` says that there is none; `20 killed at least` has its hedge at the end."""
        if match.count.high == 0:
            return replace(match, count=Count(0, 0, "none"))
        hedge = self.lexicon.hedges_after.match_before(words, len(words)) if len(words) > match.last else None
        return replace(match, count=apply_hedge(match.count, hedge[0])) if hedge else match

    def _is_led(self) -> bool:
        """A party stands before a figure of this line."""
        return any(item.line == self._line and names_party(item.label, self.lexicon) for item in self.items)

    def _on_parenthesis(self, piece: Piece) -> None:
        """A voice or a party reaches back to the one before; figures inside are parts of the item before."""
        tokens = tokenise(self.masked, piece.start, piece.end)
        if not tokens or not self.items:
            return
        remark = self.remarks.read(tokens)
        self._cover(remark, piece.start - 1, piece.after)
        for part in remark.parts:
            self._add_part(part)

    def _add_part(self, tokens: list[Token]) -> None:
        """`including 2 VDP`, `6 from MINUSMA`: items that leave the reach and the gap of the value as they are."""
        matches = self.remarks.count_parts(tokens)
        parent = self._last_whole()
        starts = self.labels.starts(tokens, matches, led=self._is_led())
        for match, start, end in zip(matches, starts, starts[1:], strict=False):
            words, moved = tokens[match.first : end], replace(match, first=0, last=match.last - match.first)
            label = tokens[start : match.first]
            item = Item(words, self._settle(words, moved), label, tokens, parent.line, "and", parent.header)
            item.part, item.source = not self.remarks.adds(tokens), parent.source
            self.items.append(item)

    def _cover(self, remark: Remark, opened: int, closed: int) -> None:
        """Give a voice or a party to the items since the last one: those of this line unless the remark begins it."""
        last = self._last_whole()
        between = self.masked[last.tokens[-1].end : opened].strip(" \t\n()")
        if not between:
            last.remark = last.remark + remark.words
        covered = self._covered()
        for item in covered:
            self._apply(remark, item)
        if remark.closes:
            self._closing = True
            last.closed = not between
            last.end = closed if last.closed and "\n" not in self.masked[last.tokens[-1].end : opened] else last.end

    def _last_whole(self) -> Item:
        return next(item for item in reversed(self.items) if not item.part)

    def _covered(self) -> list[Item]:
        """Open items of this line, with the lines above that go on to count other losses, else those lines alone.

        A lone `Unknown` is a whole cell. `several dead`, `4 captured`, `6 vehicles destroyed (per Mali)` is one list.
        """
        reached = [item for item in self.items[self._reach :] if not self._is_other_cell(item)]
        own_line = self._behind_semicolon([item for item in reached if item.line == self._line])
        if not own_line and len(reached) == 1 and reached[0].line == self._line - 1:
            return reached  # `None` and below it `(per the MNLA)`
        above = [item for item in reached if item.line != self._line and not _is_whole_cell(item)]
        return above + own_line if not own_line or self._is_list(above + own_line) else own_line

    def _behind_semicolon(self, items: list[Item]) -> list[Item]:
        """`2 killed, 6 wounded; 9 killed (per JNIM)`: nobody gives two figures of one loss; the mark parts them."""
        for at in range(len(items) - 1, 0, -1):
            gap = self.masked[items[at - 1].tokens[-1].end : items[at].tokens[0].start]
            losses = [
                {f for item in part for f in find_families(item.piece, self.lexicon)}
                for part in (items[:at], items[at:])
            ]
            if ";" in gap and losses[0] & losses[1]:
                return items[at:]
        return items

    def _is_other_cell(self, item: Item) -> bool:
        """`inconnues ~ 260 dead (per Mali)` of lost columns: a bare `Unknown` before a figure is a cell of its own."""
        lone = item.match.count.vague in ("none", "unknown") and len(item.tokens) == 1
        return self.flattened and lone and len(item.piece) > 1 and item is not self.items[-1]

    def _is_list(self, items: Sequence[Item]) -> bool:
        """Three lines or more with a figure each, no kind of loss twice, and no voice yet."""
        if len(items) < SHORTEST_LIST:
            return False
        counted = [item for item in items if not self._is_freed(item)]
        losses = [tuple(find_families(item.piece, self.lexicon)) for item in counted]
        apart = len(set(losses)) == len(counted) and len({item.line for item in items}) == len(items)
        return apart and () not in losses and not any(item.source for item in items)

    def _is_freed(self, item: Item) -> bool:
        """`200 deserted`: no loss, yet a line of the same list."""
        return any(self.lexicon.marks["freed"].match(item.piece, at) for at in range(len(item.piece)))

    def _apply(self, remark: Remark, item: Item) -> None:
        item.aside = item.aside + remark.words
        if remark.source:
            item.left_header = item.header.source not in (None, remark.source)
            item.source = remark.source
        if remark.party and not item.part:
            item.party = remark.party
        item.flags += ["early"] * remark.early + ["disputed"] * remark.disputed


def _is_whole_cell(item: Item) -> bool:
    return item.match.count.vague in ("none", "unknown") and len(item.piece) == 1
