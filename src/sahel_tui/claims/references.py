"""Claims in the titles that a list of references quotes: `"14 soldiers killed in ambush". AP News. 2023-01-12`."""

import re
from collections.abc import Iterator

from sahel_tui.claims.incidents.incidents import Incidents
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.cite_templates import find_templates
from sahel_tui.claims.language.incident_names import slug
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.words import Lexicon, load_lexicon
from sahel_tui.claims.links.links import link_quantities
from sahel_tui.claims.parties.naming import name_source
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.claims.phrases.side_context import SideContext
from sahel_tui.claims.sides.victim_sides import SideRules
from sahel_tui.claims.voices.attribution import Speakers
from sahel_tui.claims.voices.voices import source_of
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.language import detect_language
from sahel_tui.model import MAIN_INCIDENT, Claim, Document, Reference, Section, Span

TITLE = re.compile(r"\"(?P<straight>[^\"\n]{8,})\"|“(?P<curly>[^”\n]{8,})”|«\s*(?P<guillemets>[^»\n]{8,}?)\s*»")
"""The first quoted words of an entry, in the quotation marks of either language."""

UNQUOTED = re.compile(r"(?:News|Web(?: site)?|Article|Journal|Press release):\s|[^\n]*\s//\s")
"""An entry whose parts stand without quotation marks: `News: Twelve Killed in Raid. 7 March 2015. Reuters.`"""

PART = re.compile(r"(?:[A-Z][a-z]+(?: [a-z]+)?: )?(?P<title>[^\s.][^.\n]*?)\s*(?://|\.(?=\s|$)|$)")
"""One part of such an entry."""

SHORTEST_CAPITAL = 4
"""Letters of a word that a headline in capitals capitalises."""

MOST_CAPITALS = 0.6
"""Share of such words that begin with a capital in any other title."""

SHORTEST_TITLE = 3
"""Words of a part that may be a title."""

PUBLISHER = re.compile(
    r"[\s.,–—-]*(?:\([^)]*\)[\s.,]*)?(?P<name>[^\W\d][^.,(\n«\"“]*?(?:\.[a-z]{2,4}\b)?)\s*(?=[.,(\n–—]|$)"
)
"""What follows the title up to the next full stop, comma or parenthesis; a date is no publisher."""

DATED = re.compile(r"[\s.,/]*\d{1,2} [^\W\d]{3,9} \d{4}\s*\.")
"""A date that follows the title."""

STATED_LANGUAGE = {
    "fr": re.compile(r"\((?:in (?:\w+ )?French|fr)\)", re.IGNORECASE),
    "en": re.compile(r"\((?:en anglais|en)\)", re.IGNORECASE),
}

ACCESS = re.compile(r"\b(?:retrieved|archived|accessed|consulté|lire en ligne|from the original)\b.*", re.IGNORECASE)


