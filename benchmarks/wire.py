"""What a key press costs on the link: bytes sent to the terminal, with the wire and without it.

    python benchmarks/wire.py [--size 120x40] [--term xterm-256color]

Runs the browser on the bundled events in a pseudo-terminal, presses keys, and counts every byte until the screen is
still. Figures are medians; `budget` is what the design allows. The terminal is played by the harness of the tests,
which needs `pyte`.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.terminal.program import Program  # noqa: E402 (found only from the top of the checkout)

BUDGETS = {
    "first frame": 6000,
    "Down, held": 250,
    "Down, preview follows": 2200,
    "search letter": 1500,
    "typing rests": 2200,
    "article PageDown": 3500,
    "explain a figure": 2500,
    "compare": 5000,
    "back to the comparison": 5000,
    "disputes, Down held": 250,
    "timeline, Down held": 250,
    "settings": 2500,
    "settings, another theme": 6000,
    "idle, a minute": 0,
}
PATIENCE = 0.6  # seconds without a byte before a press counts as done
TYPING = 0.19  # seconds between letters of somebody who types
Costs = dict[str, Sequence[float]]


def main() -> None:
    """Measure both ways and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", default="120x40", help="columns x rows (default: %(default)s)")
    parser.add_argument("--term", default="xterm-256color", help="TERM (default: %(default)s)")
    options = parser.parse_args()
    columns, rows = map(int, options.size.split("x"))
    with tempfile.TemporaryDirectory() as folder:
        measured = {wire: measure(folder, wire, (columns, rows), options.term) for wire in ("on", "off")}
    print(f"bytes to the terminal at {options.size}, TERM={options.term}\n")
    print(f"{'':<24}{'wire':>8}{'without':>10}{'ratio':>8}{'budget':>9}")
    for name, budget in BUDGETS.items():
        wired, stock = (statistics.median(measured[wire][name]) for wire in ("on", "off"))
        ratio = f"{stock / wired:.1f}" if wired else ""
        print(f"{name:<24}{wired:>8,.0f}{stock:>10,.0f}{ratio:>8}{budget:>9,}{'  over' if wired > budget else ''}")


def measure(folder: str, wire: str, size: tuple[int, int], term: str) -> Costs:
    """Bytes of each kind of key press, one program from its start to its end."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": folder,
        "PYTHONPATH": str(ROOT / "src"),
        "SAHEL_TUI_LIBRARY": f"{folder}/library.sqlite",
        "SAHEL_TUI_WIRE": wire,
        "TERM": term,
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "sahel_tui", "--fresh"]
    with Program(command, environment, size) as warm:  # builds the library
        warm.wait_for("events")
    with Program(command, environment, size) as program:
        program.wait_for("events")
        return {"first frame": [settle(program)], **measure_keys(program)}


def measure_keys(program: Program) -> Costs:
    """The journey of a reader: down the list, a search, an article, a figure explained, a comparison, a pause."""
    costs: Costs = {
        "Down, preview follows": [cost(program, "down") for _ in range(8)],
        "Down, held": [hold(program, "down", 12)],
    }
    cost(program, "/")
    letters = [type_letter(program, letter) for letter in "diaf"]
    costs["search letter"], costs["typing rests"] = zip(*letters, strict=True)
    cost(program, "enter")
    cost(program, "enter")
    costs["article PageDown"] = [cost(program, "pagedown") for _ in range(2)]
    cost(program, "]")
    costs["explain a figure"] = [cost(program, "x")]
    cost(program, "q")
    cost(program, "q")
    costs["compare"] = [cost(program, "c")]
    cost(program, "enter")
    costs["back to the comparison"] = [cost(program, "q")]
    cost(program, "q")
    cost(program, "q")
    for key, name in (("D", "disputes"), ("t", "timeline")):
        cost(program, key)
        costs[f"{name}, Down held"] = [hold(program, "down", 12)]
        cost(program, "q")
    costs["settings"] = [cost(program, "S")]
    costs["settings, another theme"] = [cost(program, "l") for _ in range(3)]
    cost(program, "escape")
    costs["idle, a minute"] = [spent(program, lambda: program.listen(60.0))]
    return costs


def cost(program: Program, key: str) -> int:
    """Bytes one press brings until the screen is still."""
    return spent(program, lambda: program.press(key))


def hold(program: Program, key: str, times: int) -> float:
    """Bytes a press brings while the key is held down, without what follows when it rests."""
    before = len(program.raw)
    for _ in range(times):
        program.press(key)
        program.listen(0.03)
    held = len(program.raw) - before
    settle(program)
    return held / times


def type_letter(program: Program, letter: str) -> tuple[int, int]:
    """Bytes a letter of a search brings as long as another may follow, and those once none has."""
    before = len(program.raw)
    program.press(letter)
    program.listen(TYPING)
    listed = len(program.raw)
    return listed - before, settle(program) - listed


def spent(program: Program, act: Callable[[], object]) -> int:
    before = len(program.raw)
    act()
    return settle(program) - before


def settle(program: Program) -> int:
    """Read until the screen has been still for a while; all bytes so far."""
    still = time.monotonic()
    seen = len(program.raw)
    while time.monotonic() < still + PATIENCE:
        if program.listen(0.05) > seen:
            still, seen = time.monotonic(), len(program.raw)
    return seen


if __name__ == "__main__":
    main()
