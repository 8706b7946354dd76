"""What comes after an event and still is of it, however late: deaths of wounds, arrests, flight, new counts."""

from collections.abc import Set

from sahel_tui.claims.incidents.place_clauses import is_adverb_of_place
from sahel_tui.claims.incidents.wide_areas import is_of_nation
from sahel_tui.claims.links.later_deaths import dies_of_wounds
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Count

Counted = tuple[str | None, Count]
"""A category and a figure."""


def goes_on(sentence: Sentence) -> bool:
    """All that is counted belongs to the event, whenever it is told: `By May thirteen suspects were in custody`."""
    counted = [quantity for quantity in sentence.quantities if quantity.category]
    if not counted:
        return False
    of_wounds = all(dies_of_wounds(sentence, quantity) for quantity in counted) or _die_by_and_by(sentence)
    return of_wounds or are_arrested(sentence) or _are_freed(sentence, counted) or _flee(sentence, counted)


def counts_again(sentence: Sentence) -> bool:
    """`On May 12 it raised the figure to 130`: however long after, a new count is of the same event."""
    lexicon = sentence.lexicon
    told = lexicon.list("aftermath") & sentence.vocabulary
    if "raises_total" in sentence.told and "toll_subjects" in sentence.told:
        return True  # `Sweeps the next day brought the figure for the assailants to 70`
    return bool(told) and not (told <= lexicon.lists("aftercare", "care_places") and _is_attack(sentence))


def _is_attack(sentence: Sentence, before: int | None = None) -> bool:
    """`a warplane bombed a funeral`: what is hit does not make it a sequel."""
    return any(before is None or at < before for at in sentence.told.get("targets", ()))


def die_of_wounds(sentence: Sentence) -> bool:
    """`A wounded gendarme died on August 19`: the event hit him, whenever he died."""
    if "wounded_victims" not in sentence.told and "succumbs" not in sentence.told:
        return False
    return any(dies_of_wounds(sentence, quantity) for quantity in sentence.quantities)


def _die_by_and_by(sentence: Sentence) -> bool:
    """`Nine died at once and three in the following days`: of what struck them together."""
    return "instantly" in sentence.told


def are_arrested(sentence: Sentence) -> bool:
    """`Seven suspects were arrested ten days later`: those who are sought for this event."""
    lexicon = sentence.lexicon
    counted = [quantity for quantity in sentence.quantities if quantity.category]
    if not counted or any(quantity.category != "captured" for quantity in counted):
        return False
    suspected = not lexicon.list("suspected").isdisjoint(sentence.vocabulary)
    return suspected or all(_is_arrested(sentence, quantity) for quantity in counted)


def _is_arrested(sentence: Sentence, quantity: Quantity) -> bool:
    """`twelve men were arrested`, `interpelle douze hommes`: a word of policemen, and no herders or soldiers."""
    stems = tuple(sentence.lexicon.list("arrest_stems"))
    words = sentence.lowers(quantity.word.first, quantity.word.last) if quantity.word else ()
    return quantity.victims.kind not in ("civilian", "state") and any(word.startswith(stems) for word in words)


def _are_freed(sentence: Sentence, counted: list[Quantity]) -> bool:
    """`The five soldiers seized that day were set free in November`: captives of the event."""
    taken = all(quantity.category == "captured" for quantity in counted)
    return taken and "span_pointers" in sentence.told and "freed" in sentence.told


def dates_release(sentence: Sentence, start: int) -> bool:
    """`Four girls were seized, then freed two days later`: the time `start` letters on is that of their return."""
    start += sentence.span.start
    taken = [quantity.last for quantity in sentence.quantities if quantity.category == "captured"]
    freed = [sentence.tokens[at].start for at in sentence.told.get("freed", ()) if taken and at >= taken[-1]]
    return any(at < start for at in freed)


def _flee(sentence: Sentence, counted: list[Quantity]) -> bool:
    """`By the end of the month 4,000 residents had fled`; not what a war or the troubles of a nation drove out."""
    lexicon = sentence.lexicon
    if not lexicon.list("wars").isdisjoint(sentence.vocabulary):
        return False
    return all(quantity.category == "displaced" and not is_of_nation(quantity) for quantity in counted)


def is_still_here(
    sentence: Sentence, quantity: Quantity, own: frozenset[str], counted: Set[Counted], *, opened: bool
) -> bool:
    """A figure of the event in a sentence on another: `with these two deaths`, `…; hundreds of villagers fled`.

    Who flees is of the event only where the other one is `opened` in the same sentence, and not in one before.
    """
    near = sentence.lowers(max(0, quantity.first - 1), quantity.first + 3)
    pointed = not sentence.lexicon.list("these").isdisjoint(near) or is_of_the_event(sentence, quantity, own)
    flees = opened and quantity.category == "displaced" and not is_of_nation(quantity)
    fled = flees and ";" in sentence.folded[: quantity.first]
    return pointed or fled or _is_counted_again(sentence, quantity, counted)


