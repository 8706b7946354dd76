"""The browser in a headless terminal, over a hand-made library."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from driver import Driver
from fake_library import FakeLibrary, make_library
from textual._compositor import Compositor

Browser = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture
def library() -> FakeLibrary:
    """A new hand-made library."""
    return make_library()


@pytest.fixture
def browse(library: FakeLibrary, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """Starts the browser at a size, by default over the `library` of the test.

    Textual throws away each frame of an app without a terminal: a frame is painted when the test looks at the screen.
    The terminal tests see every frame, those at random keys among them.
    """
    monkeypatch.setattr(Compositor, "render_update", lambda self, **_: self._dirty_regions.clear())
    from sahel_tui.tui.app import SahelApp

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (120, 40), *, over: FakeLibrary | None = None, **options: object
    ) -> AsyncIterator[Driver]:
        app = SahelApp(over or library, **options)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            yield driver

    return start
