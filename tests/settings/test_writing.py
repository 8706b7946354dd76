"""One setting is written, and everything else in the file stays as its owner wrote it."""

import tomllib
from pathlib import Path

import pytest

from sahel_tui.settings import SettingsError, read_settings
from sahel_tui.settings.write import write_setting

COMMENTED = """\
# mine
[keys]   # hands
down = ["n"]

[looks]
# eyes
theme = "dark"  # for the night
"""


def test_one_value_changes_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(COMMENTED, encoding="utf-8")
    path.chmod(0o600)
    write_setting(path, ("looks", "theme"), "light")
    assert path.read_text(encoding="utf-8") == COMMENTED.replace('"dark"', '"light"')
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("text", ["", "# only words", "[looks]", "[keys]\ndown = 'n'", 'looks = { theme = "dark" }'])
def test_setting_is_added_where_it_is_missing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "folder" / "config.toml"
    if text:
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    write_setting(path, ("looks", "theme"), "light")
    write_setting(path, ("keys", "compare", "plot"), ["g", "Ctrl+g"])
    written = path.read_text(encoding="utf-8")
    assert text.startswith("looks") or written.startswith(text)
    assert tomllib.loads(written) == {
        **tomllib.loads(text),
        "looks": {"theme": "light"},
        "keys": {**tomllib.loads(text).get("keys", {}), "compare": {"plot": ["g", "Ctrl+g"]}},
    }
    assert read_settings(path).complaints == ()


def test_link_keeps_pointing_where_it_does(tmp_path: Path) -> None:
    kept, path = tmp_path / "dotfiles.toml", tmp_path / "config.toml"
    kept.write_text(COMMENTED, encoding="utf-8")
    path.symlink_to(kept)
    write_setting(path, ("looks", "theme"), "plain")
    assert path.is_symlink()
    assert read_settings(kept).looks.theme == "plain"


@pytest.mark.parametrize("text", ["[looks\n", "looks = 3\n"])
def test_broken_file_is_left_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match="nothing was written"):
        write_setting(path, ("looks", "theme"), "light")
    assert path.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="nothing was written"):
        write_setting(tmp_path / "file" / "config.toml", ("looks", "theme"), "light")
