"""Where in the text the source of a claim is called by its name."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.sentences import find_sentences
from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.language.words import Lexicon, load_lexicon
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Document
from sahel_tui.present.evidence import Evidence, Span
from sahel_tui.present.names import INFOBOX, split_voice

Nearness = Literal["here", "before", "line", "entry"]
"""In the claim's own sentence, the sentence before, another line of its field, or the entry it is cited in."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a source; spans are offsets into the document's text."""

    nearness: Nearness
    name: Span
    sentence: Span


def find_naming(evidence: Evidence) -> Naming | None:
    """The nearest place that names the claim's source; None when none near does, and for the document's own voice."""
    source = evidence.claim.source
    if source is None:
        return None
    for nearness, span in _list_places(evidence):
        name = _find_name(evidence.document, span, source)
        if name and not _looks_back(evidence, name, span):
            return Naming(nearness, name, span)
    return None


def _looks_back(evidence: Evidence, name: Span, line: Span) -> bool:
    """`(per JNIM)` above an infobox item speaks of what stands before it, not of the item."""
    above = evidence.section == INFOBOX and line[1] <= evidence.sentence[0]
    return above and "(" in evidence.document.text[line[0] : name[0]]


def _list_places(evidence: Evidence) -> Iterator[tuple[Nearness, Span]]:
    """Where a name may stand, nearest first."""
    yield "here", evidence.sentence
    if "citation" in evidence.claim.flags:
        yield "entry", evidence.paragraph
    elif evidence.section == INFOBOX:
        lines = list(_cut_lines(evidence))
        yield from (("line", line) for line in reversed(lines) if line[1] <= evidence.sentence[0])
        yield from (("line", line) for line in lines if line[0] >= evidence.sentence[1])
    else:
        yield from (("before", span) for span in _find_sentence_before(evidence))


def _cut_lines(evidence: Evidence) -> Iterator[Span]:
    """The lines of the paragraph that hold words."""
    for line in re.finditer(
        r"[^\n]*\S[^\n]*", evidence.document.text[: evidence.paragraph[1]][evidence.paragraph[0] :]
    ):
        yield evidence.paragraph[0] + line.start(), evidence.paragraph[0] + line.end()


def _find_sentence_before(evidence: Evidence) -> Iterator[Span]:
    """The last sentence before the claim's, of its paragraph or of the one above."""
    text = evidence.document.text
    end = len(text[: evidence.sentence[0]].rstrip())
    for span in list(find_sentences(text, text.rfind("\n", 0, end) + 1, end))[-1:]:
        yield span.end - len(text[span.start : span.end].lstrip()), span.end


def _find_name(document: Document, span: Span, source: str) -> Span | None:
    """`Moulay Ag Sidi Mola`, else `Mola`, else any name of the party."""
    for part in source.split(" and "):
        party, person = split_voice(part)
        names = (_find_words(document.text, span, words) for words in (person, *person.split()[-1:]) if words)
        found = next(filter(None, names), None) or _find_party(document, span, party)
        if found:
            return found
    return None


def _find_words(text: str, span: Span, words: str) -> Span | None:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(rf"(?<!\w){pattern}(?!\w)", re.IGNORECASE).search(text, *span)
    return found.span() if found else None


def _find_party(document: Document, span: Span, party: str) -> Span | None:
    """`Jama'at Nasr al-Islam wal Muslimin` for JNIM, `Malian presidency` for Mali, `AFP` for AFP."""
    tokens, lexicon = tokenise(document.text, *span), load_lexicon(document.language)
    state = party in lexicon.nationalities.values()
    found = _find_actor(tokens, party, state) or (_find_state(tokens, party, lexicon) if state else None)
    if found:
        return tokens[found[0]].start, tokens[found[1] - 1].end
    return None if state else _find_words(document.text, span, party)


def _find_actor(tokens: Sequence[Token], party: str, state: bool) -> Span | None:
    """The tokens of another name of a party; a state's own name may be a mere place."""
    actors = load_actors()
    for mention in actors.find(tokens):
        root = actors.root(mention.actor).name.partition(" (")[0]
        if party in (mention.actor.short, *mention.actor.aliases, root) and not (state and mention.text == party):
            return mention.first, mention.last
    return None


def _find_state(tokens: Sequence[Token], party: str, lexicon: Lexicon) -> Span | None:
    """The tokens of `Mali` where it speaks, else of `Malian presidency`, else of a mere `government`."""
    organs: list[Span] = []
    for at in range(len(tokens)):
        country = lexicon.countries.match(tokens, at)
        if country and country[0] == party and _may_speak(tokens, at, at + country[1], lexicon):
            return at, at + country[1]
        speaker = lexicon.speaker_at(tokens, at)
        nation = lexicon.nationalities.get(tokens[at - 1].lower) if at else None
        if speaker and speaker[0] == "state" and nation in (None, party):
            organs.append((at - (nation is not None), at + speaker[1]))
    return max(organs, key=lambda organ: tokens[organ[0]].lower in lexicon.nationalities, default=None)


def _may_speak(tokens: Sequence[Token], first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a country is more than a place: a verb of saying stands behind it, or `per` before it."""
    said = last < len(tokens) and tokens[last].lower in lexicon.say | lexicon.auxiliaries
    return said or lexicon.according_to.match_before(tokens, first) is not None
