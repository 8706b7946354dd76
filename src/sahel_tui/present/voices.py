"""The voices of a comparison, in reading order: belligerents, independent voices, the infobox, the article."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from sahel_tui.compare.parties import is_armed, speaks_for
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Side
from sahel_tui.present.names import ARTICLE, INFOBOX, VoiceKind, split_voice

_OWN_VOICE = re.compile(rf"(?:{INFOBOX}|{ARTICLE}|sum)\b")
"""A document that speaks for itself: `infobox`, `article 2`, `sum of the sides`."""
_LEAST_NAME = 3
_KIND_ORDER: tuple[VoiceKind, ...] = ("belligerent", "independent", "infobox", "article")


@dataclass(frozen=True, slots=True)
class Voice:
    """One who states figures; the columns of a comparison."""

    key: str
    """`Figure.voice` as the comparison has it."""
    name: str
    detail: str
    """The person or body that spoke, or empty; the second line of a heading."""
    kind: VoiceKind
    short: str
    """A name for use beside a figure, different from that of every other voice."""


def order_voices(voices: Iterable[str], sides: tuple[Side, ...]) -> tuple[Voice, ...]:
    """Each voice once; belligerents in the order of their sides, the rest in the order they first speak."""
    keys = list(dict.fromkeys(voices))
    ranks = {key: _rank_voice(key, sides) for key in keys}
    shorts = short_names(keys)
    return tuple(
        Voice(key, *split_voice(key), _KIND_ORDER[ranks[key][0]], shorts[key])
        for key in sorted(keys, key=ranks.__getitem__)
    )


def _rank_voice(voice: str, sides: tuple[Side, ...]) -> tuple[int, int]:
    base = split_voice(voice).name
    own = _OWN_VOICE.match(base)
    if own:
        return _KIND_ORDER.index("article" if own[0] == ARTICLE else "infobox"), 0
    for position, side in enumerate(sides):
        if speaks_for(base, side.label):
            return 0, position
    return (0, len(sides)) if is_armed(base) else (1, 0)


def short_names(voices: Iterable[str]) -> dict[str, str]:
    """A short name for each voice: its name, or the last word of its detail where two voices share a name."""
    names = {voice: split_voice(voice) for voice in voices}
    shared = Counter(name.name for name in names.values())
    return {
        voice: name.detail.split()[-1] if shared[name.name] > 1 and name.detail else name.name
        for voice, name in names.items()
    }


def share_names(widths: Sequence[int], room: int) -> int:
    """The most cells a name may take so that all of them fit `room` together.

    >>> share_names([4, 30], 20), share_names([30, 30], 20)
    (16, 10)
    """
    longest = max(widths, default=0)
    while longest > _LEAST_NAME and sum(min(width, longest) for width in widths) > room:
        longest -= 1
    return longest
