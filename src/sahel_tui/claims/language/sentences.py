"""Where sentences and paragraphs begin and end."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sahel_tui.model import Span

LONGEST_SENTENCE = 2_000
"""Characters; the longest sentence of the bundled events has about 400."""

PARAGRAPH = re.compile(r"[^\n]+")
END = re.compile(
    r"[.!?…](?<![.!?…].)[.!?…]*+(?:[\"”»'’)\]]|[ \u00a0\u202f]»)*(?:\[[^\]\s]{1,12}\]|,(?=\[))*"
    r"(?=\s+(?:«[ \u00a0\u202f]|[\"“«('‘\[])*[A-ZÀ-Þ0-9]|\s*$|[A-ZÀ-Þ][a-zà-ÿ]{2})"
)
"""A full stop, closing quotes and marks, then a capital or the end; French quotes stand apart from their words.

Captures lose spaces: `a mission of the UN.The army said`.
"""

SHORTEST_LAST = 3
"""Letters of the last word of a sentence that its next one follows without a space; fewer are an abbreviation's."""

ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Lt|Col|Gen|Maj|Capt|Sgt|St|No|vs|approx|ca|c|govt|gov|Brig|Adm|Cpl|Pvt|al|e\.g|i\.e|M|MM|Cne|Cdt|av|env))\.$",
)


NUMBERED = re.compile(r"\b[Nn]o\.\s+\d")
"""`communiqué no. 14`."""


def find_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences of `text[start:end]` in order; a line break always ends one."""
    for paragraph in PARAGRAPH.finditer(text, start, end):
        begin = paragraph.start()
        for stop in END.finditer(text, begin, paragraph.end()):
            if stop[0].startswith(".") and ABBREVIATION.search(text[max(begin, stop.start() - 8) : stop.start() + 1]):
                continue
            if NUMBERED.match(text, max(begin, stop.start() - 2)):
                continue
            glued = stop.end() < paragraph.end() and text[stop.end()].isalpha()
            if glued and not text[max(begin, stop.start() - SHORTEST_LAST) : stop.start()].isalpha():
                continue
            yield from cut_long(text, begin, stop.end())
            begin = stop.end()
        if text[begin : paragraph.end()].strip():
            yield from cut_long(text, begin, paragraph.end())


def cut_long(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence as it is, or in stretches no reader would exceed: rules look at all words of a sentence at once."""
    while end - start > LONGEST_SENTENCE:
        stop = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
        stop = stop if stop > start else start + LONGEST_SENTENCE
        yield Span(start, stop)
        start = stop
    if start < end:
        yield Span(start, end)


def find_sentence(text: str, start: int, end: int) -> Span:
    """The sentence, or infobox line, around `text[start:end]`, without surrounding space."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    for sentence in _sentences_of_line(text, line_start, line_end):
        if sentence.start <= start < sentence.end:
            stop = max(sentence.end, end)
            written = text[sentence.start : stop]
            return Span(stop - len(written.lstrip()), sentence.start + len(written.rstrip()))
    return Span(line_start, line_end)


@lru_cache(maxsize=1)
def _sentences_of_line(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of a line, kept until another is asked for: the claims of a document come line by line."""
    return tuple(find_sentences(text, start, end))
