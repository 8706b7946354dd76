"""Draws pictures of the screens from the running program, without a terminal.

    python benchmarks/picture.py [SCREEN …] [--size 120x40] [--theme dark] [--colours many|16|none] [--out FILE|FOLDER]
    python benchmarks/picture.py --every FOLDER

SCREEN is one of those `--help` lists. Without arguments: README's pictures, in `benchmarks/pictures`. `--every` draws
each screen at 120×40, 80×24 and 40×15, in every theme, with sixteen colours and none, and in ASCII. A PNG needs
`rsvg-convert`.
"""

import argparse
import asyncio
import io
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from functools import cache
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import TerminalTheme

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
if TYPE_CHECKING:
    from sahel_tui.library import Library
    from sahel_tui.tui.app import SahelApp

PICTURES = ROOT / "benchmarks" / "pictures"

KEYS = {
    "welcome": (),
    "browse": (*"jjjjjjjjjjjjjjjj", "]"),
    "search": ("/", *"killed>=50 kidal"),
    "empty": ("/", *"tessalitt"),
    "article": ("/", *"diaf", "enter", "enter", "]"),
    "infobox": ("/", *"diaf", "enter", "i"),
    "compare": ("/", *"diaf", "enter", "c"),
    "plot": ("/", *"dioura", "enter", "c", "p"),  # below 120×40; there p takes it away
    "explain": ("/", *"diaf", "enter", "]", "]", "x"),
    "disputes": ("D",),
    "timeline": ("t",),
    "months": ("t", "m"),
    "two": ("space", "j", "j", "j", "space", "c"),
    "help-compare": ("/", *"diaf", "enter", "c", "?"),
    "documents": ("/", *"diaf", "enter", "c", "d"),
    "changes": ("/", *"diaf", "enter", "c", "w"),
    "letters": ("/", *"diaf", "enter", "f"),
    "addresses": ("/", *"diaf", "enter", "o"),
    "note": ("/", *"diaf", "enter", "]", "a", *"who counted?"),
    "export": ("/", *"diaf", "enter", "c", "e"),
    "import": ("I", *"~/reports"),
    "copy": ("/", *"diaf", "enter", "]", "y"),
    "palette": (":", *"dis"),
    "settings": ("S", "right", "right"),
    "help": ("?",),
    "tour": ("/", "its word", "enter", "]", "x", "q", "c"),
}
"""What leads to each screen; the tour chooses the word to search for."""
README = (("compare", "dark"), ("browse", "light"), ("disputes", "dark"), ("tour", "light"))
SIZES = ((120, 40), (80, 24), (40, 15))
ASCII = "ascii"
"""A variant: the dark theme, its signs in ASCII."""
VARIANTS = (
    "sahel-dark",
    "sahel-light",
    "sahel-high-contrast-dark",
    "sahel-high-contrast-light",
    "sahel-colour-blind-dark",
    "sahel-colour-blind-light",
    "sahel-dark-16",
    "sahel-light-16",
    "sahel-plain",
    ASCII,
)
_XTERM = (
    "000000 CD0000 00CD00 CDCD00 0000EE CD00CD 00CDCD E5E5E5 7F7F7F FF0000 00FF00 FFFF00 5C5CFF FF00FF 00FFFF FFFFFF"
)
"""What an xterm makes of the sixteen colours."""
Size = tuple[int, int]
_REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(
    r'<text(?P<start> class="terminal-[^"]*-r\d+") x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+") textLength="(?P<length>[\d.]+)"'
    r"(?P<end>[^>]*)>(?P<text>[^<]*)</text>"
)
_NO_LIGATURES = "text { font-variant-ligatures: none; }"
_PHRASE = re.compile(r"[│┬┴]|[^\s│┬┴]+(?:\s[^\s│┬┴]+)*")  # at two spaces, or at the rule between panes, a phrase ends
_STILL = 0.3
_RESTED = 1.0
"""Seconds after which the preview has followed what was typed."""
_SLOW = frozenset({"enter", "escape", "]", *"cxDtmpySdwfoIq?ae"})
"""Keys after which something is read or a screen opens."""


