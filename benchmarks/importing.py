"""How fast documents come in: an import of invented articles against what reading their claims takes by itself.

    python benchmarks/importing.py [--documents 100000] [--length 3700]

One process reads the claims of some of the articles for a measure, before and after: a shared machine is never as fast
twice. Between them `sahel-tui import` reads all, with the memory of the program and of its workers added up. At last as
many processes as there are cores read claims at once: two cores of a virtual machine may share what one has.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from generate import write_invented
from invented import Inventor

from sahel_tui.claims import extract_claims
from sahel_tui.documents import parse_document

SAMPLE = 400
PAUSE = 0.2
"""Seconds between two looks at the memory."""


def main() -> None:
    """Print rates and memory."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--length", type=int, default=3_700, help="characters of a document (default: %(default)s)")
    options = parser.parse_args()
    cores = len(os.sched_getaffinity(0))
    earlier = time_claims(options.length)
    with tempfile.TemporaryDirectory() as folder:
        articles, library = Path(folder, "articles.ndjson"), Path(folder, "library.sqlite")
        write_invented(articles, options.documents, options.length)
        before = processor_time()
        seconds, memory = time_import(articles, library)
        spent = processor_time() - before
        size = library.stat().st_size
    alone = (earlier + time_claims(options.length)) / 2
    with ProcessPoolExecutor(cores) as readers:
        together = sum(readers.map(time_claims, [options.length] * cores))
    rate = options.documents / seconds
    print(f"claims alone     {alone:,.0f} documents a second and core, {cores} cores")
    print(f"import           {options.documents:,} documents in {seconds:,.0f} s, {rate:,.0f} a second")
    print(f"share            {rate / alone / cores:.0%} of all cores reading claims and nothing else")
    print(f"claims together  {together:,.0f} a second when all cores read at once, share {rate / together:.0%}")
    print(f"processor time   {spent:,.0f} s, {options.documents / alone / spent:.0%} of it reading claims")
    print(f"memory, file     {memory:,.0f} MB at most, {size / 1e6:,.0f} MB")


def time_claims(length: int) -> float:
    """Documents whose claims one process reads in a second of processor time."""
    documents = [parse_document(text, name) for name, text in islice(Inventor(2).make_texts(SAMPLE, length), SAMPLE)]
    extract_claims(documents[0])  # loads the words
    began = time.process_time()
    for document in documents:
        extract_claims(document)
    return SAMPLE / (time.process_time() - began)


def time_import(articles: Path, library: Path) -> tuple[float, float]:
    """Seconds of an import, and the most megabytes the program and its workers had together."""
    command = [sys.executable, "-m", "sahel_tui", "--library", str(library), "import", str(articles)]
    began = time.perf_counter()
    most = 0.0
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None:
            most = max(most, memory_of(running.pid))
            time.sleep(PAUSE)
    if running.returncode:
        raise SystemExit(f"the import ended with {running.returncode}")
    return time.perf_counter() - began, most


def processor_time() -> float:
    """Seconds that ended processes and theirs have spent: what a busy machine does not change."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def memory_of(process: int) -> float:
    """Megabytes of a process and those it started, at this moment."""
    found = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            lines = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue  # It has just ended.
        if str(process) in (lines["Pid"].strip(), lines["PPid"].strip()):
            found += int(lines.get("VmRSS", "0 kB").split()[0])
    return found / 1024


if __name__ == "__main__":
    main()
