"""Claims of the article text: sentence by sentence, with voice, side and incident."""

import re
from collections.abc import Iterator, Sequence

from sahel_tui.claims.incidents.incidents import Incidents
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.sentences import cut_long, find_sentences
from sahel_tui.claims.links.links import link_quantities
from sahel_tui.claims.links.listed_items import Listing, introduces_list, is_item, link_item
from sahel_tui.claims.links.part_tolls import counts_some, is_of_few
from sahel_tui.claims.links.spoken_tolls import toll_in_question
from sahel_tui.claims.links.whole_links import names_whole
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.positions import quantity_between
from sahel_tui.claims.phrases.revisions import find_stage
from sahel_tui.claims.phrases.side_context import TOPIC, Memory, SideContext, announces_civilians, figure_of
from sahel_tui.claims.sides.part_sides import sums_of_sides
from sahel_tui.claims.sides.targets import whom_hit
from sahel_tui.claims.sides.victim_sides import SideRules
from sahel_tui.claims.voices.attribution import Speakers
from sahel_tui.claims.voices.voices import voice_of
from sahel_tui.model import CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Category, Claim, Document, Section, Span

FIGURE = re.compile(r"\d")
WORD = re.compile(r"\w+")

VICTIM_KINDS = frozenset(("state", "civilian", "international", "mercenary"))
"""Kinds of people that events are about; attackers are counted beside them."""

GAPPED = frozenset(("gapped_number", "share_parallel", "share_object"))
"""Rules by which a figure has the word of a clause before its own."""


