"""A voice: a stretch of a sentence that somebody speaks."""

from collections.abc import Sequence

from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.dataclass import dataclass

OWN_VOICE = ""
"""The source of a stretch in which the document speaks of itself."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source that speaks the tokens `first:last` of a sentence; `cue` is where it is named."""

    first: int
    last: int
    cue: int
    source: str


def voice_of(quantity: Quantity, voices: Sequence[Voice]) -> Voice | None:
    """The voice that speaks a quantity: the last one named before it, else the one that looks back on it."""
    spoken = [voice for voice in voices if voice.first <= quantity.first < voice.last]
    named = [voice for voice in spoken if voice.cue <= quantity.first]
    if named:
        return max(named, key=lambda voice: voice.cue)
    return max(spoken, key=lambda voice: voice.first) if spoken else None


def source_of(quantity: Quantity, voices: Sequence[Voice]) -> str | None:
    """Who speaks a quantity; None for nobody and for the document itself."""
    voice = voice_of(quantity, voices)
    return voice.source or None if voice else None


def voices_named(sentence: Sentence, voices: Sequence[Voice]) -> Sequence[Voice]:
    """The voices that the sentence itself names: one that only goes on from the sentence before dates no report."""
    named = not sentence.told.keys().isdisjoint(("say", "say_phrases", "according_to", "citing"))
    return voices if named else [voice for voice in voices if voice.cue]


def find_turn(sentence: Sentence, verb: int) -> int:
    """Where the document takes over again: `…; the toll rose to 91`, `…, a number that later rose to 19`."""
    tolls, relatives = sentence.lexicon.list("toll_subjects"), sentence.lexicon.list("relative_pronouns")
    told, inside = sentence.told, range(verb, len(sentence.tokens) - 3)
    marks = [*told.get(",", []), *told.get(";", [])]
    for at in sorted([mark for mark in marks if mark in inside]):
        mark = sentence.folded[at]
        following = sentence.lowers(at + 1, at + 4)
        if mark == ";" and not tolls.isdisjoint(following):
            return at
        if mark == "," and following[1] in tolls and following[2] in relatives:
            return at
        placed = mark == "," and following[0] in sentence.lexicon.list("where")
        if placed and sentence.folded[verb + 1] in sentence.lexicon.list("of"):
            return at  # `it spoke of vengeance for Gossi, where 160 had died`
    return len(sentence.tokens)


def inside_quantity(sentence: Sentence, at: int) -> bool:
    return any([quantity.first <= at < quantity.last for quantity in sentence.quantities])
