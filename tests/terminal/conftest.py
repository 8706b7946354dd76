"""Programs in pseudo-terminals, with an environment of their own."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from .program import Program

Start = Callable[..., Program]
SOURCE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def library_folder(bundled_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs under test find their library."""
    folder = tmp_path_factory.mktemp("library")
    shutil.copy(bundled_library, folder / "library.sqlite")
    return folder


@pytest.fixture
def environment(library_folder: Path, tmp_path: Path) -> dict[str, str]:
    """What the programs under test find, without another test's memory."""
    return make_environment(library_folder, tmp_path)


def make_environment(library_folder: Path, state_folder: Path) -> dict[str, str]:
    """What programs under test find, and nothing of the machine's own settings."""
    state = state_folder / "state" / "sahel-tui"
    state.mkdir(parents=True, exist_ok=True)
    (state / "greeted").touch()
    return {
        "PATH": os.defpath,
        "HOME": str(library_folder),
        "PYTHONPATH": f"{SOURCE / 'src'}:{SOURCE}",
        "SAHEL_TUI_LIBRARY": str(library_folder / "library.sqlite"),
        "SAHEL_TUI_NOTEBOOK": str(state_folder / "notebook.ndjson"),
        "XDG_STATE_HOME": str(state.parent),
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture
def start(environment: dict[str, str]) -> Iterator[Start]:
    """Start `python <arguments>` in a terminal of `size`; keyword arguments are added to the environment."""
    with ExitStack() as running:

        def start_program(
            *arguments: str, size: tuple[int, int] = (80, 24), controlling: bool = True, **more: str
        ) -> Program:
            values = {name: value for name, value in (environment | more).items() if value}
            command = [sys.executable, *arguments]
            return running.enter_context(Program(command, values, size, controlling=controlling))

        yield start_program
