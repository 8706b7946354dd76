"""Early tolls that the same text replaces."""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Literal

from sahel_tui.claims.phrases.adjuncts import time_end
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.dataclass import replace
from sahel_tui.model import Claim

Stage = Literal["early", "late"]
"""Whether a figure is told as a first count or as one that replaces another."""

Row = tuple[str, str, str]

TOLL_RULES = frozenset(
    (
        "noun_before",
        "early_toll",
        "head_of_toll",
        "toll_goes_on",
        "share_restated",
        "object_of_toll_verb",
        "counted_again",
    )
)
"""Rules by which a figure is one stage of a toll."""

SAME_SENTENCE = 80
"""Characters between two figures that may count two kinds of people side by side."""

LONGEST_RISE = 5
"""Tokens before a figure among which its verb or its day stands: `by Saturday it had reached 19`."""

ATTACKERS = "combatant2"

STAGES = frozenset(("early", "late", "partial"))


def find_stage(quantity: Quantity, sentence: Sentence) -> Stage | None:
    """`an initial report said twelve` is early, `later revised to 19` late: the last such word decides.

    A late word only counts between the figure before and this one.
    """
    if _is_of_first_hours(quantity, sentence) or _is_first_behind(quantity, sentence):
        return "early"
    if _is_overtaken(quantity, sentence):
        return "early"
    if "toll_subjects" in sentence.told and (_is_raised(quantity, sentence) or _is_dated(quantity, sentence)):
        return "early"
    changes, told = sentence.lexicon.list("change_verbs"), sentence.told
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    if len(before) == 2 and before[0] in changes and before[1] in sentence.lexicon.list("from"):
        return "early"
    if rises_to(quantity, sentence):
        return "early"
    if told.keys().isdisjoint(("early", "late", "change_verbs")):
        return None
    first = max((at for at in told.get("early", ()) if _is_early_at(at, quantity, sentence)), default=-1)
    later = (*told.get("late", ()), *told.get("change_verbs", ()))
    last = max((at for at in later if at < quantity.last), default=-1)
    if last <= first:
        return "early" if first >= 0 else None
    own = max((other.last for other in sentence.quantities if other.last <= quantity.first), default=0)
    return "late" if last >= own else None


def _is_early_at(at: int, quantity: Quantity, sentence: Sentence) -> bool:
    """The word stands before the figure, or its verb: `Six were first reported dead`; no new toll between the two."""
    lexicon, told = sentence.lexicon, sentence.told.get("toll_subjects", ())
    if at >= quantity.last:
        reported = not lexicon.lists("figure_participles", "say").isdisjoint(sentence.lowers(at + 1, at + 2))
        return reported and quantity.word is not None and at < quantity.word.first
    before = [q.last for q in sentence.quantities if at < q.first < quantity.first and q.category == quantity.category]
    return not (before and any(min(before) <= noun < quantity.first for noun in told))


def _is_of_first_hours(quantity: Quantity, sentence: Sentence) -> bool:
    """`counted 115 bodies in the first hours`, `49 dead at Karou on the first evening`: in the figure's clause."""
    places = sentence.told.get("first_hours", ())
    first = next((at for at in places if at >= quantity.last), None)
    return first is not None and not any(word in ";:." for word in sentence.folded[quantity.last : first])


def _is_first_behind(quantity: Quantity, sentence: Sentence) -> bool:
    """`The toll, eight at first, rose`, `against 12 in a first count`, `up from 12 announced the day before`."""
    lexicon, end = sentence.lexicon, quantity.end
    if sentence.told.keys().isdisjoint(("figure_participles", "early")):
        return False
    compared = not lexicon.lists("from", "contrast").isdisjoint(
        sentence.lowers(max(0, quantity.first - 2), quantity.first)
    )
    if compared and not lexicon.list("figure_participles").isdisjoint(sentence.lowers(end - 1, end + 1)):
        return True
    if "early" not in sentence.told:
        return False
    early = lexicon.marks["early"].match(sentence.tokens, end)
    last = end + (early[1] if early else 0)
    if early:
        return last >= len(sentence.tokens) or sentence.tokens[last].kind == "mark"
    openers = lexicon.lists("place_openers", "articles")
    opened = next((at for at in range(end, len(sentence.tokens)) if sentence.folded[at] not in openers), end)
    return compared and end < opened and any(opened - 1 <= at <= opened for at in sentence.told["early"])


