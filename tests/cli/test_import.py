"""An import as a person at a terminal sees it, and as one ends that is stopped."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator
from pathlib import Path

import pytest

from sahel_tui.store.connections import open_file
from sahel_tui.store.lookup import count_events

ROOT = Path(__file__).parents[2]
TEXT = "= Raid on place {0} =\n\nInfobox\n- Date: May {1}, 2020\n\nThe army said {0} soldiers were killed.\n"


@pytest.fixture
def own(sample_library: Path, tmp_path: Path) -> Path:
    """A few of the bundled events in a file of their own."""
    return Path(shutil.copy(sample_library, tmp_path / "own.sqlite"))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """More articles than are read at once."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(2, 200):
        (folder / f"{number}.txt").write_text(TEXT.format(number, number % 28 + 1), encoding="utf-8")
    return folder


class Import:
    """An import with its narration on a terminal."""

    def __init__(self, library: Path, folder: Path) -> None:
        self._master, slave = pty.openpty()
        termios.tcsetwinsize(slave, (24, 100))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "sahel_tui", "--library", str(library), "import", str(folder)],
            env={"PYTHONPATH": str(ROOT / "src"), "PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        os.close(slave)
        self.said = ""

    def read(self) -> Iterator[str]:
        """All that has been said, each time that more is."""
        while True:
            try:
                self.said += os.read(self._master, 4096).decode("utf-8", "replace")
            except OSError:  # Linux ends a terminal without a program so.
                return
            yield self.said


@pytest.mark.parametrize("stage", ["reading", "writing"])
def test_ctrl_c_leaves_everything_as_it_was_and_a_bar_tells_how_far_it_is(
    own: Path, articles: Path, stage: str
) -> None:
    content = own.read_bytes()
    running = Import(own, articles)
    stopped = False
    for said in running.read():
        if stage in said and not stopped:
            stopped = True
            os.killpg(running.process.pid, signal.SIGINT)
    assert running.process.wait() == 130
    assert "stopped; the library is as it was" in running.said
    assert "Traceback" not in running.said
    assert own.read_bytes() == content
    assert sorted(path.name for path in own.parent.iterdir() if path != articles) == ["own.sqlite", "own.sqlite.lock"]
    again = Import(own, articles)
    for _ in again.read():
        pass
    assert again.process.wait() == 0
    assert "reading ━" in again.said
    assert " of 0.0 MB" in again.said
    assert again.said.count("\n") == 1
    assert "198 read (198 new, 0 already there), 0 refused; 198 new events" in again.said
    connection = open_file(own)
    assert count_events(connection) > 198
    connection.close()
