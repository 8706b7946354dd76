"""The settings file: what is right counts, and what is wrong is said with its line."""

from pathlib import Path

import pytest

from sahel_tui.settings import Looks, RemappedKeys, Settings, Start, find_settings_path, read_settings
from sahel_tui.settings.sections import list_settings

CASES = sorted(Path(__file__).parent.glob("cases/*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_mistakes_are_said_with_their_lines(path: Path) -> None:
    expected = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    assert [str(complaint) for complaint in read_settings(path).complaints] == [f"{path}, {line}" for line in expected]


def test_what_is_right_counts() -> None:
    settings = read_settings(Path(__file__).parent / "cases" / "right.toml")
    assert settings.looks == Looks(theme="light")
    assert settings.keys == (
        RemappedKeys("", "down", ("n", "down"), 6),
        RemappedKeys("", "palette", ("ctrl+p",), 7),
        RemappedKeys("", "page_down", ("space", "pagedown"), 8),
        RemappedKeys("compare", "plot", ("alt+p",), 11),
    )


def test_what_is_right_counts_beside_mistakes() -> None:
    settings = read_settings(Path(__file__).parent / "cases" / "wrong_values.toml")
    assert settings.looks == Looks()
    assert settings.keys == (RemappedKeys("", "quit", ("Q",), 5),)


def test_no_file_is_no_mistake(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == Settings(tmp_path / "none.toml")
    assert read_settings(None) == Settings()


@pytest.mark.parametrize(("content", "reason"), [(b"looks = '\xff'", "it is not UTF-8"), (None, "Is a directory")])
def test_unreadable_file_leaves_the_defaults(tmp_path: Path, content: bytes | None, reason: str) -> None:
    path = tmp_path / "config.toml"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    settings = read_settings(path)
    assert settings.looks == Looks()
    assert [str(complaint) for complaint in settings.complaints] == [f"{path}: {reason}; the defaults are used instead"]


def test_place_is_named_or_the_users_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert find_settings_path() == tmp_path / "sahel-tui" / "config.toml"
    monkeypatch.setenv("SAHEL_TUI_CONFIG", "other.toml")
    assert find_settings_path() == Path("other.toml")
    assert find_settings_path(Path("named.toml")) == Path("named.toml")


def test_every_setting_says_what_it_is_for() -> None:
    for setting in (*list_settings(Looks), *list_settings(Start)):
        assert setting.words
        assert not setting.choices or setting.default in setting.choices
