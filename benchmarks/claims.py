"""How fast claims are read: megabytes and claims a second of one core, and whether the time stays linear to 1 MB.

`python benchmarks/claims.py` reads the bundled events again and again with all rules on, then one document of growing
length. CPU time is counted, and of each event its fastest reading, so that a busy machine tells nearly the same ratios.
"""

import time
from collections.abc import Sequence

from sahel_tui.bundled import bundled_path
from sahel_tui.claims import extract_claims
from sahel_tui.documents import parse_document
from sahel_tui.model import Document

SIZES = (31_250, 62_500, 125_000, 250_000, 500_000, 1_000_000)
"""Characters of the growing document."""

PASSES = 12
"""Readings of every event."""


def read_events() -> list[Document]:
    """The bundled events."""
    paths = sorted(bundled_path("events").glob("*.txt"))
    return [parse_document(path.read_text(encoding="utf-8"), path.name) for path in paths]


def time_claims(documents: Sequence[Document]) -> tuple[float, int]:
    """CPU seconds and claims of reading all documents once."""
    start = time.process_time()
    count = sum(len(extract_claims(document)) for document in documents)
    return time.process_time() - start, count


def long_document(events: Sequence[Document], length: int) -> Document:
    """One article made of the bodies of the events, at least `length` characters long."""
    bodies = [document.text[section.start : section.end] for document in events for section in document.sections]
    text = "\n\n".join(bodies)
    text *= length // len(text) + 1
    return parse_document(f"= Long article =\n\n{text[:length]}\n", "long.txt")


def main() -> None:
    """Print both tables."""
    events = read_events()
    size = sum(len(document.text.encode()) for document in events)
    passes = [[time_claims([event]) for event in events] for _ in range(PASSES)]
    fastest = [min(readings) for readings in zip(*passes, strict=True)]
    seconds, count = sum(each[0] for each in fastest), sum(each[1] for each in fastest)
    speed = f"{size / 1e6 / seconds:.2f} MB/s   {count / seconds:,.0f} claims/s"
    print(f"bundled events   {size / 1e6:.2f} MB   {count} claims   {speed}")
    first = 0.0
    for length in SIZES:
        seconds, count = time_claims([long_document(events, length)])
        per_megabyte = seconds / length * 1e6
        first = first or per_megabyte
        ratio = per_megabyte / first
        took = f"{seconds:6.2f} s   {count:>6} claims   {ratio:.2f} of the first's time a character"
        print(f"one document     {length:>9,} characters   {took}")


if __name__ == "__main__":
    main()
