"""What event a document describes."""

import pytest

from sahel_tui.documents import parse_document
from sahel_tui.documents.event import describe_event
from sahel_tui.model import Event

LEAD = "On 2 November 2021 the mayor was ambushed."


def event(text: str, name: str = "notes.txt") -> Event:
    return describe_event(parse_document(text, name))


def test_infobox_gives_dates_and_place() -> None:
    found = event("= Siege of Douna =\n\nInfobox\n- Place: Douna, Mali[1]\n- Date: May 3–5, 2014\n\nIt lasted long.\n")
    assert found == Event("2014-05-03-siege-of-douna", "Siege of Douna", "2014-05-03", "2014-05-05", "Douna, Mali")


def test_date_of_the_file_name_comes_second_the_title_third_and_the_lead_last() -> None:
    assert event(f"= Raid =\n\n{LEAD}\n", "2020-03-04_raid.txt").date == "2020-03-04"
    assert event(f"= Raid =\n\n{LEAD}\n", "12345_raid.txt").date == "2021-11-02"
    assert event(f"= Raid on Douna (1 May 2020) =\n\n{LEAD}\n", "12345_raid.txt").date == "2020-05-01"
    assert event("= Raid =\n\nIn May 2020 they came.\n").date == ""


def test_infobox_date_that_says_nothing_is_passed_over() -> None:
    assert event(f"= Raid =\n\nInfobox\n- Date: 13\n\n{LEAD}\n").date == "2021-11-02"


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("Tongo Tongo, Niger 15.0532111°N 1.8355139°E", "Tongo Tongo, Niger"),
        ("Douna 17° 43′ 46″ nord, 0° 12′ 22″ est", "Douna"),
        ("Solhan and Tadaryat, Burkina Faso", "Solhan and Tadaryat, Burkina Faso"),
        ("6 km north of Ber", "6 km north of Ber"),
    ],
)
def test_place_is_shown_without_coordinates(place: str, shown: str) -> None:
    assert event(f"= Raid =\n\nInfobox\n- Place: {place}\n\n{LEAD}\n").place == shown


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Diafarabé and Koumara attacks", "2021-11-02-diafarabe-and-koumara-attacks"),
        ("Jama'at's raid (2021)", "2021-11-02-jamaats-raid-2021"),
        ("A " + "very " * 30 + "long title", "2021-11-02-a" + "-very" * 15),
    ],
)
def test_id_is_a_slug_of_date_and_title(title: str, slug: str) -> None:
    assert event(f"= {title} =\n\n{LEAD}\n").id == slug


def test_title_without_latin_letters_leaves_the_document_id() -> None:
    document = parse_document(f"= هجوم =\n\n{LEAD}\n", "a.txt")
    assert describe_event(document).id == f"2021-11-02-{document.id}"
