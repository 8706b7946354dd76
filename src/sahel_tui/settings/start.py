"""Section [start]: how the browser begins."""

from sahel_tui.dataclass import dataclass
from sahel_tui.settings.sections import setting


@dataclass(frozen=True, slots=True)
class Start:
    """How the browser begins."""

    remember: bool = setting(True, "begin where you were last in the library, and with your earlier searches")
