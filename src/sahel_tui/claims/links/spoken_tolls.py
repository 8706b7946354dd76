"""Bare figures that somebody gives, or that take up a toll: `JNIM claimed twenty`, `the official nine`."""

from sahel_tui.claims.language.categories import resolve_category
from sahel_tui.claims.links.sourced_links import is_told_again
from sahel_tui.claims.links.toll_links import category_of_toll, is_bare, is_number, names_toll
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, is_of_persons
from sahel_tui.model import Category

LONGEST_SAYING = 9
"""Tokens from a verb of saying to the bare figure that is said."""


def take_spoken_figures(sentence: Sentence, last: Category | None) -> None:
    """`on Monday he told AFP that there were more than 130`, `JNIM claimed twenty`: a bare figure somebody gives.

    It counts what the sentence counted before it, else what the paragraph counted `last`.
    """
    for quantity in sentence.quantities:
        bare = quantity.category is None and is_bare(quantity)
        if last and bare and (_is_given(sentence, quantity) or is_told_again(sentence, quantity)):
            quantity.category, quantity.rule = last, "spoken_figure"
        if quantity.category is None and last and _is_reported(sentence, quantity):
            quantity.category, quantity.rule = last, "reported_figure"
        if quantity.category is None and last and _is_toll_itself(sentence, quantity):
            quantity.category, quantity.rule = last, "toll_itself"
        last = quantity.category if quantity.category and "subset" not in quantity.flags else last


def toll_in_question(sentence: Sentence) -> Category | None:
    """What `The number of dead is disputed`, `It was not clear how many had died` counts without a figure."""
    for at in sentence.told.get("toll_subjects", ()):
        if names_toll(sentence, at):
            lost = any(at + 1 < word.last <= at + LONGEST_SAYING for word in sentence.words)  # not a mere `count`
            told = category_of_toll(sentence, at) if lost else None
            return told or ("killed" if sentence.folded[at] in sentence.lexicon.list("tolls_of_dead") else None)
    for at in sentence.told.get("how_many", ()):
        word = next((word for word in sentence.words if at < word.first <= at + LONGEST_SAYING), None)
        families = word.families("participle", "intransitive", "after") if word else ""
        return resolve_category(families, "people") if families else None
    return None


def _is_reported(sentence: Sentence, quantity: Quantity) -> bool:
    """`the four announced by the bishop`, `up from the 37 counted on Friday`, `as opposed to the official nine`.

    A definite bare figure goes on with the toll told when a participle or an adjective says that it was given.
    """
    lexicon, first, behind = sentence.lexicon, quantity.first, quantity.match.last
    labels = lexicon.lists("official_words", "toll_labels")
    while first and sentence.folded[first - 1] in lexicon.lists("official_words", "toll_labels", "adverbs"):
        first -= 1
    behind_noun = ("official_words", "toll_labels") if lexicon.grammar.get("head_first") else ()
    given = lexicon.lists("given_by", *behind_noun)
    told = not labels.isdisjoint(sentence.folded[first : quantity.first])
    named = sentence.lowers(behind, behind + 1)
    told = told or not given.isdisjoint(named)
    opened = {*sentence.lowers(max(0, first - 1), first), sentence.folded[quantity.first]}
    definite = lexicon.lists("determiners", "definite_contractions")
    bare = is_bare(quantity) or (is_number(quantity) and quantity.victims.kind == "unknown" and named[:1] != [])
    return bare and told and not definite.isdisjoint(opened)


def _is_toll_itself(sentence: Sentence, quantity: Quantity) -> bool:
    """`On Monday it was 17 soldiers and four civilians`: the toll told before, as a pronoun; so those joined to it."""
    relatives = sentence.lexicon.list("personal_relatives")
    if quantity.last < len(sentence.tokens) and sentence.folded[quantity.last] in relatives:
        return False  # `it was two soldiers who opened the gate`
    before = sentence.lowers(max(0, quantity.first - 2), quantity.first)
    taken = len(before) == 2 and before[1] in sentence.lexicon.list("toll_takes")
    neuter = taken and before[0] in sentence.lexicon.list("neuter_pronouns")
    if neuter and is_of_persons(quantity):
        return True
    if taken and before[0] in sentence.lexicon.list("possessive") and is_bare(quantity):
        return True  # `The army's count was nine dead. JNIM's was 31.`
    ended = sentence.lexicon.phrases["toll_ends"].match_before(sentence.tokens, quantity.first)
    head = quantity.first - ended[1] if ended else 0
    if head == 1 and sentence.folded[0] in sentence.lexicon.list("toll_pronouns"):
        return is_bare(quantity) or is_of_persons(quantity)  # `It ended at 13.`
    at = sentence.quantities.index(quantity)
    first = sentence.quantities[at - 1] if at else None
    joined = first is not None and first.rule == "toll_itself" and is_of_persons(quantity)
    return joined and first is not None and are_joined(first, quantity, sentence)


def _is_given(sentence: Sentence, quantity: Quantity) -> bool:
    """A verb of saying stands shortly before it in its clause, no noun between, nor noun or verb of its own behind."""
    tokens, lexicon = sentence.tokens, sentence.lexicon
    behind = tokens[quantity.last] if quantity.last < len(tokens) else None
    if any(
        token.lower in lexicon.list("determiners") for token in tokens[max(0, quantity.first - 1) : quantity.first + 1]
    ):
        return False  # `diffused on the 29th`, `le 29`: a day; `the three were medics`: some counted before
    if quantity.first and sentence.folded[quantity.first - 1] in lexicon.lists("from", "-of"):
        return False  # `presented this as an increase from 60`: where another figure started
    before = [other for other in sentence.quantities if other.first < quantity.first and not other.article]
    spoken = lexicon.lists("say")  # `A second official said 30`: who speaks is counted by nobody
    before = [other for other in before if spoken.isdisjoint(sentence.lowers(other.last, other.last + 1))]
    if any(other.victims.kind and not other.category for other in before):
        return False  # `insisted on a single bomber, whereas the government counted five`
    timed = any(other.first == quantity.last and other.victims.kind == "excluded" for other in sentence.quantities)
    timed = timed or quantity.last in sentence.dates  # `listed 34 four days later`
    follows = lexicon.lists("after_shared", "plain_and")
    if behind and behind.kind != "mark" and not timed and behind.lower not in follows:
        return False
    for at in range(quantity.first - 1, max(-1, quantity.first - LONGEST_SAYING), -1):
        noun = lexicon.nouns.match(tokens, at)
        if tokens[at].text in ".;:(" or (noun and not lexicon.speaker_at(tokens, at)):
            return False
        if tokens[at].lower in lexicon.say or lexicon.phrases["say_phrases"].match(tokens, at):
            return True
    return False