class ReferenceReader:
    """Reads the quoted titles of a document's reference lists, each in its own language."""

    def __init__(self, document: Document, combatants: Combatants, incidents: Incidents) -> None:
        self.document = document
        self.combatants = combatants
        self.incidents = incidents
        self.masked = mask_marks(document.text)
        self.began = parse_dates(document.value("date") or "")[0]

    def read(self) -> Iterator[Claim]:
        """Claims flagged `citation`, in order; the title's own voice speaks, else its publisher."""
        for reference in self.document.references:
            title = _title_in(self.masked, reference.start, reference.end, self.combatants.lexicon)
            section = self._section(reference)
            if title and section:
                yield from self._title(section, reference, *title)
        yield from self._templates()

    def _templates(self) -> Iterator[Claim]:
        """Titles inside `{{cite …}}` in the middle of the text."""
        for cited in find_templates(self.document.text):
            section = self._section(cited.span)
            if section:
                publisher = self._named(cited.publisher)
                published = parse_dates(cited.date)[0]
                yield from self._claims(section, self.document.text, cited.title, "", publisher, published)

    def _named(self, publisher: Span | None) -> str | None:
        return self._publisher(self.document.text, publisher.start, publisher.end) if publisher else None

    def _section(self, place: Reference | Span) -> Section | None:
        found = [section for section in self.document.sections if section.start <= place.start < section.end]
        return found[-1] if found else None

    def _title(self, section: Section, reference: Reference, span: Span, after: int) -> Iterator[Claim]:
        rest = self.masked[after : reference.end]
        publisher = self._publisher(self.masked, after, reference.end)
        published = parse_dates(ACCESS.sub("", rest))[0]
        yield from self._claims(section, self.masked, span, rest, publisher, published)

    def _claims(
        self, section: Section, text: str, span: Span, rest: str, publisher: str | None, published: str | None
    ) -> Iterator[Claim]:
        """The claims of one title, `rest` being what the entry says behind it."""
        language = _find_language(text[span.start : span.end], rest, self.document.language)
        lexicon = load_lexicon(language)
        text = f"{text[: span.start]}{_lower(text[span.start : span.end], lexicon)}{text[span.end :]}"
        sentence = Sentence(text, span, lexicon)
        linked = link_quantities(sentence)
        if not linked:
            return
        voices = Speakers(self.combatants).voices(sentence)
        self.incidents.enter(section)
        incident = self._incident(sentence, published)
        context = SideContext(text[span.start : span.end].casefold())
        for quantity in linked:
            source = source_of(quantity, voices) or publisher
            side = SideRules(self.combatants).of(quantity, sentence, source, context)
            yield self._claim(section, sentence, quantity, source, side, incident)

    def _publisher(self, text: str, start: int, end: int) -> str | None:
        """`AP News` is AP, `La Presse (in Canadian French)` La Presse; None when only a date follows.

        `Raid kills ten. 7 March 2015. Reuters`: the date may stand before it.
        """
        dated = DATED.match(text, start, end)
        match = PUBLISHER.match(text, dated.end() if dated else start, end)
        if not match or ACCESS.match(match["name"]) or parse_dates(match["name"])[0]:
            return None
        name = match["name"].strip()
        tokens = tokenise(text, match.start("name"), match.end("name"))
        speaker = self.combatants.lexicon.speaker_at(tokens, 0) if tokens else None
        known = speaker is not None and speaker[0] == "organisation"
        return (name_source(tokens, self.combatants.lexicon, None) if known else None) or name or None

    def _incident(self, sentence: Sentence, published: str | None) -> str:
        """What was published before the event is about another one; so is a title that says so."""
        if published and self.began and published < self.began[: len(published)]:
            return slug(published)
        return self.incidents.of_sentence(sentence, self.masked, ()) or MAIN_INCIDENT

    def _claim(
        self, section: Section, sentence: Sentence, quantity: Quantity, source: str | None, side: str, incident: str
    ) -> Claim:
        assert quantity.category is not None
        last = quantity.end
        start, end = sentence.tokens[quantity.first].start, sentence.tokens[last - 1].end
        return Claim(
            document=self.document.id,
            where=f"text:{section.title}",
            start=start,
            end=end,
            quote=self.document.text[start:end],
            category=quantity.category,
            count=quantity.match.count,
            victims=quantity.victims.text or (quantity.inherits.victims.text if quantity.inherits else ""),
            side=side,
            source=source,
            incident=incident,
            flags=(*quantity.flags, "citation"),
            rule=f"citation_{quantity.rule}",
        )


def states_figures(entry: str, language: str) -> bool:
    """Whether claims are read in an entry of a document in this language."""
    masked = mask_marks(entry)
    title = _title_in(masked, 0, len(masked), load_lexicon(language))
    if not title:
        return False
    span, after = title
    own = _find_language(masked[span.start : span.end], masked[after:], language)
    return bool(link_quantities(Sentence(masked, span, load_lexicon(own))))


def _lower(title: str, lexicon: Lexicon) -> str:
    """A headline in capitals as a sentence: `Gunmen Kill Four in Mali` names nobody but Mali; names keep theirs."""
    tokens = tokenise(title)
    words = [token for token in tokens if token.kind == "word" and len(token.text) >= SHORTEST_CAPITAL]
    if sum(token.text[0].isupper() for token in words) <= MOST_CAPITALS * len(words):
        return title
    mentions = load_actors().find(tokens)
    named = {at for mention in mentions for at in range(mention.first, mention.last)}
    named |= {at for at, token in enumerate(tokens) if token.text.isupper() or token.lower in lexicon.nation_words}
    lowered = {token.start for at, token in enumerate(tokens) if at not in named and token.kind == "word"}
    return "".join(letter.lower() if at in lowered else letter for at, letter in enumerate(title))


def _find_language(title: str, rest: str, language: str) -> str:
    """The language the entry states (`in French`), else that of the title's small words, else the document's."""
    stated = next((language for language, pattern in STATED_LANGUAGE.items() if pattern.search(rest)), None)
    is_even = detect_language(f"{title} le") == "fr" and detect_language(title) == "en"
    return stated or (language if is_even else detect_language(title))


def _title_in(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[Span, int] | None:
    """Where the title of an entry stands and where it ends: the first words quoted, else the first that may count."""
    quoted = TITLE.search(text, start, end)
    if quoted:
        group = quoted.lastgroup or 0
        return Span(quoted.start(group), quoted.end(group)), quoted.end()
    for part in PART.finditer(text, start, end) if UNQUOTED.match(text, start, end) else ():
        if len(part["title"].split()) >= SHORTEST_TITLE and lexicon.may_count.search(part["title"].lower()):
            return Span(*part.span("title")), part.end("title")
    return None
