"""The browser: a Textual app over the library. Nothing of Textual is imported before `browse` is called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.library import Library
    from sahel_tui.settings import Settings

WELCOME = (
    "Who claims which casualty figure; ≠2: 2 disputed",
    "{search} finds a place, a name, date:2023",
    "{compare} compares who says what; {disputes} lists disputes; {tour} takes a tour; {help} keys, marks, this again",
)
"""The keys of the actions in braces are put in."""


def browse(
    library: "Library",
    *,
    query: str = "",
    event: str | None = None,
    settings: "Settings | None" = None,
    low_bandwidth: bool | None = None,
    fresh: bool = False,
    taken: list[str] | None = None,
    prints: bool = False,
) -> int:
    """Browse a library until the reader quits, in a terminal that `refuse_terminal` has not refused; the exit code.

    `low_bandwidth` sends only what is asked for; None does so when the link turns out to be slow. `fresh` begins at the
    newest event, and keeps nothing for the next start. What the reader copies is added to `taken` too, if it `prints`
    or the reader asks for it.
    """
    from sahel_tui.tui.terminal import prepare_environment, warn_encoding

    prepare_environment()
    from sahel_tui.notebook.lasting import open_lasting
    from sahel_tui.tui.app import SahelApp
    from sahel_tui.tui.lifeline import run_guarded

    warning = warn_encoding()
    app = SahelApp(
        library,
        query=query,
        event=event,
        notices=(warning,) if warning else (),
        welcome=_greet(),
        settings=settings,
        low_bandwidth=low_bandwidth,
        memory=None if fresh or (settings and not settings.start.remember) else open_lasting(),
    )
    app.prints = prints
    code = run_guarded(app)
    if taken is not None and app.prints:
        taken += app.taken
    return code


def _greet() -> tuple[str, ...]:
    """What this is, how to search, how to compare: once in the life of a user."""
    from sahel_tui.library.first_start import is_first_start, remember_start

    if not is_first_start():
        return ()
    remember_start()
    return WELCOME


def take_tour(library: "Library", settings: "Settings | None" = None) -> int:
    """Browse with a guide through one dispute; the exit code.

    Raises ValueError when nothing in the library is disputed.
    """
    from sahel_tui.tui.terminal import prepare_environment

    prepare_environment()
    from sahel_tui.tui.app import SahelApp
    from sahel_tui.tui.lifeline import run_guarded
    from sahel_tui.tui.tour import NO_DISPUTE, choose_word

    word = choose_word(library)
    if word is None:
        raise ValueError(NO_DISPUTE)
    return run_guarded(SahelApp(library, settings=settings, tour=word))
