"""The browser: a Textual app over the library. Nothing of Textual is imported before `browse` is called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.library import Library


def browse(library: "Library", *, query: str = "", event: str | None = None, taken: list[str] | None = None) -> int:
    """Browse a library until the reader quits, in a terminal that `refuse_terminal` has not refused; the exit code.

    What the reader copies is added to `taken` too.
    """
    from sahel_tui.tui.terminal import prepare_environment, warn_encoding

    prepare_environment()
    from sahel_tui.tui.app import SahelApp
    from sahel_tui.tui.lifeline import run_guarded

    warning = warn_encoding()
    app = SahelApp(library, query=query, event=event, notices=(warning,) if warning else ())
    code = run_guarded(app)
    if taken is not None:
        taken += app.taken
    return code
