"""An infobox value cut into items: a count with its words, the parentheses behind it and the header before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sahel_tui.claims.counts import CountFinder, CountMatch
from sahel_tui.claims.naming import name_source
from sahel_tui.claims.tokens import Token, mask_marks, tokenise
from sahel_tui.claims.words import Lexicon

PIECE = re.compile(
    r"(?P<rule><hr\s*/?>|(?<=\s)\|(?=\s)|----+)|(?P<paren>\((?:[^()]|\([^()]*\))*\)?)"
    r"|(?P<line>\n|<br\s*/?>|•|·(?=\s))|(?P<comma>[,;](?!\d{3}\b))|(?P<colon>:)"
    r"|(?P<words>(?:[^(),;:\n<•|]|,(?=\d{3}\b)|<(?!hr|br)|\|(?!\s)|(?<!\s)\|)+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """One stated quantity of an infobox value."""

    tokens: list[Token]
    match: CountMatch
    line: int
    source: str | None = None
    named_in_parenthesis: list[Token] = field(default_factory=list)
    """Words of a parenthesis that names victims, not a source (`9 killed (VDP)`)."""
    header: list[Token] = field(default_factory=list)
    """Words of a header that names victims (`Wagner Group: 2+`)."""
    end: int | None = None
    """End of the source parenthesis that directly follows, where the quote ends."""
    closed: bool = False
    """A source's parenthesis follows: what comes next is somebody else's figure."""
    piece: list[Token] = field(default_factory=list)
    """All words between the separators around it; several counts may share them."""
    before_colon: bool = False
    """Stands before a colon: the lines below it are its parts."""
    after_rule: bool = False
    flags: list[str] = field(default_factory=list)


class ItemReader:
    """Reads the items of one field value, in order, with their sources."""

    def __init__(self, text: str, lexicon: Lexicon, country: str | None) -> None:
        self.masked = mask_marks(text)
        self.lexicon = lexicon
        self.country = country
        self.items: list[Item] = []
        self._line = 0
        self._open = 0
        """First item that a source parenthesis may still reach back to."""
        self._line_open = 0
        self._header_source: str | None = None
        self._header_words: list[Token] = []
        self._rule = False

    def read(self, start: int, end: int) -> list[Item]:
        """The items of `text[start:end]`."""
        for piece in PIECE.finditer(self.masked, start, end):
            getattr(self, f"_on_{piece.lastgroup}")(piece)
        return self.items

    def _on_rule(self, piece: re.Match[str]) -> None:
        self._open, self._rule, self._header_source, self._header_words = len(self.items), True, None, []
        self._line += 1

    def _on_line(self, piece: re.Match[str]) -> None:
        self._line += 1
        self._line_open = len(self.items)

    def _on_comma(self, piece: re.Match[str]) -> None:
        """Commas only separate."""

    def _on_colon(self, piece: re.Match[str]) -> None:
        if self.items and self._last_end(piece.start()):
            self.items[-1].before_colon = True

    def _last_end(self, at: int) -> bool:
        between = self.masked[self.items[-1].tokens[-1].end : at]
        return not between.strip()

    def _on_words(self, piece: re.Match[str]) -> None:
        tokens = tokenise(self.masked, piece.start(), piece.end())
        if not tokens:
            return
        if self.masked[piece.end() : piece.end() + 1] == ":" and self._read_header(tokens):
            return
        self._split(tokens)

    def _read_header(self, tokens: list[Token]) -> bool:
        """`Per CSP:`, `JNIM claim:`, `Wagner Group:`; a header after items on its line opens a new reach."""
        matches = CountFinder(tokens, self.lexicon).find()
        if any(not match.article for match in matches):
            cut = self._header_start(tokens)
            if cut is None:
                return False
            self._split(tokens[:cut])
            tokens = tokens[cut:]
        source = None if self._is_party_only(tokens) and self._names_no_source(tokens) else self._source_of(tokens)
        self._open = len(self.items)
        self._header_source = source
        self._header_words = [] if source else tokens
        return True

    def _header_start(self, tokens: Sequence[Token]) -> int | None:
        """Where a header begins behind an item on the same line: `2+ Per Mali:`, `15 civilians dead Total:`."""
        for at, token in enumerate(tokens):
            if at and (self._is_source_cue(tokens, at) or token.lower in self.lexicon.list("total_words")):
                return at
        return None

    def _is_source_cue(self, tokens: Sequence[Token], at: int) -> bool:
        return self.lexicon.according_to.match(tokens, at) is not None

    def _split(self, tokens: list[Token]) -> None:
        """One item a count; `41 wounded and 35 killed` are two."""
        matches = [match for match in CountFinder(tokens, self.lexicon).find() if not match.article]
        for number, match in enumerate(matches):
            first = 0 if number == 0 else match.first
            last = matches[number + 1].first if number + 1 < len(matches) else len(tokens)
            own = tokens[first:last]
            moved = CountMatch(match.first - first, match.last - first, match.count, False, match.range_top)
            item = Item(own, moved, self._line, self._header_source, header=self._header_words, after_rule=self._rule)
            item.piece = tokens
            self.items.append(item)

    def _on_paren(self, piece: re.Match[str]) -> None:
        """A source reaches back to the previous one; anything else names victims or a date."""
        closed = piece.end() if piece[0].endswith(")") else piece.end()
        tokens = tokenise(self.masked, piece.start() + 1, piece.end() - piece[0].endswith(")"))
        if not tokens or not self.items:
            return
        source = self._source_of(tokens)
        if source is None:
            if not any(token.kind == "number" for token in tokens):
                self.items[-1].named_in_parenthesis = tokens
            return
        if self._is_party_only(tokens) and self._names_no_source(tokens):
            self.items[-1].named_in_parenthesis = tokens
            return
        self._cover(source, closed, piece.start())

    def _cover(self, source: str, closed: int, opened: int) -> None:
        """Give the source to the items since the last source, on this line unless the parenthesis begins it."""
        own_line = [item for item in self.items[self._open :] if item.line == self._line]
        covered = own_line or self.items[self._open :]
        for item in covered:
            item.source = source
        last = self.items[-1]
        between = self.masked[last.tokens[-1].end : opened]
        last.closed = not between.strip()
        if last.closed and "\n" not in between:
            last.end = closed
        self._open = len(self.items)

    def _is_party_only(self, tokens: Sequence[Token]) -> bool:
        """Nothing but a name: `(VDP)`, `(UN)`, `(Burkina Faso)`."""
        return not any(
            self.lexicon.according_to.match(tokens, at) or tokens[at].lower in self.lexicon.statements
            for at in range(len(tokens))
        )

    def _names_no_source(self, tokens: Sequence[Token]) -> bool:
        """A bare party is the victims, but an organisation that only reports is a source."""
        found = self.lexicon.speakers.match(tokens, 0)
        return not (found and found[0] in ("organisation", "other"))

    def _source_of(self, tokens: list[Token]) -> str | None:
        cue = self.lexicon.according_to.match(tokens, 0)
        words = tokens[cue[1] :] if cue else tokens
        if not cue and words and words[-1].lower in self.lexicon.statements and self._is_described_only(words[:-1]):
            return None if words[0].lower in ("unconfirmed", "disputed") else _as_written(words, self.masked)
        named = name_source(words, self.lexicon, self.country)
        if named:
            return named
        if cue and words:
            return _as_written(words, self.masked)
        if words and words[-1].lower in self.lexicon.statements and len(words) > 1:
            return _as_written(words, self.masked)
        return None

    def _is_described_only(self, words: Sequence[Token]) -> bool:
        """`civilian/military estimate`: words that describe, none that names."""
        return bool(words) and all(word.lower in self.lexicon.unconfirmed or word.kind == "mark" for word in words)


def _as_written(tokens: Sequence[Token], text: str) -> str:
    """The words of an unknown source without a leading article."""
    first = 1 if tokens[0].lower in ("the", "le", "la", "les", "l'") and len(tokens) > 1 else 0
    return text[tokens[first].start : tokens[-1].end]
