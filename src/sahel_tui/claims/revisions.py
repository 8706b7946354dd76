"""Early tolls that the same text replaces."""

from collections.abc import Sequence
from typing import Literal

from sahel_tui.claims.phrases import Quantity, Sentence
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

STAGES = frozenset(("early", "late"))


def find_stage(quantity: Quantity, sentence: Sentence) -> Stage | None:
    """`an initial report said twelve` is early, `later revised to 19` late: the last such word decides.

    A late word only counts between the figure before and this one.
    """
    if _is_of_first_hours(quantity, sentence) or _is_first_behind(quantity, sentence):
        return "early"
    if _is_overtaken(quantity, sentence):
        return "early"
    changes, told = sentence.lexicon.list("change_verbs"), sentence.told
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    if len(before) == 2 and before[0] in changes and before[1] in sentence.lexicon.list("from"):
        return "early"
    if rises_to(quantity, sentence):
        return "early"
    if told.keys().isdisjoint(("early", "late", "change_verbs")):
        return None
    first = max((at for at in told.get("early", ()) if at < quantity.last), default=-1)
    later = (*told.get("late", ()), *told.get("change_verbs", ()))
    last = max((at for at in later if at < quantity.last), default=-1)
    if last <= first:
        return "early" if first >= 0 else None
    own = max((other.last for other in sentence.quantities if other.last <= quantity.first), default=0)
    return "late" if last >= own else None


def _is_of_first_hours(quantity: Quantity, sentence: Sentence) -> bool:
    """`counted 115 bodies in the first hours`, `49 dead at Karou on the first evening`: in the figure's clause."""
    places = sentence.told.get("first_hours", ())
    first = next((at for at in places if at >= quantity.last), None)
    return first is not None and not any(word in ";:." for word in sentence.folded[quantity.last : first])


def _is_first_behind(quantity: Quantity, sentence: Sentence) -> bool:
    """`The toll, eight at first, rose to 13`: the word that makes it early closes its phrase."""
    if "early" not in sentence.told:
        return False
    early = sentence.lexicon.marks["early"].match(sentence.tokens, quantity.end)
    end = quantity.end + (early[1] if early else 0)
    return early is not None and (end >= len(sentence.tokens) or sentence.tokens[end].kind == "mark")


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
        if "subset" not in claim.flags:
            rows.setdefault(_row(claim), []).append(claim)
    settled = {row: _Settled(same) for row, same in rows.items()}
    return [_mark(claim, settled.get(_row(claim))) for claim in claims]


class _Settled:
    """What one row says in the end: its counts that are no early ones, and each voice's last correction."""

    def __init__(self, same: Sequence[Claim]) -> None:
        self.counts = {claim.count for claim in same if "early" not in claim.flags}
        told = [claim for claim in same if "late" in claim.flags and claim.where.startswith("text")]
        self.corrections = {claim.source: claim for claim in told}

    def replaces(self, claim: Claim) -> bool:
        """A first count beside any other, or a count its own voice corrects further on."""
        if "early" in claim.flags and "subset" not in claim.flags:
            return bool(self.counts - {claim.count})
        later = self.corrections.get(claim.source) if claim.source and claim.where.startswith("text") else None
        return later is not None and later.start > claim.start and later.count != claim.count


def _mark(claim: Claim, settled: _Settled | None) -> Claim:
    flags = tuple(flag for flag in claim.flags if flag not in STAGES)
    gone = settled is not None and settled.replaces(claim)
    return replace(claim, flags=(*flags, "superseded") if gone else flags) if gone or flags != claim.flags else claim


def _row(claim: Claim) -> Row:
    return claim.incident, claim.side, claim.category
