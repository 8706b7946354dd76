"""Draws a picture of a screen from the running program, without a terminal.

    python benchmarks/picture.py [SCREEN] [--size 120x40] [--out FILE.svg|FILE.png]

SCREEN is one of those `--help` lists. Without arguments: README's picture, `benchmarks/pictures/compare.svg`. A PNG
needs `rsvg-convert`.
"""

import argparse
import asyncio
import os
import re
import subprocess
import sys
from html import escape, unescape
from pathlib import Path

from rich.cells import cell_len

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

KEYS = {
    "browse": (),
    "search": ("/", *"killed>=50 kidal"),
    "article": ("/", *"diaf", "enter", "enter"),
    "compare": ("/", *"diaf", "enter", "c"),
    "explain": ("/", *"diaf", "enter", "]", "]", "x"),
    "disputes": ("D",),
    "timeline": ("t",),
    "help": ("?",),
}
_REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_TEXT = re.compile(
    r'<text(?P<start> class="terminal-[^"]*-r\d+") x="(?P<x>[\d.]+)"(?P<y> y="[\d.]+") textLength="(?P<length>[\d.]+)"'
    r"(?P<end>[^>]*)>(?P<text>[^<]*)</text>"
)
_PHRASE = re.compile(r"[│┬┴]|[^\s│┬┴]+(?:\s[^\s│┬┴]+)*")  # at two spaces, or at the rule between panes, a phrase ends
_STILL = 0.3


def main() -> None:
    """Draw the picture the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("screen", nargs="?", default="compare", choices=KEYS)
    parser.add_argument("--size", default="120x40", help="columns x rows (default: %(default)s)")
    parser.add_argument("--theme", default="dark", help="dark, light or plain (default: %(default)s)")
    parser.add_argument("--out", type=Path, help="default: benchmarks/pictures/SCREEN.svg")
    options = parser.parse_args()
    out = options.out or ROOT / "benchmarks" / "pictures" / f"{options.screen}.svg"
    columns, rows = map(int, options.size.split("x"))
    os.environ["SAHEL_TUI_THEME"] = options.theme
    write_picture(out, asyncio.run(draw(KEYS[options.screen], (columns, rows))))
    print(out)


async def draw(keys: tuple[str, ...], size: tuple[int, int]) -> str:
    """The screen after `keys`, as SVG."""
    from sahel_tui.tui.terminal import prepare_environment

    prepare_environment()
    from sahel_tui.bundled import bundled_path
    from sahel_tui.library import open_library
    from sahel_tui.tui.app import SahelApp

    with open_library(bundled_path("events")) as library:
        app = SahelApp(library)
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause(_STILL)
            await pilot.pause(_STILL)
            return settle_text(app.export_screenshot(title="sahel-tui", simplify=True))


def settle_text(svg: str) -> str:
    """No font from elsewhere, and every phrase placed by itself: a viewer's font may be wider than the cells."""
    svg = _REMOTE_FONTS.sub("", svg).replace("Fira Code, monospace", "Fira Code, DejaVu Sans Mono, Menlo, monospace")
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


if __name__ == "__main__":
    main()
