"""The claims of a document: those of a UCDP GED row are what its cells state, those of a text what the rules find.

Rows say the same in the same words, so that the rules read a model of many: who gives its figures, about which side.
Only headlines are read row by row, and rows with a casualty word where others have a place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from sahel_tui.claims import extract_claims
from sahel_tui.claims.citing import find_cited
from sahel_tui.claims.incidents.incidents import Incidents
from sahel_tui.claims.language.letter_trees import WORD
from sahel_tui.claims.language.masks import mask_marks
from sahel_tui.claims.language.sentences import find_sentences
from sahel_tui.claims.language.words import Lexicon, load_lexicon
from sahel_tui.claims.links.links import link_quantities
from sahel_tui.claims.parties.sides import Combatants, find_country
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.references import ReferenceReader
from sahel_tui.dataclass import replace
from sahel_tui.documents.data_sets.figures import (
    LEAD,
    RECORDED,
    ROW_NAME,
    TOTAL,
    RowFigure,
    RowFigures,
    count_figure,
    find_row_figures,
)
from sahel_tui.documents.rendering import Article, Part
from sahel_tui.documents.written import write_document
from sahel_tui.model import MAIN_INCIDENT, UNSPECIFIED, Claim, Document

LANGUAGES = ("en", "fr")
"""Those that rows and headlines may be written in."""
_JOINED = re.compile(r" (?:and|et) ")
"""What a title of several places has."""
_SIDES = ("Combatant1", "Combatant2")
_LONGEST = 500
"""Letters of what a model is kept by."""
_STATED = "infobox_stated_category"
"""The rule that reads `7 killed`: any other has not understood the words."""
_MODELS = 8_192
_PLACES = 16_384
"""Titles and places of which it is remembered that they count nobody."""
_NUMBER_OF_ROW, _SOME_NUMBER = re.compile(r"\(UCDP [^()]*\)$"), "(UCDP 7)"
_SOME_DEED = f"Fighting{RECORDED}"
"""What is said of a place, whoever fought there."""
_NUMBERS = re.compile(r"\d+(?:–\d+)?")
_CASUALTIES = "Casualties1"

Values = tuple[tuple[str, str], ...]
"""Labels and values of fields."""


def read_claims(document: Document) -> tuple[Claim, ...]:
    """Every claim of a document, in text order."""
    row = find_row_figures(document)
    stated = state_claims(document, row) if row else None
    return extract_claims(document) if stated is None else stated


def state_claims(document: Document, row: RowFigures) -> tuple[Claim, ...] | None:
    """The claims of a row and of its headlines; None when its other words may count somebody as well."""
    sides = tuple((label, value) for label in _SIDES if (value := document.value(label.casefold())))
    long = any(len(words) > _LONGEST for words in (row.deed, *(value for _, value in sides)))
    if long or _JOINED.search(document.title) or _counts_besides(row, sides, load_lexicon(document.language)):
        return None
    country = find_country(document)
    claims: list[Claim] = []
    source: str | None = None
    for figures in _part_figures(row):
        values = _generalise(document.text, figures) or ((_CASUALTIES, f"7 killed (per {row.claimant})"),)
        model = _read_model(document.language, country, row.deed, sides, values)
        if model is None:
            return None
        claims += [_claim(document, figure, said) for figure, said in zip(figures, model, strict=False)]
        source = source or model[0].source
    unknown = [_claim_unknown(document, figure, source) for figure in row.figures if figure.key == LEAD]
    return (*claims, *unknown, *_read_headlines(document))


def _counts_besides(row: RowFigures, sides: Values, lexicon: Lexicon) -> bool:
    """`the well where 5 herders were killed`: a place may be described by whom it cost. The model has the sides."""
    title = leave_out(_NUMBER_OF_ROW.sub(_SOME_NUMBER, row.title), [side for _, side in sides])
    return place_counts(title, row.where, lexicon)


def leave_out(title: str, sides: Iterable[str]) -> str:
    """A title without the sides it names."""
    for side in sides:
        title = title.replace(side, " ", 1)
    return title


def place_counts(title: str, where: str, lexicon: Lexicon) -> bool:
    """Whether a title without its sides, or what a lead says behind them, counts somebody."""
    return counts_somebody(title, lexicon) or counts_somebody(f"{_SOME_DEED}{where}", lexicon)


@lru_cache(maxsize=_PLACES)
def counts_somebody(told: str, lexicon: Lexicon) -> bool:
    """Whether a title, or a sentence about some deed, counts somebody."""
    if not lexicon.may_count.search(told.removeprefix(_SOME_DEED).lower()):
        return False
    masked = mask_marks(told)
    sentences = (Sentence(masked, span, lexicon) for span in find_sentences(masked, 0, len(masked)))
    return any(link_quantities(sentence) for sentence in sentences)


def _part_figures(row: RowFigures) -> Iterator[list[RowFigure]]:
    """Those of the sides, by the same claimant, and the totals; none of the sides when only a sentence names one."""
    sides = [figure for figure in row.figures if figure.key not in (TOTAL, LEAD)]
    totals = [figure for figure in row.figures if figure.key == TOTAL]
    if row.claimant:
        yield sides
    if totals:
        yield totals


def _generalise(text: str, figures: Sequence[RowFigure]) -> Values:
    """The fields of these figures with the numbers of a model: whatever a row counts, it counts of the same people."""
    values: dict[str, str] = {}
    for figure in figures:
        before = values.get(figure.key)
        number = "3–9" if figure.low != figure.high else "5" if before else "7"
        words = _NUMBERS.sub(number, text[figure.start : figure.end], count=1)
        values[figure.key] = f"{before}, {words}" if before else words
    return tuple((key.capitalize(), value) for key, value in values.items())


@lru_cache(maxsize=_MODELS)
def _read_model(
    language: str, country: str | None, deed: str, sides: Values, values: Values
) -> tuple[Claim, ...] | None:
    """What the rules find in these fields; None when they do not take each figure for what the row says it is."""
    place = (("Place", country),) if country else ()
    title = " – ".join(side for _, side in sides)
    article = Article(title, (*place, *sides, *values), [Part("", 1, f"{deed}{RECORDED}a town.")])
    document = replace(write_document(article, ROW_NAME), language=language)
    row = find_row_figures(document)
    if row is None or find_country(document) != country:
        return None
    claims = extract_claims(document)
    expected = [_claim(document, figure, claim) for figure, claim in zip(row.figures, claims, strict=False)]
    plain = all(claim.rule == _STATED and claim.incident == MAIN_INCIDENT for claim in claims)
    return claims if plain and len(claims) == len(row.figures) and [*claims] == expected else None


def _claim(document: Document, figure: RowFigure, model: Claim) -> Claim:
    """The claim of a figure, said by the same voice of the same side as in the model."""
    return Claim(
        document.id,
        f"infobox:{figure.key}",
        figure.start,
        figure.end,
        document.text[figure.start : figure.end],
        model.category,
        count_figure(figure),
        model.victims,
        model.side,
        model.source,
        model.incident,
        model.flags,
        model.rule,
    )


def _claim_unknown(document: Document, figure: RowFigure, source: str | None) -> Claim:
    """The dead of an unknown side are of no side, whoever else lost as many."""
    quote = document.text[figure.start : figure.end]
    place = (document.id, "text:lead", figure.start, figure.end, quote)
    return Claim(
        *place, "killed", count_figure(figure), quote.split(" ", 2)[1], UNSPECIFIED, source, rule="followed_by_word"
    )


def may_count(text: str) -> bool:
    """Whether a casualty word of any language stands in it."""
    return has_counting_word(text) and any(load_lexicon(each).may_count.search(text.lower()) for each in LANGUAGES)


def has_counting_word(text: str) -> bool:
    """Whether some word of it may begin a casualty word of any language."""
    words = WORD.findall(text.lower())
    return any(not load_lexicon(language).counting.isdisjoint(words) for language in LANGUAGES)


def _read_headlines(document: Document) -> Iterator[Claim]:
    """Claims of the titles in the reference list, none without a casualty word of any language."""
    if not document.references:
        return
    if may_count(document.text[document.references[0].start : document.references[-1].end]):
        combatants = Combatants(document)
        incidents = Incidents(document, combatants.lexicon)
        for claim in ReferenceReader(document, combatants, incidents).read():
            yield replace(claim, references=find_cited(document, claim))
