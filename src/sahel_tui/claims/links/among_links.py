"""Part of the dead or hurt told by a predicate: `twenty women were among those executed`, `among the dead were two`."""

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.language.noun_phrases import complement_end
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, is_of_persons
from sahel_tui.model import Category

LONGEST_NAMING = 4
"""Tokens from `among` to the noun or participle that says among whom: `among the thirty-eight killed`."""

RULES = frozenset(("among_the_dead", "joined_to_dead"))
"""What is joined to figures of these rules is among the dead with them."""

LONGEST_INVERSION = 3
"""Tokens of the verb between `among the dead` and its subject: `on compte également`."""


def among_the_dead(sentence: Sentence, at: int) -> bool:
    """A figure that is said to be among the dead, the wounded, the victims: the word there says what happened to it."""
    among = sentence.told.get("amid", [])
    for place in [*among, -1] if "include" in sentence.told else among:
        named = _name_group(sentence, place)
        quantity = sentence.quantities[at]
        subject = place >= 0 and _precedes(sentence, quantity, place)
        if named and (subject or _follows(sentence, quantity, named[1])):
            category = resolve_category(named[0], quantity.victims.kind)
            if category:
                _name_kind(sentence, quantity, place)
                quantity.category, quantity.rule = category, "among_the_dead"
                quantity.flags.append("subset")
                return True
    return False


def joined_to_dead(sentence: Sentence, at: int) -> bool:
    """`ten soldiers and one gendarme were among the dead`: what is joined to such a figure is there too."""
    quantity = sentence.quantities[at]
    before = sentence.quantities[at - 1] if at else None
    if before and before.rule in RULES and is_of_persons(quantity) and are_joined(before, quantity, sentence):
        quantity.category, quantity.rule = before.category, "joined_to_dead"
        quantity.flags.append("subset")
        return True
    following = sentence.quantities[at + 1] if at + 1 < len(sentence.quantities) else None
    if following is None or not is_of_persons(quantity):
        return False
    if following.rule != "among_the_dead" and (following.category or not joined_to_dead(sentence, at + 1)):
        return False
    if not (are_joined(quantity, following, sentence) or _are_joined_around(quantity, following, sentence)):
        return False
    quantity.category, quantity.rule = following.category, "joined_to_dead"
    quantity.flags.append("subset")
    return True


def _are_joined_around(first: Quantity, second: Quantity, sentence: Sentence) -> bool:
    """`Six Canadians, all from Quebec, and two Swiss`: `and`, with an aside between commas before it."""
    gap = _without_aside(sentence.lowers(first.last, second.first))
    return len(gap) == 1 and gap[0] in sentence.lexicon.list("plain_and")


def _name_kind(sentence: Sentence, quantity: Quantity, among: int) -> None:
    """`a Nigerian was among the civilians killed`: the group tells what its part is."""
    if among < 0 or quantity.victims.kind not in ("", "people"):
        return
    for at in range(among + 1, min(among + LONGEST_NAMING, len(sentence.tokens))):
        noun = sentence.lexicon.nouns.match(sentence.tokens, at)
        if noun and noun[0] in ("state", "civilian", "group", "mercenary", "international"):
            quantity.victims.kind = noun[0]
            return


def _name_group(sentence: Sentence, among: int) -> tuple[str, int] | None:
    """Families of the word shortly behind `among` and the token after it: `the dead`, `ceux qui ont péri`."""
    for word in sentence.words:
        families = word.families("participle", "after", "intransitive", "before")
        near = among < word.first <= among + LONGEST_NAMING
        if near and families and "," not in sentence.folded[max(0, among) : word.first]:
            return families, word.last
    implied: dict[str, Category] = sentence.lexicon.grammar["implied"]
    noun = among + 2
    if 0 < noun < len(sentence.tokens) and sentence.folded[noun - 1] in sentence.lexicon.list("determiners"):
        named = implied.get(sentence.folded[noun])
        return (named, noun + 1) if named else None
    return None


def _precedes(sentence: Sentence, quantity: Quantity, among: int) -> bool:
    """`four sons of the chief were also among …`: only forms of `be` stand between, or nothing behind a verb."""
    gap = _without_aside(sentence.lowers(complement_end(sentence.tokens, quantity.last, sentence.lexicon), among))
    named = any(word in sentence.lexicon.say for word in sentence.lowers(0, quantity.first))
    return quantity.last <= among and _is_verb(sentence, gap) and (bool(gap) or (named and is_of_persons(quantity)))


def _follows(sentence: Sentence, quantity: Quantity, end: int) -> bool:
    """`among the dead were two women`."""
    gap = _without_aside(sentence.lowers(end, quantity.first))
    stated = gap == [":"]  # `Among those killed: a corporal and two privates`
    return stated or (0 < len(gap) <= LONGEST_INVERSION and _is_verb(sentence, gap))  # `the victims included two women`


def _without_aside(gap: list[str]) -> list[str]:
    """What follows an aside between commas: `the army's dead, 24 in number, included a captain`."""
    closing = len(gap) - 1 - gap[::-1].index(",") if gap[:1] == [","] and "," in gap[1:] else -1
    return gap[closing + 1 :]


def _is_verb(sentence: Sentence, gap: list[str]) -> bool:
    figure, include = sentence.lexicon.list("figure"), sentence.lexicon.list("include")
    return all(word in sentence.lexicon.be or word in figure or word in include for word in gap)
