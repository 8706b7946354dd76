"""How fast rows of UCDP GED come in: invented rows read by `check`, then imported.

    python benchmarks/rows.py [--rows 20000] [--telling 0.5] [--browse] [--folder FOLDER]

Processor time is counted, of the program and of its workers; how long it took beside other work, the memory of an
import with all its workers, the size of the library it makes, and what linking its documents takes of the whole are
printed as well. `--folder` keeps the table and the library; `--telling` is the share of articles whose headline counts
the dead, which has to be read as a text; `--browse` then starts the browser on the bundled events and on the rows, and
types names of towns, by the clock.
"""

import argparse
import csv
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, nullcontext
from datetime import date, timedelta
from pathlib import Path

from importing import processor_time, time_import
from invented import Inventor
from library import say, time_keys, time_starts

from sahel_tui.documents.data_sets.headers import GED_COLUMNS
from sahel_tui.library import open_library
from sahel_tui.library.events import plan_events
from sahel_tui.store.connections import open_file

SIDES = ("Government of Mali", "Government of Niger", "Government of Burkina Faso", "JNIM", "IS", "MNLA", "Ansar Dine")
OFFICES = ("Reuters", "Agence France Presse", "Xinhua", "Radio France Internationale")
SOURCES = ("", "army spokesman", "Malian defence ministry", "JNIM", "local residents", "hospital source")
TYPED = 8
"""Names of towns that are typed into the browser."""
FIRST_DAY, DAYS = date(1990, 1, 1), 13_000


def main() -> None:
    """Print rows a second of one core for each of the two, then what the import took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=20_000)
    parser.add_argument("--telling", type=float, default=0, help="share of headlines (default: %(default)s)")
    parser.add_argument("--browse", action="store_true", help="time the browser as well")
    parser.add_argument("--folder", type=Path, help="where to keep them (default: nowhere)")
    options = parser.parse_args()
    with nullcontext(options.folder) if options.folder else tempfile.TemporaryDirectory() as folder:
        table, library = Path(folder, "ged.csv"), Path(folder, "library.sqlite")
        write_rows(table, options.rows, options.telling)
        before = processor_time()
        subprocess.run([sys.executable, "-m", "sahel_tui", "check", str(table)], check=True, capture_output=True)
        checked = processor_time()
        began = time.perf_counter()
        open_library(library).close()  # As a first start does, once for all: no row's time.
        print(f"events that ship with the program {time.perf_counter() - began:.1f} s")
        shipped = processor_time()
        seconds, memory = time_import(table, library)
        report("check", options.rows, checked - before)
        report("import", options.rows, processor_time() - shipped)
        print(f"        {seconds:,.1f} s by the clock, {options.rows / seconds:,.0f} rows a second")
        print(f"        {memory:,.0f} MB of memory, {library.stat().st_size / 1e6:,.0f} MB on disk")
        report("linking", options.rows, time_linking(library))
        if options.browse:
            bundled = Path(folder, "bundled.sqlite")
            open_library(bundled).close()
            report_browser("bundled", bundled)
            report_browser("rows", library)


def time_linking(library: Path) -> float:
    """Seconds of one core that finding the events of all documents takes; an import does it once."""
    with closing(open_file(library)) as connection:
        began = time.process_time()
        plan_events(connection, (), ())
        return time.process_time() - began


def report_browser(name: str, library: Path) -> None:
    """Print how soon the list is there, what memory the browser takes, and how soon a letter is answered."""
    start, memory = time_starts(library)
    keys = say(time_keys(library, Inventor(1).places[:TYPED]), 0.5, 0.95)
    print(f"{name:<8}start {start:,.0f} ms, {memory:,.0f} MB, key to painted list {keys} ms")


def report(command: str, rows: int, spent: float) -> None:
    """Print what a command took."""
    print(f"{command:<8}{rows:,} rows, {spent:.1f} s of one core, {rows / spent:,.0f} a second")


def write_rows(path: Path, number: int, telling: float = 0) -> None:
    """A table of so many rows with all columns of a release."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, GED_COLUMNS, restval="")
        table.writeheader()
        table.writerows(invent_rows(number, telling))


def invent_rows(number: int, telling: float = 0) -> Iterator[dict[str, object]]:
    """Rows of what GED tells most: who fought, where, when, how many died, and the article that says so."""
    inventor = Inventor(1)
    random = inventor.random
    headlines = [" ".join(random.choices(inventor.words, k=9)).capitalize() for _ in range(5_000)]
    for place in range(number):
        day, town = FIRST_DAY + timedelta(random.randrange(DAYS)), random.choice(inventor.places)
        side_a, side_b = random.sample(SIDES, 2)
        kind = random.choice("1123")
        deaths = [int(random.paretovariate(1)) - 1 if random.random() < 0.6 else 0 for _ in range(4)]
        best, doubt = sum(deaths), random.random() < 0.3
        office, headline = random.choice(OFFICES), random.choice(headlines)
        if telling and random.random() < telling:
            headline = f"{best + 2} soldiers killed in attack on {town}"
        yield {
            "id": 100_000 + place,
            "year": day.year,
            "type_of_violence": kind,
            "conflict_name": "Mali: Government",
            "side_a": side_a,
            "side_b": "Civilians" if kind == "3" else side_b,
            "number_of_sources": 1,
            "source_article": f'"{office},{day},{headline}"',
            "source_original": random.choice(SOURCES),
            "where_prec": 1,
            "where_coordinates": f"{town} town",
            "where_description": f"{town} town, on the road",
            "adm_1": "Mopti region",
            "adm_2": f"{town} cercle",
            "latitude": round(10 + random.random() * 8, 6),
            "longitude": round(-8 + random.random() * 14, 6),
            "country": "Mali",
            "event_clarity": 1,
            "date_prec": 1,
            "date_start": day,
            "date_end": day,
            **dict(zip(("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"), deaths, strict=True)),
            "best": best,
            "high": best + random.randrange(9) * doubt,
            "low": max(0, best - random.randrange(5) * doubt),
        }


if __name__ == "__main__":
    main()
