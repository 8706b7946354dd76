"""Numbers from zero on a line of cells, with round numbers over them."""


class Scale:
    """Numbers from zero to `top` on `room` cells."""

    def __init__(self, top: int, room: int) -> None:
        self._room = max(1, room)
        self._step = find_step(top, max(1, room // 8))
        self.top = max(top, self._step)
        """The number of the last cell."""

    def place(self, number: float) -> int:
        """The cell of a number."""
        return round(number * self.last / self.top)

    @property
    def last(self) -> int:
        """The last cell."""
        return self._room - 1

    @property
    def ticks(self) -> tuple[int, ...]:
        """The round numbers from zero to the top."""
        return tuple(range(0, self.top + 1, self._step))

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
