"""The wire overrides a private method of Textual. These fail when Textual changes what the wire relies on.

If one fails: read `App._display` and the two `render_segments` of `textual._compositor` again, bring `tui/wire` in
line with them, and see that `test_wire_twin.py` passes.
"""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from textual._compositor import ChopsUpdate, Compositor, LayoutUpdate
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen
from textual.strip import Strip


def parameters(function: Callable[..., Any]) -> list[str]:
    return list(inspect.signature(function).parameters)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (App._display, ["self", "screen", "renderable"]),
        (App._set_pointer_shape, ["self", "shape"]),
        (LayoutUpdate.__init__, ["self", "strips", "region"]),
        (ChopsUpdate.__init__, ["self", "chops", "spans", "chop_ends"]),
        (Strip.render_ansi, ["style", "color_system"]),
        (App._handle_exception, ["self", "error"]),
        (App.post_display_hook, ["self"]),
        (Driver.write, ["self", "data"]),
        (cell_len, ["text", "unicode_version"]),
    ],
)
def test_what_the_wire_calls_or_overrides_takes_the_same_arguments(
    function: Callable[..., Any], expected: list[str]
) -> None:
    assert parameters(function) == expected


def test_display_reads_the_names_the_wire_reads() -> None:
    used = set(App._display.__code__.co_names)
    for name in ("_batch_count", "_running", "_closed", "is_headless", "_driver", "is_inline", "cursor_position"):
        assert name in used, f"App._display does without {name} now"


def test_only_screens_display_and_only_what_the_compositor_made() -> None:
    assert inspect.getsource(Screen).count("app._display(") == 2
    assert "render_update" in inspect.getsource(Screen._compositor_refresh)
    assert parameters(Compositor.render_update) == ["self", "full", "screen_stack", "simplify"]
    returned: dict[Callable[..., Any], str] = {
        Compositor.render_full_update: "LayoutUpdate",
        Compositor.render_partial_update: "ChopsUpdate",
    }
    for method, name in returned.items():
        assert name in str(inspect.signature(method).return_annotation)


@pytest.mark.parametrize(("update", "names"), [(LayoutUpdate, "strips region"), (ChopsUpdate, "chops spans chop_ends")])
def test_updates_carry_what_the_wire_takes_from_them(update: Any, names: str) -> None:
    used = set(update.render_segments.__code__.co_names)
    assert used.issuperset(names.split())