class ProseReader:
    """Reads the claims of one document's sections."""

    def __init__(
        self, document: Document, combatants: Combatants, incidents: Incidents, infobox: Sequence[Claim]
    ) -> None:
        self.document = document
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self.masked = mask_marks(document.text)
        self.speakers = Speakers(combatants)
        self.incidents = incidents
        self.sides = SideRules(combatants)
        self.memory: dict[bool, dict[str, str]] = {}
        """The sides counted in this paragraph: of the event, and of others."""
        self.previous_text = ""
        self.heads: dict[str, set[str]] = {}
        """Nouns of the people whom this paragraph counted, each with their categories."""
        self.spans: list[Span] = []
        """The sentences of this paragraph as far as they are read."""
        self.heading = ""
        self.last: Category | None = None
        """What the paragraph counted last."""
        self.near = False
        """The sentence before counted it."""
        self.listing: Listing | None = None
        """The list that the sentence before introduced or belongs to."""
        self.infobox = _unique_sides(infobox)
        self.bounds = frozenset((c.category, bound) for c in infobox for bound in (c.count.low, c.count.high) if bound)
        """Lowest and highest figures of the infobox by category."""
        self.only = _only_sides(infobox)
        self.sums = sums_of_sides(infobox)
        self.hit = whom_hit(_hit_side(infobox), document, combatants)
        """Whom bare figures count: the side with the most dead in the infobox, else that of the first victims named."""

    def read(self) -> Iterator[Claim]:
        """Claims of the headline, the result field and all text sections, in order."""
        yield from self._headline()
        yield from self._result()
        for section in self.document.sections:
            if section.kind != "references":
                yield from self._section(section)

    def _section(self, section: Section) -> Iterator[Claim]:
        self.incidents.enter(section)
        self.heading = section.title.casefold()
        self.listing = None
        paragraph = -1
        for span in find_sentences(self.masked, section.start, section.end):
            start = self.masked.rfind("\n", 0, span.start + 1)
            if start != paragraph and self.listing is None:
                paragraph, self.memory, self.heads, self.last, self.spans = start, {}, {}, None, []
                self.incidents.new_paragraph()
                self.speakers.new_paragraph(self.masked, span.start)
            small = self.masked[span.start : span.end].lower()
            if self.listing or self.lexicon.may_count.search(small) or (self.last and self._may_give(small)):
                yield from self._sentence(f"text:{section.title}", span)
            else:
                self.speakers.listen(self.masked, span)
                self.incidents.listen(self.masked[span.start : span.end])
                self.previous_text, self.near = "", False
            self.spans.append(span)

    def _may_give(self, small: str) -> bool:
        """`A security source said 20.`, `Three of them were pupils.`: a figure of what the paragraph counts."""
        numbered = FIGURE.search(small) or not self.lexicon.numbers.keys().isdisjoint(WORD.findall(small))
        return bool(numbered and (self.lexicon.may_speak.search(small) or self.lexicon.may_part.search(small)))

    def _headline(self) -> Iterator[Claim]:
        """`Twelve dead in Sanakadougou`: the title line of a news report may count."""
        title = self.document.title
        start = self.document.text.find(title) if title and self.lexicon.may_count.search(title.lower()) else -1
        if 0 <= start < min((section.start for section in self.document.sections), default=0):
            yield from self._sentence("text:headline", Span(start, start + len(title)))

    def _result(self) -> Iterator[Claim]:
        """`Hundreds of passengers drown`: a result field may hold a sentence."""
        for entry in self.document.fields:
            if entry.key == "result":
                for span in cut_long(self.masked, entry.start, entry.end):
                    yield from self._sentence("infobox:result", span)

    def _sentence(self, where: str, span: Span) -> Iterator[Claim]:
        sentence = Sentence(self.masked, span, self.lexicon)
        linked = link_quantities(sentence, self.last, near=self.near)
        linked = linked or (link_item(sentence, self.listing.category) if self.listing else [])
        opened = introduces_list(sentence, linked)
        listing = self.listing = self.listing if is_item(sentence, linked) and not opened else None
        counted = linked[-1].category if linked else toll_in_question(sentence)
        self.last, self.near = counted or self.last, bool(linked)
        voices = self.speakers.voices(sentence)
        before, text = self.previous_text, self.masked[span.start : span.end].casefold()
        self.previous_text = text
        if not linked and opened:
            incident = self.incidents.of_sentence(sentence, self.masked, voices)
            self.listing = Listing(opened, incident, next((voice.source for voice in voices), None))
            return
        if not linked:
            self.incidents.pass_by(sentence, self.masked, voices)
            if announces_civilians(sentence):
                self.memory = {main: {TOPIC: CIVILIANS} for main in (True, False)}
            return
        incident = self.incidents.of_sentence(sentence, self.masked, voices)
        incidents = self.incidents.of_quantities(linked, sentence, incident, spoken=bool(voices))
        if self.incidents.in_campaign():
            told, incidents = incidents, self._of_wholes(linked, incidents, sentence)
            if told != incidents and {*incidents} == {MAIN_INCIDENT}:
                self.incidents.return_to_whole()
        around = f"{self.heading} {before} {text}"
        whole: str | None = None
        for quantity, place in zip(linked, incidents, strict=True):
            voice = voice_of(quantity, voices)
            whole = source = (voice.source or None) if voice else (whole if _is_part(quantity) else None)
            if listing:
                place, source = listing.incident, source or listing.source
            if opened:
                self.listing = Listing(opened, place, source)
            side = self.sides.of(quantity, sentence, source, self._context(around, incident == MAIN_INCIDENT))
            if self.hit is None and place == MAIN_INCIDENT and _tells_whom(quantity, side):
                self.hit = side
            yield self._claim(where, sentence, quantity, source, place, side)

    def _context(self, told: str, main: bool) -> SideContext:
        """What the words around a quantity add to them; `main` for one of the document's own event."""
        memory = Memory(self.memory.setdefault(main, {}), self.memory.setdefault(not main, {}))
        only, sums = (self.only, self.sums) if main else ({}, frozenset())
        return SideContext(told, memory, only, main, self.infobox, sums, self._sentences_before, self.hit)

    def _sentences_before(self) -> Iterator[Sentence]:
        """The sentences before in this paragraph, the nearest first."""
        return (Sentence(self.masked, span, self.lexicon) for span in reversed(self.spans))

    def _of_wholes(self, linked: Sequence[Quantity], incidents: Sequence[str], sentence: Sentence) -> list[str]:
        """Parts told behind the whole's figure are of the whole, and so are clauses: `42 in all; JNIM says 54`."""
        found: list[str] = []
        for at, (quantity, place) in enumerate(zip(linked, incidents, strict=True)):
            behind = bool(found) and found[-1] == MAIN_INCIDENT
            apart = behind and ";" in sentence.folded[linked[at - 1].last : quantity.first]
            part = behind and (apart or _is_part(quantity))
            found.append(MAIN_INCIDENT if part else self._of_whole(quantity, place))
        return found

    def _of_whole(self, quantity: Quantity, incident: str) -> str:
        """A campaign's article tells of many incidents; a figure of the infobox, or a bound of one, is the whole's."""
        count = quantity.match.count
        figures = {(quantity.category or "", bound) for bound in (count.low, count.high)}
        repeated = (quantity.category or "", figure_of(count)) in self.infobox
        return MAIN_INCIDENT if repeated or (figures & self.bounds and not count.vague) else incident

    def _claim(
        self, where: str, sentence: Sentence, quantity: Quantity, source: str | None, incident: str, side: str
    ) -> Claim:
        assert quantity.category is not None
        first, last = _extent(quantity, sentence)
        start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
        return Claim(
            document=self.document.id,
            where=where,
            start=start,
            end=end,
            quote=self.document.text[start:end],
            category=quantity.category,
            count=quantity.match.count,
            victims=_victims(quantity),
            side=side,
            source=source,
            incident=incident,
            flags=tuple(self._flags(quantity, sentence, source)),
            rule=quantity.rule,
        )

    def _flags(self, quantity: Quantity, sentence: Sentence, source: str | None) -> Iterator[str]:
        yield from quantity.flags
        if quantity.combined:
            yield "combined"
        if quantity.match.count.hedge == "approx":
            yield "approx"
        if quantity.word and sentence.tokens[quantity.word.first].lower in self.lexicon.euphemisms:
            yield "euph"
        stage = find_stage(quantity, sentence)
        if stage:
            yield stage
        if counts_some(sentence, quantity, source):
            yield "partial"
        part = self._is_of_counted(quantity, sentence) or is_of_few(sentence, quantity)
        if part and "subset" not in quantity.flags:
            yield "subset"

    def _is_of_counted(self, quantity: Quantity, sentence: Sentence) -> bool:
        """`…, among them four children. One of the children died`: of those whom the paragraph counted otherwise."""
        before, head = self.heads.get(quantity.victims.head, set()), quantity.victims.head
        if head and quantity.category:
            self.heads.setdefault(head, set()).add(quantity.category)
        return quantity.category == "killed" and bool(before - {"killed"}) and names_whole(sentence, quantity)


