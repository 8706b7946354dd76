"""Where the milliseconds of a start go: what is imported until the first frame, and what is left.

    python benchmarks/start.py [LIBRARY]

The browser starts in a pseudo-terminal, once as it is and once telling its imports, whose own times are added up by
package. Wall time, the least of several starts; telling imports costs some of it.
"""

import argparse
import os
import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.terminal.program import Program  # noqa: E402 (after the path)

STARTS = 5
OWN, TEXTUAL, OTHER = "sahel_tui", "textual and rich", "the standard library and others"
IMPORTED = re.compile(rb"import time:\s+(\d+) \|\s+\d+ \|\s+([\w.]+)")


def main() -> None:
    """Print a table of milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path, nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder, "bundled.sqlite")
        start(path, "0")  # makes the library
        whole = min(start(path, "")[0] for _ in range(STARTS))
        told = min((start(path, "1") for _ in range(STARTS)), key=lambda one: sum(one[1].values()))[1]
    print("| | ms |\n|---|---|")
    for name in (OWN, TEXTUAL, OTHER):
        print(f"| importing {name} | {told[name]:.0f} |")
    print(f"| all else: Python, the library, the first frame | {max(0.0, whole - sum(told.values())):.0f} |")
    print(f"| start to first frame | {whole:.0f} |")


def start(library: Path, telling: str) -> tuple[float, Counter[str]]:
    """Milliseconds to the first frame, and of these the imports by package when they are told."""
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPROFILEIMPORTTIME": telling}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # the first start leaves bytecode behind
    command = [sys.executable, "-m", "sahel_tui", "--library", str(library)]
    began = time.perf_counter()
    with Program(command, environment, (120, 40)) as program:
        program.wait_until(lambda: b"newest first" in program.raw, "the list")  # what is told paints over the screen
        spent = (time.perf_counter() - began) * 1000
        imported: Counter[str] = Counter()
        for microseconds, module in IMPORTED.findall(program.raw):
            imported[package_of(module.decode())] += int(microseconds) / 1000
    return spent, imported


def package_of(module: str) -> str:
    """Whose module it is."""
    first = module.partition(".")[0]
    return OWN if first == OWN else TEXTUAL if first in ("textual", "rich") else OTHER


if __name__ == "__main__":
    main()
