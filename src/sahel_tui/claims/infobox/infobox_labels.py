"""Where the words of one count end and the label of the next begins, when several counts share a piece of a value."""

from collections.abc import Sequence
from itertools import pairwise

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.infobox.infobox_remarks import names_party
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.victims import find_victims


class LabelCutter:
    """Cuts a piece between its counts; `led` says that a party already leads a figure of this line."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def is_joined(self, label: Sequence[Token]) -> bool:
        """`9 killed and 15 wounded`, `35 killed including 3 officers`; not `14 wounded 27 killed`."""
        return any(self._joins(label, at) for at in range(len(label)))

    def starts(self, tokens: Sequence[Token], matches: Sequence[CountMatch], *, led: bool) -> list[int]:
        """Where the words of each count begin, and the end of the last; labels may stand before their counts."""
        starts = [0]
        leading = self._ends_with_trigger(tokens[: matches[0].first])
        for match, following in pairwise(matches):
            start = match.last if leading else self._start(tokens, match.last, following.first, led=led)
            starts.append(start)
        return [*starts, len(tokens)]

    def further_fates(self, tokens: Sequence[Token]) -> list[Token]:
        """`1,000+ killed, captured or deserted`: the words behind the comma that say what else befell those counted."""
        at = end = 0
        joined = False
        while at < len(tokens):
            word = self.lexicon.triggers.match(tokens, at)
            joined = joined or tokens[at].lower in self.lexicon.list("or")
            at += word[1] if word else 1
            end = at if word else end
            if not word and tokens[at - 1].lower not in self.lexicon.list("or"):
                freed = self.lexicon.marks["freed"].match(tokens, at - 1)
                return list(tokens[:end]) if joined and freed else []
        return list(tokens[:end]) if joined else []

    def _ends_with_trigger(self, tokens: Sequence[Token]) -> bool:
        """`Killed 17, wounded 9`: the casualty word stands before its count."""
        return bool(tokens) and self.lexicon.triggers.match_before(tokens, len(tokens)) is not None

    def _start(self, tokens: Sequence[Token], first: int, last: int, *, led: bool) -> int:
        """Behind the noun and the casualty word of one count, where `including`, `and` or a party opens the next."""
        party = self._party_behind_word(tokens, first, last) or (self._led_party(tokens, first, last) if led else None)
        if party is not None:
            return party
        at = min(last, find_victims(tokens, first, self.lexicon).last)
        for index in range(first, last):
            trigger = self.lexicon.triggers.match(tokens, index)
            at = max(at, index + trigger[1]) if trigger else at
        return next((index for index in range(at, last) if self._opens_label(tokens, index)), last)

    def _party_behind_word(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """`47 killed Mali ~12 killed`, `6 dead Flag of Niger.svg 2 dead`: who is named leads the next count."""
        word = self.lexicon.triggers.match(tokens, first)
        at = first + word[1] if word else last
        between = tokens[at:last]
        alone = bool(between) and between[0].text[:1].isupper() and names_party(between, self.lexicon)
        noun = find_victims(tokens, at, self.lexicon)
        return at if alone and (not noun.head or noun.kind == "excluded") else None

    def _led_party(self, tokens: Sequence[Token], first: int, last: int) -> int | None:
        """`Niger 6 injured, 89+ killed Islamic State 77 killed`: a party that leads its figures."""
        for at in range(first + 1, last):
            mention = load_actors().match(tokens, at)
            if mention and mention.last == last and self.lexicon.triggers.match(tokens, at - 1):
                return at
        return None

    def _opens_label(self, tokens: Sequence[Token], at: int) -> bool:
        actor = load_actors().match(tokens, at)
        return self._joins(tokens, at) or bool(actor) or names_party(tokens[at : at + 1], self.lexicon)

    def _joins(self, tokens: Sequence[Token], at: int) -> bool:
        part = self.lexicon.marks["subset_before"].match(tokens, at)
        return bool(part or self.lexicon.conjunctions.match(tokens, at))
