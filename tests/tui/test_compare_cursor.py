"""Where the keys lead in a compare table, without a terminal."""

from collections.abc import Iterator

import pytest
from compare_library import make_compare_library

from sahel_tui.dataclass import replace
from sahel_tui.model import Count
from sahel_tui.present.compare_table import CompareRow
from sahel_tui.present.runs import line_text, line_width
from sahel_tui.tui.compare.cursor import OTHERS, Cursor, Stop
from sahel_tui.tui.compare.heights import share_heights
from sahel_tui.tui.compare.loading import load_table
from sahel_tui.tui.compare.table_part import choose_page, find_pages
from sahel_tui.tui.compare.text_part import find_shown
from sahel_tui.tui.compare.view import draw


@pytest.fixture
def cursor() -> Cursor:
    """On the raid with seven voices and one other incident."""
    return Cursor(load_table(make_compare_library(), ["dioula"]))


def test_it_stands_on_the_widest_dispute_of_the_main_incident(cursor: Cursor) -> None:
    assert cursor.here == Stop(0, 0)
    assert [entry.text for entry in cursor.cell] == ["70"]


def test_the_opponent_is_the_figure_furthest_away(cursor: Cursor) -> None:
    assert cursor.opponent == 1
    cursor.move_sideways(3)
    assert (cursor.cell_voice, cursor.opponent) == (3, 0)


def test_it_stands_on_a_figure_that_the_verdict_is_about(cursor: Cursor) -> None:
    group = cursor.table.groups[0]
    row = replace(group.rows[0], apart=(2, 4))
    other = Cursor(replace(cursor.table, groups=(replace(group, rows=(row,)),)))
    assert other.cell_voice == 2


def test_the_opponent_contradicts_the_figure_though_another_is_further_away(cursor: Cursor) -> None:
    cursor.move_sideways(3)
    assert [entry.text for entry in cursor.cell] == ["85"]
    assert cursor.row
    first = cursor.row.cells[0][0]
    assert first.figure
    at_least = replace(first, figure=replace(first.figure, count=Count(70, None, hedge="at_least")))
    group = cursor.table.groups[0]
    row = replace(cursor.row, cells=((at_least,), *cursor.row.cells[1:]))
    cursor.table = replace(cursor.table, groups=(replace(group, rows=(row,)),))
    assert cursor.opponent == 1


def test_a_row_where_the_chosen_voice_is_silent_shows_the_nearest(cursor: Cursor) -> None:
    cursor.next_dispute(1)
    assert cursor.here == Stop(1, 0)
    assert cursor.table.voices[cursor.cell_voice].key == "RFI"


def test_many_other_incidents_fold_into_one_line(cursor: Cursor) -> None:
    table = cursor.table
    many = Cursor(replace(table, groups=(table.groups[0], *table.groups[1:] * 5)))
    assert many.stops == (Stop(0, 0), Stop(OTHERS, None))
    many.move(1)
    many.toggle_group()
    assert many.stops[1:3] == (Stop(OTHERS, None), Stop(1, None))
    many.toggle_group()
    assert len(many.stops) == 2
    many.next_dispute(1)
    assert many.here == Stop(1, 0)


@pytest.mark.parametrize("free", range(2, 60))
def test_heights_use_all_lines_there_are(free: int) -> None:
    shares = share_heights(free, table=12, scale=4, texts=14)
    assert shares.table >= 1
    assert shares.texts >= 1
    assert shares.table + shares.scale + shares.texts + 2 * shares.air == free


@pytest.mark.parametrize("width", range(20, 130, 7))
@pytest.mark.parametrize("height", range(4, 45, 5))
def test_a_frame_fills_its_room_and_no_more(cursor: Cursor, width: int, height: int) -> None:
    for step in range(4):
        frame = draw(cursor, width, height)
        assert len(frame.lines) == height
        assert all(line_width(line) <= width for line in frame.lines)
        if frame.row >= 0:
            start, end = frame.cell
            assert "".join(line_text(frame.lines[frame.row])[start:end]) in cursor.cell[0].text + "…"
        cursor.move_sideways(step)
        cursor.next_dispute(1)


EVERY = [("2023-01-10-tessi",), ("dioula",), ("2023-01-10-tessi", "dioula")]


def _walk(events: tuple[str, ...]) -> Iterator[tuple[Cursor, CompareRow]]:
    """Every figure of a table in turn under the cursor."""
    cursor = Cursor(load_table(make_compare_library(), events))
    for number, row in enumerate(cursor.table.rows):
        cursor.go_to_row(number)
        for voice in cursor.speaking:
            cursor.voice = voice
            yield cursor, row


@pytest.mark.parametrize("events", EVERY)
@pytest.mark.parametrize("width", [61, 80, 120])
def test_the_voices_of_the_verdict_and_those_quoted_have_columns(events: tuple[str, ...], width: int) -> None:
    for cursor, row in _walk(events):
        pages = find_pages(cursor, width)
        quoted = {voice for voice, _ in find_shown(cursor)}
        assert {*row.apart, *quoted} <= {*pages[choose_page(cursor, pages)]}


def test_the_voices_without_a_column_are_named(cursor: Cursor) -> None:
    lines = [line_text(line) for line in draw(cursor, 80, 23, voices_key="v").lines]
    rule = next(line for line in lines if line.startswith("──"))
    assert "+2 more →" in lines[1]
    assert " v shows ≠ residents, ≠ local officials " in rule
    assert line_width(((rule, ""),)) == 80