def _is_overtaken(quantity: Quantity, sentence: Sentence) -> bool:
    """`rose to 13 and finally settled at 16`: a later bare figure of the same toll, behind a verb of its own."""
    if quantity.rule not in TOLL_RULES or quantity.match.count.vague:
        return False
    later = next((other for other in sentence.quantities if other.first > quantity.first), None)
    if later is None or later.category != quantity.category or later.rule not in TOLL_RULES or later.victims.kind:
        return False
    lexicon, gap = sentence.lexicon, range(quantity.end, later.first)
    others = lexicon.lists("say", "agents", "statements")
    if lexicon.according_to.match(sentence.tokens, later.last) or any(sentence.folded[at] in others for at in gap):
        return False
    named = any(sentence.tokens[at].text[0].isupper() and at not in sentence.dates for at in gap)
    spoken = any(lexicon.speaker_at(sentence.tokens, at) for at in gap)
    joined = any(sentence.folded[at] in lexicon.lists("plain_and", "then") for at in gap)
    verbs = lexicon.lists("auxiliaries", "change_verbs", "become")
    moved = lexicon.phrases["toll_ends"].match_before(sentence.tokens, later.first) is not None
    moved = moved or any(sentence.folded[at] in verbs | lexicon.list("then") for at in gap)
    return joined and moved and not (named or spoken)  # `reported both as 75 and as 25`


