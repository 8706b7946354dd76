"""Counts in running text: digits, number words, ranges, hedges and vague quantities of one language."""

from collections.abc import Sequence

from sahel_tui.claims.counts.count_matches import CountMatch, apply_hedge, find_aside
from sahel_tui.claims.counts.days import is_bare_day, is_hour, is_year_of_event
from sahel_tui.claims.counts.figures import Figures
from sahel_tui.claims.counts.numbers import parse_digits, parse_number_words
from sahel_tui.claims.counts.share_counts import find_half, find_relative
from sahel_tui.claims.counts.small_counts import ONE, find_small, is_pronoun, names_loss
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.dataclass import replace
from sahel_tui.model import Count

MOST_HEDGES = 3
"""Hedges that may stand before one count: `only about another 20`."""

OPENINGS = ("start_words", "vague", "as_many", "shares", "twice")
"""Lists and phrases that a count may open with when it is no figure and has no hedge."""

RELATIVES = frozenset(("as_many", "times_as_many", "shares"))
"""Phrases and lists of counts that are told by another one."""

FARTHEST_HEDGE = 5
"""Tokens behind a count among which a hedge may start: `15 soldiers at least`."""

FARTHEST_CHANGE = 8
"""Tokens from a verb of change to the `from` of its first figure."""


