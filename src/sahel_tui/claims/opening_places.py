"""Places of other events at the head of a sentence: `At Mondoro, …`, `In neighbouring Niger, …`."""

from collections.abc import Sequence

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.voices import Voice


def opening_place(sentence: Sentence, voices: Sequence[Voice], known: str) -> str | None:
    """The place that a sentence opens with when it is none of the `known` ones of title and infobox (small letters).

    `In New York the mission's spokesman said` tells where it was said, `In Kaya the hospital took in 300` where those
    hit were taken.
    """
    tokens, lexicon = sentence.tokens, sentence.lexicon
    if len(tokens) < 3 or sentence.folded[0] not in lexicon.list("place_openers"):
        return None
    near = len(tokens) > 3 and sentence.folded[1] in lexicon.list("neighbouring")
    name = tokens[1 + near]
    beside = near or sentence.folded[2] in lexicon.list("neighbouring")  # `au Niger voisin`
    acts = load_actors().match(tokens, 1) and not beside
    if not name.text[0].isupper() or name.lower in lexicon.months or acts:
        return None
    if name.lower in lexicon.nationalities or (name.text in lexicon.nations and not beside):
        return None  # `In Mali` tells nothing; `in neighbouring Niger` does
    if name.lower in lexicon.capitals or name.lower in known or _tells_of_care(sentence):
        return None  # `À Niamey, le ministère publie un bilan`
    end = next((at for at in range(1 + near, len(tokens)) if not tokens[at].text[0].isupper()), len(tokens) - 1)
    if voices and sentence.folded[end] in lexicon.list("determiners"):
        return None
    owned = tokens[2 + near].lower in lexicon.list("possessive")
    return None if owned or lexicon.speaker_at(tokens, 1) else name.text


def _tells_of_care(sentence: Sentence) -> bool:
    """Of hospitals, funerals, treatment: whatever their town, they follow the event."""
    return "care_places" in sentence.told or "aftercare" in sentence.told
