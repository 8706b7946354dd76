"""The places of all figures of a sentence: each figure's own, one shared with a neighbour, or the document's."""

from collections.abc import Sequence

from sahel_tui.claims.incidents.incident_places import Places
from sahel_tui.claims.language.incident_names import slug
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, group_by_word
from sahel_tui.model import MAIN_INCIDENT


def places_of_figures(quantities: Sequence[Quantity], sentence: Sentence, where: Places) -> list[str]:
    """Each figure at the place its own words name; the figures of one casualty word share it.

    So do those joined by a mere `and`: `49 dead and 17 injured at Karou`. A figure at the document's own place
    stays there.
    """
    found: list[str] = []
    groups = group_by_word(quantities)
    before: str | None = None
    for at, group in enumerate(groups):
        following = groups[at + 1] if at + 1 < len(groups) else None
        stop = following[0].first if following else len(sentence.tokens)
        names = [where.of_figure(sentence, quantity, stop) for quantity in group]
        parts = all("subset" in quantity.flags or quantity.rule.startswith("share") for quantity in group)
        shared = (names[-1] if group[-1].word else None) or (before if parts else None)
        joined = following is not None and are_joined(group[-1], following[0], sentence)
        home = [(shared or joined) and where.is_at_home(sentence, quantity, stop) for quantity in group]
        if following and joined and not (shared or any(home)):
            shared = where.of_figure(sentence, following[-1], len(sentence.tokens))
        there = where.points_back(sentence, groups[at - 1][-1].end, group[-1].end) if at else False
        shared = shared or (before if there else None)
        before = shared or names[-1]
        places = [name or (None if own else shared) for name, own in zip(names, home, strict=True)]
        found += [slug(place) if place else MAIN_INCIDENT for place in places]
    return found
