"""Months and years of events as lines."""

import pytest

from sahel_tui.library import Month
from sahel_tui.present.glyphs import to_ascii
from sahel_tui.present.periods import Unit, choose_unit, find_place, make_periods
from sahel_tui.present.runs import line_text, line_width
from sahel_tui.present.timeline import lay_out_timeline, period_lines, timeline_heading, timeline_line

MONTHS = (
    Month(2023, 10, 5, 3, 4, 61, 140),
    Month(2023, 4, 2, 1, 2, 12, 184),
    Month(2023, None, 1),
    Month(2019, 3, 1, 0, 1, 7, 7),
    Month(None, None, 2),
)


def _draw(unit: Unit, width: int = 76) -> list[str]:
    periods = make_periods(MONTHS, unit)
    layout = lay_out_timeline(periods, width)
    return [line_text(timeline_line(period, layout, unit)) for period in periods]


def test_months_are_newest_first_with_stretches_without_events_between_them() -> None:
    starts = [" ".join(line.split()[:3]) for line in _draw("month")]
    assert starts[:3] == ["2023-10 ━━━━━━━━━ 5", "⋮ 5 months", "2023-04 ━━━━ 2"]
    assert starts[3].startswith("2023-?")
    assert "48 months without events" in _draw("month")[4]
    assert starts[-2:] == ["2019-03 ━━ 1", "undated ━━━━ 2"]


def test_a_year_adds_up_its_months_and_shows_each() -> None:
    year = make_periods(MONTHS, "year")[0]
    assert (year.events, year.disputed, year.counted, year.killed_low, year.killed_high) == (8, 4, 6, 73, 324)
    assert year.by_month == (0, 0, 0, 2, 0, 0, 0, 0, 0, 5, 0, 0)
    assert _draw("year")[0].split("  ")[0] == "2023"
    assert "   ▃     ▇  " in _draw("year")[0]
    assert "3 years without events" in _draw("year")[1]


def test_the_dead_are_drawn_from_the_lowest_to_the_highest_sum() -> None:
    lines = _draw("month")
    assert "├" in lines[0]
    assert "┤ 61–140" in lines[0]
    assert "● 7" in lines[5]
    assert lines[3].endswith(" –")


def test_numbers_of_one_size_are_on_an_even_scale_and_others_on_one_by_ratio() -> None:
    alike = make_periods((Month(2023, 1, 9, 0, 9, 4_000, 9_000), Month(2023, 2, 9, 0, 9, 8_000, 20_000)), "month")
    assert line_text(timeline_heading(lay_out_timeline(alike, 116), "month")).split()[2:] == [
        *("0", "5,000", "10,000", "15,000", "20,000", "killed")
    ]
    apart = make_periods((Month(2023, 1, 9, 0, 9, 4, 9), Month(2023, 2, 9, 0, 9, 8_000, 20_000)), "month")
    assert line_text(timeline_heading(lay_out_timeline(apart, 116), "month")).split()[2:] == [
        *("0", "1", "10", "100", "1,000", "10,000", "killed")
    ]


@pytest.mark.parametrize("width", range(20, 121))
def test_the_heading_is_no_wider_than_the_lines(width: int) -> None:
    for months in (MONTHS, (Month(2022, 3, 1, 0, 1, 900, 1_000), Month(2022, 4, 9, 0, 9, 0, 28))):
        layout = lay_out_timeline(make_periods(months, "month"), width)
        heading = timeline_heading(layout, "month")
        assert "killed" in line_text(heading)
        assert line_width(heading) <= max(width, 30)


def test_a_month_whose_highest_figure_is_not_known_is_open() -> None:
    periods = make_periods((Month(2023, 1, 2, 0, 2, 3, 40, 1),), "month")
    line = line_text(timeline_line(periods[0], lay_out_timeline(periods, 76), "month"))
    assert "> 3–40+" in line


@pytest.mark.parametrize(("months", "unit"), [(3, "month"), (40, "month"), (41, "year")])
def test_many_months_are_shown_as_years(months: int, unit: Unit) -> None:
    assert choose_unit([Month(2000 + n // 12, 1 + n % 12, 1) for n in range(months)]) == unit


def test_a_period_is_found_in_a_list_by_date() -> None:
    october, _, april, unknown, *_, undated = make_periods(MONTHS, "month")
    assert [find_place(MONTHS, one, ascending=False) for one in (october, april, unknown, undated)] == [0, 5, 7, 9]
    assert [find_place(MONTHS, one, ascending=True) for one in (october, april, unknown, undated)] == [6, 4, 3, 0]


def test_a_period_is_said_in_words() -> None:
    words = " ".join(line_text(line) for line in period_lines(make_periods(MONTHS, "month")[0], 60, 9))
    assert words.startswith(
        "October 2023 · 5 events, 3 with disputed figures 61–140 killed: the lowest and the highest"
    )
    assert words.endswith("1 event gives none")


@pytest.mark.parametrize("width", [16, 20, 36, 56, 60, 76, 116, 196])
@pytest.mark.parametrize("unit", ["month", "year"])
def test_lines_fit_and_have_an_ascii_form(width: int, unit: Unit) -> None:
    periods = make_periods((*MONTHS, Month(2024, 1, 31_000, 9_000, 30_000, 1_000_000, 3_000_000)), unit)
    layout = lay_out_timeline(periods, width)
    lines = [timeline_heading(layout, unit), *(timeline_line(period, layout, unit) for period in periods)]
    assert all(line_width(line) <= max(width, 48) for line in lines)
    assert all(to_ascii(line_text(line)).isascii() for line in lines)


def test_without_events_there_are_no_lines() -> None:
    assert make_periods((), "year") == ()
