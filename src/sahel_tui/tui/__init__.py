"""The browser: a Textual app over the library. Nothing of Textual is imported before `browse` is called."""

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.library import Library

_CANNOT_BROWSE = 2


def browse(library: "Library", *, query: str = "", event: str | None = None) -> int:
    """Browse a library until the reader quits; the exit code of the program, 2 when there is no terminal for it."""
    from sahel_tui.tui.terminal import prepare_environment, refuse_terminal, warn_encoding

    refusal = refuse_terminal()
    if refusal:
        print(f"sahel-tui: {refusal}", file=sys.stderr)
        return _CANNOT_BROWSE
    prepare_environment()
    from sahel_tui.tui.app import SahelApp
    from sahel_tui.tui.lifeline import run_guarded

    warning = warn_encoding()
    return run_guarded(SahelApp(library, query=query, event=event, notices=(warning,) if warning else ()))
