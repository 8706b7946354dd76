"""Themes: contrast and distances as promised, and every meaning still there without colour."""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest
from conftest import Browser
from rich.color import ANSI_COLOR_NAMES, Color, ColorSystem
from seeing import CONES, contrast, distance

from sahel_tui.settings import Looks, Settings
from sahel_tui.settings.looks import THEMES
from sahel_tui.tui.colours import PALETTES, SIXTEEN, Palette
from sahel_tui.tui.signs import SIGNS
from sahel_tui.tui.theme import DARK, LIGHT, PLAIN, choose_theme, make_theme, tag_style

COLOURED = tuple(name for name in PALETTES if not name.endswith(SIXTEEN) and name != PLAIN)
SIXTEENS = tuple(name for name in PALETTES if name.endswith(SIXTEEN))
TERMINALS: dict[str, str] = tomllib.loads((Path(__file__).parent / "sixteen_colours.toml").read_text(encoding="utf-8"))
MEANINGS = ("text", "disputed", "agree", "revised", "hit", "focus", "muted")


def colours_of(palette: Palette) -> dict[str, str]:
    return {name: str(getattr(palette, name)) for name in MEANINGS}


def as_256(colour: str) -> str:
    """What a terminal of 256 colours is sent for it, as `#RRGGBB`."""
    number = Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).number
    assert number is not None
    return Color.from_ansi(number).get_truecolor().hex


@pytest.mark.parametrize("depth", [str, as_256], ids=["truecolor", "256"])
@pytest.mark.parametrize("name", COLOURED)
def test_contrast(name: str, depth: type[str]) -> None:
    palette = PALETTES[name]
    least = 7 if "high-contrast" in name else 4.5
    for meaning, colour in colours_of(palette).items():
        seen = contrast(depth(colour), depth(palette.ground))
        assert seen >= (7 if meaning == "text" else least), (meaning, round(seen, 2))


@pytest.mark.parametrize("depth", [str, as_256], ids=["truecolor", "256"])
@pytest.mark.parametrize("cones", CONES)
@pytest.mark.parametrize("name", [name for name in COLOURED if "colour-blind" in name])
def test_colours_stay_apart_for_all_eyes(name: str, cones: str, depth: type[str]) -> None:
    for (one, first), (other, second) in combinations(colours_of(PALETTES[name]).items(), 2):
        seen = distance(depth(first), depth(second), cones)
        assert seen >= 0.09, (one, other, round(seen, 3))


@pytest.mark.parametrize("terminal", TERMINALS)
@pytest.mark.parametrize("name", SIXTEENS)
def test_contrast_in_what_terminals_make_of_sixteen_colours(name: str, terminal: str) -> None:
    sixteen = TERMINALS[terminal].split()
    palette = PALETTES[name]
    ground = sixteen[ANSI_COLOR_NAMES[palette.ground]]
    least = 7 if "high-contrast" in name else 3
    for meaning, colour in colours_of(palette).items():
        seen = contrast(sixteen[ANSI_COLOR_NAMES[colour]], ground)
        assert seen >= (7 if meaning == "text" else least), (meaning, round(seen, 2))


@pytest.mark.parametrize("name", PALETTES)
def test_weight_repeats_what_colour_says(name: str) -> None:
    assert tag_style("disputed", name).bold
    assert tag_style("claim_disputed", name).bold
    assert tag_style("claim", name).underline
    assert tag_style("hit", name).reverse
    assert make_theme(name).ansi == (name == PLAIN or name.endswith(SIXTEEN))


def test_plain_has_no_colour() -> None:
    assert all(tag_style(tag, PLAIN).color is None for tag in ("", *MEANINGS))


def test_an_unknown_theme_is_painted_dark() -> None:
    assert tag_style("disputed", "nord") == tag_style("disputed", DARK)


@pytest.mark.parametrize("name", [name for name in THEMES if name != "auto"])
def test_every_theme_of_the_settings_has_its_colours(name: str) -> None:
    assert choose_theme(name) == f"sahel-{name}"
    assert choose_theme(name, sixteen=True) in {f"sahel-{name}{SIXTEEN}", PLAIN}


@pytest.mark.parametrize(
    ("ground", "theme"), [("", DARK), ("15;0", DARK), ("0;15", LIGHT), ("0;default;7", LIGHT), ("12;8", DARK)]
)
def test_auto_follows_what_the_terminal_says(ground: str, theme: str) -> None:
    assert choose_theme("auto", environment={"COLORFGBG": ground}) == theme


async def test_no_color_emits_no_colour(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with browse() as driver:
        await driver.find("tessi")
        strips = driver.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style]
        assert all(s.color is None or s.color.is_default for s in styles)
        assert all(s.bgcolor is None or s.bgcolor.is_default for s in styles)
        assert any(s.bold for s in styles)


@pytest.mark.parametrize(
    ("named", "theme"), [("sahel-light", LIGHT), ("", "sahel-colour-blind-dark"), ("nonsense", DARK)]
)
async def test_theme_is_chosen_by_the_environment_then_the_settings(
    browse: Browser, monkeypatch: pytest.MonkeyPatch, named: str, theme: str
) -> None:
    monkeypatch.setenv("SAHEL_TUI_THEME", named)
    async with browse(settings=Settings(looks=Looks(theme="colour-blind-dark"))) as driver:
        assert driver.app.theme == theme
        assert ("SAHEL_TUI_THEME=nonsense: there is" in driver.text()) == (named == "nonsense")


async def test_signs_are_ascii_where_a_reader_wants_it(browse: Browser) -> None:
    async with browse(settings=Settings(looks=Looks(glyphs="ascii"))) as driver:
        assert "Bérébo" in driver.text()
        await driver.press("slash", *"tessi", "enter", "c")
        assert "! x6.2" in driver.text()
        assert not set(driver.text()) & set(SIGNS)
        assert any(line.startswith(">   killed") for line in driver.lines())
        assert "thirty-one militants killed]" in driver.text()


async def test_no_animation_no_scrollbar_no_blinking(browse: Browser) -> None:
    async with browse() as driver:
        assert driver.app.animation_level == "none"
        assert not any(widget.show_vertical_scrollbar for widget in driver.app.screen.walk_children())


def test_without_colours_what_is_muted_is_dim() -> None:
    styles = {tag: tag_style(tag, PLAIN) for tag in ("muted", "", "disputed")}
    assert [bool(style.dim) for style in styles.values()] == [True, False, False]
    assert all(style.color is None for style in styles.values())
    assert not tag_style("muted", DARK).dim
