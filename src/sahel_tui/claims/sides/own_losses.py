"""Whether a figure is a loss of its own speaker: `its own losses`, `admitted six dead`, `buried eleven of its own`."""

from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.deeds import clause_party, subject_side
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined
from sahel_tui.claims.sides.enemy_sides import heads_losses, is_enemy

FARTHEST_OURS = 9
"""Tokens from a figure to `in our ranks`, which may stand behind a second one."""

LONGEST_LOSS = 5
"""Tokens of `the loss of` and its like."""

FARTHEST_OWN = 4
"""Tokens between `its own` and a figure that stands behind it."""


def is_own_loss(quantity: Quantity, sentence: Sentence, speaker: str, combatants: Combatants, hit: str | None) -> bool:
    """`its own losses it put at five`, `no casualties on its side`, `conceding six fighters`: the speaker's own.

    Where a page lists no combatants, a state may mourn civilians: what it admits is its own if the event hit its men.
    """
    if is_enemy(quantity, sentence) or heads_losses(quantity, sentence):
        return False  # `twelve enemy fighters and seven of its own`
    if quantity.word and not sentence.lexicon.own.isdisjoint(sentence.lowers(quantity.word.first, quantity.word.last)):
        return False  # `34 captives were in its hands`
    if quantity.victims.kind in ("civilian", "state", "group", "mercenary", "international") or quantity.victims.owner:
        return False
    recalled = sentence.lowers(max(0, quantity.first - 4), quantity.first)
    if quantity.inherits and any(word in sentence.lexicon.list("of_them") for word in recalled):
        return False
    if says_own(quantity, sentence):
        return not _is_of_clause(quantity, sentence, speaker, combatants)
    admitted = _verb_before(_first_joined(quantity, sentence), sentence)
    admits = any(word in sentence.lexicon.list("admission") for word in admitted)
    men = quantity.victims.head in sentence.lexicon.list("possessive_men")  # `mourned ten men`
    return (
        admits
        and (men or quantity.victims.kind != "people")
        and not (_is_of_another(quantity, sentence, speaker, combatants))
        and (bool(combatants.listed) or speaker == hit or not combatants.is_government(speaker))
    )


def _is_of_clause(quantity: Quantity, sentence: Sentence, speaker: str, combatants: Combatants) -> bool:
    """`the jihadists fell back, leaving six of their own, the army reported`: their own, told before who speaks."""
    said = any(word in sentence.lexicon.say for word in sentence.folded[: quantity.first])
    party = None if said else clause_party(quantity.first, sentence, combatants)
    return party is not None and party == combatants.enemy_of(speaker)


def says_own(quantity: Quantity, sentence: Sentence) -> bool:
    """`buried eleven of its own`, `six dead in their ranks`: words of the clause that make a figure one's own loss."""
    own = sentence.lexicon.phrases["own_side"]
    if "own_side" not in sentence.told:
        return False
    start, stop = max(0, quantity.first - 8), min(quantity.last + 9, len(sentence.tokens))
    places = [at for at in sentence.told["own_side"] if start <= at < stop]
    found = [(at, at + match[1]) for at in places if (match := own.match(sentence.tokens, at))]
    if not found:
        return False
    end = next((at for at in range(quantity.last, stop) if _ends_clause(sentence, quantity, at)), stop)
    turned = [at + 1 for at in range(start, quantity.first) if sentence.folded[at] in sentence.lexicon.list("contrast")]
    start = max([start, *turned])
    return any(start <= at < last <= end and not _tells(last, sentence) for at, last in found)


def says_ours(quantity: Quantity, sentence: Sentence) -> bool:
    """`thirteen dead in our ranks`, `14 morts chez nous`: whoever speaks in the first person fights himself."""
    if "our_side" not in sentence.told:
        return False
    stop = quantity.end + FARTHEST_OURS
    return any(quantity.match.last <= at < stop for at in sentence.told["our_side"])


def _tells(at: int, sentence: Sentence) -> bool:
    """`its own list had 210 dead`: what is its own is a paper, not the dead."""
    lexicon, word = sentence.lexicon, sentence.lowers(at, at + 1)
    return bool(word) and (word[0] in lexicon.statements or word[0] in lexicon.list("documents"))


def _is_of_another(quantity: Quantity, sentence: Sentence, speaker: str, combatants: Combatants) -> bool:
    """`the jihadists lost forty men, said the army`: the verb has another subject than the speaker."""
    word = quantity.word
    subject = subject_side(word, sentence, combatants, speaker) if word and quantity.leftward else None
    return subject is not None and subject != speaker


def _first_joined(quantity: Quantity, sentence: Sentence) -> Quantity:
    """`owned up to two dead and ten wounded`: the first of the figures that the verb governs together."""
    at = sentence.quantities.index(quantity)
    shared = quantity.rule.startswith("share")  # `owned up to the loss of five men and two vehicles`
    while at and (shared or not quantity.leftward) and _goes_on(at, sentence):
        at -= 1
    return sentence.quantities[at]


def _goes_on(at: int, sentence: Sentence) -> bool:
    """The figure is joined to the one before it, or a part of that: `two dead, one an officer, and ten wounded`."""
    before, quantity = sentence.quantities[at - 1], sentence.quantities[at]
    return are_joined(before, quantity, sentence) or "subset" in quantity.flags


def _verb_before(quantity: Quantity, sentence: Sentence) -> list[str]:
    """The three words before a figure and `the loss of`: `JNIM acknowledged the loss of two`."""
    lexicon = sentence.lexicon
    between = lexicon.lists("noun_openers", "of", "loss_nouns", "a_loss")
    at = quantity.first
    while at > max(0, quantity.first - LONGEST_LOSS) and sentence.folded[at - 1] in between:
        at -= 1
    return sentence.lowers(max(0, at - 3), quantity.first)


def _ends_clause(sentence: Sentence, quantity: Quantity, at: int) -> bool:
    """Somebody else is told of behind it: `taken one prisoner, for four dead of its own`, `50 hurt, its own at 2`."""
    word = sentence.folded[at]
    stops = ("that_clause", "clause_starts", "contrast", "enemy")
    if sentence.lexicon.phrases["opposite"].match(sentence.tokens, at):
        return True  # `douze morts en face et sept de son côté`
    if word == ";" or any(word in sentence.lexicon.list(name) for name in stops):
        return True
    if any(other.leftward and other.word and other.word.first == at for other in sentence.quantities):
        return True  # `killed ten, losing four of its own`
    if any(word.first == at and word.families("active") == "lost" for word in sentence.words):
        return True  # `killed ten at the cost of four of its own`
    other = next((other for other in sentence.quantities if other.first == at), None)
    taken = sentence.lexicon.grammar["implied"].get(quantity.victims.head) == "captured"
    if other and (taken or other.match.count.vague == "none"):
        return True  # `four prisoners and no casualties on its side`
    plain = sentence.folded[at - 1] not in sentence.lexicon.list("of")  # `seven wounded of its own`
    own = word in sentence.lexicon.own and at > quantity.last and plain
    return own and any(at < other.first <= at + FARTHEST_OWN for other in sentence.quantities)
