"""The compare screen under the keys of a reader, at every size."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from compare_reader import CompareApp, Reader

TESSI, PLAIN = "2023-01-10-tessi", "2023-11-14-Bérébo"
SIZES = [(120, 40), (80, 24), (40, 15), (20, 5)]


Compare = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def compare() -> Compare:
    """Opens the compare screen on events of the made-up library."""

    @asynccontextmanager
    async def start(*event_ids: str, size: tuple[int, int] = (120, 40), **options: int) -> AsyncIterator[Reader]:
        app = CompareApp(*event_ids, **options)
        async with app.run_test(size=size) as pilot:
            await pilot.pause(0)
            yield Reader(app, pilot)

    return start


@pytest.mark.parametrize("size", SIZES)
async def test_the_widest_dispute_is_under_the_cursor(compare: Compare, size: tuple[int, int]) -> None:
    async with compare(TESSI, size=size) as reader:
        assert "31" in reader.pointed
        assert "5" in reader.pointed
        assert reader.reversed == "31"


@pytest.mark.parametrize("size", SIZES[:3])
async def test_the_spread_and_the_marked_figure_are_seen(compare: Compare, size: tuple[int, int]) -> None:
    async with compare(TESSI, size=size) as reader:
        assert "×6.2" in reader.pointed
        assert reader.shows("▐thirty-one militants")


@pytest.mark.parametrize("size", SIZES[:2])
async def test_both_sentences_are_on_the_screen(compare: Compare, size: tuple[int, int]) -> None:
    async with compare(TESSI, size=size) as reader:
        assert reader.shows("▐thirty-one militants")
        assert reader.shows("five▌")
        assert reader.shows("Mali's 31 and JNIM's 5 cannot both be true")


async def test_the_smallest_terminal_shows_the_figure_in_its_text(compare: Compare) -> None:
    async with compare(TESSI, size=(20, 5)) as reader:
        assert reader.shows("▐")
        assert reader.lines[0].endswith("≠2")


@pytest.mark.parametrize("width", [20, 21, 33, 40, 60, 61, 79, 99, 100, 120, 200])
@pytest.mark.parametrize("height", [5, 7, 12, 18, 24, 60])
async def test_every_size_works(compare: Compare, width: int, height: int) -> None:
    async with compare("dioula", size=(width, height)) as reader:
        await reader.press("tab", "l", "v", "m", "?", "q", "d", "pagedown", "G", "j")
        lines = reader.lines
        assert len(lines) == height
        assert lines[0].strip()
        assert lines[-1].strip()


async def test_a_terminal_that_is_too_small_says_so(compare: Compare) -> None:
    async with compare(TESSI, size=(18, 4)) as reader:
        assert reader.lines[0] == "needs 20×5"


async def test_resizing_sets_everything_anew(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.pilot.resize_terminal(40, 15)
        await reader.pilot.pause(0)
        assert len(reader.lines) == 15
        assert "31› Mali ≠ 5 JNIM" in reader.pointed


async def test_rows_and_voices(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("l")
        assert reader.reversed == "5"
        await reader.press("k")
        assert "vehicles captured" in reader.pointed
        assert reader.reversed == "2"


async def test_tab_goes_round_the_disputes(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("tab")
        assert reader.reversed == "14"
        await reader.press("]")
        assert reader.reversed == "31"
        await reader.press("[")
        assert reader.reversed == "14"


async def test_a_dispute_of_another_incident_is_unfolded(compare: Compare) -> None:
    async with compare("dioula") as reader:
        assert reader.shows("counted apart: market week before  1 row, Enter opens")
        await reader.press("tab")
        assert "killed · Civilians" in reader.pointed
        assert reader.shows("3 traders killed▌")


async def test_enter_leaves_with_the_claim(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("l", "enter")
        claim = reader.app.left_with[0]
        assert claim
        assert claim.quote == "its own dead at five"


async def test_enter_on_a_folded_title_opens_it(compare: Compare) -> None:
    async with compare("dioula") as reader:
        await reader.press("G", "enter")
        assert reader.app.left_with == []
        assert reader.shows("killed · Civilians")
        await reader.press("enter")
        assert not reader.shows("killed · Civilians")


@pytest.mark.parametrize("key", ["q", "escape"])
async def test_back_leaves_with_nothing(compare: Compare, key: str) -> None:
    async with compare(TESSI) as reader:
        await reader.press(key)
        assert reader.app.left_with == [None]


async def test_the_next_place_of_a_figure(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("tab")
        assert reader.shows("1 of 3")
        assert reader.shows("Mali · Fighting · document 1")
        await reader.press("m")
        assert reader.shows("2 of 3")
        assert reader.shows("▐fourteen soldiers fell▌")
        await reader.press("m", "enter")
        assert reader.app.left_with[0]
        assert reader.app.left_with[0].where == "infobox:casualties1"


async def test_more_voices_than_fit_are_paged(compare: Compare) -> None:
    async with compare("dioula", size=(80, 24)) as reader:
        seen = set()
        for _ in range(4):
            heading = reader.lines[1]
            assert "Mali" in heading
            assert "≠70" in reader.pointed
            assert "≠98" in reader.pointed
            seen |= {voice for voice in ("RFI", "AFP", "residents", "local") if voice in heading}
            await reader.press("v")
        assert seen == {"RFI", "AFP", "residents", "local"}


@pytest.mark.parametrize("width", [61, 70, 80])
async def test_the_two_of_the_verdict_stay_and_the_hidden_are_counted(compare: Compare, width: int) -> None:
    async with compare("dioula", size=(width, 24)) as reader:
        for _ in range(7):
            assert re.search(r"≠70 .*≠98", reader.pointed)
            shown, hidden = len(re.findall(r"≠\d", reader.pointed)), re.search(r"\+(\d) more →", reader.lines[1])
            assert hidden
            assert shown + int(hidden[1]) == 7
            await reader.press("l")


async def test_sideways_reaches_every_voice(compare: Compare) -> None:
    async with compare("dioula", size=(80, 24)) as reader:
        figures = [reader.reversed]
        for _ in range(6):
            await reader.press("l")
            figures.append(reader.reversed)
        assert figures == ["70", "98", "81", "85", "90", "88", "86"]


async def test_two_spokesmen_are_told_apart(compare: Compare) -> None:
    async with compare("dioula", size=(160, 40)) as reader:
        assert reader.shows("Mohamed Ramadane")
        assert reader.shows("Moulay Ag Mola") or reader.shows("M. A. Mola")


async def test_two_events_stand_side_by_side(compare: Compare) -> None:
    async with compare(TESSI, "dioula", size=(200, 40)) as reader:
        assert reader.shows("Ambush near Tessi | Raid on Dioula")
        heading = next(line for line in reader.lines if "Ambush near Tessi" in line and "|" not in line)
        assert heading.index("Ambush near Tessi") < heading.index("Raid on Dioula")
        await reader.press("g")
        assert "≠14" in reader.pointed
        assert "≠70" in reader.pointed
        assert reader.shows("▐fourteen soldiers were dead▌")
        assert reader.shows("soldiers died▌")


async def test_the_documents_of_an_event_stand_side_by_side(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("d")
        assert reader.shows("document 1 · tessi.txt")
        assert reader.shows("document 2")
        await reader.press("g")
        assert reader.pointed.count("14") >= 2
        await reader.press("d")
        assert not reader.shows("document 2")


async def test_nothing_to_compare_says_what_to_do(compare: Compare) -> None:
    async with compare("quiet") as reader:
        assert reader.shows("No casualty figure was found in this text")
        assert reader.shows("q goes back")
        await reader.press("tab", "enter", "l", "j", "m", "v", "y", "pagedown", "q")
        assert reader.app.left_with == [None]


async def test_help_names_every_key_and_mark(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        await reader.press("?")
        assert reader.shows("Next disputed row")
        await reader.press("G")
        assert reader.shows("cannot both be true")
        assert reader.shows("a belligerent about its enemy")
        await reader.press("escape")
        assert not reader.shows("a belligerent about its enemy")
        assert reader.app.left_with == []


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 24)])
async def test_labels_stand_under_the_table(compare: Compare, size: tuple[int, int]) -> None:
    async with compare(TESSI, size=size) as reader:
        assert "31›" in reader.pointed
        line = next(line for line in reader.lines if "lowest" in line)
        words = "lowest JNIM · highest Mali, about its enemy" if size[0] > 60 else "lowest JNIM · highest Mali›"
        assert line.strip() == words
        assert "▌" not in line


async def test_labels_follow_the_cursor_and_their_line_stays(compare: Compare) -> None:
    async with compare(TESSI) as reader:
        place = next(number for number, line in enumerate(reader.lines) if "lowest JNIM" in line)
        await reader.press("k")
        assert reader.lines[place].strip() == "JNIM about its enemy"
        await reader.press("tab")
        assert "lowest" in reader.lines[place]


async def test_texts_scroll_and_come_back(compare: Compare) -> None:
    async with compare("dioula", size=(61, 18)) as reader:
        before = reader.lines[:-1]
        await reader.press("pagedown", "pageup")
        assert reader.lines[:-1] == before


async def test_an_asked_row_is_under_the_cursor(compare: Compare) -> None:
    async with compare(TESSI, row=2) as reader:
        assert "vehicles captured" in reader.pointed


async def test_a_held_key_moves_only_the_table(compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sahel_tui.tui.compare.screen._REST", 60)
    async with compare("dioula") as reader:
        await reader.hold("l", "l", "l")
        shown = reader.lines
        assert reader.reversed == "85"
        assert reader.shows("98 soldiers died▌")
        await reader.press()
        assert reader.shows("85 soldiers died▌")
        assert reader.lines != shown


async def test_a_moved_cursor_repaints_few_lines(compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    async with compare("dioula") as reader:
        canvas = reader.app.screen.query_one("Canvas")
        asked: list[int] = []
        monkeypatch.setattr(canvas, "refresh", lambda *regions: asked.append(sum(region.height for region in regions)))
        await reader.hold("l")
        assert 0 < sum(asked) <= 14


@pytest.mark.parametrize("size", SIZES)
async def test_w_tells_the_documents_and_what_changed(compare: Compare, size: tuple[int, int]) -> None:
    async with compare(TESSI, size=size) as reader:
        await reader.press("w")
        assert reader.shows("─ What changed " if size[0] >= 40 else "─ Wh")
        assert reader.shows("1 · ")
        await reader.press("w")
        assert not reader.shows("─ Wh")
        assert "31" in reader.pointed


async def test_one_document_has_no_changes(compare: Compare) -> None:
    async with compare(PLAIN) as reader:
        await reader.press("w")
        assert reader.shows("there is one document")
