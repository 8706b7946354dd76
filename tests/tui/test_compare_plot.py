"""The figures of a row on a scale in the compare screen."""

import pytest
from compare_reader import CompareApp, Reader
from textual.geometry import Size

TESSI, PLAIN = "2023-01-10-tessi", "2023-11-14-Bérébo"


async def _read(app: CompareApp, pilot: object) -> Reader:
    reader = Reader(app, pilot)
    await reader.pilot.pause(0)
    return reader


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_p_draws_the_figures_where_there_is_no_room_to_spare(size: tuple[int, int]) -> None:
    app = CompareApp("dioula")
    async with app.run_test(size=size) as pilot:
        reader = await _read(app, pilot)
        assert reader.shows("▐")
        await reader.press("p")
        assert "Mali" in next(line for line in reader.lines if "● 70" in line)
        assert "Ramadane" in next(line for line in reader.lines if "● 98" in line)
        assert len(reader.lines) == size[1]
        await reader.press("p")
        assert not reader.shows("● 98")
        assert reader.shows("▐")


async def test_p_takes_the_scale_away_where_it_is_shown_by_itself() -> None:
    app = CompareApp(TESSI)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await _read(app, pilot)
        assert reader.shows("● 31")
        assert reader.shows("p plot")
        await reader.press("p")
        assert not reader.shows("● 31")
        await reader.press("p")
        assert reader.shows("● 31")


async def test_where_figures_do_not_differ_p_says_so() -> None:
    app = CompareApp(PLAIN)
    async with app.run_test(size=(120, 40)) as pilot:
        reader = await _read(app, pilot)
        assert not reader.shows("p plot")
        await reader.press("p")
        assert reader.shows("there is nothing to draw")


@pytest.mark.parametrize("width", [20, 24, 33, 60, 61, 100])
@pytest.mark.parametrize("height", [5, 6, 8, 11, 18, 40])
async def test_it_fits_every_size(width: int, height: int) -> None:
    app = CompareApp("dioula")
    async with app.run_test(size=(width, height)) as pilot:
        reader = await _read(app, pilot)
        await reader.press("p", "j", "l", "p")
        assert app.size == Size(width, height)
        assert len(reader.lines) == height
        assert reader.pointed
