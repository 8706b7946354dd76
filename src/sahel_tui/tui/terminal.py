"""What is checked and set before the terminal is taken over; nothing here imports Textual."""

import codecs
import os
import sys

_SETTINGS = {
    "TEXTUAL_ANIMATIONS": "none",
    "TEXTUAL_SMOOTH_SCROLL": "0",
    "TEXTUAL_DISABLE_KITTY_KEY": "1",
    "TEXTUAL_FPS": "250",
    "ESCDELAY": "250",
}
"""What Textual reads when it is imported. An animated page costs twenty times its bytes, a link may deliver an arrow
key in two parts, some terminals lose composed characters under the kitty key protocol, and a second frame after the one
that shows a letter would wait for its turn."""

_CANNOT_PLACE_THE_CURSOR = frozenset({"dumb", "unknown", "emacs"})
_INSTEAD = "`sahel-tui list`, `search`, `show EVENT` and `compare EVENT` print the same as text"


def prepare_environment() -> None:
    """Set what Textual reads at import; a value the reader has set stays."""
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)


def refuse_terminal() -> str | None:
    """Why the browser cannot run here, naming the command line's way; None when it can."""
    reason = _find_obstacle()
    return f"the browser cannot run here: {reason}; {_INSTEAD}" if reason else None


def say_no_cursor() -> str | None:
    """Why nothing can be placed on this terminal, only printed; None when it can."""
    term = os.environ.get("TERM", "")
    if not term:
        return "TERM is not set"
    if term in _CANNOT_PLACE_THE_CURSOR:
        return f"this terminal (TERM={term}) cannot place the cursor"
    return None


def _find_obstacle() -> str | None:
    if not _is_terminal(sys.__stdin__):
        return "standard input is not a terminal"
    if not _is_terminal(sys.__stderr__):
        return "standard error, where it draws, is not a terminal"
    return say_no_cursor()


def _is_terminal(stream: object) -> bool:
    return hasattr(stream, "isatty") and bool(stream.isatty())


def warn_encoding() -> str | None:
    """What readers should know whose locale is not UTF-8; None when it is."""
    encoding = terminal_encoding()
    if encoding == "utf-8":
        return None
    return f"this locale writes {encoding}: some signs are replaced (≠ by !); LANG=C.UTF-8 shows them all"


def terminal_encoding() -> str:
    """The encoding of what is drawn, by its Python name."""
    return codecs.lookup(getattr(sys.__stderr__, "encoding", None) or "ascii").name
