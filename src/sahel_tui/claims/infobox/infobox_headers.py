"""Headers of an infobox value: `Per CSP:`, `Wagner Group:`, `Killed:`, and how far back in a line they begin."""

from collections.abc import Sequence

from sahel_tui.claims.infobox.infobox_remarks import PERSON_KINDS, RemarkReader, names_party
from sahel_tui.claims.language.categories import find_families
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.victims import find_victims
from sahel_tui.dataclass import dataclass, field

LONGEST_STATEMENT = 4
"""Words of a party and its statement: `Burkina Faso government claim`."""


@dataclass(slots=True)
class Header:
    """Words that hold for the items below or behind them."""

    source: str | None = None
    words: list[Token] = field(default_factory=list)
    """What is counted, or of whom; empty for a voice."""
    line: int = -1
    stands_alone: bool = False
    """Nothing followed on its line: it heads the lines below."""


class HeaderReader:
    """Tells headers from items before a colon."""

    def __init__(self, remarks: RemarkReader, lexicon: Lexicon) -> None:
        self.remarks = remarks
        self.lexicon = lexicon

    def read(self, words: list[Token], line: int) -> Header:
        """`Per Mali:` and `JNIM claim:` are voices; `Wagner Group:`, `Killed:`, `Total:` say what is counted."""
        source = self.remarks.cue_voice(words) or self.remarks.statement_voice(words) or self.remarks.owned_voice(words)
        return Header(source, [] if source else words, line)

    def is_total(self, header: Header) -> bool:
        """`Total:`, with nothing that is counted."""
        words = [token.lower for token in header.words]
        return bool(words) and self.lexicon.list("total_words").issuperset(words)

    def start(self, tokens: Sequence[Token], last_count: int, current: Header, line: int) -> int | None:
        """Where a header begins behind an item on the same line, None when the colon belongs to the item.

        `2+ Per Mali:`, `6 hurt JNIM claim:`, `12 WIA: 30` under `KIA:`, `4+ Mali: 11` under `Wagner:`.
        """
        for at in range(max(1, last_count), len(tokens)):
            cue = self.lexicon.according_to.match(tokens, at)
            if cue or tokens[at].lower in self.lexicon.list("total_words") or self._is_statement(tokens[at:]):
                return at
        if not current.words or current.line != line:
            return None
        return self._like(tokens, last_count, current)

    def _is_statement(self, words: Sequence[Token]) -> bool:
        """`JNIM claim`, `Malian claim`: a party and its statement, and nothing else."""
        stated = len(words) > 1 and words[-1].lower in self.lexicon.statements
        return stated and names_party(words[:1], self.lexicon) and len(words) <= LONGEST_STATEMENT

    def _like(self, tokens: Sequence[Token], first: int, current: Header) -> int | None:
        """The next header of a row of labels: a casualty word under a casualty word, a party under a party."""
        counted = bool(find_families(current.words, self.lexicon))
        for at in range(first, len(tokens)):
            is_word = self.lexicon.triggers.match(tokens, at) is not None
            if (counted and is_word) or (not counted and self.names_somebody(tokens[at:])):
                return at
        return None

    def is_bare(self, words: list[Token]) -> bool:
        """A line of its own that only names a party or a casualty word: `Wagner Group`, `Killed`."""
        if names_party(words, self.lexicon):
            return len(words) <= 6 and not find_families(words, self.lexicon)
        whole = self.lexicon.triggers.match(words, 0)
        return (whole is not None and whole[1] == len(words)) or self.names_somebody(words)

    def names_somebody(self, words: Sequence[Token]) -> bool:
        """The words are one noun phrase of people (`Malian soldiers`, `Civilians`)."""
        victims = find_victims(words, 0, self.lexicon)
        known = victims.kind in PERSON_KINDS or bool(victims.actors)
        return known and victims.last == len(words)
