"""What a sentence tells by the way of an earlier event: relative and temporal clauses, the past of the past."""

from sahel_tui.claims.incidents.event_times import FARTHEST_SINCE
from sahel_tui.claims.incidents.new_events import (
    LONGEST_NOUN,
    behind_time,
    is_indefinite,
    is_new_subject,
    names_new_event,
)
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

SHORTEST_CLAUSE = 5
"""Tokens before which no main clause has ended: `Two days after the attack it counted twelve dead`."""

FARTHEST_EVENT = 9
"""Tokens from an article before an event to the relative clause on it: `une opération au cours de laquelle`."""

FARTHEST_FIGURE = 6
"""Tokens from a relative pronoun or parenthesis to the figure in it."""


def is_told_before(sentence: Sentence, quantity: Quantity) -> bool:
    """`since Inata, where 53 gendarmes had been lost`: a relative clause on what is compared, or long past."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if _follows_span(sentence, quantity) or _follows_new_deed(sentence, quantity) or _is_cause(sentence, quantity):
        return True
    if "event_nouns" in sentence.told and _is_of_first(sentence, quantity):
        return True
    if "pluperfect" not in sentence.told and "sum_since" not in sentence.told:
        return False
    if _is_of_compared(sentence, quantity) or _is_brought_up(sentence, quantity):
        return True
    if sentence.told.keys().isdisjoint(("since", "where", "which")):
        return False
    opening = next((at for at in range(quantity.first - 1, -1, -1) if _opens_clause(sentence, at)), None)
    if opening is None or _is_spoken_of(sentence, opening):
        return False
    if not _ends(sentence).isdisjoint(sentence.folded[opening + 1 : quantity.first]):
        return False
    if not lexicon.list("sum_since").isdisjoint(sentence.folded[max(0, opening - FARTHEST_SINCE) : opening]):
        return True
    end = max(quantity.last, quantity.word.last if quantity.word else 0)
    had = next((at for at in range(opening, end) if tokens[at].lower in lexicon.list("pluperfect")), None)
    return had is not None and not any(token.text == "," for token in tokens[opening:had])


def name_before(sentence: Sentence, quantity: Quantity) -> str:
    """The last name before a figure told by the way, which its event is called after; empty without one."""
    before = [token.text for token in sentence.tokens[: quantity.first] if token.text[0].isupper()]
    return before[-1] if len(before) > 1 else ""


def _follows_new_deed(sentence: Sentence, quantity: Quantity) -> bool:
    """`Help landed after a relief column had hit a mine (four hurt)`: somebody new did something before the story.

    `After the attackers had killed twelve` and `after it had lost twelve` go on with whom was told of.
    """
    lexicon = sentence.lexicon
    for at in sentence.told.get("after_clause", ()):
        subject = at + 1 + (not lexicon.list("that_clause").isdisjoint(sentence.lowers(at + 1, at + 2)))
        inside = sentence.folded[at : quantity.end if quantity.first <= subject + 1 else quantity.first]
        had = not lexicon.lists("pluperfect", "perfect", "be").isdisjoint(inside) and _ends(sentence).isdisjoint(inside)
        new = is_new_subject(sentence, subject) or names_new_event(sentence, at, _clause_end(sentence, at))
        if had and new:
            return True
    return False


def _clause_end(sentence: Sentence, at: int) -> int:
    """The first comma behind a token."""
    return next((place for place in sentence.told.get(",", ()) if place > at), len(sentence.tokens))


def _is_of_first(sentence: Sentence, quantity: Quantity) -> bool:
    """`the second attack in a month; the first had killed five`, `after one that killed five`: one of several."""
    lexicon = sentence.lexicon
    for at in range(2, quantity.first):
        before, word = sentence.folded[at - 1], sentence.folded[at]
        pronoun = word in lexicon.list("event_pronouns") and before in lexicon.list("since")
        if pronoun and _is_relative(sentence, at + 1):
            return not _ends(sentence) & {*sentence.folded[at : quantity.first]}
        opened = sentence.folded[at - 2] in (",", ";", ":") and before in lexicon.list("definite")
        had = sentence.folded[at + 1] in lexicon.lists("pluperfect", "had")
        if opened and word in lexicon.list("first_ones") and had and any(n < at for n in sentence.told["event_nouns"]):
            return True
    return False


def _is_cause(sentence: Sentence, quantity: Quantity) -> bool:
    """`The raid followed the killing of six`, `avenged six traders`, `followed a raid in which six died`."""
    lexicon, follows = sentence.lexicon, sentence.lexicon.phrases["follows"]
    for at in sentence.told.get("follows", ()):
        match = follows.match(sentence.tokens, at)
        if not lexicon.list("time_units").isdisjoint(sentence.lowers(max(0, at - 2), max(0, at - 1))):
            continue  # `in the months that followed the hunters lost sixteen`
        if not match or at >= quantity.first or not {";", ":", "."}.isdisjoint(sentence.folded[at : quantity.first]):
            continue
        end, word = at + match[1], quantity.word
        noun = word is not None and end <= word.first <= end + 2 and word.last <= quantity.first
        events = lexicon.list("event_nouns").isdisjoint(sentence.lowers(end, end + SHORTEST_CLAUSE))
        relative = any(_is_relative(sentence, place) for place in range(end + 1, quantity.first))
        if quantity.first == end or noun or (relative and not events):
            return True
    return False


def _is_relative(sentence: Sentence, at: int) -> bool:
    lexicon = sentence.lexicon
    return sentence.folded[at] in lexicon.lists("which", "where", "relative_pronouns")


def tells_earlier(sentence: Sentence) -> bool:
    """`Inhabitants had previously lynched two scouts`, `a column had hit a mine`: before the story, told by nobody."""
    earlier = sentence.told.get("earlier_adverbs", [])
    had = is_in_pluperfect(sentence)
    unknown = not sentence.lexicon.list("unknown_adjectives").isdisjoint(sentence.lowers(0, 1))
    devices = not sentence.lexicon.list("devices").isdisjoint(sentence.vocabulary)
    struck = had and (
        _opens_with_event(sentence) or ((devices or unknown) and is_new_subject(sentence, behind_time(sentence)))
    )
    clause = sentence.folded[: next((each.first for each in sentence.quantities if each.category), 0)]
    earlier = [at for at in earlier if ";" not in clause[at:]]  # `It had earlier threatened them; twelve died`
    return struck or (had and any(at == 0 or is_in_pluperfect(sentence, before=at + 1) for at in earlier))


def _opens_with_event(sentence: Sentence) -> bool:
    """`Une première incursion, le 19 février, avait fait sept morts`: an event that was not told of is the subject."""
    events = sentence.places(sentence.lexicon.list("event_nouns"))
    return any(at < LONGEST_NOUN and is_indefinite(sentence, at) for at in events)


def is_in_pluperfect(sentence: Sentence, before: int | None = None) -> bool:
    """`had killed three soldiers`: a verb in the past of the past, in the whole sentence or `before` a token."""
    return not sentence.lexicon.list("pluperfect").isdisjoint(sentence.folded[:before])


def _follows_span(sentence: Sentence, quantity: Quantity) -> bool:
    """`…, three weeks after the loss of 29 soldiers`, `after a raid, which had cost …`: a time to count from."""
    if "since" not in sentence.told:
        return False
    ends = _ends(sentence) | {","}
    for at in range(quantity.first - 1, SHORTEST_CLAUSE, -1):
        word = sentence.folded[at]
        if word in ends and not (word == "," and _is_relative(sentence, at + 1)):
            return False
        if _counts_from(sentence, at):
            return True
    return False


def _counts_from(sentence: Sentence, at: int) -> bool:
    """`a month after …`; `raised it the day after and …`, `a raid the day before left six` count from nothing."""
    lexicon = sentence.lexicon
    span = sentence.folded[at] in lexicon.list("since") and sentence.folded[at - 1] in lexicon.list("time_units")
    return span and lexicon.lists("plain_and", "leaving").isdisjoint(sentence.lowers(at + 1, at + 2))


def _is_of_compared(sentence: Sentence, quantity: Quantity) -> bool:
    """`the deadliest since that of Inata (47 dead)`, `since Inata, which left 47 dead`: what is compared."""
    lexicon = sentence.lexicon
    openers = lexicon.lists("relatives", "which", "(")
    opening = next((at for at in range(quantity.first - 1, -1, -1) if sentence.folded[at] in openers), None)
    if opening is None or opening + FARTHEST_FIGURE < quantity.first:
        return False
    closed = {")", ";"} | (set() if sentence.tokens[opening].text == "(" else {","})
    if not closed.isdisjoint(sentence.folded[opening + 1 : quantity.first]):
        return False
    since = lexicon.list("sum_since").isdisjoint(sentence.folded[max(0, opening - FARTHEST_SINCE) : opening])
    return not since and not lexicon.list("superlatives").isdisjoint(sentence.folded[:opening])


def _is_brought_up(sentence: Sentence, quantity: Quantity) -> bool:
    """`looking for the authors of a bombing that had killed two`; not `claimed a raid that had killed two`."""
    lexicon = sentence.lexicon
    for at in sentence.told.get("event_nouns", ()):
        inside = sentence.folded[at + 2 : quantity.first]
        had = at < quantity.first and not lexicon.list("pluperfect").isdisjoint(inside)
        if had and _is_relative(sentence, at + 1) and is_indefinite(sentence, at) and {",", ";"}.isdisjoint(inside):
            return lexicon.lists("say", "deed_verbs").isdisjoint(sentence.folded[:at])
    return False


def _ends(sentence: Sentence) -> frozenset[str]:
    """Words that end what is told by the way: a verb of saying, and the `that` of one; not the relative pronoun."""
    lexicon = sentence.lexicon
    said = ("that_clause",) if not lexicon.say.isdisjoint(sentence.vocabulary) else ()
    return lexicon.lists("say", *said, ".", ";", ":")


def _is_spoken_of(sentence: Sentence, opening: int) -> bool:
    """`spoke of an operation in which …`, `évoque une opération au cours de laquelle …`: the event, as told."""
    lexicon = sentence.lexicon
    near = range(opening - 1, max(-1, opening - FARTHEST_EVENT), -1)
    article = next((at for at in near if sentence.folded[at] in lexicon.list("articles")), 0)
    verb = article - 1 - (article > 1 and sentence.folded[article - 1] in lexicon.list("of"))
    events = lexicon.list("event_nouns").isdisjoint(sentence.folded[article:opening])
    return article > 0 and not events and sentence.folded[verb] in lexicon.say


def _opens_clause(sentence: Sentence, at: int) -> bool:
    """`where`, `in which`, `au cours de laquelle`, `a month after`."""
    lexicon = sentence.lexicon
    word, before = sentence.folded[at], sentence.folded[at - 1] if at else ""
    if at and _counts_from(sentence, at):
        return True
    placed = before in lexicon.list("place_openers") or before in lexicon.list("of")
    return word in lexicon.list("where") or (word in lexicon.list("which") and placed)
