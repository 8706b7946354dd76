"""What a reader has said about which documents are of one event; documents are known by their ids."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

Pair = tuple[str, str]


class Corrections:
    """Documents that belong together, and documents that do not, whatever the evidence says."""

    def __init__(self, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> None:
        self.together = dict.fromkeys(map(_order, together))
        """Pairs, in the order in which they were said."""
        self.apart = dict.fromkeys(map(_order, apart))

    @classmethod
    def decode(cls, text: str) -> "Corrections":
        """What `encode` wrote; of nothing, nothing."""
        said: dict[str, list[Pair]] = json.loads(text) if text else {}
        return cls((_pair(pair) for pair in said.get("together", ())), (_pair(pair) for pair in said.get("apart", ())))

    def encode(self) -> str:
        """As JSON, for the library to keep; empty when nothing was said."""
        return json.dumps({"together": list(self.together), "apart": list(self.apart)}) if self else ""

    def __bool__(self) -> bool:
        return bool(self.together or self.apart)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Corrections) and (self.together, self.apart) == (other.together, other.apart)

    __hash__ = None  # type: ignore[assignment]

    def join(self, events: Sequence[Sequence[str]]) -> None:
        """Make one event of several, each given by its documents; what parted them before is taken back."""
        first, *rest = dict.fromkeys(document for event in events for document in event)
        self._forget(self.apart, [first, *rest], [first, *rest])
        self.together |= dict.fromkeys(_order((first, other)) for other in rest)

    def part(self, documents: Sequence[str], rest: Sequence[str]) -> None:
        """Make an event of its own of `documents`; the `rest` stay together."""
        for group in (documents, rest):
            self._forget(self.apart, group, group)
            self.together |= dict.fromkeys(_order((group[0], other)) for other in group[1:])
        self._forget(self.together, documents, rest)
        self.apart |= dict.fromkeys(map(_order, product(documents, rest)))

    def take(self, document: str, together: Iterable[str], apart: Iterable[str]) -> None:
        """What an export says of a document; it replaces what was said of the same pair before."""
        for others, kept, lost in ((together, self.together, self.apart), (apart, self.apart, self.together)):
            for other in others:
                kept[_order((document, other))] = None
                lost.pop(_order((document, other)), None)

    def of(self, document: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The documents that `document` was linked with, and those it was parted from."""
        return tuple(_partners(document, self.together)), tuple(_partners(document, self.apart))

    def _forget(self, pairs: dict[Pair, None], ones: Iterable[str], others: Sequence[str]) -> None:
        for pair in product(ones, others):
            pairs.pop(_order(pair), None)


def _partners(document: str, pairs: Iterable[Pair]) -> Iterator[str]:
    return (pair[1 - pair.index(document)] for pair in pairs if document in pair)


def _pair(pair: Sequence[str]) -> Pair:
    one, other = pair
    return one, other


def _order(pair: Pair) -> Pair:
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])
