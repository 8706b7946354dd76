"""The program: `python -m sahel_tui` is `sahel-tui`."""

import gc
import sys

MANY = 50_000
"""Objects made before garbage is looked for: a look-up makes fewer, and a sixth of its time would go into looking."""


def run() -> int:
    """The command line of this process; its exit code."""
    gc.set_threshold(MANY)
    from sahel_tui.cli import main

    code = main()
    gc.freeze()  # The process ends: nothing is searched for garbage any more.
    return code


if __name__ == "__main__":
    sys.exit(run())