def main() -> None:
    """Draw the pictures the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("screens", nargs="*", metavar="SCREEN", help=f"one of {', '.join(KEYS)}")
    parser.add_argument("--size", default="120x40", help="columns x rows (default: %(default)s)")
    parser.add_argument("--theme", help="as in the settings (default: dark)")
    parser.add_argument("--colours", default="many", choices=("many", "16", "none"), help="(default: %(default)s)")
    parser.add_argument("--out", type=Path, help="default: benchmarks/pictures/SCREEN.svg")
    parser.add_argument("--every", type=Path, metavar="FOLDER", help="all of them, as PNG in a folder")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    if options.every:
        draw_every(options.every)
    elif options.screens:
        theme = f"sahel-{options.theme or 'dark'}{'-16' if options.colours == '16' else ''}"
        theme = "sahel-plain" if options.colours == "none" else theme
        for screen in options.screens:
            out = options.out or PICTURES / f"{screen}.svg"
            write_picture(out / f"{screen}.png" if out.is_dir() else out, *draw(screen, (columns, rows), [theme]))
    else:
        for screen, theme in README:
            write_picture(PICTURES / f"{screen}.svg", *draw(screen, (columns, rows), [f"sahel-{theme}"]))


def draw_every(folder: Path) -> None:
    """Every screen in every size and variant."""
    for screen in KEYS:
        for columns, rows in SIZES:
            for variant, svg in zip(VARIANTS, draw(screen, (columns, rows), VARIANTS), strict=True):
                write_picture(folder / f"{screen}-{columns}x{rows}-{variant.removeprefix('sahel-')}.png", svg)


def draw(screen: str, size: Size, themes: Sequence[str]) -> list[str]:
    """A screen in each of the themes, as SVG."""
    return asyncio.run(_draw(screen, size, themes))


@cache
def _bundled_events() -> "Library":
    """Read once for all pictures."""
    from sahel_tui.bundled import bundled_path
    from sahel_tui.library import open_library

    return open_library(bundled_path("events"))


async def _draw(screen: str, size: Size, themes: Sequence[str]) -> list[str]:
    from sahel_tui.tui.terminal import prepare_environment

    os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
    os.environ["SAHEL_TUI_NOTEBOOK"] = os.devnull  # Nobody's notes are in the pictures.
    prepare_environment()
    from sahel_tui.dataclass import replace
    from sahel_tui.settings import Settings
    from sahel_tui.tui import WELCOME
    from sahel_tui.tui.app import SahelApp
    from sahel_tui.tui.theme import make_theme
    from sahel_tui.tui.tour import choose_word

    library = _bundled_events()
    settings = Settings(path=Path("~/.config/sahel-tui/config.toml"))
    word = choose_word(library) if screen == "tour" else None
    app = SahelApp(library, settings=settings, tour=word, welcome=WELCOME if screen == "welcome" else ())
    async with app.run_test(size=size) as pilot:
        for key in KEYS[screen]:
            await pilot.press(*(word or "") if key == "its word" else (key,))
            await pilot.pause(_STILL if key in _SLOW else 0)
        await pilot.pause(_RESTED)
        pictures = []
        for theme in themes:
            glyphs = "ascii" if theme == ASCII else "auto"
            app.show_settings(replace(settings, looks=replace(settings.looks, glyphs=glyphs)))
            name = VARIANTS[0] if theme == ASCII else theme
            app.register_theme(make_theme(name))
            app.theme = name
            await pilot.pause(_STILL)
            pictures.append(settle_text(_export(app)))
        await pilot.press("escape")  # What is half typed would be kept.
        return pictures


def _export(app: "SahelApp") -> str:
    """What the app shows, as SVG; as Textual exports it, but for the sixteen colours and the ground around."""
    width, height = app.size
    console = Console(
        width=width, height=height, file=io.StringIO(), force_terminal=True, color_system="truecolor", record=True
    )
    screens = app._background_screens
    console.print(app.screen._compositor.render_update(full=True, screen_stack=screens, simplify=True))
    return console.export_svg(title="sahel-tui", theme=_terminal(dark=app.current_theme.dark))


def _terminal(*, dark: bool) -> TerminalTheme:
    colours = [(int(c[:2], 16), int(c[2:4], 16), int(c[4:], 16)) for c in _XTERM.split()]
    ground, text = ((17, 21, 24), (215, 218, 221)) if dark else ((251, 251, 248), (27, 31, 35))
    return TerminalTheme(ground, text, colours[:8], colours[8:])


def settle_text(svg: str) -> str:
    """No font from elsewhere, no ligatures, and every phrase placed by itself: a viewer's font may be wider."""
    svg = _REMOTE_FONTS.sub("", svg).replace("Fira Code, monospace", "Fira Code, DejaVu Sans Mono, Menlo, monospace")
    svg = svg.replace("<style>", f"<style>{_NO_LIGATURES}", 1)
    return _TEXT.sub(_place_phrases, svg)


def _place_phrases(found: re.Match[str]) -> str:
    text = unescape(found["text"]).replace("\xa0", " ")
    if not text.strip():
        return found[0]
    x, cell = float(found["x"]), float(found["length"]) / cell_len(text)
    return "".join(
        f'<text{found["start"]} x="{x + cell * cell_len(text[: phrase.start()]):.1f}"{found["y"]}'
        f' textLength="{cell * cell_len(phrase[0]):.1f}"{found["end"]}>{escape(phrase[0])}</text>'
        for phrase in _PHRASE.finditer(text)
    )


def write_picture(path: Path, svg: str) -> None:
    """Write an SVG, or the PNG made of it, by the ending of `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".png":
        subprocess.run(["rsvg-convert", "--output", str(path)], input=svg.encode(), check=True)
    else:
        path.write_text(svg, encoding="utf-8")
    print(path)


if __name__ == "__main__":
    main()
