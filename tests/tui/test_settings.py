"""The settings: a change is seen at once, kept in config.toml beside its comments, or taken back."""

from pathlib import Path

import pytest
from conftest import Browser

from sahel_tui.settings import Settings, read_settings
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
        assert "irectory; nothing was written; q leaves it so for now" in said
        await driver.press("q")
        assert driver.bottom() == "it looks like this until you quit"
        assert driver.app.theme == f"sahel-{THEMES[-1]}"


async def test_only_what_was_changed_is_kept(browse: Browser, config: Path) -> None:
    async with browse(settings=read_settings(config), low_bandwidth=True) as driver:
        await driver.press("S", "down", "right", "q")
        assert driver.app.theme == PLAIN
        await driver.press("S", "enter")
        assert "kept in " in driver.bottom()
    assert config.read_text(encoding="utf-8") == f'{COMMENTED}glyphs = "ascii"\n'


async def test_a_narrow_terminal_names_the_whole_file(browse: Browser) -> None:
    settings = Settings(path=Path("~/.config/sahel-tui/config.toml"))
    async with browse((40, 15), settings=settings) as driver:
        await driver.press("S")
        assert any(line.startswith("─") and "~/.config/sahel-tui/config.toml" in line for line in driver.lines())
