"""What all tests share: a home of their own, and the bundled library built once a run."""

import fcntl
import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from sahel_tui.tui.terminal import prepare_environment

os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"  # Whatever terminal the tests are started from.
settings.register_profile("untimed", deadline=None)  # A slow machine fails no test.
settings.load_profile("untimed")
prepare_environment()  # Before any test imports Textual, which reads its settings once.


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: those that watch a terminal wait half of their time."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """The thousands of objects that were collected last: no search for garbage goes through them."""
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def _garbage_is_looked_for_once_a_file() -> Iterator[None]:
    """A browser in a test makes and leaves so many objects that looking for them took a sixth of its time."""
    gc.disable()
    yield
    gc.enable()
    gc.collect()


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
    """A library file that holds the bundled events; a test that imports makes a copy of it first."""
    from sahel_tui.library import open_library

    base = tmp_path_factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base  # The workers of a run share one.
    path = run / "bundled.sqlite"
    with pytest.MonkeyPatch.context() as patch, (run / "bundled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        patch.setenv("SAHEL_TUI_LIBRARY", str(path))
        open_library().close()
    return path
