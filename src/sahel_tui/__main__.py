"""`python -m sahel_tui` is `sahel-tui`."""

import sys

from sahel_tui.cli import main

if __name__ == "__main__":
    sys.exit(main())
