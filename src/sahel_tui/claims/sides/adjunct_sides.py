"""The party that a phrase around the figure names as whose it is: `on the army's side`, `with ten dead, JNIM fled`."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.victims import PARTIES, find_victims
from sahel_tui.claims.phrases.deeds import clause_party, clause_start, party_before
from sahel_tui.claims.phrases.phrases import Quantity, Sentence

OPENERS = ("side_openers", "topic_openers")
"""Phrases that open a clause with whose figures it gives."""

LONGEST_TOPIC = 5
"""Tokens from `on the side of` to the last word of the party it names."""


def topic_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`On the side of the army, twelve died`, `For JNIM the toll was six dead`: the party that opens the clause.

    A short opener (`for`, `of`) needs a comma or a word of tolls behind the party.
    """
    lexicon = sentence.lexicon
    openers, short = lexicon.phrases["side_openers"], lexicon.phrases["topic_openers"]
    told, end = sentence.told, quantity.first
    opened = {at for name in OPENERS if name in told for at in told[name] if at < end}
    places = [at for at in sorted(opened, reverse=True) if not at or _opens(sentence, at)]
    start = clause_start(sentence, end) if places else 0
    for at in places:
        if at < start:
            break
        found = openers.match(sentence.tokens, at)
        loose = None if found else short.match(sentence.tokens, at)
        opener = found or loose
        side, end = _party_at(at + opener[1], quantity.first, sentence, combatants) if opener else (None, 0)
        if side and (found or _is_topic(end, quantity, sentence)):
            return side
    return None


def _opens(sentence: Sentence, at: int) -> bool:
    """It stands behind punctuation, `and`, or what was said: `the army said that on the side of JNIM 17 fell`."""
    before, lexicon = sentence.tokens[at - 1], sentence.lexicon
    joint = before.lower in lexicon.lists("plain_and", "clause_starts", "that_clause")
    return before.kind == "mark" or joint or before.lower in lexicon.say


def _party_at(first: int, stop: int, sentence: Sentence, combatants: Combatants) -> tuple[str | None, int]:
    """The side of the party named right there, and where its phrase ends."""
    while first < stop and sentence.folded[first] in sentence.lexicon.list("determiners"):
        first += 1
    victims = find_victims(sentence.tokens[first : min(stop, first + LONGEST_TOPIC)], 0, sentence.lexicon)
    named = victims.kind in PARTIES and victims.last > 0
    return (victims.side(combatants, people=None) if named else None), first + victims.last


def _is_topic(end: int, quantity: Quantity, sentence: Sentence) -> bool:
    """A comma, the figure or a toll follows: `for the army, …`, `of the soldiers twelve died`, `for JNIM the toll`."""
    lexicon = sentence.lexicon
    tolls = lexicon.lists("toll_subjects", "loss_nouns")
    behind = sentence.lowers(end, min(end + 3, quantity.first))
    if not sentence.lexicon.list("there").isdisjoint(behind) and not sentence.lexicon.be.isdisjoint(behind):
        return True  # `among the troops there were twelve dead`
    return end >= quantity.first or sentence.tokens[end].text == "," or not tolls.isdisjoint(behind)


def worsted_side(quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """`JNIM fared worse: twelve dead`, `the army withdrew with ten dead`: who pays or gives way bears what follows."""
    lexicon = sentence.lexicon
    if "worsted" not in sentence.told or quantity.category == "captured":
        return None  # `withdrew with twelve captives`
    if quantity.victims.kind not in ("", "people", "unknown"):
        return None
    opener = sentence.lowers(max(0, quantity.first - 1), quantity.first)
    along = bool(opener) and opener[0] in lexicon.list("along")
    borne = along or bool(opener and opener[0] in (":", "—", "–", "-"))
    for at in sentence.told["worsted"] if borne else ():
        if at > quantity.first and not along:
            continue
        side = _subject_of(at, quantity, sentence, combatants)
        if side:
            return side
    return None


def _subject_of(at: int, quantity: Quantity, sentence: Sentence, combatants: Combatants) -> str | None:
    """The party before a verb of defeat, also across `, with ten dead,`."""
    end = at
    while end and sentence.folded[end - 1] in sentence.lexicon.adverbs:
        end -= 1
    inserted = end and sentence.tokens[end - 1].text == "," and quantity.last <= end
    if inserted:
        end = next((k for k in range(quantity.first - 1, 0, -1) if sentence.tokens[k].text == ","), 0)
    near = party_before(sentence, end, combatants)
    return near or (clause_party(at, sentence, combatants) if at < quantity.first else None)
