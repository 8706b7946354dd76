"""The user's folders are those that `platformdirs` finds, which plain cases need not load."""

import sys
from pathlib import Path

import platformdirs
import pytest

from sahel_tui.user_folders import Kind, find_user_file

FINDERS = {
    "data": platformdirs.user_data_dir,
    "config": platformdirs.user_config_dir,
    "state": platformdirs.user_state_dir,
}


@pytest.mark.parametrize("kind", FINDERS)
@pytest.mark.parametrize("named", [None, "", "/srv/own", "/srv//own/", "relative", " /srv ", "~/own"])
def test_the_folder_is_that_of_platformdirs(
    kind: Kind, named: str | None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    variable = f"XDG_{kind.upper()}_HOME"
    monkeypatch.delenv(variable, raising=False)
    if named is not None:
        monkeypatch.setenv(variable, named)
    expected = Path(FINDERS[kind]("sahel-tui", appauthor=False), "a.json").expanduser()
    assert find_user_file(kind, "a.json") == expected


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have folders of their own")
def test_the_plain_case_loads_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setitem(sys.modules, "platformdirs", None)
    assert find_user_file("data", "library.sqlite") == tmp_path / ".local/share/sahel-tui/library.sqlite"
