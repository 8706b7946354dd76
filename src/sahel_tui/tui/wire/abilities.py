"""What the terminal's description says it can erase."""

from collections.abc import Mapping

from sahel_tui.tui.wire.painter import Abilities


def find_abilities(environment: Mapping[str, str]) -> Abilities:
    """What the terminal named by `TERM` promises; nothing where no description is installed.

    GNU screen erases without colour whatever `TERM` its users set, so inside it nothing is promised either.
    """
    try:
        import curses
    except ImportError:
        return Abilities()
    try:
        curses.setupterm(environment.get("TERM", "unknown"), 1)
    except curses.error:
        return Abilities()
    coloured = curses.tigetflag("bce") > 0 and "STY" not in environment
    return Abilities(erases_coloured=coloured, erases_cells=curses.tigetstr("ech") is not None)
