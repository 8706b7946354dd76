"""How long it takes to find the events of many documents, and how much memory.

They are invented rows of two data sets, and texts.

python benchmarks/linking.py             a million documents
python benchmarks/linking.py --documents 100000
"""

import argparse
import resource
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from sahel_tui.linking.circumstances import Circumstances, decode_circumstances, encode_circumstances
from sahel_tui.linking.evidence import Described
from sahel_tui.linking.grouping import group_documents
from sahel_tui.linking.whereabouts import Whereabouts
from sahel_tui.model import Event

PLACES, DAYS = 5_000, 13_000
GROUPS = ("jnim", "issp", "mnla", "boko_haram", "gatia")


def main() -> None:
    """Print documents, events, seconds and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before = _resident()
    described = list(invent(options.documents, options.seed))
    held = _resident() - before
    start = time.process_time()
    groups = group_documents(described)
    took = time.process_time() - start
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - before
    several = sum(len(group) > 1 for group in groups)
    print(f"{options.documents:,} documents, {len(groups):,} events, {several:,} of several documents")
    print(f"{took:.0f} s of one core")
    print(f"{held / options.documents:,.0f} bytes a document, {most / options.documents:,.0f} at most")


def invent(documents: int, seed: int) -> Iterator[Described]:
    """Documents as a library decodes them: a third each of UCDP rows, ACLED rows and texts."""
    random = Random(seed)
    points = [(round(10 + random.random() * 8, 4), round(-8 + random.random() * 14, 4)) for _ in range(PLACES)]
    for seen in range(documents):
        number, catalogue = random.randrange(PLACES), random.choice(("UCDP", "ACLED", ""))
        day = (date(1990, 1, 1) + timedelta(random.randrange(DAYS))).isoformat()
        title, dead = f"Armed clash at Place {number} ({catalogue} {seen})", random.randrange(30)
        slug, place = f"{day}-armed-clash-at-place-{number}-{seen}", f"Place {number}, Region, Mali"
        event = Event(slug, title, day, day, place, 1)
        where = Whereabouts((f"place{number}",), (), ("Mali",), points[number])
        known = (random.choice(GROUPS),), ("mali",), (dead, dead), (dead,) if dead else (), ("armed",), catalogue
        circumstances = decode_circumstances(encode_circumstances(Circumstances(where, *known)))
        yield Described(seen, event, not catalogue, circumstances)


def _resident() -> int:
    """Bytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main()
