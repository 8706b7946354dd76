"""Which casualty word counts which quantity: the rules in the order they are tried."""

from collections.abc import Callable, Sequence

from sahel_tui.claims.links.among_links import among_the_dead, joined_to_dead
from sahel_tui.claims.links.apposed_numbers import apposed_number
from sahel_tui.claims.links.aside_links import behind_aside
from sahel_tui.claims.links.beside_links import meets_same_fate, share_beside, shares_fate
from sahel_tui.claims.links.breakdowns import share_breakdowns
from sahel_tui.claims.links.care_links import brought_to_care
from sahel_tui.claims.links.complements import exclude_complements
from sahel_tui.claims.links.denied_others import add_denied_others
from sahel_tui.claims.links.direct_links import followed_by_word, object_of_word
from sahel_tui.claims.links.displacement import arrived, departed, driven_out
from sahel_tui.claims.links.early_tolls import early_toll
from sahel_tui.claims.links.far_subjects import far_subject
from sahel_tui.claims.links.gapped_clauses import share_contrast
from sahel_tui.claims.links.gapped_links import (
    gapped_number,
    share_inverted,
    share_likewise,
    share_object,
    share_parallel,
    share_place,
)
from sahel_tui.claims.links.inverted_links import fronted_word, subject_behind_verb
from sahel_tui.claims.links.later_deaths import is_taken_away
from sahel_tui.claims.links.lists import join_lists
from sahel_tui.claims.links.name_lists import counted_by_name
from sahel_tui.claims.links.named_deaths import add_named_deaths
from sahel_tui.claims.links.no_losses import drop_retreat, is_no_loss, spares_lives
from sahel_tui.claims.links.numbered_links import numbered_compound, numbered_subject
from sahel_tui.claims.links.opposed_links import opposed_number
from sahel_tui.claims.links.part_links import part_described, part_of_opening, share_subset
from sahel_tui.claims.links.part_persons import add_part_persons
from sahel_tui.claims.links.person_lists import add_part_lists, add_person_lists
from sahel_tui.claims.links.persons import add_listed_person, add_named_person, add_relatives, join_articles
from sahel_tui.claims.links.pronoun_links import taken_up_by_pronoun
from sahel_tui.claims.links.relative_links import behind_relative
from sahel_tui.claims.links.restated_links import counted_again, share_restated, summed_up
from sahel_tui.claims.links.sentence_marks import describe_part, inherit_victims, mark_mixed, mark_subset, mark_total
from sahel_tui.claims.links.shared_links import (
    attributive_word,
    implied_by_noun,
    share_backward,
    share_forward,
)
from sahel_tui.claims.links.sourced_links import sourced_number
from sahel_tui.claims.links.split_links import first_of_split_objects, left_of_own, object_of_split_verb
from sahel_tui.claims.links.spoken_tolls import take_spoken_figures
from sahel_tui.claims.links.state_links import told_by_state
from sahel_tui.claims.links.told_parts import take_told_parts
from sahel_tui.claims.links.toll_links import (
    changed_from,
    head_of_toll,
    joined_to_toll,
    named_toll,
    number_told_behind,
    object_of_toll_verb,
    toll_behind,
    toll_goes_on,
)
from sahel_tui.claims.links.unknown_tolls import add_unknown_toll
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import names_speakers
from sahel_tui.model import Category

Rule = Callable[[Sentence, int], bool]

NEEDED: dict[Rule, tuple[str, ...]] = {
    numbered_compound: ("numbering_verbs", "exceeding", "put_at"),
    numbered_subject: ("numbering_verbs", "exceeding", "put_at"),
    subject_behind_verb: ("inverting",),
    object_of_toll_verb: ("toll_verbs", "become"),
    toll_behind: ("toll_verbs",),
    early_toll: ("early",),
    departed: ("departures",),
    driven_out: ("flights",),
    arrived: ("arrivals", "hosting"),
    object_of_split_verb: ("split_openers",),
    first_of_split_objects: ("split_openers",),
    left_of_own: ("leaving", "admission"),
    brought_to_care: ("brought",),
    told_by_state: ("state_verbs",),
    changed_from: ("change_verbs",),
    shares_fate: ("accompanied",),
    counted_by_name: ("name_lists",),
    among_the_dead: ("amid", "include"),
    share_inverted: ("likewise",),
    share_subset: ("subset_before", "subset_after", "partitive", "part_verbs"),
    toll_goes_on: ("toll_subjects",),
    share_likewise: ("pro_verbs", "likewise_ends"),
    share_beside: ("beside",),
}
"""Lists or phrases one of which a rule needs: most sentences have none of them."""

Gated = tuple[Rule, tuple[str, ...]]
"""A rule and what it needs of `NEEDED`."""


def _gate(*rules: Rule) -> tuple[Gated, ...]:
    return tuple((rule, NEEDED.get(rule, ())) for rule in rules)


