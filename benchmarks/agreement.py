"""How the claims of twenty bundled events stand to those a reader took from the same texts: right, wrong, missed.

`python benchmarks/agreement.py [--wrong]` reads `annotated_events.jsonl` (a line an event, offsets into its text) and
compares claim by claim. A claim is right when its category, figure, side, voice and incident (the event's own or not)
are; `--wrong` prints every other one. Claims marked `optional` count neither way.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sahel_tui.bundled import bundled_path
from sahel_tui.claims import extract_claims
from sahel_tui.compare.organisations import write_out
from sahel_tui.documents import parse_document
from sahel_tui.model import MAIN_INCIDENT, Claim

ANNOTATED = Path(__file__).with_name("annotated_events.jsonl")
FIELDS = ("figure", "side", "source", "incident")
COMMON_WORDS = frozenset(["the", "a", "an", "of", "and", "for", "le", "la", "les", "de", "du", "des"])
SHORTEST_WORD = 2

Annotation = dict[str, Any]


def read_events() -> Iterator[tuple[str, list[Annotation], list[Claim]]]:
    """Each annotated event: its file, what the reader took from it, what the rules read."""
    for line in ANNOTATED.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = (bundled_path("events") / record["document"]).read_text(encoding="utf-8")
        yield record["document"], record["claims"], list(extract_claims(parse_document(text, record["document"])))


def name_words(source: str | None) -> frozenset[str]:
    """The words of a voice's name that tell it from others."""
    names = (write_out(name.strip()) for name in (source or "").split(","))
    words = "".join(letter if letter.isalnum() else " " for letter in " ".join(names).casefold()).split()
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD and word not in COMMON_WORDS)


def find_faults(expected: Annotation, claim: Claim) -> list[str]:
    """The fields in which a claim is not what was annotated; two names of a voice share a word."""
    wanted, named = name_words(expected["source"]), name_words(claim.source)
    same = {
        "figure": (expected["low"], expected["high"], expected["vague"])
        == (claim.count.low, claim.count.high, claim.count.vague),
        "side": expected["side"] == claim.side,
        "source": bool(wanted & named) or wanted == named,
        "incident": (expected["incident"] == MAIN_INCIDENT) == (claim.incident == MAIN_INCIDENT),
    }
    return [field for field in FIELDS if not same[field]]


def pair(annotated: list[Annotation], claims: list[Claim]) -> Iterator[tuple[Annotation | None, Claim | None]]:
    """Annotations with the overlapping claim of their category that has the fewest faults; then what is left over."""
    free = list(claims)
    for expected in annotated:
        near = [
            claim
            for claim in free
            if claim.category == expected["category"]
            and claim.start < expected["end"]
            and expected["start"] < claim.end
        ]
        best = min(near, key=lambda claim: len(find_faults(expected, claim)), default=None)
        if best:
            free.remove(best)
        yield expected, best
    for claim in free:
        yield None, claim


def describe(expected: Annotation | None, claim: Claim | None, faults: list[str]) -> str:
    """One line on a claim that is not right."""
    if claim is None and expected is not None:
        return f"  missed   {expected['category']}: {expected['quote']!r} ({expected['source']})"
    if expected is None and claim is not None:
        return f"  surplus  {claim.category}: {claim.quote!r} [{claim.rule}]"
    assert expected is not None
    assert claim is not None
    wrong = ", ".join(f"{field} is not {expected.get(field, expected['low'])}" for field in faults)
    found = f"{claim.count} {claim.side} {claim.source} {claim.incident}"
    return f"  wrong    {claim.category}: {claim.quote!r} {found}: {wrong}"


def main() -> None:
    """Print a line an event and the sums; with `--wrong` every claim that is not right."""
    total: Counter[str] = Counter()
    print(f"{'event':58}{'right':>7}{'wrong':>7}{'missed':>8}{'surplus':>9}")
    for document, annotated, claims in read_events():
        counts: Counter[str] = Counter()
        lines = []
        for expected, claim in pair(annotated, claims):
            if expected is not None and expected.get("optional"):
                continue
            faults = find_faults(expected, claim) if expected is not None and claim is not None else []
            kind = "missed" if claim is None else "surplus" if expected is None else "wrong" if faults else "right"
            counts.update([kind, *faults])
            if kind != "right" and "--wrong" in sys.argv:
                lines.append(describe(expected, claim, faults))
        total += counts
        print(f"{document.removesuffix('.txt'):58}{show(counts)}", *lines, sep="\n" if lines else "")
    print(f"{'all':58}{show(total)}")
    print("wrong in: " + ", ".join(f"{field} {total[field]}" for field in FIELDS))


def show(counts: Counter[str]) -> str:
    """The four numbers of a line."""
    return f"{counts['right']:>7}{counts['wrong']:>7}{counts['missed']:>8}{counts['surplus']:>9}"


if __name__ == "__main__":
    main()
