"""What a look-up on the command line costs, beside a Python that imports what it must.

    python benchmarks/lookups.py [LIBRARY]     the bundled events, or a library such as generate.py makes

Processor time is counted, which other work on the machine changes little: the least of several rounds of all commands,
with the bytecode that the first round leaves behind.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from sahel_tui.library import open_library

ROUNDS = 15
PROGRAM = str(Path(sys.executable).with_name("sahel-tui"))
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
BARE = "Python with sqlite3, argparse"


def main() -> None:
    """Print the table as Markdown, for README."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path, nargs="?")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.library or Path(folder, "bundled.sqlite")
        with open_library(path) as library:
            event = next(library.events())
        commands = {BARE: [sys.executable, "-c", "import sqlite3, argparse"]} | {
            " ".join(words): [PROGRAM, "--library", str(path), *words]
            for words in (["show", event.id], ["list", "--limit", "10"], ["compare", event.id])
        }
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(time_processor(command))
    least = {name: min(found) for name, found in times.items()}
    print("| | ms | times |\n|---|---|---|")
    for name, spent in least.items():
        print(f"| {name if name == BARE else f'`{name}`'} | {spent:.0f} | {spent / least[BARE]:.1f} |")


def time_processor(command: list[str]) -> float:
    """Milliseconds that a command and what it starts compute."""
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=quiet)
    _, status, used = os.wait4(process, 0)
    if status:
        raise SystemExit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return (used.ru_utime + used.ru_stime) * 1000


if __name__ == "__main__":
    main()
