"""Claims gained, lost and changed over the bundled events since the committed baseline.

`python benchmarks/claims_diff.py` prints the difference with its quotes; `--write` makes today's claims the baseline.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from sahel_tui.bundled import bundled_path
from sahel_tui.claims import extract_claims
from sahel_tui.documents import parse_document

BASELINE = Path(__file__).parent / "claims_baseline.tsv"

Place = tuple[str, str, str]
"""File, span and category: what makes it the same claim."""


def list_claims() -> Iterator[tuple[Place, str]]:
    """Every claim of the bundled events: its place, and all that is said of it."""
    for path in sorted(bundled_path("events").glob("*.txt")):
        document = parse_document(path.read_text(encoding="utf-8"), path.name)
        for claim in extract_claims(document):
            said = [
                str(claim.count),
                claim.side,
                claim.source or "-",
                claim.incident,
                " ".join(sorted(claim.flags)) or "-",
            ]
            quote = " ".join(claim.quote.split())
            yield (path.name, f"{claim.start}-{claim.end}", claim.category), "\t".join((*said, quote))


def read_baseline() -> dict[Place, str]:
    """The claims of the committed baseline."""
    claims: dict[Place, str] = {}
    for line in BASELINE.read_text(encoding="utf-8").splitlines():
        name, span, category, said = line.split("\t", 3)
        claims[name, span, category] = said
    return claims


def print_difference(before: dict[Place, str], now: dict[Place, str]) -> None:
    """One line a claim, `-` lost, `+` gained, `~` changed, then the totals."""
    for place in sorted(before.keys() | now.keys()):
        old, new = before.get(place), now.get(place)
        if old != new:
            mark = "+" if old is None else "-" if new is None else "~"
            print(mark, "\t".join(place), new if old is None else old if new is None else f"{old}  →  {new}")
    gained, lost = len(now.keys() - before.keys()), len(before.keys() - now.keys())
    changed = sum(before[place] != now[place] for place in before.keys() & now.keys())
    print(f"{len(now)} claims: {gained} gained, {lost} lost, {changed} changed")


def main() -> int:
    """Exit code 0 when nothing differs, 1 otherwise."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true", help="make today's claims the baseline")
    now = dict(list_claims())
    if parser.parse_args().write:
        lines = ["\t".join((*place, said)) for place, said in sorted(now.items())]
        BASELINE.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    before = read_baseline()
    print_difference(before, now)
    return int(before != now)


if __name__ == "__main__":
    sys.exit(main())
