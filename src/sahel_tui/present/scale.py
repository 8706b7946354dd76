"""Numbers from zero on a line of cells, with round numbers over them."""

import math
from abc import ABC, abstractmethod


class Scale(ABC):
    """Numbers from zero to `top` on `room` cells."""

    def __init__(self, top: int, room: int) -> None:
        self.top = top
        """The number of the last cell."""
        self._room = max(1, room)

    @property
    def last(self) -> int:
        """The last cell."""
        return self._room - 1

    @abstractmethod
    def place(self, number: float) -> int:
        """The cell of a number."""

    @property
    @abstractmethod
    def ticks(self) -> tuple[int, ...]:
        """Round numbers from zero to the top."""

    def axis(self) -> str:
        """The round numbers over their cells; one that would stand in another is left out."""
        axis = ""
        for number in self.ticks:
            start = self.place(number)
            if not axis or start > len(axis):
                axis = axis.ljust(start) + f"{number:,}"
        return axis

    def grid(self, mark: str) -> str:
        """`mark` in the cells of the round numbers, spaces between them."""
        cells = [" "] * self._room
        for number in self.ticks:
            cells[self.place(number)] = mark
        return "".join(cells)


class EvenScale(Scale):
    """Every number as far from the next."""

    def __init__(self, top: int, room: int) -> None:
        self._step = find_step(top, max(1, room // 8))
        super().__init__(max(top, self._step), room)

    def place(self, number: float) -> int:
        """The cell of a number."""
        return round(number * self.last / self.top)

    @property
    def ticks(self) -> tuple[int, ...]:
        """As many round numbers as have room."""
        return tuple(range(0, self.top + 1, self._step))


class RatioScale(Scale):
    """Every tenfold as long as the last, with a place for zero: two and two hundred are seen on one line."""

    def __init__(self, top: int, room: int) -> None:
        super().__init__(max(1, top), room)

    def place(self, number: float) -> int:
        """The cell of a number."""
        return round(math.log1p(min(number, self.top)) / math.log1p(self.top) * self.last)

    @property
    def ticks(self) -> tuple[int, ...]:
        """Zero and the powers of ten."""
        return (0, *(10**power for power in range(len(str(self.top)))))


def find_step(top: int, ticks: int) -> int:
    """The smallest of 1, 2, 5, 10, 20 … that needs at most `ticks` steps to reach `top`.

    >>> find_step(31, 6), find_step(98, 4)
    (10, 50)
    """
    unit = 1
    while True:
        for factor in (1, 2, 5):
            if unit * factor * ticks >= top:
                return unit * factor
        unit *= 10
