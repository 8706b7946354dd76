"""The browser inside real multiplexers, as their users see it."""

import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import Start
from .multiplexer import Tmux
from .program import PATIENCE, Program

SIZE = (100, 30)
SCREEN = "import os; os.execlp('screen', 'screen', '-c', '/dev/null', '-S', os.environ['SESSION'], *{command!r})"


@pytest.fixture
def plain(start: Start) -> Program:
    """The browser without a multiplexer, at the same size."""
    program = start("-m", "sahel_tui", size=SIZE)
    program.wait_for("events ·", "c compare")
    return program


@pytest.fixture
def tmux(environment: dict[str, str], tmp_path: Path) -> Iterator[Tmux]:
    """A tmux server."""
    server = Tmux(tmp_path, environment)
    yield server
    server.close()


def wait_until(holds: Callable[[], bool], said: Callable[[], str]) -> None:
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, said()
        time.sleep(0.1)


@pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")
def test_tmux_shows_the_same(plain: Program, tmux: Tmux) -> None:
    tmux.start(sys.executable, "-m", "sahel_tui", size=SIZE)
    for keys, named in (((), ()), (("down", "down"), ("Down", "Down")), (("c",), ("c",)), (("q",), ("q",))):
        plain.press(*keys)
        if named:
            tmux.press(*named)
        plain.wait_for_quiet()
        wait_until(
            lambda: plain.wait_for_quiet() > 0 and shown(tmux.text()) == shown(plain.glass.text()),
            lambda: f"{tmux.text()}\n---\n{plain.glass.text()}",
        )


@pytest.mark.skipif(not shutil.which("screen"), reason="GNU screen is not installed")
def test_screen_shows_the_same(plain: Program, start: Start, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sahel_tui"]
    os.chmod(tmp_path, 0o700)
    inside = start("-c", SCREEN.format(command=command), size=SIZE, SCREENDIR=str(tmp_path), SESSION=f"s{os.getpid()}")
    inside.wait_for("events ·")
    for program in (plain, inside):
        program.press("down", "down")
    inside.wait_until(
        lambda: plain.wait_for_quiet() > 0 and shown(inside.glass.text()) == shown(plain.glass.text()),
        f"the same as\n{plain.glass.text()}",
    )
    inside.press("Q")
    inside.wait_for_end()


def shown(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip("\n").splitlines()]
