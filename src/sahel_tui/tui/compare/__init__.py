"""The compare screen."""

from sahel_tui.tui.compare.screen import CompareScreen

__all__ = ["CompareScreen"]
