"""Whether the program feels the size of a library: the same questions to 60, 10k, 100k and 1M invented events.

    python benchmarks/library.py [--events 60 10000 100000 1000000] [--folder DIR] [--library FILE]

`--library` asks a library that is there as well. The others are made in DIR (default: a folder that is thrown away)
unless they are there; a million events take six gigabytes and ten minutes. Times are milliseconds. Peers answer the
same letters in the same run: SQLite's FTS5 on its own with nothing but titles, `fzf --filter`, and `grep`, each where
it is installed; visidata loads the titles.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generate import write_invented  # noqa: E402 (after the path)
from search_peers import measure_peers  # noqa: E402

from sahel_tui.library import Library, open_library  # noqa: E402
from tests.terminal.program import Program  # noqa: E402

EVENTS = (60, 10_000, 100_000, 1_000_000)
STARTS, NAMES = 5, 40
LONGEST = 9
"""Letters typed of a name."""
Measured = dict[str, str]


def main() -> None:
    """Print a table with a column a library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=EVENTS)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--library", type=Path, action="append", default=[], help="one that is there, besides")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = options.folder or Path(passing)
        columns = {f"{events:,}": measure(make_library(folder, events)) for events in options.events}
        columns |= {path.stem: measure(path) for path in options.library}
    print_table(columns)


def make_library(folder: Path, events: int) -> Path:
    """The library of so many events, made if it is not there."""
    path = folder / f"{events}.sqlite"
    if not path.exists():
        write_invented(path, events)
    return path


def measure(path: Path) -> Measured:
    """All rows of one column."""
    with open_library(path) as library:
        names = choose_names(library)
        letters = [name[:end] for name in names for end in range(1, min(len(name), LONGEST) + 1)]
        titles = [time_one(lambda text=text: library.search(text, titles_only=True, limit=100)) for text in letters]
        whole = [time_one(lambda text=text: library.search(text, sort="relevance", limit=100)) for text in letters]
        texts = [text for text in letters if len(text) >= 3]
        bodies = [time_one(lambda text=text: library.search(text, limit=100)) for text in texts]
        windows = [time_one(lambda n=n: library.search(start=n, limit=100)) for n in spread(library.search().total)]
    start, memory = time_starts(path)
    return {
        "file, MB": f"{path.stat().st_size / 1e6:,.0f}",
        "start to first frame": f"{start:.0f}",
        "memory of the browser, MB": f"{memory:.0f}",
        "key to painted list, p50 / p95": say(time_keys(path, names[:8]), 0.5, 0.95),
        "titles, a letter, p50 / p95 / max": say(titles, 0.5, 0.95, 1),
        "best matches, a letter, p50 / p95 / max": say(whole, 0.5, 0.95, 1),
        "texts by date, a letter, p50 / p95 / max": say(bodies, 0.5, 0.95, 1),
        "a window anywhere, max": say(windows, 1),
        **measure_peers(path, letters),
    }


def choose_names(library: Library) -> list[str]:
    """What readers type: places, whole titles, a kind and a place; the same for every run."""
    random = Random(3)
    names = []
    for _ in range(NAMES):
        (event,) = library.search(start=random.randrange(library.search(limit=1).total), limit=1).events
        kind, place = event.title.lower().split()[0], event.place.lower().partition(",")[0]
        names.append(random.choice((place, event.title.lower(), f"{kind} {place}")))
    return names


def spread(total: int) -> Iterable[int]:
    """Twenty places from the first row to the last."""
    return (total * part // 20 for part in range(20))


def time_one(act: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def time_starts(path: Path) -> tuple[float, float]:
    """Median milliseconds until the list is on a terminal, and megabytes the program then has."""
    times, memory = [], []
    for _ in range(STARTS):
        began = time.perf_counter()
        with browse(path) as program:
            program.wait_for("events")
            times.append((time.perf_counter() - began) * 1000)
            program.wait_for_quiet()
            memory.append(peak_memory(program.process.pid))
    return statistics.median(times), statistics.median(memory)


def time_keys(path: Path, names: Sequence[str]) -> list[float]:
    """Milliseconds from each letter to the list that answers it, by what stands in its title line."""
    times = []
    with browse(path) as program:
        program.wait_for("events")
        program.wait_for_quiet()
        program.press("/")
        for name in names:
            for letter in name[:LONGEST].strip():
                program.wait_for_quiet()
                before = program.glass.display[:12]
                began = time.perf_counter()
                program.press(letter)
                while program.glass.display[:12] == before and time.perf_counter() < began + 0.4:
                    program.listen(0.001)
                if program.glass.display[:12] != before:  # The same events may answer one letter more.
                    times.append((program.read_at - began) * 1000)
            program.press("\x15")
    return times


def browse(path: Path) -> Program:
    """The browser over a library, on a terminal of 120×40."""
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT / "src"), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "sahel_tui", "--fresh", "--library", str(path)]
    return Program(command, environment | {"LC_ALL": "C.UTF-8", "HOME": str(path.parent)}, (120, 40))


def peak_memory(process: int) -> float:
    """Megabytes a process had at most."""
    status = Path(f"/proc/{process}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def say(times: Sequence[float], *shares: float) -> str:
    """Some percentiles of times."""
    ordered = sorted(times)
    return " / ".join(f"{ordered[min(len(ordered) - 1, int(share * len(ordered)))]:.1f}" for share in shares)


def print_table(columns: dict[str, Measured]) -> None:
    """The table as Markdown, for README."""
    print("| events | " + " | ".join(columns) + " |")
    print("|---|" + "---|" * len(columns))
    for row in next(iter(columns.values())):
        print(f"| {row} | " + " | ".join(column.get(row, "") for column in columns.values()) + " |")


if __name__ == "__main__":
    main()
