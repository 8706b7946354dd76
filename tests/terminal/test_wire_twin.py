"""Whatever keys are pressed, the wire shows what stock Textual would show, attributes included."""

import asyncio
import inspect
import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from sahel_tui.bundled import bundled_path
from sahel_tui.library import Library, open_library
from sahel_tui.tui.app import SahelApp
from sahel_tui.tui.wire.painter import Abilities

from .many_widgets import ManyWidgets
from .twin import TwinMixin

MOVES = ("down", "up", "pagedown", "pageup", "home", "end", "tab", "tab", "shift+tab", "enter", "right", "ctrl+l")
KEYS = (*MOVES, *"ftnomqab世é", "backspace")
BROWSER_KEYS = (*MOVES, *"jkgGccq/disz?:mv[]nN", "space", "escape", "escape")
SIZES = ((80, 24), (120, 40), (41, 15), (20, 5))


class TwinApp(TwinMixin, ManyWidgets):
    """The many widgets, drawn twice."""


class TwinBrowser(TwinMixin, SahelApp):
    """The browser, drawn twice."""

    CSS_PATH = str(Path(inspect.getfile(SahelApp)).with_name("app.tcss"))


@pytest.fixture(autouse=True)
def _without_idle_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Textual guesses by CPU time when an app is idle, which takes seconds a key; here every message is waited for."""
    monkeypatch.setattr("textual.app.wait_for_idle", lambda *_: asyncio.sleep(0))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("events")
    for path in sorted(Path(bundled_path("events")).glob("*.txt"))[:12]:
        shutil.copy(path, folder)
    with open_library(folder) as opened:
        yield opened


async def press_at_random(app: Any, keys: Sequence[str], seed: int, count: int = 40) -> None:
    """Press random keys and change the size now and then."""
    chance = random.Random(seed)
    async with app.run_test(size=chance.choice(SIZES)) as pilot:
        for _ in range(count):
            if chance.random() < 0.08:
                await pilot.resize_terminal(*chance.choice(SIZES))
            await pilot.press(chance.choice(keys))
            await pilot.pause(0)
            assert not app.difference, f"seed {seed}: {app.difference}"
            if not app.is_running:
                return


@pytest.mark.parametrize("seed", range(4))
async def test_random_keys_show_what_textual_shows(seed: int) -> None:
    app = TwinApp()
    await press_at_random(app, KEYS, seed)
    assert app.frames > 20
    assert app.wire_bytes < app.stock_bytes


@pytest.mark.parametrize("seed", range(4))
async def test_the_browser_shows_what_textual_shows(seed: int, library: Library) -> None:
    app = TwinBrowser(library)
    await press_at_random(app, BROWSER_KEYS, seed)
    assert app.frames
    assert app.wire_bytes < app.stock_bytes


@pytest.mark.parametrize("abilities", [Abilities(), Abilities(erases_coloured=True), Abilities(erases_cells=True)])
async def test_terminals_that_erase_less_show_the_same(abilities: Abilities, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TwinMixin, "abilities", abilities)
    await press_at_random(TwinApp(), KEYS, 17, 25)
