"""What all tests share: a home of their own, and the bundled library built once a run."""

import fcntl
import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sahel_tui.tui.terminal import prepare_environment

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # Whatever terminal the tests are started from.
settings.register_profile("untimed", deadline=None)  # A slow machine fails no test.
settings.load_profile("untimed")
SAMPLE = (
    "2013-01-10_battle-of-konna",
    "2014-05-21_third-battle-of-kidal",
    "2023-01-10_diafarabe-and-koumara-attacks",
    "2023-01-10_diafarabe-and-koumara-attacks.capture",
    "2023-09-12_battle-of-bourem",
    "2023-09-28_raid-on-dioura",
    "2023-11-10_battle-of-kidal",
    "2014-05-16_second-battle-of-kidal",
    "2014-05-16_second-battle-of-kidal.capture",
    "2017-01-18_gao-bombing",
    "2019-12-10_battle-of-inates",
    "2023-11-24_niafunke-attack",
    "2025-05-11_djibo-attack",
)
"""Of the bundled events those that tests name, and a few others: all are needed where it is about all alone."""
prepare_environment()  # Before any test imports Textual, which reads its settings once.


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: those that watch a terminal wait half of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """What was collected is never garbage; what a browser in a test leaves is less than looking for it costs.

    Half a million objects more than there were, some hundred megabytes, are looked through then all the same.
    """
    gc.freeze()
    gc.set_threshold(500_000)


@pytest.fixture(autouse=True, scope="session")
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the library or the settings of who runs it."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("DATA", "CONFIG", "CACHE", "STATE"):
            patch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
        patch.delenv("SAHEL_TUI_LIBRARY", raising=False)
        yield


@pytest.fixture(scope="session")
def bundled_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file that holds the bundled events, to be read only."""
    return _make_once("bundled", tmp_path_factory)


@pytest.fixture(scope="session")
def sample_events(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a dozen of the bundled events."""
    from sahel_tui.bundled import bundled_path

    folder = tmp_path_factory.mktemp("sample")
    for name in SAMPLE:
        shutil.copy(bundled_path("events") / f"{name}.txt", folder)
    return folder


@pytest.fixture
def few_events_ship(sample_events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen events ship with the program, so a library is soon made, and made anew."""
    monkeypatch.setattr("sahel_tui.library.shelf.bundled_path", lambda name: sample_events)


@pytest.fixture(scope="session")
def sample_library(sample_events: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library file that holds a dozen of the bundled events; a test that writes makes a copy of it first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sahel_tui.library.shelf.bundled_path", lambda name: sample_events)
        return _make_once("sample", tmp_path_factory)


def _make_once(name: str, folders: pytest.TempPathFactory) -> Path:
    """The workers of a run share a library: the first that needs it makes it."""
    from sahel_tui.library import open_library

    base = folders.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    path = run / f"{name}.sqlite"
    with pytest.MonkeyPatch.context() as patch, (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        patch.setenv("SAHEL_TUI_LIBRARY", str(path))
        open_library().close()
    return path
