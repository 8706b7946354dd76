"""What `according to X` says: the figure before it, the clause around it, the parenthesis it stands in."""

from sahel_tui.claims.links.sourced_links import is_sourced_behind
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.inserted_scopes import clause_start, find_inserted

FARTHEST_SUM = 4
"""Tokens of `a total of` before a sum."""


def find_elliptic(sentence: Sentence, at: int) -> int | None:
    """`twelve died, fifteen according to the mayor`, `(37 according to the UN)`: a bare figure before its cue."""
    lexicon, folded = sentence.lexicon, sentence.folded
    joints = lexicon.lists(",", "(", ";", ":", "plain_and", "or", "toll_links", "clause_starts", "contrast", "then")
    end = at - (folded[at - 1] == ",") if at else at
    for number, quantity in enumerate(sentence.quantities):
        bare = quantity.match.last == end and not quantity.article and number > 0
        known = folded[quantity.first] in lexicon.list("definite")  # `… to the four announced by him`
        if bare and (known or folded[quantity.first - 1] in joints):
            return quantity.first
    return None


def find_scope(sentence: Sentence, at: int, end: int, opened: int) -> tuple[int, int]:
    """First token and token after of what a cue at `at` says, its name ending at `end`.

    It looks back to the voice before it (`opened`) where something is counted there, else ahead.
    """
    inside = _parenthesis_around(sentence, at)
    if inside and any(inside[0] < each.first < inside[1] for each in sentence.quantities):
        return inside
    opens = sentence.lexicon.lists("clause_starts", ";")
    that = sentence.lowers(end, end + 1)
    says_that = bool(that) and that[0] in sentence.lexicon.list("that_clause")  # `RFI learned from the mayor that …`
    joined = at > 0 and sentence.folded[at - 1] in opens  # `…, but according to JNIM the figure was 70`
    joined = joined or _is_set_behind_joint(sentence, at)
    asked = sentence.lowers(at + 1, at + 2)
    whom = bool(asked) and asked[0] in sentence.lexicon.list("cited_relatives")  # `le gouverneur, pour qui …`
    forward = says_that or whom or joined or _introduces(sentence, end)
    inserted = None if forward else find_inserted(sentence, at, end, opened)
    if inserted:
        return inserted
    forward = forward or _is_walled_off(sentence, at, opened)
    opened = _toll_clause(sentence, opened, at)
    opened = clause_start(sentence, opened, at)  # `the army lost one man; 35 attackers died, according to the ministry`
    before = not forward and any(opened <= q.first < at for q in sentence.quantities if q.category)
    if before and _goes_on_behind(sentence, end):
        return opened, len(sentence.tokens)
    return (opened, at) if before else (at, len(sentence.tokens))


def _toll_clause(sentence: Sentence, opened: int, end: int) -> int:
    """`Seventeen died that evening: the final toll is 28, according to the army`: the toll alone is theirs."""
    colon = next((at for at in range(end - 1, opened, -1) if sentence.tokens[at].text == ":"), 0)
    tolls = sentence.lexicon.list("toll_subjects")
    return colon + 1 if colon and not tolls.isdisjoint(sentence.folded[colon + 1 : colon + 4]) else opened


def _is_set_behind_joint(sentence: Sentence, at: int) -> bool:
    """`left two soldiers and, according to the army, thirty militants dead`: behind a conjunction."""
    joints = sentence.lexicon.lists("plain_and", "clause_starts")
    return at > 1 and sentence.folded[at - 1] == "," and sentence.folded[at - 2] in joints


def _is_walled_off(sentence: Sentence, at: int, opened: int) -> bool:
    """`… killed six; AFP, quoting the mayor, wrote of ten`: behind a semicolon, with its figure still to come."""
    wall = next((place for place in range(at - 1, opened, -1) if sentence.tokens[place].text == ";"), 0)
    told = [quantity.first for quantity in sentence.quantities if quantity.category and quantity.first > wall]
    return wall > 0 and bool(told) and told[0] > at


def _introduces(sentence: Sentence, end: int) -> bool:
    """`…, by that of JNIM fifteen`: a bare figure that nobody else says stands straight behind the name."""
    first = end + (sentence.lowers(end, end + 1) == [","])
    told = next((q for q in sentence.quantities if q.first == first and q.rule == "sourced_number"), None)
    return told is not None and not is_sourced_behind(sentence, told)


def _goes_on_behind(sentence: Sentence, end: int) -> bool:
    """`executed eleven, according to X, and carried off six`: the clause goes on with its next verb or figure."""
    if sentence.lowers(end, end + 1) in ([","], [";"]) and joins_figure(sentence, end):
        return True
    verb = end + 2
    joined = sentence.lowers(end, end + 1) == [","] and sentence.lowers(end + 1, verb) != []
    joined = joined and sentence.folded[end + 1] in sentence.lexicon.list("plain_and")
    return joined and any(word.first == verb and word.families("active", "participle") for word in sentence.words)


def joins_figure(sentence: Sentence, comma: int) -> bool:
    """`…, and four wounded`, `…, with four wounded`, `…, as well as four wounded`: a figure joined behind a comma."""
    lexicon, first = sentence.lexicon, comma + 1
    if sentence.folded[comma] == ";":  # `…, the mayor said; another four were wounded`
        further = sentence.lowers(first, first + 1) and sentence.folded[first] in lexicon.list("another")
        return bool(further) and any(q.category and q.first == first and not q.article for q in sentence.quantities)
    beside = lexicon.phrases["beside"].match(sentence.tokens, first)
    single = lexicon.lists("plain_and", "carrying")
    joint = beside[1] if beside else int(sentence.folded[first : first + 1] != [] and sentence.folded[first] in single)
    beside_them = sentence.lowers(first + joint, first + joint + 2)  # `, and with them three gendarmes`
    if len(beside_them) == 2 and beside_them[0] in lexicon.list("carrying") and beside_them[1] in lexicon.pronouns:
        joint += 2
    starts = {quantity.first for quantity in sentence.quantities if quantity.category and not quantity.article}
    summed = lexicon.phrases["summing"].match(sentence.tokens, first)
    if summed:  # `…, the mayor said, making (a total of) eleven dead`
        return any(q.category and first < q.first < first + summed[1] + FARTHEST_SUM for q in sentence.quantities)
    if sentence.lowers(first, first + 1) and sentence.folded[first] in lexicon.list("or"):
        return any(q.first == first + 1 and "total" in q.flags for q in sentence.quantities)  # `or eleven in all`
    return joint > 0 and (first + joint in starts or (beside is not None and first + joint - 1 in starts))


def _parenthesis_around(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """First token and token after of the parenthesis that `at` stands in: what it says does not reach out of it."""
    for first in range(at - 1, -1, -1):
        if sentence.tokens[first].text == ")":
            return None
        if sentence.tokens[first].text == "(":
            last = next((end for end in range(at, len(sentence.tokens)) if sentence.tokens[end].text == ")"), None)
            return (first, last or len(sentence.tokens))
    return None
