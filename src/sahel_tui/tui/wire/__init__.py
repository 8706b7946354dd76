"""The wire: how a frame becomes bytes. Only cells that changed since the last frame are sent."""

from sahel_tui.tui.wire.mixin import WireMixin

__all__ = ["WireMixin"]
