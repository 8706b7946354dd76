"""The browser in a headless terminal, over a hand-made library."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from driver import Driver
from fake_library import FakeLibrary, make_library
from painting_once import paint_when_settled
from style_sheets import parse_style_sheets_once

Browser = Callable[..., AbstractAsyncContextManager[Driver]]


@pytest.fixture(autouse=True)
def _style_sheets_are_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    parse_style_sheets_once(monkeypatch)


@pytest.fixture(autouse=True)
def _a_frame_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    paint_when_settled(monkeypatch)


@pytest.fixture
def library() -> FakeLibrary:
    """A new hand-made library."""
    return make_library()


@pytest.fixture
def browse(library: FakeLibrary) -> Browser:
    """Starts the browser at a size, by default over the `library` of the test."""
    from sahel_tui.tui.app import SahelApp

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (120, 40), *, over: FakeLibrary | None = None, **options: object
    ) -> AsyncIterator[Driver]:
        app = SahelApp(over or library, **options)
        async with app.run_test(size=size) as pilot:
            driver = Driver(app, pilot)
            await driver.settle()
            await driver.settle()  # The first frame has something done behind it.
            yield driver

    return start
