"""A figure of `killed or wounded` together against another voice's separate figures."""

from collections.abc import Mapping, Sequence

from sahel_tui.compare.ranges import add_counts, allowed_range, can_both_be_true
from sahel_tui.model import Count, Figure


class Separate:
    """The figures of a row, and what their voices count one by one."""

    def __init__(self, figures: Sequence[Figure], counts: Mapping[str, Sequence[Count]]) -> None:
        self._figures = figures
        self._counts = counts

    def holds(self, wide: int, plain: int) -> bool:
        """Whether the first figure, which counts more than its category, can hold what the voice of the second says."""
        one, other = self._figures[wide], self._figures[plain]
        total = self._add(other)
        if can_both_be_true(one.count, total):
            return True
        # The larger may hold the smaller where the other voice gave no second figure that makes up the difference.
        least, _ = allowed_range(one.count) or (0, 0)
        return total == other.count and least >= (other.count.high or 0)

    def is_alone(self, place: int) -> bool:
        """Whether the voice of a figure gives no second figure that adds to it."""
        return len(self._find_counts(self._figures[place])) < 2

    def find_addends(self, wide: int, plain: int) -> Sequence[Count]:
        """The second voice's figures where they add up to the first figure; else empty."""
        counts = self._find_counts(self._figures[plain])
        whole = self._figures[wide].count
        total = self._add(self._figures[plain])
        return counts if len(counts) > 1 and (total.low, total.high) == (whole.low, whole.high) else ()

    def _add(self, figure: Figure) -> Count:
        counts = self._find_counts(figure)
        return add_counts(list(counts)) if len(counts) > 1 else figure.count

    def _find_counts(self, figure: Figure) -> Sequence[Count]:
        counts = self._counts.get(figure.voice, ())
        return counts if figure.count in counts else ()
