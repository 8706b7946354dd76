"""What is wrong in a settings file, so that a reader can mend it."""

from collections.abc import Callable, Iterable
from pathlib import Path

from sahel_tui.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Complaint:
    """One mistake; what it concerns keeps its default."""

    path: Path
    line: int
    """Counted from 1; 0 when it is about the whole file."""
    wrong: str
    advice: str
    """What to do."""

    def __str__(self) -> str:
        where = f"{self.path}, line {self.line}" if self.line else str(self.path)
        return f"{where}: {self.wrong}; {self.advice}"


Complain = Callable[[tuple[str, ...], str, str], None]
"""Takes the path of a key in the file, what is wrong with its value, and what to do."""


def advise_name(name: str, known: Iterable[str], *, what: str) -> str:
    """What to write instead of a name that is not known: the one it resembles, or where all are listed.

    >>> advise_name("them", ["theme", "glyphs"], what="settings")
    'did you mean “theme”?'
    >>> advise_name("colour", ["theme", "glyphs"], what="settings")
    'the settings are theme, glyphs'
    """
    from difflib import get_close_matches  # Only who has made a mistake pays for it.

    names = list(known)
    close = get_close_matches(name, names, n=1)
    return f"did you mean “{close[0]}”?" if close else f"the {what} are {', '.join(names)}"
