"""A total taken apart: `29 dead: 12 soldiers, 5 civilians and 12 attackers`, `vingt morts, soit neuf à Gadal …`."""

from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import is_connector, is_of_persons

LONGEST_GAP = 9
"""Tokens from one part to the next."""

OPENERS = frozenset(":,(–—-")
"""Marks straight before the first part."""

EXPLAINING = frozenset(":(–—")
"""Those behind which only parts can stand."""

NAMED_KINDS = ("state", "group", "civilian", "mercenary", "international")
"""Kinds of people that tell a side: those of other kinds are no parts of them."""


def share_breakdowns(sentence: Sentence) -> None:
    """Give figures that add up to the one before a colon its category, as parts of it."""
    if len(sentence.quantities) < 3:
        return
    for at, total in enumerate(sentence.quantities):
        parts = _parts_of(sentence, at) if total.category else []
        for part in parts:
            part.category, part.word, part.rule = total.category, total.word, "share_breakdown"
            part.flags.append("subset")
        kinds = {"civilian" if part.victims.kind == "people" else part.victims.kind for part in parts}
        if len(kinds) > 1:  # `83 men, 28 women and 45 children` are of one side.
            total.flags.append("total")
            total.mixed = True


def _parts_of(sentence: Sentence, at: int) -> list[Quantity]:
    """The figures behind a colon or its like that sum up to the quantity, or none."""
    total, below = sentence.quantities[at], sentence.quantities[at + 1 :]
    below = [part for part in below if not _is_time(part)]
    rest = total.match.count.low
    if not below or rest is None or not _has_colon(sentence, total, below[0]):
        return []
    kinds = {part.victims.kind for part in below if part.victims.kind in NAMED_KINDS}
    if total.victims.kind in NAMED_KINDS and not kinds <= {total.victims.kind}:
        return []  # `fifteen soldiers, eleven civilians and four volunteers`
    if total.match.count.high != rest and sum(part.match.count.low or 0 for part in below) != rest:
        return []
    parts: list[Quantity] = []
    deaths = _lists_deaths(sentence, total, below[0])
    for part in below:
        joined = not parts or is_connector(sentence, parts[-1].last, part.first) or _is_inside(sentence, total, part)
        joined = joined or _goes_on(sentence, parts[-1], part)
        named = is_of_persons(part) or not part.victims.kind
        other = part.category not in (None, total.category) and not (deaths and part.match.count.low)
        if not joined or other or not named:
            return []
        parts.append(part)
        rest -= part.match.count.low or rest
        if rest <= 0:
            break
    return parts if rest == 0 and len(parts) > 1 else []


def _lists_deaths(sentence: Sentence, total: Quantity, part: Quantity) -> bool:
    """`34 killed: ten shot, four drowned and twenty burned`: what is told behind a colon is how they died."""
    killed = total.word is not None and "killed" in total.word.families("participle", "after").split("+")
    implied = total.victims.head in sentence.lexicon.grammar["implied"]
    explained = sentence.tokens[part.first - 1].text in EXPLAINING
    return explained and total.category == "killed" and killed and not implied and not total.combined


def _is_time(part: Quantity) -> bool:
    """`listed 34 four days later: …`: days are no part."""
    return part.victims.kind == "excluded"


def _goes_on(sentence: Sentence, before: Quantity, part: Quantity) -> bool:
    """`some sixty during the first strikes and a hundred in the days that followed`: no mark but a comma, no verb."""
    gap = sentence.tokens[before.last : part.first]
    plain = all(token.kind != "mark" or token.text == "," for token in gap)
    joined = bool(gap) and (gap[-1].text == "," or gap[-1].lower in sentence.lexicon.list("plain_and"))
    return plain and joined and len(gap) <= LONGEST_GAP


def _is_inside(sentence: Sentence, total: Quantity, part: Quantity) -> bool:
    """`34 dead (ten by bullets, four drowned, twenty by fire)`: parts of one parenthesis."""
    marks = [token.text for token in sentence.tokens[total.last : part.first] if token.text in "()"]
    return marks == ["("]


def _has_colon(sentence: Sentence, total: Quantity, part: Quantity) -> bool:
    """A colon, comma or parenthesis stands straight before the first part, or `made up of`, `soit`, `those of`."""
    if part.first <= total.last:
        return False
    opened = sentence.lexicon.phrases["parts_openers"].match_before(sentence.tokens, part.first)
    marks = [token.text for token in sentence.tokens[total.last : part.first] if token.text in ":;"]
    listed = bool(marks) and marks[-1] == ";"  # `killed 73; a source listed 16 soldiers, 25 hunters and 32 others`
    return opened is not None or listed or sentence.tokens[part.first - 1].text in OPENERS
