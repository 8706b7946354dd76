"""Letters on places of the screen: the next key goes to one of them."""

import itertools
from collections.abc import Awaitable, Callable, Sequence

from sahel_tui.dataclass import dataclass

ALPHABET = "asdfghjklqwertyuiopzxcvbnm"
"""Letters that every Latin keyboard has without AltGr; those under the fingers first."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place, and how to go there."""

    place: tuple[str, int, int]
    """The widget it is in, and its line and first cell there."""
    go: Callable[[], Awaitable[None] | None]


class Letters:
    """A letter a target, or two where there are more targets than letters."""

    def __init__(self, targets: Sequence[Target]) -> None:
        self.targets: dict[str, Target] = dict(zip(make_letters(len(targets)), targets, strict=True))

    def within(self, widget: str) -> dict[tuple[int, int], str]:
        """The letters still to be typed for the places in a widget, by line and first cell."""
        return {target.place[1:]: text for text, target in self.targets.items() if target.place[0] == widget}

    def press(self, key: str) -> "tuple[Target | None, Letters]":
        """The target a letter leads to, or what is left to choose from; nothing is after any other key."""
        left = Letters(())
        if key in self.targets:
            return self.targets[key], left
        left.targets = {letters[1:]: target for letters, target in self.targets.items() if letters.startswith(key)}
        return None, left


def make_letters(count: int) -> list[str]:
    """Different letters for `count` targets, as few for each as will do.

    >>> make_letters(3), make_letters(30)[:3]
    (['a', 's', 'd'], ['aa', 'as', 'ad'])
    """
    length = 1
    while len(ALPHABET) ** length < count:
        length += 1
    return ["".join(letters) for letters in itertools.islice(itertools.product(ALPHABET, repeat=length), count)]
