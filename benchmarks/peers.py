"""The browser beside other programs on the same link: what a start and a key press cost.

    python benchmarks/peers.py

Runs the browser, the same on a thin link, a bare Textual app (bare.py), newsboat and fzf with a preview, those of them
that are installed, in turn over the bundled events, in a pseudo-terminal of 120×40 with 256 colours. Bytes are medians
of presses until the screen is still; `felt` is what a reader waits for one Down at 64 kbit/s and 600 ms.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from wire import PATIENCE, ROOT, cost, hold

from tests.terminal.program import Program

EVENTS = ROOT / "data" / "events"
RUNS = 3
RTT, BITS = 600.0, 64.0


class Peer(NamedTuple):
    """A program, what shows that it is ready, and keys that lead to its list and into its search."""

    name: str
    command: Sequence[str]
    shows: str
    opening: str = ""
    search: str = "/"
    down: str = "down"


def main() -> None:
    """Measure all in turn, so that a busy machine is as busy for each."""
    with tempfile.TemporaryDirectory() as folder:
        peers = find_peers(Path(folder))
        starts: dict[str, list[tuple[float, int]]] = {peer.name: [] for peer in peers}
        for _ in range(RUNS):
            for peer in peers:
                starts[peer.name].append(start_cost(peer, folder))
        print(f"{'':<24}{'quiet ms':>9}{'bytes':>8}{'Down':>7}{'held':>7}{'felt s':>8}{'PgDn':>7}{'letter':>8}")
        for peer in peers:
            quiet, size = (statistics.median(values) for values in zip(*starts[peer.name], strict=True))
            keys = key_costs(peer, folder)
            felt = (RTT + keys["Down ms"] + keys["Down"] * 8 / BITS) / 1000
            print(
                f"{peer.name:<24}{quiet:>9,.0f}{size:>8,.0f}{keys['Down']:>7,.0f}{keys['held']:>7,.0f}{felt:>8.2f}"
                f"{keys['PgDn']:>7,.0f}{keys['letter']:>8,.0f}"
            )


def find_peers(folder: Path) -> list[Peer]:
    """Those that are installed, with what they need to run."""
    browser = [sys.executable, "-m", "sahel_tui", "--fresh"]
    peers = [
        Peer("sahel-tui", browser, "events"),
        Peer("sahel-tui, thin link", [*browser, "--low-bandwidth"], "events"),
        Peer("bare Textual", [sys.executable, str(ROOT / "benchmarks" / "bare.py"), str(EVENTS)], "2025-08-19"),
    ]
    if shutil.which("newsboat"):
        options = write_feed(folder)
        subprocess.run(["newsboat", *options, "-x", "reload"], capture_output=True, check=True)
        peers.append(Peer("newsboat", ["newsboat", *options], "Events", "enter", down="j"))
    if shutil.which("fzf"):
        look = f"ls -r {EVENTS} | fzf --layout=reverse --preview 'head -80 {EVENTS}/{{}}'"
        peers.append(Peer("fzf, preview", ["sh", "-c", look], "Farabougou attack", search=""))
    return peers


def write_feed(folder: Path) -> list[str]:
    """The events as a feed on disk; newsboat's options that read it."""
    items = (
        f"<item><title>{escape(file.stem)}</title><guid>{number}</guid><description>"
        f"{escape(file.read_text(encoding='utf-8'))}</description></item>"
        for number, file in enumerate(sorted(EVENTS.glob("*.txt")))
    )
    (folder / "feed.xml").write_text(
        f"<rss version='2.0'><channel><title>Events</title>{''.join(items)}</channel></rss>", encoding="utf-8"
    )
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n", encoding="utf-8")
    return ["-C", "/dev/null", "-u", str(folder / "urls"), "-c", str(folder / "cache.db")]


def run(peer: Peer, folder: str) -> Program:
    environment = {
        "PATH": "/usr/local/bin:/usr/bin:/bin",
        "HOME": folder,
        "PYTHONPATH": str(ROOT / "src"),
        "SAHEL_TUI_LIBRARY": f"{folder}/library.sqlite",
        "TERM": "xterm-256color",
        "LC_ALL": "C.UTF-8",
    }
    return Program(peer.command, environment, (120, 40))


def start_cost(peer: Peer, folder: str) -> tuple[float, int]:
    """Milliseconds until the last byte of the start, and all its bytes."""
    began = time.monotonic()
    with run(peer, folder) as program:
        program.wait_for(peer.shows)
        return until_still(program, began), len(program.raw)


def until_still(program: Program, began: float) -> float:
    """Milliseconds from `began` to the last byte before a pause."""
    last = time.monotonic()
    seen = len(program.raw)
    while time.monotonic() < last + PATIENCE:
        if program.listen(0.005) > seen:
            last, seen = time.monotonic(), len(program.raw)
    return (last - began) * 1000


def key_costs(peer: Peer, folder: str) -> dict[str, float]:
    """Bytes of each kind of press, and how long a Down takes."""
    with run(peer, folder) as program:
        program.wait_for(peer.shows)
        cost(program, peer.opening)
        downs, times = [], []
        for _ in range(8):
            before, began = len(program.raw), time.monotonic()
            program.press(peer.down)
            times.append(until_still(program, began))
            downs.append(len(program.raw) - before)
        held = hold(program, peer.down, 12)
        page = statistics.median(cost(program, "pagedown") for _ in range(2))
        cost(program, peer.search)
        letter = statistics.median(cost(program, letter) for letter in "diaf")
    return {
        "Down": statistics.median(downs),
        "Down ms": statistics.median(times),
        "held": held,
        "PgDn": page,
        "letter": letter,
    }


if __name__ == "__main__":
    main()
