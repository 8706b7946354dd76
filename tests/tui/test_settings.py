"""The settings: a change is seen at once, kept in config.toml beside its comments, or taken back."""

from pathlib import Path

import pytest
from conftest import Browser

from sahel_tui.settings import read_settings
from sahel_tui.settings.looks import THEMES
from sahel_tui.tui.colours import PALETTES
from sahel_tui.tui.theme import PLAIN

COMMENTED = '# mine\n[looks]\ntheme = "dark"  # at night\n'


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A settings file of a reader's own."""
    monkeypatch.delenv("SAHEL_TUI_THEME", raising=False)
    path = tmp_path / "config.toml"
    path.write_text(COMMENTED, encoding="utf-8")
    return path


@pytest.mark.parametrize("size", [(120, 40), (40, 15), (20, 5)])
async def test_change_is_seen_then_kept_beside_the_comments(
    browse: Browser, config: Path, size: tuple[int, int]
) -> None:
    async with browse(size, settings=read_settings(config)) as driver:
        await driver.press("S", "right")
        assert "← light →" in driver.text()
        styles = driver.app.screen._compositor.render_strips()[0]._segments
        assert {str(part.style.bgcolor.triplet.hex) for part in styles} == {PALETTES["sahel-light"].ground.lower()}
        assert config.read_text(encoding="utf-8") == COMMENTED
        await driver.press("down", "right", "enter")
        assert not {"│", "≠", "…"} & set(driver.text())
    written = COMMENTED.replace('"dark"', '"light"') + 'glyphs = "ascii"\n'
    assert config.read_text(encoding="utf-8") == written


async def test_change_is_taken_back_on_any_screen(browse: Browser, config: Path) -> None:
    async with browse(settings=read_settings(config)) as driver:
        await driver.press("slash", *"tessi", "enter", "c")
        before = driver.text()
        await driver.press("S", "left", "j", "l", "j", *"hhhh")
        assert "50" in driver.text()
        await driver.press("escape")
        assert driver.text() == before
        assert driver.app.theme == "sahel-dark"
    assert config.read_text(encoding="utf-8") == COMMENTED


async def test_what_cannot_be_kept_holds_for_now(browse: Browser, config: Path) -> None:
    config.unlink()
    config.mkdir()
    async with browse(settings=read_settings(config)) as driver:
        await driver.press("S", "left", "w")
        said = " ".join(line.strip() for line in driver.lines())
        assert "irectory; nothing was written; q leaves it so until you quit" in said
        await driver.press("q")
        assert driver.bottom() == "it looks like this until you quit"
        assert driver.app.theme == f"sahel-{THEMES[-1]}"


async def test_only_what_was_changed_is_kept(browse: Browser, config: Path) -> None:
    async with browse(settings=read_settings(config), low_bandwidth=True) as driver:
        await driver.press("S", "down", "right", "down", "right", "q")
        assert driver.app.theme == PLAIN
        await driver.press("S", "enter")
        assert "nothing to save" in driver.bottom()
        await driver.press("S", "down", "left", "left", "enter")
        assert "saved in " in driver.bottom()
    assert config.read_text(encoding="utf-8") == f'{COMMENTED}glyphs = "ascii"\n'


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_all_themes_are_named(browse: Browser, config: Path, size: tuple[int, int]) -> None:
    async with browse(size, settings=read_settings(config)) as driver:
        await driver.press("S")
        shown = " ".join(driver.text().split())
        assert " · ".join(THEMES) in shown


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_what_is_wrong_in_the_file_is_said_at_once_and_whole(
    browse: Browser, config: Path, size: tuple[int, int]
) -> None:
    async with browse(size, settings=read_settings(config)) as driver:
        config.write_text("[looks\n", encoding="utf-8")
        await driver.press("S")
        said = "".join("".join(driver.lines()).split())
        assert f"{config},line1:" in said
        assert "nothinginthefileisuseduntilitismended" in said
        await driver.press("escape")
        config.write_text("[looks]\nthem = 1\n[keys]\ndwon = 'n'\n", encoding="utf-8")
        await driver.press("S")
        said = "".join("".join(driver.lines()).split())
        assert "line2:[looks]hasnosetting“them”" in said
        assert "1more:sahel-tuisettings" in said
        await driver.press("escape")
        config.write_text(COMMENTED, encoding="utf-8")
        await driver.press("S")
        assert "line 2" not in driver.text()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (61, 20)], ids=str)
async def test_other_keys_are_set_in_the_file_whose_path_is_whole(
    browse: Browser, config: Path, size: tuple[int, int]
) -> None:
    long = config.parent / ("a" * 30) / ("b" * 30) / "config.toml"
    long.parent.mkdir(parents=True)
    config.rename(long)
    async with browse(size, settings=read_settings(long)) as driver:
        await driver.press("S")
        shown = "".join("".join(driver.lines()).split())
        assert f"Whichkeydoeswhatissetbyediting{long},under[keys]" in shown
        rules = [line.startswith("─ Settings") for line in driver.lines()]
        await driver.press("j")
        assert "▌ glyphs" in driver.text()
        assert [line.startswith("─ Settings") for line in driver.lines()] == rules
        await driver.press("?")
        assert "[keys]" in driver.text()
