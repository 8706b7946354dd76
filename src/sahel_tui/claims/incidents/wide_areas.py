"""Figures of a whole country, region or war in the text of one event."""

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Document

FARTHEST_AREA = 7
"""Tokens from a figure to the area it is counted over: `killed or forcibly disappeared across the Sahel`."""

LONGEST_DIRECTION = 4
"""Tokens before a nation for the part of it: `the north of Mali`."""

MOST_OF_EVENT = 100_000
"""People whom one event drives from their homes; more are those of a war."""


def is_wide_area(sentence: Sentence, at: int) -> bool:
    """`Mali`, `the Sahel`, `that part of Mali`; `Mali's north` is none."""
    lexicon, tokens = sentence.lexicon, sentence.tokens
    areas = lexicon.list("wide_areas")
    passed = lexicon.lists("wide_areas", "noun_openers", "area_openers", "of")
    first = at
    while at < len(tokens) - 1 and sentence.folded[at] in passed:
        at += 1
    owned = at + 1 < len(tokens) and sentence.folded[at + 1] in lexicon.list("possessive")
    named = at < len(tokens) and tokens[at].text in lexicon.nations and not owned
    return named or not areas.isdisjoint(sentence.folded[first:at])


def foreign_nation(sentence: Sentence, at: int, own: frozenset[str]) -> str | None:
    """`Niger`, `northern Burkina Faso`, `le sud du Niger` on a page of Mali: a nation that is none of the event's."""
    lexicon, tokens = sentence.lexicon, sentence.tokens
    if lexicon.nation_words.isdisjoint(sentence.vocabulary):
        return None
    passed = lexicon.lists("directions", "noun_openers", "of", "definite_contractions")
    first = at
    while at < min(len(tokens) - 1, first + LONGEST_DIRECTION) and sentence.folded[at] in passed:
        at += 1
    pair = " ".join(token.text for token in tokens[at : at + 2])
    name = pair if pair in lexicon.nations else tokens[at].text
    behind = sentence.lowers(at + 1 + (name == pair), at + 2 + (name == pair))
    owned = not lexicon.list("possessive").isdisjoint(behind)
    return name if own and name in lexicon.nations and name not in own and not owned else None


def own_nations(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The nations that infobox, title and lead name: where the event was, or who took part in it."""
    fields = [document.text[field.start : field.end] for field in document.fields]
    lead = [document.text[part.start : part.end] for part in document.sections if part.kind == "lead"]
    told = " ".join((document.title, *fields, *lead))
    return frozenset(name for name in lexicon.nations if name in told)


def counts_wide_area(sentence: Sentence, quantity: Quantity) -> bool:
    """`199 people killed across the Sahel`, `2,000 deaths in Mali in 2022`; no `worst attack in Mali in 2022`."""
    lexicon = sentence.lexicon
    if is_of_nation(quantity):
        return True
    if not lexicon.lists("superlatives", "event_nouns").isdisjoint(sentence.vocabulary):
        return False
    over = lexicon.phrases["all_over"]
    for at in range(quantity.end, min(quantity.end + FARTHEST_AREA, len(sentence.tokens) - 1)):
        if sentence.tokens[at].kind == "mark":
            return False
        across = over.match(sentence.tokens, at)
        if across and is_wide_area(sentence, at + across[1]):
            return True
        placed = sentence.folded[at] in lexicon.list("place_openers") and is_wide_area(sentence, at + 1)
        if placed and (_follows_year(sentence, at + 2) or _follows_year(sentence, 0)):
            return True
    return False


def is_of_nation(quantity: Quantity) -> bool:
    """`some 500,000 Burkinabe had had to leave their homes`, `thousands have been killed`: more than one event hits."""
    count = quantity.match.count
    if quantity.category == "killed" and count.vague == "thousands":
        return True
    return quantity.category == "displaced" and (count.low or count.high or 0) >= MOST_OF_EVENT


def _follows_year(sentence: Sentence, at: int) -> bool:
    """`in 2022`, `en 2022`."""
    opened = not sentence.lexicon.list("place_openers").isdisjoint(sentence.lowers(at, at + 1))
    year = sentence.tokens[at + 1].text if opened and at + 1 < len(sentence.tokens) else ""
    return len(year) == len("2022") and year.isdigit()
