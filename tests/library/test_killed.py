"""Imports that end by force: whatever the moment, the library is the old one or the new one, whole."""

import os
import random
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import get_context
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.library import open_library
from sahel_tui.store.connections import open_file
from sahel_tui.store.lookup import read_meta

Write = Callable[..., Path]
MOMENTS = 50
WARM = """
import sahel_tui.cli, sahel_tui.library.importing
from sahel_tui.claims.language.words import load_lexicon
load_lexicon("en")
"""
"""What every import does before it reads, done once: the moments fall into the reading and writing."""


def start(library: Path, folder: Path, largest_file: int) -> subprocess.Popen[str]:
    """An import of a folder, unable to write files larger than `largest_file` bytes."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))

    return subprocess.Popen(
        [sys.executable, "-m", "sahel_tui", "--library", str(library), "import", str(folder)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=limit,
    )


def check(library: Path) -> int:
    """How many events there are in a library all of whose pages are sound."""
    connection = open_file(library)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    events = connection.execute("SELECT id, title FROM event").fetchall()
    found = "SELECT count(*) FROM heading WHERE heading MATCH ? AND rowid = ?"
    named = sum(connection.execute(found, (f'"{title.split()[0]}"', event)).fetchone()[0] for event, title in events)
    assert len(events) == named == int(read_meta(connection)["events"])
    connection.close()
    return len(events)


@pytest.mark.usefixtures("few_bundled")
def test_killed_at_any_moment_it_is_the_old_library_or_the_new(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(12):
        folder = write(f"{number}.txt", title=f"Raid {number}", place=f"Hamlet {number}").parent
    before, path = tmp_path / "before.sqlite", tmp_path / "library.sqlite"
    open_library(before).close()
    old = check(before)
    processes = get_context("forkserver")  # Real processes that need not import the program first.
    (tmp_path / "warm_import.py").write_text(WARM, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), str(Path(__file__).parents[2] / "src")]))
    processes.set_forkserver_preload(["warm_import"])
    ends: list[int] = []
    took = 0.0
    for moment in range(-2, MOMENTS):  # The first two are let alone; the second says how long one takes.
        shutil.copy(before, path)
        running = processes.Process(target=main, args=(["--library", str(path), "import", str(folder)],))
        began = time.monotonic()
        running.start()
        running.join(random.uniform(0, took * 1.1) if moment >= 0 else 20)
        took = took if moment >= 0 else time.monotonic() - began
        running.kill()
        running.join()
        ends.append(check(path))
    assert ends[:2] == [old + 12] * 2
    assert {*ends} == {old, old + 12}


def test_no_room_left_is_said_and_the_old_library_is_whole(bundled_library: Path, write: Write, tmp_path: Path) -> None:
    folder = write("ferry.txt").parent
    path = Path(shutil.copy(bundled_library, tmp_path / "library.sqlite"))
    content = path.read_bytes()
    running = start(path, folder, largest_file=len(content) // 2)
    _, said = running.communicate()
    assert running.returncode == 2
    assert "cannot be written" in said
    assert "the library is as it was" in said
    assert "Traceback" not in said
    assert path.read_bytes() == content
    assert not path.with_name("library.sqlite.new").exists()