def _is_counted_again(sentence: Sentence, quantity: Quantity, counted: Set[Counted]) -> bool:
    """`mourned the 27 soldiers killed`: with the article, a figure that was `counted` of the event is that one."""
    definite = sentence.lexicon.lists("definite", "definite_contractions", "plural_the")
    near = sentence.lowers(max(0, quantity.first - 1), quantity.first + 1)
    return not definite.isdisjoint(near) and (quantity.category, quantity.match.count) in counted


def is_phase(sentence: Sentence) -> bool:
    """`in the hardest clash`, `dans l'accrochage le plus dur`: one fight of the event, measured against its others."""
    return any(_is_measured(sentence, at) for at in sentence.told.get("event_nouns", ()))


def _is_measured(sentence: Sentence, at: int) -> bool:
    """`the deadliest battle`, `l'accrochage le plus dur`."""
    lexicon = sentence.lexicon
    before, behind = sentence.lowers(max(0, at - 2), at), sentence.lowers(at + 1, at + 3)
    definite = lexicon.list("definite")
    most = lexicon.list("most") and not lexicon.list("most").isdisjoint(behind[1:])
    first = len(before) == 2 and before[0] in definite and before[1] in lexicon.list("superlatives")
    return first or bool(most and behind[0] in definite)


def points_at_event(sentence: Sentence) -> bool:
    """`on that road`, `in that blast`, `wounded there`, `over the same period`: what was told before by the way."""
    lexicon = sentence.lexicon
    if any(is_adverb_of_place(sentence, at) for at in sentence.told.get("there", ())):
        return True
    if any(not lexicon.list("same").isdisjoint(sentence.lowers(at - 1, at)) for at in sentence.told.get("periods", ())):
        return True
    spots = lexicon.lists("event_nouns", "devices", "areas")
    pointers = sentence.told.get("span_pointers", ())
    return any(not spots.isdisjoint(sentence.lowers(at + 1, at + 2)) for at in pointers)


def speaks_on(sentence: Sentence) -> bool:
    """`It said two others were missing`, `Elle précise que …`: who spoke of an event goes on speaking of it."""
    return sentence.folded[0] in sentence.lexicon.pronouns and not sentence.lexicon.say.isdisjoint(
        sentence.lowers(1, 4)
    )


def is_of_the_event(sentence: Sentence, quantity: Quantity, own: frozenset[str]) -> bool:
    """`was relieved six days after the battle in which it had lost 40`: the event itself, seen from what followed.

    `The attack came a week after the ambush in which …` is on two events, and so is what counts others before.
    """
    if "since" not in sentence.told or "sum_since" in sentence.told:
        return False
    return any(_counts_from_it(sentence, at, quantity, own) for at in sentence.told["since"])


def _counts_from_it(sentence: Sentence, at: int, quantity: Quantity, own: frozenset[str]) -> bool:
    """A time and `after the battle` stand there, behind a clause on no event, and the figure in what is told of it."""
    lexicon, before = sentence.lexicon, sentence.folded[:at]
    definite = not lexicon.list("definite").isdisjoint(sentence.lowers(at + 1, at + 2))
    if not definite or lexicon.list("time_units").isdisjoint(before[-2:]) or before[0] in lexicon.pronouns:
        return False
    happens = not lexicon.lists("event_nouns", "event_pronouns", "happenings").isdisjoint(before)
    struck = (place for name in ("targets", "attacked") for place in sentence.told.get(name, ()))
    happens = happens or any(place > quantity.last for place in struck)
    if happens or _is_attack(sentence, at) or any(other.first < at for other in sentence.quantities if other.category):
        return False
    events = lexicon.list("event_nouns")
    noun = next((place for place in (at + 2, at + 3) if not events.isdisjoint(sentence.lowers(place, place + 1))), None)
    return noun is not None and _tells_of_it(sentence, noun + 1, quantity, own)


def _tells_of_it(sentence: Sentence, at: int, quantity: Quantity, own: frozenset[str]) -> bool:
    """A relative clause with the figure follows, and nothing between but a name of the event's `own`."""
    lexicon = sentence.lexicon
    relatives = lexicon.lists("which", "where", "relative_pronouns")
    opening = next((place for place in range(at, quantity.first) if sentence.folded[place] in relatives), None)
    if opening is None or not {",", ";"}.isdisjoint(sentence.folded[opening : quantity.first]):
        return False
    passed = own | lexicon.lists("place_openers", "of", "event_links", ",")
    return all(word in passed for word in sentence.folded[at:opening])
