"""The compare table set in lines."""

from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from sahel_tui.present.compare_layout import lay_out, measure, page_voices, squeeze
from sahel_tui.present.compare_lines import fit_figure, group_line, heading_lines, note_lines, row_lines, title_line
from sahel_tui.present.comparison import CompareTable, comparison_table
from sahel_tui.present.runs import line_text, line_width

if TYPE_CHECKING:
    from tests.present.conftest import Sample


@pytest.fixture
def table(sample: "Sample") -> CompareTable:
    """The sample's table."""
    return comparison_table(sample.event, sample.comparison, sample.documents)


def _set(table: CompareTable, width: int, voices: tuple[int, ...] = (0, 1, 4)) -> list[str]:
    layout = lay_out(measure(table, table.rows, width), width, voices)
    lines = list(heading_lines(table, layout))
    for group in table.groups:
        lines += [group_line(group, width), *(line for row in group.rows for line in row_lines(row, layout))]
    return [line_text(line).rstrip() for line in lines]


def test_the_table_of_the_sample(table: CompareTable) -> None:
    figures, verdicts = zip(*((line[:76].rstrip(), line[76:]) for line in _set(table, 124)), strict=True)
    assert list(figures) == [
        "            who says it →    Mali           JNIM          infobox  verdict",
        "  losses of Mali, Wagner Group",
        "    killed                  ≠14            ≠12 = 7 + 5    14 · 12  ≠ ×1.2",
        "                             12 at first",
        "  losses of Jama'at Nasr al-Islam wal Muslimin",
        "    killed                  ≠31            ≠5             31 · 5   ≠ ×6.2",
        "  counted apart: market raid",
        "    displaced · Civilians    –              –             –        ≈",
    ]
    assert [verdict for verdict in verdicts if verdict] == [
        "Mali's 14 and JNIM's 12 cannot both be true",
        "↻ Mali revised 12 to 14",
        "Mali's 31 and JNIM's 5 cannot both be true",
    ]


def test_where_it_is_narrow_the_sentences_are_left_to_the_line_below(table: CompareTable) -> None:
    assert not any("cannot" in line for line in _set(table, 80))
    assert [line_text(line) for line in note_lines(table.rows[0], 30)] == [
        "≠ Mali's 14 and JNIM's 12",
        "  cannot both be true",
        "↻ Mali revised 12 to 14",
    ]


def test_a_disputed_figure_is_tagged_and_marked(table: CompareTable) -> None:
    layout = lay_out(measure(table, table.rows, 100), 100, (0, 1))
    assert (" ≠14", "disputed") in row_lines(table.rows[0], layout)[0]


@pytest.mark.parametrize(("width", "shown"), [(14, "12 = 7 + 5"), (10, "12 =…"), (6, "12")])
def test_a_sum_without_room_is_its_total(table: CompareTable, width: int, shown: str) -> None:
    entry = next(entry for cell in table.rows[0].cells for entry in cell if " = " in entry.text)
    assert fit_figure(entry, width) == shown


def test_pages_keep_the_two_furthest_apart_in_view(table: CompareTable) -> None:
    widths = measure(table, table.rows, 80)
    pages = page_voices(widths, 80, range(5), (0, 1))
    assert len(pages) > 1
    assert all({0, 1} <= set(page) for page in pages)
    assert {voice for page in pages for voice in page} == {0, 1, 2, 3, 4}


@pytest.mark.parametrize("width", range(61, 140, 3))
def test_the_two_furthest_apart_stay_in_view_at_every_width(table: CompareTable, width: int) -> None:
    voices = range(5)
    widths = squeeze(measure(table, table.rows, width), width, voices)
    for apart in combinations(voices, 2):
        pages = page_voices(widths, width, voices, apart)
        assert all(set(apart) <= set(page) for page in pages)
        assert {voice for page in pages for voice in page} == set(voices)
        for page in pages:
            layout = lay_out(widths, width, page, len(voices) - len(page))
            assert all(line_width(line) <= width for line in heading_lines(table, layout))


def test_voices_out_of_sight_are_counted(table: CompareTable) -> None:
    widths = measure(table, table.rows, 80)
    first, *_ = heading_lines(table, lay_out(widths, 80, (0, 1), hidden=3))
    assert line_text(first).endswith("+3 more →")
    first, *_ = heading_lines(table, lay_out(widths, 80, (0, 1), hidden=1))
    assert line_text(first).endswith("+1 more →")
    first, *_ = heading_lines(table, lay_out(widths, 80, (0, 1)))
    assert line_text(first).endswith("verdict")


@pytest.mark.parametrize("width", range(8, 140, 3))
def test_the_title_keeps_how_many_are_disputed(table: CompareTable, width: int) -> None:
    line = title_line(table, width)
    assert line_width(line) == width
    assert "2 disputed" in line_text(line) or line_text(line).endswith("≠2")
