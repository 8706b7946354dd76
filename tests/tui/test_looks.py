"""Themes: contrast as promised, and every meaning still there without colour."""

import pytest
from conftest import Browser
from textual.color import Color

from sahel_tui.tui.theme import DARK, LIGHT, PALETTES, PLAIN, tag_style

_MEANINGS = ("disputed", "agree", "revised", "hit", "focus")


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of the luminances of two colours."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_contrast(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.text, palette.ground) >= 7
    assert contrast(palette.muted, palette.ground) >= 4.5
    assert all(contrast(getattr(palette, name), palette.ground) >= 4.5 for name in _MEANINGS)


def test_weight_repeats_what_colour_says() -> None:
    assert tag_style("disputed", PLAIN).bold
    assert tag_style("claim_disputed", PLAIN).bold
    assert tag_style("claim", PLAIN).underline
    assert tag_style("hit", PLAIN).reverse
    assert tag_style("disputed", PLAIN).color is None


def test_an_unknown_theme_is_painted_dark() -> None:
    assert tag_style("disputed", "nord") == tag_style("disputed", DARK)


async def test_no_color_emits_no_colour(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browse() as driver:
        await driver.find("tessi")
        strips = driver.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert all(s.color is None or s.color.is_default for s in styles)
        assert all(s.bgcolor is None or s.bgcolor.is_default for s in styles)
        assert any(s.bold for s in styles)


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("sahel-light", LIGHT), ("", DARK), ("nonsense", DARK)])
async def test_theme_is_chosen_by_the_environment(
    browse: Browser, monkeypatch: pytest.MonkeyPatch, name: str, theme: str
) -> None:
    monkeypatch.setenv("SAHEL_TUI_THEME", name)
    async with browse() as driver:
        assert driver.app.theme == theme


async def test_no_animation_no_scrollbar_no_blinking(browse: Browser) -> None:
    async with browse() as driver:
        assert driver.app.animation_level == "none"
        assert not any(widget.show_vertical_scrollbar for widget in driver.app.screen.walk_children())