DIRECT = _gate(
    brought_to_care,
    told_by_state,
    numbered_compound,
    followed_by_word,
    object_of_word,
    subject_behind_verb,
    fronted_word,
    far_subject,
    behind_aside,
    behind_relative,
    taken_up_by_pronoun,
    early_toll,
    head_of_toll,
    object_of_toll_verb,
    toll_behind,
    number_told_behind,
    numbered_subject,
    shares_fate,
    departed,
    driven_out,
    arrived,
    object_of_split_verb,
    left_of_own,
    counted_by_name,
    implied_by_noun,
    attributive_word,
    among_the_dead,
    apposed_number,
    summed_up,
)
"""A figure with a casualty word of its own."""

WORDLESS = _gate(
    *(brought_to_care, early_toll, object_of_toll_verb, departed, driven_out, arrived),
    *(object_of_split_verb, left_of_own),
    *(counted_by_name, implied_by_noun, attributive_word, among_the_dead, numbered_subject),
)
"""Those that need no word of `Sentence.words`: all that is tried where there is none."""

SHARED = _gate(
    changed_from,
    joined_to_dead,
    joined_to_toll,
    share_forward,
    share_inverted,
    share_likewise,
    sourced_number,
    opposed_number,
    gapped_number,
    share_backward,
    first_of_split_objects,
    share_subset,
    share_place,
    share_contrast,
    share_parallel,
    share_object,
    share_beside,
    share_restated,
    part_described,
    part_of_opening,
    toll_goes_on,
)
"""A figure that has its word from a neighbour."""


def link_quantities(sentence: Sentence, last: Category | None = None, *, near: bool = True) -> list[Quantity]:
    """The quantities of a sentence that count casualties, each with category, rule and flags.

    `last` is what the paragraph counted last: a bare figure that somebody gives counts the same, and where the
    sentence before counted it (`near`), so does a part of those.
    """
    if not (sentence.quantities or sentence.words or "unknown_predicates" in sentence.told):
        return []
    add_person_lists(sentence)
    _link_figures(sentence)
    add_part_lists(sentence)
    add_named_deaths(sentence)
    counted = last or named_toll(sentence)
    for at in range(len(sentence.quantities)) if "same_fate" in sentence.told else ():
        meets_same_fate(sentence, at, last)
    take_spoken_figures(sentence, counted)
    if near:
        take_told_parts(sentence, last)
    if any(quantity.rule == "spoken_figure" for quantity in sentence.quantities):
        share_breakdowns(sentence)
        _apply(_gate(share_subset), sentence)
    if counted and not last:
        _apply(_gate(gapped_number), sentence)
    _apply(_gate(counted_again), sentence)
    add_unknown_toll(sentence)
    add_denied_others(sentence)
    _mark_parts(sentence)
    add_named_person(sentence)
    add_listed_person(sentence)
    add_part_persons(sentence)
    if _counts(sentence):
        _join(sentence)
    return [quantity for quantity in sentence.quantities if quantity.category]


def _link_figures(sentence: Sentence) -> None:
    """Give every figure the category of a word, its own or a neighbour's."""
    if not sentence.quantities:
        return
    exclude_complements(sentence)
    _apply(DIRECT if sentence.words else WORDLESS, sentence)
    if not _counts(sentence):
        _apply(_gate(toll_goes_on), sentence)  # There is nothing to share.
        return
    share_breakdowns(sentence)
    _apply(SHARED, sentence)


def _counts(sentence: Sentence) -> bool:
    """Some figure has a category."""
    return any([quantity.category for quantity in sentence.quantities])


def _mark_parts(sentence: Sentence) -> None:
    """Flag parts and mixed groups, and find the nouns that figures leave out."""
    for at, quantity in enumerate(sentence.quantities):
        if quantity.category is None and quantity.word is None:
            continue
        if is_taken_away(sentence, quantity):
            quantity.category = "vehicles_captured"
        if is_no_loss(sentence, quantity):
            quantity.category = None
        if spares_lives(sentence, quantity):
            quantity.category = "killed"
        if quantity.victims.head in sentence.lexicon.list("compound") and not quantity.combined:
            quantity.combined = ("killed", "wounded")
        if quantity.category:
            mark_subset(sentence, at)
            describe_part(sentence, at)
            inherit_victims(sentence, at)
            drop_retreat(quantity)
            mark_mixed(sentence, at)


def _join(sentence: Sentence) -> None:
    """Join what is one figure, and flag totals."""
    add_relatives(sentence)
    join_articles(sentence)
    join_lists(sentence)
    mark_total(sentence)


def _apply(rules: Sequence[Gated], sentence: Sentence) -> None:
    """Try each rule on every figure that has no category yet."""
    cued = "according_to" in sentence.told or "citing" in sentence.told or "(" in sentence.told
    open_ones = [(at, quantity) for at, quantity in enumerate(sentence.quantities) if quantity.category is None]
    if cued:
        open_ones = [(at, quantity) for at, quantity in open_ones if not names_speakers(sentence, at)]
    if not open_ones:
        return
    told = sentence.told.keys()
    for rule, needed in rules:
        if needed and told.isdisjoint(needed):
            continue
        for at, quantity in open_ones:
            if quantity.category is None:
                rule(sentence, at)
