"""The browser over the bundled events: every figure shown leads to its characters."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from driver import Driver

from sahel_tui.library import Library, open_library
from sahel_tui.tui.app import SahelApp
from sahel_tui.tui.article_layout import find_stops, set_article
from sahel_tui.tui.reading import Reading


@pytest.fixture
def bundled(bundled_library: Path) -> Library:
    """The bundled events."""
    return open_library(bundled_library)


@pytest.fixture
async def driver(bundled: Library) -> AsyncIterator[Driver]:
    """The browser over them."""
    app = SahelApp(bundled)
    async with app.run_test(size=(120, 40)) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver


def test_every_claim_of_every_document_can_be_gone_to(bundled: Library) -> None:
    lost = []
    for event in bundled.search(limit=1000).events:
        reading = Reading.from_library(bundled, event, ())
        for number, document in enumerate(reading.documents):
            own = {index for index, claim in enumerate(reading.comparison.claims) if claim.document == document.id}
            lines = set_article(reading.turned_to(number).blocks(), 66)
            stops = find_stops(lines, frozenset(own))
            lost += [reading.comparison.claims[index] for index in own - {stop.claim for stop in stops}]
            for stop in stops:
                claim = reading.comparison.claims[stop.claim]
                assert claim.start <= stop.start < stop.end <= claim.end
                assert lines[stop.line].cells(stop.start, stop.end)
    assert lost == []


async def test_diafarabe_from_the_list_to_the_sentence(driver: Driver) -> None:
    await driver.find("diaf")
    assert "Diafarabé and Koumara attacks" in driver.right()[0]
    await driver.press("]")
    assert driver.bottom().startswith("≠ 1 of ")
    await driver.press("c")
    await driver.wait_until(lambda: "×6.2" in driver.text())


async def test_every_event_can_be_read(driver: Driver) -> None:
    events = driver.browser.events
    for _ in range(events.listing.total):
        event = events.event
        assert event is not None
        await driver.type_ahead("]", "down")
        assert driver.browser.events.has_focus
