"""Whoever passes on what somebody else says: `AFP, citing a councillor, reports`."""

from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import Voice
from sahel_tui.dataclass import replace

LONGEST_CONSULTED = 4
"""Tokens of `consult a confidential UN note`."""


def passes_on(sentence: Sentence, voice: Voice, cited: list[Voice]) -> bool:
    """`AFP, citing a councillor, reports`: the subject passes on what somebody else says."""
    opened = voice.first
    if not any(quantity.first < voice.first for quantity in sentence.quantities if quantity.category):
        opened = 0  # `Quoting security sources, the agency reported`
    if any(_is_consulted(sentence, other.cue) for other in cited if opened < other.cue < voice.cue):
        return True
    between = [other.cue for other in cited if opened <= other.cue <= voice.cue]  # `AFP heard from a councillor`
    origins = sentence.lexicon.list("origins")  # `RFI, from medical sources, gave`
    return any(
        sentence.lexicon.citing.match(sentence.tokens, cue) or sentence.folded[cue] in origins for cue in between
    )


def _is_consulted(sentence: Sentence, at: int) -> bool:
    """`Le Monde, which was able to consult a note of the UN, writes`: a statement that the outlet has only read."""
    words = sentence.lowers(max(0, at - LONGEST_CONSULTED), at)
    relative = not sentence.lexicon.list("relatives").isdisjoint(sentence.folded[:at])
    return relative and not sentence.lexicon.list("consulting").isdisjoint(words)


def hand_over(sentence: Sentence, found: list[Voice]) -> list[Voice]:
    """`eleven died, AFP reported, citing the mayor`: what it reported is said by whom it cites behind it."""
    for cited in tuple(found):
        behind = cited.cue > 0 and sentence.tokens[cited.cue - 1].text == ","
        if not behind or not sentence.lexicon.citing.match(sentence.tokens, cited.cue):
            continue
        before = [voice for voice in found if voice is not cited and voice.cue < cited.cue]
        own = sentence.folded[cited.cue + 1 : cited.cue + 2]
        if before and own and own[0] in sentence.lexicon.own:
            found.remove(cited)  # `the army said, citing its own count`
        elif before:
            outlet = max(before, key=lambda voice: voice.cue)
            found = [replace(voice, source=cited.source) if voice is outlet else voice for voice in found]
    return found
