"""Numbers that stand for others: whatever only asks which is larger, and what adds up, says the same of them."""

from collections.abc import Sequence

from sahel_tui.model import Count

Sum = tuple[int, tuple[int, ...]]
"""A number, and the places of the figures that add up to it."""

_FIRST, _APART, _STEP = 100_000_007, 3, 14
_ALIKE = 1
"""Numbers up to this one are said in words of their own, and stand for themselves."""
_NOBODY = Count(0, 0, "none")


def rank_counts(counts: Sequence[Count], totals: Sequence[int], added: Sum | None) -> list[Count]:
    """A count for each: those at the places `totals` by their order, the parts of `added` so that they add up to it.

    All others count nobody.

    >>> [str(count) for count in rank_counts([Count(2, 2), Count(4, 4), Count(6, 6)], [2], (6, (0, 1)))]
    ['50,000,003', '50,000,004', '100,000,007']
    """
    numbers = {number for place in totals for number in (counts[place].low, counts[place].high) if number is not None}
    ranked = sorted(number for number in numbers if number > _ALIKE)
    stands = {number: number for number in numbers} | {n: _FIRST * _APART**rank for rank, n in enumerate(ranked)}
    parts = dict(zip(added[1], _part(stands[added[0]], len(added[1])), strict=True)) if added else {}
    found = []
    for place, count in enumerate(counts):
        if place in totals and count.low is not None and count.high is not None:
            found.append(Count(stands[count.low], stands[count.high], count.vague, count.hedge))
        else:
            found.append(Count(parts[place], parts[place]) if place in parts else _NOBODY)
    return found


def _part(whole: int, number: int) -> list[int]:
    """Different numbers, so many, that add up to `whole`."""
    parts = [whole // number + step * _STEP for step in range(number - 1)]
    return [*parts, whole - sum(parts)]


def say_again(text: str, counts: Sequence[tuple[Count, Count | str]]) -> str:
    """`text` with the second of each pair where the first is named."""
    for old, new in sorted(counts, key=lambda pair: len(str(pair[0])), reverse=True):  # A range holds its ends.
        text = text.replace(str(old), str(new)) if (old.high or 0) > _ALIKE else text
    return text
