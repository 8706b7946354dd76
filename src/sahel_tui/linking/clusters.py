"""Things that are one, joined step by step; some must stay apart whatever joins the others."""

from array import array
from collections.abc import Callable, Iterable, Iterator

MOST_CHECKED = 400
"""Pairs looked at before two clusters are joined; larger ones stay as they are."""


class Clusters:
    """Numbers from 0 on, each in one cluster; about sixteen bytes each until they are joined."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]] = ()) -> None:
        self._first = array("I", range(size))
        """The number a cluster is known by, of each number that leads a cluster; followed until it leads to itself."""
        self._members: dict[int, list[int]] = {}
        """Of the clusters of two or more."""
        self._apart: dict[int, set[int]] = {}
        for one, other in apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def find(self, number: int) -> int:
        """What the cluster of `number` is known by."""
        while self._first[number] != number:
            self._first[number] = self._first[self._first[number]]
            number = self._first[number]
        return number

    def members(self, number: int) -> list[int]:
        """All that are with `number`, itself among them."""
        leader = self.find(number)
        return self._members.get(leader, [leader])

    def join(self, one: int, other: int, agree: Callable[[int, int], bool] | None = None) -> bool:
        """Make one cluster of two; refused when two of them are to stay apart, or `agree` says no to a pair."""
        leader, follower = sorted((self.find(one), self.find(other)))
        if leader == follower:
            return True
        left, right = self.members(leader), self.members(follower)
        if self._must_part(left, right) or (agree and not _all_agree(left, right, agree)):
            return False
        if len(left) < len(right):
            leader, follower = follower, leader
        self._first[follower] = leader
        self._members.setdefault(leader, [leader]).extend(self._members.pop(follower, [follower]))
        return True

    def groups(self) -> Iterator[list[int]]:
        """The members of every cluster, in no order that means anything."""
        for number in range(len(self._first)):
            if self._first[number] == number:
                yield sorted(self.members(number))

    def _must_part(self, left: list[int], right: list[int]) -> bool:
        return bool(self._apart) and any(not self._apart.get(one, set()).isdisjoint(right) for one in left)


def _all_agree(left: list[int], right: list[int], agree: Callable[[int, int], bool]) -> bool:
    return len(left) * len(right) <= MOST_CHECKED and all(agree(one, other) for one in left for other in right)
