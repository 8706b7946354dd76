"""README says what is true: its commands, its look-ups, its links and its module map."""

import re
from pathlib import Path

import pytest

from . import readme

TEXT = readme.README.read_text(encoding="utf-8")
RUN = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/sahel-tui"
TEST = "python3 -m venv .venv && .venv/bin/pip install -e '.[dev]' && .venv/bin/pytest"
LOOK_UPS = readme.find_look_ups()
LONGEST_LINE = 120


@pytest.mark.parametrize("command", [RUN, TEST])
def test_two_commands_stand_word_for_word(command: str) -> None:
    assert f"\n{command}\n" in TEXT


@pytest.mark.parametrize(("line", "shown"), LOOK_UPS, ids=[line for line, _ in LOOK_UPS])
def test_look_up_prints_what_readme_shows(line: str, shown: str, bundled_library: Path, tmp_path: Path) -> None:
    """`make golden` writes them anew."""
    assert readme.run_look_up(line, bundled_library, tmp_path) == shown
    assert max(map(len, shown.splitlines())) <= LONGEST_LINE


def test_there_are_five_look_ups() -> None:
    assert len(LOOK_UPS) >= 5


def test_linked_files_are_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    assert links
    assert [link for link in links if not (readme.ROOT / link).exists()] == []


def test_module_map_names_every_package() -> None:
    packages = {path.stem for path in (readme.ROOT / "src/sahel_tui").iterdir() if not path.name.startswith("_")}
    assert {name for name in packages if f"`{name}" not in TEXT} == set()
