"""Events of several places: which of them a figure is tied to, by its own words, its paragraph or its heading."""

from collections.abc import Sequence

from sahel_tui.claims.incidents.double_targets import find_targets
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.incident_names import find_places, slug
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.town_names import is_wide_area
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import are_joined, group_by_word
from sahel_tui.model import MAIN_INCIDENT, Document, Section


def _places_of(place: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Two or more settlements that the first part of a place joins; no states, regions, bases or surroundings.

    `Between Ansongo and Gao` is one place.
    """
    found = find_places(place)
    between = place.lower().split(maxsplit=1)[0] in lexicon.list("between_places") if place else True
    if between or not found or not place.startswith(found[0]):
        return ()
    behind = place[place.find(found[-1]) + len(found[-1]) :].partition(",")[0].strip()
    other = lexicon.lists("areas", "spots")
    named = all(other.isdisjoint(name.lower().split()) and not load_actors().match(tokenise(name), 0) for name in found)
    wide = any(name in lexicon.nations or is_wide_area(name) for name in found)
    return found if named and not (behind or wide) else ()


def _is_total(quantity: Quantity) -> bool:
    """`25 wounded in all`: the figure of all places."""
    return "total" in quantity.flags


class DoubleEvent:
    """The places that a title joins (`Solhan and Tadaryat massacres`), each an incident of its own; mostly none.

    So does the place of an infobox (`Nagraogo and Alamou, Barsalogho Department`); and each of two targets is one.
    """

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.places = find_places(document.title)
        self._titled = bool(self.places)
        self._title = slug(document.title)
        """The title itself joins the places, so that naming one is telling of it; else only `at` and `in` do."""
        self.places = self.places or _places_of(document.value("place") or "", lexicon)
        self._by_target = not self.places
        self._targets = find_targets(document, lexicon) if self._by_target else {}
        """The nouns of two targets, each with the words that name it."""
        self.places = self.places or tuple(self._targets)
        self._names = {slug(place): place for place in self.places}
        self._section: Section | None = None
        self._last_place: str | None = None
        """The place named last: `there` in the next sentence is it."""
        self._story_place: str | None = None
        """The only place that the last sentence with one named: the story goes on there."""
        self._place_here: str | None = None
        """The place that this paragraph is about."""

    def __bool__(self) -> bool:
        """Whether there are several places."""
        return bool(self.places)

    @property
    def joins_places(self) -> bool:
        """Several settlements, and not several targets in one."""
        return bool(self.places) and not self._by_target

    def enter(self, section: Section) -> None:
        """Start a section."""
        self._section = section
        self._last_place = self._story_place = self._place_of(section)
        self.new_paragraph()

    def new_paragraph(self) -> None:
        """Start a paragraph: it is about the place that its heading names."""
        self._place_here = self._place_of(self._section) if self._section else None
        self._story_place = self._place_here if self._by_target else self._story_place

    def _place_of(self, section: Section) -> str | None:
        """The place that a heading names: its section tells of that one alone."""
        named = [place for place in self.places if slug(place) in slug(section.title)]
        return named[0] if len(named) == 1 and section.kind != "lead" else None

    def of_quantities(self, quantities: Sequence[Quantity], sentence: Sentence, *, spoken: bool) -> list[str]:
        """The place that each quantity's own words name, else that of the story, else the whole."""
        groups = group_by_word(quantities)
        told = not spoken and self._section is not None and self._section.kind != "lead"
        found: list[str] = []
        there = "there" in sentence.told
        previous_end, place = 0, self._last_place if there else self._story_place if told else self._place_here
        trailing = set[str]()
        for at, group in enumerate(groups):
            end = max(max(quantity.last, quantity.word.last if quantity.word else 0) for quantity in group)
            following = groups[at + 1][0].first if at + 1 < len(groups) else len(sentence.tokens)
            before = self._places_in(sentence, previous_end, group[0].first, attached=not self._titled)
            own = self._places_in(sentence, group[0].first, following, attached=True)
            each = self._one_place_each(group, sentence, following)
            if not own and not before and at + 1 < len(groups) and are_joined(group[-1], groups[at + 1][0], sentence):
                stop = groups[at + 2][0].first if at + 2 < len(groups) else len(sentence.tokens)
                own = self._places_in(sentence, following, stop, attached=True)
            trailing |= set(own) if len(own) > 1 else set()
            if len(trailing) > 1 and not (own or before):
                place = None  # `70 died in A and 30 in B, and 25 were hurt`
            elif len(own) == 1:
                place = own[0]
                trailing.add(place)
            elif before:
                place = before[0] if len(before) == 1 else None
            told_there = [slug(place) if place and not _is_total(quantity) else MAIN_INCIDENT for quantity in group]
            found += each or told_there
            previous_end = end
        self._remember(sentence, spoken=spoken)
        return found

    def _one_place_each(self, group: Sequence[Quantity], sentence: Sentence, stop: int) -> list[str]:
        """`twenty were shot at Karou, fourteen at Ouatagouna`: figures of one word, each at a place of its own."""
        starts = [*(quantity.first for quantity in group[1:]), stop]
        named = [
            self._places_in(sentence, quantity.first, start, attached=True) if not _is_total(quantity) else []
            for quantity, start in zip(group, starts, strict=True)
        ]
        each = all(len(places) == 1 or _is_total(quantity) for places, quantity in zip(named, group, strict=True))
        return [slug(places[0]) if places else MAIN_INCIDENT for places in named] if each and any(named) else []

    def _remember(self, sentence: Sentence, *, spoken: bool) -> None:
        """Where the story goes on; at a target only for who tells it next, and not behind what somebody says."""
        named = self._places_in(sentence, 0, len(sentence.tokens))
        self._last_place = named[-1] if named else self._last_place
        if self._by_target:
            self._story_place = named[0] if len(named) == 1 and not spoken else self._place_here
            return
        self._story_place = (named[0] if len(named) == 1 else None) if named else self._story_place
        lead = self._section is not None and self._section.kind == "lead"
        self._place_here = named[-1] if len(named) == 1 and not lead else None if named else self._place_here

    def _places_in(self, sentence: Sentence, first: int, last: int, *, attached: bool = False) -> list[str]:
        """Places of the event among some tokens; `attached` ones stand behind `in`, `at` or `near`."""
        names, found = self._names, list[str]()
        told = slug(" ".join([token.text for token in sentence.tokens[first : last + 1]]))
        for at in range(first, last) if any(name in told for name in names) else ():
            pair = " ".join(token.text for token in sentence.tokens[at : at + 2])
            name = names.get(slug(sentence.tokens[at].text)) or names.get(slug(pair))
            if name and self._is_whole(sentence, at, name):
                continue
            before = sentence.folded[at - 1] if at else ""
            if name and self._by_target and not self._is_target(sentence, at, name):
                continue
            of = self._by_target or (self._titled and before in self.lexicon.list("of"))
            joined = bool(found) and before in self.lexicon.list("plain_and")
            if name and (not attached or before in self.lexicon.list("place_openers") or of or joined):
                found.append(name)
        return list(dict.fromkeys(found)) or self._in_order(sentence, first, last)

    def _in_order(self, sentence: Sentence, first: int, last: int) -> list[str]:
        """`In the first attack …. The second attack …`: the two places in the order in which the title joins them."""
        lexicon = self.lexicon
        if not (self._titled and len(self.places) == 2 and "event_nouns" in sentence.told):
            return []
        orders = (lexicon.list("firsts"), lexicon.list("seconds"))
        nouns = [at for at in sentence.told["event_nouns"] if first + 1 < at < last]
        told = [at for at in nouns if sentence.folded[at - 2] in lexicon.list("definite")]
        found = [
            place
            for place, words in zip(self.places, orders, strict=True)
            for at in told
            if sentence.folded[at - 1] in words
        ]
        return list(dict.fromkeys(found))

    def _is_target(self, sentence: Sentence, at: int, name: str) -> bool:
        """`the embassy`, `the Splendid Hotel`; none that speaks (`The embassy said`), no other hotel, nor `a hotel`."""
        before = sentence.tokens[at - 1] if at else None
        other = before is None or (before.text[0].isupper() and before.lower not in self._targets[name])
        other = other or sentence.folded[at - 1] in self.lexicon.list("articles")
        return not other and self.lexicon.say.isdisjoint(sentence.lowers(at + 1, at + 3))

    def _is_whole(self, sentence: Sentence, at: int, place: str) -> bool:
        """`in Solhan itself` under the title `Solhan massacre`, `the Solhan hospital`: no part of the event."""
        behind = sentence.lowers(at + len(place.split()), at + len(place.split()) + 1)
        titled = not self._titled and slug(place) in self._title
        itself = titled and not self.lexicon.list("itself").isdisjoint(behind)
        return itself or not self.lexicon.list("care_places").isdisjoint(behind)

    def of_infobox(self, text: str) -> str:
        """The incident of an infobox item: `14 in Tadaryat` is that of its place."""
        named = [place for place in self.places if slug(place) in slug(text)]
        return slug(named[0]) if len(named) == 1 else MAIN_INCIDENT
