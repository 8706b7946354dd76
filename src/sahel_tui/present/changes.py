"""What differs between two captures of one page: infobox fields, figures, sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from sahel_tui.claims.language.sentences import find_sentences
from sahel_tui.dataclass import dataclass
from sahel_tui.documents.clean import clean_value
from sahel_tui.documents.lines import page_name
from sahel_tui.linking.catalogue import find_catalogue
from sahel_tui.model import Claim, Comparison, Document
from sahel_tui.present.figures import say_count
from sahel_tui.present.names import ARTICLE, CATEGORY_NAMES, INFOBOX
from sahel_tui.present.runs import Line, Tag, wrap_runs
from sahel_tui.present.text import visible
from sahel_tui.store.folding import make_title_key

Sign = Literal["", "−", "+"]
MOST_SENTENCES = 24
"""Sentences listed; of two texts that differ in more, the shares are told."""


@dataclass(frozen=True, slots=True)
class Change:
    """Something that only one of two captures says, or a heading over such things."""

    sign: Sign
    """`−` only the earlier, `+` only the later; empty for a heading."""
    text: str


def list_documents(documents: Sequence[Document]) -> Iterator[str]:
    """`2 · file name · title · address` for each."""
    for number, document in enumerate(documents, 1):
        said = dict.fromkeys(filter(None, (document.name, document.title, document.address)))
        yield _flatten(" · ".join((str(number), *said)))


def list_changes(documents: Sequence[Document], comparison: Comparison) -> Iterator[Change]:
    """From one capture of the event's page to the next; nothing when no page was captured twice."""
    numbered = [(number, one) for number, one in enumerate(documents, 1) if not find_catalogue(one)]
    for place, (number, later) in enumerate(numbered):
        before = next(((n, one) for n, one in reversed(numbered[:place]) if _is_same_page(one, later)), None)
        if before:
            yield Change("", f"from document {before[0]} to document {number}")
            yield from _compare_pages(before[1], later, comparison.claims)


def _is_same_page(one: Document, other: Document) -> bool:
    """Two captures have one page name at the end of their addresses, or one title."""
    pages = {_find_page(one.address), _find_page(other.address)}
    return make_title_key(one.title) == make_title_key(other.title) or (len(pages) == 1 and None not in pages)


def _find_page(address: str | None) -> str | None:
    return page_name(address) or None


def _compare_pages(one: Document, other: Document, claims: Sequence[Claim]) -> Iterator[Change]:
    found = False
    for kind, lines in (("infobox", _list_fields), ("figures", _list_figures), ("text", _list_sentences)):
        before, after = lines(one, claims), lines(other, claims)
        lost, gained = _subtract(before, after), _subtract(after, before)
        if not lost and not gained:
            continue
        found = True
        if kind == "text" and len(lost) + len(gained) > MOST_SENTENCES:
            same = len(before) - len(lost)
            yield Change("", f"text: {same} of {len(before)} sentences stay, {len(gained)} are new")
            continue
        yield Change("", kind)
        yield from (Change("−", text) for text in lost)
        yield from (Change("+", text) for text in gained)
    if not found:
        yield Change("", "nothing has changed")


def _subtract(lines: Sequence[str], others: Iterable[str]) -> list[str]:
    """Lines that the others have not, each as often as it is more often there, in order."""
    left = Counter(lines) - Counter(others)
    kept: list[str] = []
    for line in lines:
        if left[line]:
            left[line] -= 1
            kept.append(line)
    return kept


def _list_fields(document: Document, claims: Sequence[Claim]) -> list[str]:
    """`date: 10 January 2023` for each infobox field; figures are told as such."""
    fields = (field for field in document.fields if not field.key.startswith(("casualties", "deaths", "fatalities")))
    named = ((field.key, _flatten(clean_value(document.text[field.start : field.end]))) for field in fields)
    return [f"{key}: {value}" for key, value in named if value != document.title]


def _list_figures(document: Document, claims: Sequence[Claim]) -> list[str]:
    """`killed 14 · Mali`, for each claim about it."""
    own = (claim for claim in claims if claim.document == document.id)
    lines = (f"{CATEGORY_NAMES[claim.category]} {say_count(claim.count)} · {_say_voice(claim)}" for claim in own)
    return list(dict.fromkeys(_flatten(line) for line in lines))


def _say_voice(claim: Claim) -> str:
    return claim.source or (INFOBOX if claim.where.startswith(INFOBOX) else ARTICLE)


def _list_sentences(document: Document, claims: Sequence[Claim]) -> list[str]:
    sections = (section for section in document.sections if section.kind != "references")
    spans = (span for section in sections for span in find_sentences(document.text, section.start, section.end))
    said = (_flatten(clean_value(document.text[span.start : span.end])) for span in spans)
    return [sentence for sentence in said if sentence and not sentence.startswith("=")]


def _flatten(text: str) -> str:
    return " ".join(visible(text).split())


def change_lines(changes: Iterable[Change], width: int) -> Iterator[Line]:
    """Each change in lines of at most `width` cells, its sign before it."""
    for change in changes:
        if not change.sign:
            yield from wrap_runs([(change.text, "heading")], width)
            continue
        tag: Tag = "muted" if change.sign == "−" else ""
        lines = wrap_runs([(change.text, tag)], max(1, width - 4))
        signs = (change.sign, *[" "] * len(lines))
        yield from (((f"  {sign} ", "focus"), *line) for sign, line in zip(signs, lines, strict=False))
