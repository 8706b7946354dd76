"""The line of an event list."""

import pytest

from sahel_tui.model import Event
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.events import event_line
from sahel_tui.present.runs import line_text, line_width

EVENT = Event("x", "Diafarabé and Koumara attacks", "2023-01-10", disputed=3, verdict="disputed")


def test_date_title_and_mark() -> None:
    assert line_text(event_line(EVENT, 46)) == "2023-01-10  Diafarabé and Koumara attacks   ≠3"


def test_an_event_of_several_days_has_a_dash_behind_its_first() -> None:
    lasting = Event("x", "Ménaka offensive", "2022-03-08", "2023-05", verdict="compatible")
    assert line_text(event_line(lasting, 34)) == "2022-03-08– Ménaka offensive     ≈"


@pytest.mark.parametrize("width", range(0, 60))
def test_the_line_fills_its_width(width: int) -> None:
    assert line_width(event_line(EVENT, width)) == width


@pytest.mark.parametrize("width", range(8, 60))
def test_the_mark_is_never_cut(width: int) -> None:
    assert line_text(event_line(EVENT, width)).endswith("≠3")


@pytest.mark.parametrize("width", range(12, 60))
def test_the_date_is_whole_or_gone(width: int) -> None:
    text = line_text(event_line(EVENT, width))
    assert text.startswith("2023-01-10  ") or not text.startswith("2")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Raid on Dioura (2023)", "Raid on Dioura"),
        ("September 2023 raid on it", "raid on it"),
        ("Raid on Dioura (2021)", "Dioura (2021)"),
        ("It (2023)", "It (2023)"),
        ("Raid on Dioura, Mali (2023)", "Dioura, Mali"),
    ],
)
def test_a_long_title_gives_up_the_year_beside_it(title: str, shown: str) -> None:
    assert line_text(event_line(Event("x", title, "2023-09-28"), 31))[12:].rstrip() == shown


def test_hits_are_found_without_accents() -> None:
    assert [run for run in event_line(EVENT, 60, ["DIAFARABE", "kou"]) if run[1] == "hit"] == [
        ("Diafarabé", "hit"),
        ("Kou", "hit"),
    ]


def test_a_hostile_title_does_not_act() -> None:
    event = Event("x", "Kidal\x1b[31m \u202eattack", "2023")
    assert line_text(event_line(event, 50)).rstrip() == "2023        Kidal·[31m ·attack"


def test_an_agreeing_event_has_its_mark() -> None:
    assert line_text(event_line(Event("x", "Sévaré attack", "2023-04-22", verdict="agree"), 40)).endswith("  =")


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2023-10-02", "2023-12-20", "2 October – 20 December 2023"),
        ("2023-11-04", "2023-11-05", "4–5 November 2023"),
        ("2022-12-30", "2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2022", "2023", "2022–2023"),
        ("", "", ""),
        ("", "2023", "2023"),
        ("early 2023", "", "early 2023"),
        ("2023-13-01", "", "2023-13-01"),
    ],
)
def test_dates_in_words(first: str, last: str, said: str) -> None:
    assert say_dates(first, last) == said
