"""Claims of the article text: sentence by sentence, with voice, side and incident."""

from collections.abc import Iterator
from dataclasses import replace

from sahel_tui.claims.attribution import Speakers, source_of
from sahel_tui.claims.incidents import Incidents
from sahel_tui.claims.links import link_quantities
from sahel_tui.claims.phrases import Quantity, Sentence
from sahel_tui.claims.sentences import find_sentences
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import mask_marks
from sahel_tui.model import CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Claim, Document, Section


class ProseReader:
    """Reads the claims of one document's sections."""

    def __init__(self, document: Document, combatants: Combatants) -> None:
        self.document = document
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self.masked = mask_marks(document.text)
        self.speakers = Speakers(combatants)
        self.incidents = Incidents(document, self.lexicon)

    def read(self) -> Iterator[Claim]:
        """Claims of all text sections, in order."""
        for section in self.document.sections:
            if section.kind != "references":
                yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Claim]:
        self.incidents.enter(section)
        previous: Quantity | None = None
        for span in find_sentences(self.masked, section.start, section.end):
            sentence = Sentence(self.masked, span, self.lexicon)
            linked = link_quantities(sentence)
            voices = self.speakers.voices(sentence)
            incident = self.incidents.of_sentence(sentence, self.masked)
            for quantity in linked:
                yield self._claim(section, sentence, quantity, source_of(quantity, voices), incident)
        _ = previous

    def _claim(self, section: Section, sentence: Sentence, quantity: Quantity, source: str | None, incident: str) -> Claim:
        assert quantity.category is not None
        first, last = _extent(quantity)
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        place = self.incidents.of_quantity(quantity, sentence, incident)
        return Claim(
            document=self.document.id,
            where=f"text:{section.title}",
            start=start,
            end=end,
            quote=self.document.text[start:end],
            category=quantity.category,
            count=quantity.match.count,
            victims=_victims(quantity),
            side=self._side(quantity, source, place),
            source=source,
            incident=place,
            flags=tuple(self._flags(quantity, sentence)),
            rule=quantity.rule,
        )

    def _side(self, quantity: Quantity, source: str | None, incident: str) -> str:
        holder = quantity.inherits or quantity
        people = self._people_side(quantity, incident)
        speaker = self._speaker_side(source)
        side = quantity.victims.side(self.combatants, people=None, speaker=speaker)
        return side or holder.victims.side(self.combatants, people=people, speaker=speaker) or people

    def _people_side(self, quantity: Quantity, incident: str) -> str:
        """Unnamed people: civilians where the page has no combatants or tells of another place, else nobody's side."""
        if quantity.category == "displaced" or not self.combatants.listed:
            return CIVILIANS
        return UNSPECIFIED if incident == MAIN_INCIDENT else CIVILIANS

    def _speaker_side(self, source: str | None) -> str | None:
        """The side a voice belongs to: `its men` are its own."""
        if source is None:
            return None
        from sahel_tui.claims.actors import load_actors
        from sahel_tui.claims.tokens import tokenise

        for mention in load_actors().find(tokenise(source)):
            return self.combatants.side_of_actor(mention.actor)
        return self.combatants.side_of_country(source)

    def _flags(self, quantity: Quantity, sentence: Sentence) -> Iterator[str]:
        yield from quantity.flags
        if quantity.combined:
            yield "combined"
        if quantity.match.count.hedge == "approx":
            yield "approx"
        if quantity.word and sentence.tokens[quantity.word.first].lower in self.lexicon.euphemisms:
            yield "euph"


def _extent(quantity: Quantity) -> tuple[int, int]:
    """Tokens of the quote: the count with its victims and, if it is near, its casualty word."""
    first, last = quantity.first, quantity.last
    if quantity.word and quantity.leftward and quantity.first - quantity.word.last <= 2:
        first = min(first, quantity.word.first)
    if quantity.word and not quantity.leftward and quantity.word.first - quantity.last <= 4:
        last = max(last, quantity.word.last)
    return first, last


def _victims(quantity: Quantity) -> str:
    return quantity.victims.text if quantity.victims.kind or quantity.inherits is None else quantity.inherits.victims.text


def superseded(claim: Claim) -> Claim:
    """The claim, marked as replaced by its own source."""
    return replace(claim, flags=(*claim.flags, "superseded"))
