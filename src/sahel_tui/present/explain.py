"""Why a claim is read as it is: its sentence, its parts in words, its flags, its rule, and what it is judged."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sahel_tui.dataclass import dataclass
from sahel_tui.model import MAIN_INCIDENT, Claim, Comparison, Count, Document, Figure, Row, Side
from sahel_tui.present.cited import list_cited
from sahel_tui.present.evidence import CLOSE, OPEN, Evidence, find_evidence, keep_sentence
from sahel_tui.present.explain_words import describe_flag, describe_rule
from sahel_tui.present.figures import find_figure, say_count, say_sum
from sahel_tui.present.glyphs import MEANINGS
from sahel_tui.present.incident_words import respell, spell_incident
from sahel_tui.present.names import CATEGORY_NAMES, INFOBOX, per, side_name
from sahel_tui.present.namings import Naming, Nearness, find_naming
from sahel_tui.present.own_notes import OwnNote
from sahel_tui.present.text import visible

OWN_VOICE = "the document's own voice"
_NEARNESS: dict[Nearness, str] = {
    "here": "named here",
    "before": "named in the sentence before",
    "line": "named in another line of the field",
    "entry": "named in the entry",
}


class ExplainRow(NamedTuple):
    """One part of a claim."""

    label: str
    value: str
    note: str = ""
    """What the value means, or where it comes from."""
    name: str = ""
    """What programs call it; a reader can do without."""

    @property
    def words(self) -> str:
        """Value and note in one."""
        return f"{self.value}: {self.note}" if self.note else self.value


@dataclass(frozen=True, slots=True)
class Explanation:
    """One claim explained; all text is fit for a terminal."""

    heading: str
    """`14 killed · Mali · Attacks · document 1`."""
    evidence: Evidence
    """The sentence alone, the quote its only highlight."""
    disputed: bool
    """Whether its figure cannot be true together with another one."""
    rows: tuple[ExplainRow, ...]


def explain_claims(
    indexes: Iterable[int], comparison: Comparison, documents: Sequence[Document], notes: Sequence[OwnNote] = ()
) -> list[Explanation]:
    """The claims with these indexes into `comparison.claims`, each once; without those of none of `documents`."""
    explained = (_explain(index, comparison, documents, notes) for index in dict.fromkeys(indexes))
    return [explanation for explanation in explained if explanation]


def _explain(
    index: int, comparison: Comparison, documents: Sequence[Document], notes: Sequence[OwnNote]
) -> Explanation | None:
    claim = comparison.claims[index]
    evidence = find_evidence(claim, documents)
    if evidence is None:
        return None
    which = f"document {evidence.number}" if len(documents) > 1 else ""
    where = dict.fromkeys(filter(None, (visible(evidence.voice), visible(evidence.section), which)))
    heading = " · ".join((f"{say_count(claim.count)} {CATEGORY_NAMES[claim.category]}", *where))
    found = find_figure(comparison, index)
    judged = _explain_verdict(index, *found, comparison, documents) if found else [_explain_silence(claim)]
    read = (*_explain_parts(evidence, comparison.sides), *_explain_reading(claim), *judged)
    noted = (ExplainRow("note", note.text) for note in notes if note.claim == index)
    rows = (
        *noted,
        *read,
        *_explain_document(evidence, len(documents)),
        *_explain_cited(evidence),
        _explain_place(claim),
    )
    return Explanation(heading, keep_sentence(evidence), bool(found and found[1].disputed), rows)


def _explain_parts(evidence: Evidence, sides: tuple[Side, ...]) -> Iterator[ExplainRow]:
    claim = evidence.claim
    yield ExplainRow("count", count_in_words(claim.count))
    yield ExplainRow("category", CATEGORY_NAMES[claim.category])
    yield ExplainRow("victims", _flatten(claim.victims) or "not named")
    yield _explain_side(claim.side, sides)
    yield _explain_source(evidence)
    yield _explain_incident(claim.incident, evidence.document)


def _explain_reading(claim: Claim) -> Iterator[ExplainRow]:
    yield from _explain_flags(claim.flags)
    yield _named("read as", describe_rule(claim.rule), visible(claim.rule))


def _explain_document(evidence: Evidence, documents: int) -> Iterator[ExplainRow]:
    """Which of several documents says it."""
    if documents > 1:
        document = evidence.document
        yield ExplainRow("document", f"{evidence.number} · {visible(document.name)}", visible(document.title))


def _explain_cited(evidence: Evidence) -> Iterator[ExplainRow]:
    """The entries of the reference list that the document cites for it."""
    for number, cited in enumerate(list_cited(evidence)):
        yield ExplainRow("" if number else "cites", cited)


def _explain_place(claim: Claim) -> ExplainRow:
    return ExplainRow("place", f"{visible(claim.where)}, characters {claim.start}–{claim.end}")


def _flatten(text: str) -> str:
    return " ".join(visible(text).split())


def count_in_words(count: Count) -> str:
    """A count as stated, its hedge in words.

    >>> count_in_words(Count(31, None, hedge="at_least")), count_in_words(Count(20, 20, hedge="approx"))
    ('31 or more', 'about 20')
    >>> count_in_words(Count(89, 98, hedge="range")), count_in_words(Count(vague="dozens"))
    ('89 to 98', 'dozens: no figure')
    """
    if count.vague:
        return "none: zero" if count.vague == "none" else f"{visible(count.vague)}: no figure"
    about = "about " if count.hedge == "approx" else ""
    if count.low is None:
        return f"{about}{count.high:,} or fewer"
    if count.high is None:
        return f"{about}{count.low:,} or more"
    return f"{about}{count.low:,}" + ("" if count.low == count.high else f" to {count.high:,}")


def _named(label: str, meaning: str, name: str) -> ExplainRow:
    """What something means, and what programs call it; the name alone where this version does not know it."""
    return ExplainRow(label, meaning, name=name) if meaning else ExplainRow(label, name)


def _explain_side(side: str, sides: tuple[Side, ...]) -> ExplainRow:
    name = _flatten(side_name(side, sides))
    return ExplainRow("side", name, name="" if name.casefold() == side else side)


def _explain_source(evidence: Evidence) -> ExplainRow:
    if evidence.claim.source is None:
        return ExplainRow("source", OWN_VOICE)
    naming = find_naming(evidence)
    return ExplainRow("source", _flatten(evidence.claim.source), _quote_naming(naming, evidence) if naming else "")


def _quote_naming(naming: Naming, evidence: Evidence) -> str:
    """`named here as “FAMa”`; where the words are not in the sentence shown, with the words around them."""
    text, (first, last), (start, end) = evidence.document.text, naming.name, naming.sentence
    where, name = _NEARNESS[naming.nearness], _flatten(text[first:last])
    if naming.nearness == "here":
        return f"{where} as “{name}”"
    return f"{where}: “{_flatten(f'{text[start:first]}{OPEN}{name}{CLOSE}{text[last:end]}')}”"


def _explain_incident(incident: str, document: Document) -> ExplainRow:
    if incident == MAIN_INCIDENT:
        return ExplainRow("incident", "the event itself", name=incident)
    name, why = spell_incident(incident, (document,)), "its figures are not compared with the event's"
    return ExplainRow("incident", name, why, incident)


def _explain_flags(flags: Sequence[str]) -> Iterator[ExplainRow]:
    """One row a flag."""
    for number, flag in enumerate(flags):
        yield _named("" if number else "flags", describe_flag(flag), visible(flag))


def _explain_verdict(
    index: int, row: Row, figure: Figure, comparison: Comparison, documents: Sequence[Document]
) -> Iterator[ExplainRow]:
    spread = f" ×{row.spread:,g}" if row.spread is not None else ""
    yield ExplainRow(
        "verdict",
        f"{row.verdict}{spread}",
        respell(visible(row.reason or MEANINGS[row.verdict]), comparison.claims, documents),
    )
    part = _say_part(index, figure, comparison.claims[index])
    yield ExplainRow("figure", f"{say_sum(figure, comparison.claims)} {per(figure.voice)}", part)


def _say_part(index: int, figure: Figure, claim: Claim) -> str:
    """What a claim is for the figure it belongs to; empty when it states just that."""
    if index in figure.parts:
        return "added up; this is one of the parts"
    if index in figure.earlier:
        return f"given for the row; this {say_count(claim.count)} was replaced"
    return "" if claim.count == figure.count else f"given for the row; this {say_count(claim.count)} goes with it"


def _explain_silence(claim: Claim) -> ExplainRow:
    """Why a claim stands in no row."""
    if "citation" in claim.flags:
        note = "what a title says is left to the reader"
    elif "subset" in claim.flags:
        note = "a part is not set beside the figures of the whole"
    elif claim.source is None and claim.count == Count(1, 1) and not claim.where.startswith(INFOBOX):
        note = "a single death in the document's own words is no toll"
    else:
        note = "the figure of its voice rests on other words"
    return ExplainRow("verdict", "not compared", note)
