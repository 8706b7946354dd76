"""Whether an article's length is felt: the same keys in one of 10,000 characters and in one of a million.

    python benchmarks/long_article.py [--length 1000000]

Each is the newest event of a library of its own, and on the screen from the start. Times are milliseconds until the
screen shows something else, the median of several; memory is the most the browser had.
"""

import argparse
import statistics
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from invented import Inventor  # noqa: E402 (after the path)
from library import browse, peak_memory, print_table  # noqa: E402

from sahel_tui.library import open_library  # noqa: E402
from tests.terminal.program import Program  # noqa: E402

SHORT, LONG = 10_000, 1_000_000
ROUNDS = 5
KEYS = {"to the start": "g", "page down": "pagedown", "next figure": ".", "next dispute": "]", "to the end": "G"}


def main() -> None:
    """Print a table with a column an article."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--length", type=int, default=LONG)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        columns = {f"{length:,}": measure(Path(folder), length) for length in (SHORT, options.length)}
    print_table(columns)


def measure(folder: Path, length: int) -> dict[str, str]:
    """All rows of one column."""
    library, article = folder / f"{length}.sqlite", folder / f"{length}.txt"
    ((_, text),) = islice(Inventor(1).make_texts(1, length), 1)
    article.write_text(text.replace("- Date: ", "- Date: 1 January 2030 to "), encoding="utf-8")
    with open_library(library) as opened:
        opened.import_paths([article])
    starts, waits, memory = zip(*(start(library) for _ in range(ROUNDS)), strict=True)
    with browse(library) as program:
        program.wait_for("events", "article ─")
        program.press("tab", "tab", "G")
        rounds = [{name: time_key(program, key) for name, key in KEYS.items()} for _ in range(ROUNDS)]
    return {
        "start to first frame": f"{statistics.median(starts):.0f}",
        "start to its article": f"{statistics.median(waits):.0f}",
        "memory, MB": f"{statistics.median(memory):.0f}",
        **{name: f"{statistics.median(times[name] for times in rounds):.0f}" for name in KEYS},
    }


def start(library: Path) -> tuple[float, float, float]:
    """Milliseconds until the list is there and until the article is, and megabytes then."""
    began = time.perf_counter()
    with browse(library) as program:
        program.wait_for("events")
        listed = program.read_at
        program.wait_for("article ─")
        shown = program.read_at
        program.wait_for_quiet()
        return (listed - began) * 1000, (shown - began) * 1000, peak_memory(program.process.pid)


def time_key(program: Program, key: str) -> float:
    """Milliseconds until the screen shows something else."""
    program.wait_for_quiet()
    before = program.glass.text()
    began = time.perf_counter()
    program.press(key)
    program.wait_until(lambda: program.glass.text() != before, f"something else after {key}")
    return (program.read_at - began) * 1000


if __name__ == "__main__":
    main()
