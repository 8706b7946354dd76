"""Quotations that hold several sentences: whoever speaks one of them speaks them all.

`The mayor said: "They came at dawn. Nine men died."`, `"They came at dawn. Nine men died", the mayor said`: the voice
stands in front of the first sentence or behind the last, and the others have none of their own.
"""

import re
from collections.abc import Callable, Sequence

from sahel_tui.claims.language.sentences import find_sentences
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import Voice
from sahel_tui.model import Span

MARK = re.compile(r"[\"“”«»‘]|(?<=[.,!?])’")
NESTED = re.compile(r"(?<!\S)[“«‘](?=\w)")
"""A mark that opens another quotation inside one."""

WORD = re.compile(r"\w")


class Quotations:
    """The quotations of one paragraph, each with who speaks it as far as that is known."""

    def __init__(self, masked: str = "", start: int = 0) -> None:
        self._masked = masked
        end = masked.find("\n", start + 1)
        self._end = end if end >= 0 else len(masked)
        self._spans = find_quotations(masked, start, self._end)
        self._spoken: dict[int, str] = {}

    def remember(self, sentence: Sentence, voices: Sequence[Voice]) -> None:
        """Whoever speaks at the end of this sentence speaks the quotation that goes on behind it."""
        opened = next((span for span in self._spans if sentence.span.start <= span.start < sentence.span.end), None)
        for span in self._spans if opened and voices else ():
            if sentence.span.start <= span.start < sentence.span.end < span.end:
                before = [voice for voice in voices if sentence.tokens[voice.cue].start < span.start]
                self._spoken[span.start] = (before or voices)[-1].source

    def voices(self, sentence: Sentence, told: Callable[[Sentence], Sequence[Voice]]) -> list[Voice]:
        """The voice of the quotation that this sentence, which names none, stands in; `told` finds those named."""
        first = sentence.tokens[0].start if self._spans and sentence.tokens else -1
        span = next((span for span in self._spans if span.start <= first < span.end), None)
        if span is None:
            return []
        if span.start not in self._spoken:
            self._spoken[span.start] = self._behind(sentence, span, told) or ""
        source = self._spoken[span.start]
        last = sum(token.start < span.end for token in sentence.tokens)
        return [Voice(0, last, 0, source)] if source else []

    def _behind(self, sentence: Sentence, span: Span, told: Callable[[Sentence], Sequence[Voice]]) -> str | None:
        """`…. Nine men died", the mayor said`: the voice behind the quotation's end."""
        following = find_sentences(self._masked, sentence.span.end, self._end)
        closing = next((each for each in following if each.start < span.end <= each.end), None)
        if closing is None or not WORD.search(self._masked, span.end, closing.end):
            return None
        last = Sentence(self._masked, closing, sentence.lexicon)
        voices = told(last)
        behind = [voice for voice in voices if last.tokens[voice.cue].start >= span.end - 1]
        if behind:
            return min(behind, key=lambda voice: voice.cue).source
        return voices[-1].source if voices else None


def find_quotations(masked: str, start: int, end: int) -> list[Span]:
    """The quotations of `masked[start:end]` from mark to mark; one that is never closed is none."""
    found: list[Span] = []
    opened = -1
    for mark in MARK.finditer(masked, start, end):
        if opened < 0:
            opened = mark.start() if mark[0] in '"“«‘' else -1
        elif not NESTED.match(masked, mark.start()):
            found.append(Span(opened, mark.end()))
            opened = -1
    return found
