"""Importing without leaving the browser."""

import threading
from pathlib import Path

import pytest
from conftest import Browser
from fake_library import FakeLibrary

from sahel_tui.tui import importing
from sahel_tui.tui.path_line import PathScreen


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A file to import."""
    path = tmp_path / "Sévaré notes"
    path.touch()
    return path


async def test_what_was_imported_appears_and_the_cursor_stays(browse: Browser, notes: Path) -> None:
    async with browse() as driver:
        await driver.press("j")
        chosen = driver.browser.events.event
        await driver.press("I")
        await driver.type(str(notes))
        await driver.press("enter")
        await driver.wait_until(lambda: "1 new event" in driver.bottom())
        await driver.settle()
        assert "34 events" in driver.left()[0]
        assert "Clash at Sévaré notes" in driver.text()
        assert driver.browser.events.event == chosen
        assert "1 file not read" in driver.text()


async def test_where_documents_went_and_what_earlier_imports_refused_can_be_read(
    browse: Browser, notes: Path, tmp_path: Path
) -> None:
    (tmp_path / "more").touch()
    async with browse((160, 40)) as driver:
        for path, said in ((notes, "bad.txt refused: no text"), (tmp_path / "more", "! tells more")):
            await driver.press("I")
            await driver.type(str(path))
            await driver.press("enter")
            await driver.wait_until(lambda said=said: said in driver.bottom())
        await driver.press("!")
        for said in ("Clash at more, 2025-12-31 · more", "joined     Tessi", "2 not read", "remove --source NAME"):
            assert said in driver.text()
        assert driver.text().index("Clash at more") < driver.text().index("Clash at Sévaré notes")


async def test_it_tells_how_far_it_is_and_i_stops_it(
    browse: Browser, library: FakeLibrary, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TELL_EVERY", 0.01)
    library.gates["import"] = gate = threading.Event()
    async with browse() as driver:
        await driver.press("I")
        await driver.type(str(notes))
        await driver.press("enter")
        await driver.wait_until(lambda: "reading" in driver.bottom())
        await driver.press("j")
        assert driver.browser.events.cursor == 1
        await driver.press("I")
        gate.set()
        await driver.wait_until(lambda: "the import was stopped" in driver.bottom())
        assert "33 events" in driver.left()[0]


async def test_leaving_stops_it(browse: Browser, library: FakeLibrary, notes: Path) -> None:
    library.gates["import"] = gate = threading.Event()
    async with browse() as driver:
        await driver.press("I")
        await driver.type(str(notes))
        await driver.press("enter")
        job = driver.browser.job
        assert job
        stop = job.stop

        def stop_then_go_on() -> None:
            stop()
            gate.set()

        job.stop = stop_then_go_on  # type: ignore[method-assign]
        await driver.press("Q")
    assert gate.is_set()
    assert len(library.entries) == 33


async def test_a_library_that_cannot_be_written_is_said(browse: Browser, tmp_path: Path) -> None:
    (tmp_path / "refused").touch()
    async with browse() as driver:
        await driver.press("I")
        await driver.type(f"{tmp_path}/refused")
        await driver.press("enter")
        await driver.wait_until(lambda: "another sahel-tui is writing the library" in driver.bottom())


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (20, 5)])
async def test_the_line_at_every_size(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await driver.press("I")
        await driver.type("/nowhere-at-all")
        await driver.press("enter")
        assert isinstance(driver.app.screen, PathScreen)
        assert size[0] < 80 or "there is no such file or folder" in driver.text()
        await driver.press("escape")
        assert driver.app.screen is driver.browser


async def test_names_are_completed_and_listed(browse: Browser, tmp_path: Path) -> None:
    for name in ("notes-2022.txt", "notes-2023.txt", ".hidden"):
        (tmp_path / name).touch()
    (tmp_path / "texts").mkdir()
    async with browse() as driver:
        for typed, completed, said in (
            ("n", "notes-202", "2 names: notes-2022.txt, notes-2023.txt"),
            ("te", "texts/", "Tab completes"),
            (".h", ".hidden", "Tab completes"),
            ("", "", "3 names: notes-2022.txt, notes-2023.txt, texts/"),
            ("zebra", "zebra", "no name begins so"),
        ):
            await driver.press("I")
            await driver.type(f"{tmp_path}/{typed}")
            await driver.press("tab")
            assert f"{tmp_path}/{completed} " in f"{driver.lines()[-1]} "
            assert said in "".join(driver.lines()[-2:])
            await driver.press("escape")
        await driver.press("I")
        await driver.type("/nowhere/at/all")
        await driver.press("tab")
        assert "no name begins so" in driver.text()