def _is_part(quantity: Quantity) -> bool:
    """`179 died, it said, among them 36 children, 223 in all`: counted by whoever counted the figure before."""
    return "subset" in quantity.flags or ("total" in quantity.flags and quantity.rule == "share_restated")


def _tells_whom(quantity: Quantity, side: str) -> bool:
    """The victims have a noun that tells a side."""
    return quantity.victims.kind in VICTIM_KINDS and side != UNSPECIFIED


def _unique_sides(infobox: Sequence[Claim]) -> dict[tuple[str, str], str]:
    """Figures that stand for one side only in the infobox."""
    sides: dict[tuple[str, str], set[str]] = {}
    for claim in infobox:
        sides.setdefault((claim.category, figure_of(claim.count)), set()).add(claim.side)
    return {figure: min(found) for figure, found in sides.items() if len(found) == 1}


def _hit_side(infobox: Sequence[Claim]) -> str | None:
    """The side with the most dead in the infobox: whom the event hit."""
    told = [claim for claim in infobox if claim.category == "killed" and claim.side != UNSPECIFIED]
    killed = [claim for claim in told if not {"subset", "total"} & {*claim.flags}]
    return max(killed, key=lambda claim: claim.count.high or claim.count.low or 0).side if killed else None


def _only_sides(infobox: Sequence[Claim]) -> dict[str, str]:
    """Categories in which the infobox counts the people of one side only."""
    sides: dict[str, set[str]] = {}
    for claim in infobox:
        sum_of_sides = "total" in claim.flags and claim.side != UNSPECIFIED
        if claim.count.vague not in ("none", "unknown") and not sum_of_sides:
            sides.setdefault(claim.category, set()).add(claim.side)
    return {category: min(found) for category, found in sides.items() if len(found) == 1 and UNSPECIFIED not in found}


def _extent(quantity: Quantity, sentence: Sentence) -> tuple[int, int]:
    """Tokens of the quote: the count with its victims and, if it is near and nobody stands between, its word."""
    first, last = quantity.first, quantity.last
    gapped = quantity.rule in GAPPED  # `MSA gave 70 dead and GATIA 100`: the word stands in another clause.
    if quantity.word and quantity.leftward and not gapped and quantity.first - quantity.word.last <= 2:
        first = min(first, quantity.word.first)
    near = quantity.word is not None and quantity.word.first - quantity.last <= 4
    if near and quantity.word and not quantity.leftward and not quantity_between(sentence, quantity, quantity.word):
        last = max(last, quantity.word.last)
    return first, last


def _victims(quantity: Quantity) -> str:
    """The group as written, empty for words that name no people and no vehicles."""
    holder = quantity if quantity.victims.kind or quantity.inherits is None else quantity.inherits
    return "" if holder.victims.kind in ("", "unknown", "excluded") else holder.victims.text
