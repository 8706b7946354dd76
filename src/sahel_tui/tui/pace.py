"""How eagerly the browser follows the reader: at once where bytes are cheap, only when asked on a thin link."""

from typing import NamedTuple


class Pace(NamedTuple):
    """What is waited for, in seconds."""

    debounce: float
    """Without a letter before the library is asked."""
    preview: float | None
    """The cursor rests on an event before it is read; None reads only on Enter."""
    typing: float | None
    """The same while a query is typed: every letter may bring another event to the cursor."""

    def rest(self, since: float) -> float | None:
        """How long the cursor must rest before an event is read, `since` seconds after it moved before.

        >>> FULL.rest(2.0), FULL.rest(0.03), THIN.rest(2.0)
        (0.04, 0.12, None)
        """
        return self.preview and (_ALONE if since > _REPEATING else self.preview)


_REPEATING = 0.7
"""A key that is held repeats sooner; one that comes later was pressed by itself."""
_ALONE = 0.04

FULL = Pace(debounce=0.08, preview=0.12, typing=0.2)
THIN = Pace(debounce=0.4, preview=None, typing=None)
SLOW_ANSWER = 0.6
"""A link is slow when the terminal's answer behind the first frame takes longer: 6 KB and one way there and back."""