class CountFinder(Figures):
    """Finds the counts of one sentence from left to right."""

    def __init__(self, tokens: Sequence[Token], lexicon: Lexicon) -> None:
        super().__init__(tokens, lexicon)
        self._firm = self._find_firm()
        """Where a count can start but for a hedge: most words are ruled out at once."""
        self._starts = self._firm.union(self.told.get("hedges", ()))
        self._found: list[CountMatch] = []
        self._is_relative = not RELATIVES.isdisjoint(self.told)
        """Some count may be told by another."""

    def find(self) -> list[CountMatch]:
        """All counts in order; none overlaps another."""
        found, end = self._found, 0
        for at in sorted(self._starts):
            if at < end:
                continue
            match = self._of_another(at) or self._at(at)
            if match and not (found and self._denies_again(found[-1], match)):
                found.append(match)
                end = match.last
        return found

    def _of_another(self, at: int) -> CountMatch | None:
        """`as many`, `twice as many villagers`, `half of the patrol's 24 men`."""
        found, told = self._found, self.told.keys()
        return find_relative(self.tokens, at, found, self.lexicon, told) if self._is_relative else None

    def _denies_again(self, before: CountMatch, match: CountMatch) -> bool:
        """`without causing any casualties`: one denial, not two."""
        both = before.count.vague == match.count.vague == "none"
        return both and match.first - before.last <= 2 and self.folded[match.first] in self.lexicon.list("any")

    def _at(self, at: int) -> CountMatch | None:
        if at in self.dates:
            return None
        match = self._plain(at) if at in self._firm else self._hedged(at)
        return None if match is None or self._counts_nobody(at, match.last - 1) else match

    def _plain(self, at: int) -> CountMatch | None:
        """A count where more than a hedge stands."""
        word, lexicon, told = self.folded[at], self.lexicon, self.told
        match = find_small(self.tokens, at, lexicon) if word in lexicon.small_words else None
        match = match or (self._hedged(at) if at in told.get("hedges", ()) else None)
        match = match or (self._vague(at) if at in told.get("vague", ()) else None)
        return match or (self._between_two(at) if word in lexicon.list("between") else None) or self._bare(at)

    def _counts_nobody(self, first: int, last: int) -> bool:
        """The number is a label, an hour, a year or a pronoun."""
        lexicon = self.lexicon
        if (first and self._is_labelled(first)) or is_hour(self.tokens, first, lexicon):
            return True
        year = is_year_of_event(self.tokens, last, lexicon)
        return year or (self.folded[last] in lexicon.list("pronoun_one") and is_pronoun(self.tokens, last, lexicon))

    def _is_labelled(self, at: int) -> bool:
        """`nr 2`, `camp number 1`: the number names a thing."""
        before, lexicon = self.folded[at - 1], self.lexicon
        dated = before in lexicon.list("day_articles") and is_bare_day(self.tokens, at, lexicon)
        if dated or before in lexicon.list("number_labels"):
            return True
        speaker = lexicon.speaker_at(self.tokens, at - 1) if before in lexicon.speakers.first_words else None
        if speaker and speaker[1] > 1:
            return True  # `France 24`
        noun = lexicon.nouns.match_before(self.tokens, at - 1) if before in lexicon.list("thing_labels") else None
        return noun is not None and noun[0] == "excluded"

    def _find_firm(self) -> set[int]:
        told, kinds = self.told, ("number", "word")
        starts = {at for name in OPENINGS if name in told for at in told[name]}
        starts.update([at for at in told.get("figures", ()) if self.tokens[at].kind in kinds])
        return starts

    def _hedged(self, at: int, depth: int = 1) -> CountMatch | None:
        """`at least 21`, `up to thirty`, `some 50`: the hedge belongs to the count."""
        hedge = self.lexicon.hedges.match(self.tokens, at)
        if not hedge:
            return None
        name, inner = hedge[0], at + hedge[1]
        if inner not in self._starts:
            return None
        firm = not at or self.folded[at] in self.lexicon.list("firm_hedges")  # `went as high as 600`
        barred = not firm and self.folded[at - 1] in self.lexicon.list("no_hedge_after")
        if barred or inner in self.dates or self._is_unknown(inner):
            return None  # `plus d'un nombre inconnu de soldats`
        match = self._between_two(inner) if self.folded[inner] in self.lexicon.list("between") else None
        match = match or self._of_another(inner) or self._bare(inner, loose=True)
        if match is None and depth < MOST_HEDGES and self.folded[inner] in self.lexicon.hedges.first_words:
            match = self._hedged(inner, depth + 1)
        if match is None or (match.article and name == "none") or self._hedges_toll_before(at, match):
            return None
        return CountMatch(at, match.last, apply_hedge(match.count, name), match.article, match.range_top)

    def _is_unknown(self, at: int) -> bool:
        return at in self.told.get("vague", ()) and (self.lexicon.vague.match(self.tokens, at) or "?")[0] == "unknown"

    def _hedges_toll_before(self, at: int, match: CountMatch) -> bool:
        """`31 dead at least 40 to 50 wounded`: a range has bounds of its own, so the hedge is that of the toll."""
        if match.count.hedge != "range" or at < 2 or self.lexicon.hedges_after.match(self.tokens, at) is None:
            return False
        told = self.lexicon.triggers.match(self.tokens, at - 1) or self.lexicon.nouns.match(self.tokens, at - 1)
        return told is not None and self._single(at - 2) is not None

    def _vague(self, at: int) -> CountMatch | None:
        found = self.lexicon.vague.match(self.tokens, at)
        if not found:
            return None
        word, length = found
        last = at + length
        trigger = self.lexicon.triggers.match(self.tokens, at)
        asking = self.lexicon.lists("asking", "quoted_as") if length == 1 else self.lexicon.list("asking")
        if (trigger and trigger[1] > length) or (at and self.folded[at - 1] in asking):
            return None  # `it does not say how many were hurt`, `twice as many`
        if word == "unknown" and length == 1 and at and self.folded[at - 1] in self.lexicon.list("of"):
            return None  # `jihadists of unknown allegiance`
        if word == "none":
            if not self.lexicon.list("determiners").isdisjoint(self.folded[last : last + 1]) and self._single(last + 1):
                return None  # `ni les 40 annoncés`
            lacks = self.tokens[at].lower in self.lexicon.list("lacking") and not names_loss(
                self.tokens, last, self.lexicon
            )
            return None if lacks else CountMatch(at, last, Count(0, 0, "none"))
        return CountMatch(at, last, Count(vague=word))

    def _is_changed_from(self, at: int) -> bool:
        """`raised its estimate of the dead from 64 to 100`: two figures of one toll, no range."""
        if self.folded[at] not in self.lexicon.list("from"):
            return False
        clause = self.folded[max(0, at - FARTHEST_CHANGE) : at]
        return "," not in clause and not self.lexicon.list("change_verbs").isdisjoint(clause)

    def _between_two(self, at: int) -> CountMatch | None:
        """`between 300 and 700`, `entre 20 et 30`."""
        if at and (self.folded[at - 1] in self.lexicon.list("change_verbs") or self._is_changed_from(at)):
            return None
        low = self._single(at + 1)
        if not low or low[1] >= len(self.tokens) or self.tokens[low[1]].lower not in self.lexicon.list("between_and"):
            return None
        hedge = self.lexicon.hedges.match(self.tokens, low[1] + 1)  # `from three to as many as 80`
        high = self._single(low[1] + 1 + (hedge[1] if hedge else 0))
        if not high or high[0] < low[0]:
            return None
        match = CountMatch(at, high[1], Count(low[0], high[0], hedge="range"))
        open_ended = hedge is not None and hedge[0] == "at_least"
        return replace(match, count=Count(low[0], None, hedge="at_least"), range_top=high[0]) if open_ended else match

    def _bare(self, at: int, *, loose: bool = False) -> CountMatch | None:
        word, lexicon = self.folded[at], self.lexicon
        if self.tokens[at].kind != "number" and word not in lexicon.bare_words and "-" not in word:
            return None
        half = find_half(self.tokens, at, lexicon) if word in lexicon.half.first_words else None
        if half:
            return half
        tilde = word in "~≈" and at + 1 < len(self.tokens)
        first = self._single(at + 1 if tilde else at, loose=loose or tilde)
        alone = first is not None and not loose and first[1] == at + 1 and word in lexicon.list("articles")
        if first is None or (alone and self._range(at, *first) is None):
            return self._article(at)  # French `un` alone: the article and the numeral are one word.
        value, last = first
        if last < len(self.tokens):
            last = self._skip_repeated(value, last)
        match = self._range(at, value, last) or CountMatch(at, last, Count(value, value))
        if match.last < len(self.tokens) and self.folded[match.last] == "+":
            match = self._plus(match)
        if tilde or self._is_collective(at, match.last):
            match = CountMatch(at, match.last, apply_hedge(match.count, "approx"), False, match.range_top)
        return self._hedge_after(match)

    def _hedge_after(self, match: CountMatch) -> CountMatch:
        """`20 or more`, `a hundred or so`, `15 soldiers at least`."""
        near = range(match.last, match.last + FARTHEST_HEDGE + 1)
        if not any([at in near for at in self.told.get("hedges_after", ())]):
            return match
        after = self.lexicon.hedges_after.match(self.tokens, match.last)
        hedge = after[0] if after else self._hedge_behind_noun(match.last)
        last = match.last + (after[1] if after else 0)
        return replace(match, last=last, count=apply_hedge(match.count, hedge)) if hedge else match

    def _hedge_behind_noun(self, last: int) -> str | None:
        """`15 soldiers at least`, `44 morts au minimum`: a hedge behind what is counted, with no figure of its own."""
        at = last
        while at < len(self.tokens) and at - last < FARTHEST_HEDGE:
            hedge = self.lexicon.hedges_after.match(self.tokens, at)
            if hedge:
                return hedge[0] if at > last and not self._hedges_next(at + hedge[1]) else None
            if self.tokens[at].text == "," and at > last:
                return (find_aside(self.tokens, at, self.lexicon) or (None,))[0]
            noun = self.lexicon.nouns.match(self.tokens, at) or self.lexicon.triggers.match(self.tokens, at)
            if not noun and self.tokens[at].lower not in self.lexicon.list("of"):
                return None
            at += noun[1] if noun else 1
        return None

    def _hedges_next(self, end: int) -> bool:
        """`15 dead, at least 4 wounded`; a range has bounds of its own: `31 dead at least 40 to 50 wounded`."""
        next_one = self._single(end) if end < len(self.tokens) else None
        return next_one is not None and self._range(end, next_one[0], next_one[1]) is None

    def _skip_repeated(self, value: int, last: int) -> int:
        """`fifteen (15) soldiers`: the digits in parentheses say the same again."""
        if self.folded[last] != "(":
            return last
        inside = self.tokens[last : last + 3]
        repeated = len(inside) == 3 and inside[2].text == ")" and inside[1].kind == "number"
        return last + 3 if repeated and parse_digits(inside[1].text) == value else last

    def _range(self, at: int, low: int, last: int) -> CountMatch | None:
        if last + 1 >= len(self.tokens) or self.folded[last] not in self.lexicon.list("ranges") or last in self.dates:
            return None
        changes, steps = self.lexicon.list("change_verbs"), self.lexicon.lists("from", "by_step")
        stepped = at > 1 and self.folded[at - 2] in changes and self.folded[at - 1] in steps  # `rose by two to five`
        if stepped or (at and self._is_changed_from(at - 1)):
            return None
        high = self._single(last + 1)
        if not high or high[0] <= low or last + 1 in self.dates:
            return None
        return CountMatch(at, high[1], Count(low, high[0], hedge="range"))

    def _plus(self, match: CountMatch) -> CountMatch:
        """`89+`, `60 +`; a plus after a range leaves the top open."""
        following = self.tokens[match.last + 1] if match.last + 1 < len(self.tokens) else None
        if following and following.kind == "number":
            return match
        top = match.count.high if match.count.hedge == "range" else None
        open_count = Count(match.count.low, None, hedge="at_least")
        return CountMatch(match.first, match.last + 1, open_count, False, top)

    def _article(self, at: int) -> CountMatch | None:
        if self.folded[at] in self.lexicon.list("articles") and at + 1 < len(self.tokens):
            following = self.folded[at + 1]
            if following in self._collective:
                value, exact = self._collective[following], following in self.lexicon.list("exact_collective")
                return CountMatch(at, at + 2, Count(value, value, hedge=None if exact else "approx"))
            if following in self.lexicon.numbers and self.lexicon.numbers[following] >= 100:
                number = parse_number_words(self.tokens, at + 1, self.lexicon)
                if number:
                    return self._hedge_after(CountMatch(at, number[1], Count(number[0], number[0])))
            return CountMatch(at, at + 1, ONE, article=True)
        return None