def _next_of_toll(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """The next figure of the same toll, which the sentence names before the first."""
    nouns = sentence.told.get("toll_subjects", ())
    later = next((other for other in sentence.quantities if other.first > quantity.first), None)
    if later is None or later.category != quantity.category or later.match.count == quantity.match.count:
        return None
    named = any(at < quantity.first for at in nouns) and not any(quantity.last <= at < later.first for at in nouns)
    bare = later.victims.kind in ("", quantity.victims.kind) and "subset" not in later.flags
    return later if named and bare else None


def _is_raised(quantity: Quantity, sentence: Sentence) -> bool:
    """`The toll, put at 12 by the army, has since risen to 19`: a verb of change stands before the next figure."""
    later = _next_of_toll(quantity, sentence) if "change_verbs" in sentence.told else None
    if later is None:
        return False
    verbs = range(max(quantity.end, later.first - LONGEST_RISE), later.first)
    back = not sentence.lexicon.list("from").isdisjoint(sentence.folded[quantity.end : later.first])
    return not back and any(at in verbs for at in sentence.told["change_verbs"])  # `44, up from the 37`


def _is_dated(quantity: Quantity, sentence: Sentence) -> bool:
    """`stood at six on Thursday, at nine on Friday and at 12 by the end of the week`: figures with a time each."""
    later = _next_of_toll(quantity, sentence)
    return later is not None and _has_time(quantity, sentence) and _has_time(later, sentence)


def _has_time(quantity: Quantity, sentence: Sentence) -> bool:
    """`19 on Saturday`, `by Saturday it had reached 19`, `jeudi de sept morts`."""
    behind = any(time_end(sentence, at) for at in range(quantity.end, min(quantity.end + 2, len(sentence.tokens))))
    before = sentence.folded[max(0, quantity.first - LONGEST_RISE) : quantity.first]
    return behind or not sentence.lexicon.list("weekdays").isdisjoint(before)


def rises_to(quantity: Quantity, sentence: Sentence) -> Quantity | None:
    """`followed the count from three dead to fourteen`: the second of two figures of one count, asked for the first."""
    if not quantity.first or sentence.folded[quantity.first - 1] not in sentence.lexicon.list("from"):
        return None
    later = next((other for other in sentence.quantities if other.first > quantity.first), None)
    if later is None or later.category != quantity.category or later.victims.kind or later.inherits is quantity:
        return None
    link, opening = sentence.folded[later.first - 1], sentence.folded[quantity.first - 1]
    return later if link in sentence.lexicon.list("toll_links") and link != opening else None  # `de 17, le préfet de 8`


def raised_by(quantity: Quantity, sentence: Sentence, *, named: bool = False) -> Quantity | None:
    """`Three of the wounded died, bringing the number of soldiers killed to 17`: they are more of those it counts.

    Only asked of people without a noun of their own, unless they may be `named`.
    """
    if "raising" not in sentence.told or not (named or quantity.victims.kind in ("", "people", "unknown")):
        return None
    verb = next((at for at in sentence.told["raising"] if at >= quantity.end), len(sentence.tokens))
    later = next((o for o in sentence.quantities if o.first > verb and o.category == quantity.category), None)
    if later is None or "," in sentence.folded[verb : later.first]:
        return None
    return later if (later.match.count.low or 0) > (quantity.match.count.low or 0) else None


def mark_revisions(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with their stages turned into `superseded` where the same text replaces them."""
    rows: dict[Row, list[Claim]] = {}
    for claim in claims:
        rows.setdefault(_row(claim), []).append(claim)
    settled = {row: _Settled(same, _beside(row, rows)) for row, same in rows.items()}
    return [_mark(claim, settled.get(_row(claim))) for claim in claims]


def _beside(row: Row, rows: Mapping[Row, Sequence[Claim]]) -> list[Claim]:
    """What the text counts of the row's people if they are of another side that it did not tell; no attackers."""
    incident, side, category = row
    near = (
        claims
        for (place, other, kind), claims in rows.items()
        if (place, kind) == (incident, category) and (other == side or ATTACKERS not in (other, side))
    )
    return [claim for claim in chain.from_iterable(near) if {"early", "partial", "subset"}.isdisjoint(claim.flags)]


class _Settled:
    """What one row says in the end: its counts that are no early ones, and each voice's last correction."""

    def __init__(self, row: Sequence[Claim], beside: Sequence[Claim]) -> None:
        self.beside = beside
        """Figures of more sides: a first count without a noun may be of whichever side the last one names."""
        self.wholes = {claim.count for claim in row if not STAGES & {*claim.flags}}
        same = [claim for claim in row if "subset" not in claim.flags]
        self.told = [claim for claim in same if claim.where.startswith("text") and "total" not in claim.flags]
        self.counts = {claim.count for claim in same if "early" not in claim.flags}
        self.corrections = {claim.source: claim for claim in self.told if "late" in claim.flags}

    def holds(self, claim: Claim) -> bool:
        """Some other figure is higher: one that counts only some of the dead is a part of it."""
        return any((count.low or 0) > (claim.count.low or 0) for count in self.wholes)

    def replaces(self, claim: Claim) -> bool:
        """A first count beside any other, or a count its own voice corrects or raises further on."""
        if "early" in claim.flags and "subset" not in claim.flags:
            later = {o.count for o in self.beside if not claim.victims and o.source in (claim.source, None)}
            return bool((self.counts | later) - {claim.count})
        if any(_outgrows(later, claim) for later in self.told):
            return True
        last = self.corrections.get(claim.source) if claim.source and claim.where.startswith("text") else None
        return last is not None and last.start > claim.start and last.count != claim.count


def _outgrows(later: Claim, claim: Claim) -> bool:
    """The same voice gives a higher figure further on: its first one is over; two side by side count two groups."""
    if not claim.source or claim.source != later.source or later.start < claim.end:
        return False
    if later.start - claim.end < SAME_SENTENCE:
        return False
    if not claim.where.startswith("text") or not {"total", "subset", "late"}.isdisjoint(claim.flags):
        return False
    closed = claim.count.high is not None or later.count.high is not None
    return closed and 0 < (claim.count.low or 0) < (later.count.low or 0)


def _mark(claim: Claim, settled: _Settled | None) -> Claim:
    flags = tuple(flag for flag in claim.flags if flag not in STAGES)
    if "partial" in claim.flags and "subset" not in flags and settled is not None and settled.holds(claim):
        return replace(claim, flags=(*flags, "subset"))
    gone = settled is not None and settled.replaces(claim)
    return replace(claim, flags=(*flags, "superseded") if gone else flags) if gone or flags != claim.flags else claim


def _row(claim: Claim) -> Row:
    return claim.incident, claim.side, claim.category
