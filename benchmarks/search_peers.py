"""What others take for the same letters: SQLite's FTS5 alone, fzf and grep, over the titles of a library; visidata
for loading them."""

import shutil
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random

LETTERS = 30
"""How many of the questions are put to programs that read everything for each."""


def measure_peers(library: Path, letters: Sequence[str]) -> dict[str, str]:
    """A row a peer; programs that are not installed have none."""
    few = Random(1).sample(list(letters), min(LETTERS, len(letters)))
    with tempfile.TemporaryDirectory() as folder:
        titles = Path(folder, "titles.txt")
        write_titles(library, titles)
        rows = {"FTS5 alone, newest 100 of titles, p50 / p95": say(time_fts5(titles, letters))}
        if shutil.which("fzf"):
            rows["fzf --filter, p50 / p95"] = say(time_program(titles, few, "fzf", "--filter"))
        if shutil.which("grep"):
            rows["grep -ic, p50 / p95"] = say(time_program(titles, few, "grep", "-ic", "--"))
        if shutil.which("vd"):
            rows["visidata, loads the titles"] = f"{time_visidata(titles):.0f}"
    return rows


def write_titles(library: Path, titles: Path) -> None:
    """A title a line, in the order of dates."""
    with closing(sqlite3.connect(library)) as connection, titles.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{title}\n" for (title,) in connection.execute("SELECT title FROM event ORDER BY id"))


def time_fts5(titles: Path, letters: Sequence[str]) -> Iterator[float]:
    """Milliseconds of each question to an index of titles and nothing else."""
    with closing(sqlite3.connect(titles.with_suffix(".sqlite"))) as connection:
        connection.execute(
            "CREATE VIRTUAL TABLE titles USING fts5 (words, prefix = '1 2 3', detail = none, "
            "tokenize = 'unicode61 remove_diacritics 2')"
        )
        with titles.open(encoding="utf-8") as stream:
            connection.executemany("INSERT INTO titles VALUES (?)", ((line.strip(),) for line in stream))
        connection.execute("INSERT INTO titles (titles) VALUES ('optimize')")
        connection.commit()
        for text in letters:
            words = " AND ".join(f'"{word}"' for word in text.split()) + " *"
            began = time.perf_counter()
            connection.execute(
                "SELECT words FROM titles WHERE titles MATCH ? ORDER BY rowid DESC LIMIT 100", (words,)
            ).fetchall()
            yield (time.perf_counter() - began) * 1000


def time_program(titles: Path, letters: Sequence[str], *command: str) -> Iterator[float]:
    """Milliseconds of each question to a program that reads all titles."""
    for text in letters:
        with titles.open("rb") as stream:
            began = time.perf_counter()
            subprocess.run([*command, text.strip()], stdin=stream, stdout=subprocess.DEVNULL, check=False)
            yield (time.perf_counter() - began) * 1000


def time_visidata(titles: Path) -> float:
    """Milliseconds until it has loaded all titles and written them again, before which it ends no batch."""
    command = ["vd", "--batch", "--filetype", "txt", str(titles), "--output", str(titles.with_name("loaded.txt"))]
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def say(times: Iterator[float]) -> str:
    """Median and 95th percentile."""
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:.1f} / {ordered[int(0.95 * len(ordered))]:.1f}"
