"""Annotated claims through the comparison alone, so that its errors are seen apart from those of reading.

    python tests/compare/gold.py FOLDER

FOLDER has `dev.jsonl` and `seeds.jsonl`; what differs from the annotated disagreements is printed a line each.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sahel_tui.compare import compare_claims
from sahel_tui.model import Claim, Comparison, Count, Hedge, Row, Side

Record = dict[str, Any]
FILES = ("seeds.jsonl", "dev.jsonl")
_PLAIN_FLAGS = ("subset", "total", "superseded", "combined", "euph", "approx", "implicit", "arith", "table", "citation")


class Dispute(NamedTuple):
    """Figures that cannot all be true, in the form two lists of them are compared by."""

    side: str
    category: str
    figures: frozenset[tuple[int | None, int | None]]


class Difference(NamedTuple):
    """Disputes of one document: those annotated (some need not be found) and those the comparison gives."""

    name: str
    annotated: list[Dispute]
    optional: list[Dispute]
    found: dict[Dispute, Row]

    @property
    def missing(self) -> list[Dispute]:
        """Annotated, not found."""
        return [dispute for dispute in self.annotated if dispute not in self.found]

    @property
    def surplus(self) -> list[Dispute]:
        """Found, not annotated."""
        return [dispute for dispute in self.found if dispute not in (*self.annotated, *self.optional)]


def read_records(folder: Path) -> Iterator[Record]:
    """The annotated documents."""
    for file in FILES:
        for line in (folder / file).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def make_claim(record: Record, document: str) -> Claim:
    """An annotated claim in this program's words."""
    flags = tuple(flag for flag in _PLAIN_FLAGS if record.get(flag))
    vague = None if record["vague"] == "null" else record["vague"]
    return Claim(
        document=document,
        where=record["where"],
        start=record["start"],
        end=record["end"],
        quote=record["quote"],
        category=record["category"],
        count=Count(record["low"], record["high"], vague, _find_hedge(record)),
        victims=record["victims"] or "",
        side=record["side"],
        source=record["source"],
        incident=record["incident"],
        flags=flags,
        rule="annotated",
    )


def _find_hedge(record: Record) -> Hedge | None:
    low, high = record["low"], record["high"]
    if low is None and high is None:
        return None
    if low is None or high is None:
        return "at_most" if low is None else "at_least"
    return "range" if low != high else "approx" if record.get("approx") else None


def compare_record(record: Record) -> Comparison:
    """The comparison of one annotated document."""
    claims = [make_claim(claim, record["doc"]) for claim in record["claims"]]
    sides = [Side(side, side) for side in dict.fromkeys(claim.side for claim in claims)]
    return compare_claims(claims, sides)


def find_difference(record: Record) -> Difference:
    """How the comparison of a document stands to what was annotated."""
    kept: dict[bool, list[Dispute]] = {True: [], False: []}
    for dispute in record["disagreements"]:
        counts = frozenset((figure["low"], figure["high"]) for figure in dispute["figures"])
        kept[bool(dispute.get("optional"))].append(Dispute(dispute["side"], dispute["category"], counts))
    found = {}
    for row in compare_record(record).disputed:
        counts = frozenset((figure.count.low, figure.count.high) for figure in row.figures if figure.disputed)
        found[Dispute(row.side, row.category, counts)] = row
    return Difference(record["doc"], kept[False], kept[True], found)


def main(folder: Path) -> None:
    """Print what differs, then how many disputes were annotated, found and right."""
    differences = [find_difference(record) for record in read_records(folder)]
    for difference in differences:
        for dispute in difference.missing:
            print(difference.name, "missing", dispute.side, dispute.category, sorted(dispute.figures, key=str))
        for dispute in difference.surplus:
            row = difference.found[dispute]
            print(difference.name, "surplus", dispute.side, dispute.category, row.incident, "·", row.reason)
    annotated = sum(len(difference.annotated) for difference in differences)
    missing = sum(len(difference.missing) for difference in differences)
    surplus = sum(len(difference.surplus) for difference in differences)
    print(f"{annotated} annotated, {annotated - missing} found, {surplus} found beside them")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
