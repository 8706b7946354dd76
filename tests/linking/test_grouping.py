"""Which documents are of one event."""

import pytest

from sahel_tui.linking.evidence import Described
from sahel_tui.linking.grouping import group_documents, name_events
from sahel_tui.model import Event
from sahel_tui.store.folding import make_title_key


def describe(
    seen: int, title: str, date: str = "", end: str | None = None, *, place: str = "", plain: bool = True
) -> Described:
    """A document, by its number, that describes such an event."""
    slug = "-".join(part for part in (date, title.lower().replace(" ", "-")) if part)
    return Described(seen, Event(slug, title, date, date if end is None else end, place, 1), plain)


@pytest.mark.parametrize(
    "title",
    ["Sévaré attack", "2023 Sévaré attack", "sevare Attack (2023)", "Sévaré: attack", "SE\u0301VARE\u0301 ATTACK"],
)
def test_the_same_title(title: str) -> None:
    assert make_title_key(title) == "sevare attack"


@pytest.mark.parametrize("title", ["june 2017 bamako attack", "2023", "group of 2023 men", "battle of hill 1041"])
def test_numbers_that_belong_to_the_title(title: str) -> None:
    assert make_title_key(title) == title


GROUPS = {
    "the same day": (["2023-01-10", "2023-01-10"], [[1, 2]]),
    "another year": (["2023-01-10", "2024-01-10"], [[1], [2]]),
    "days within a span": (["2023-12-20", "2023-10-02/2023-12-20", "2023-11-05"], [[1, 2, 3]]),
    "spans one after the other": (["2023-01-01/2023-01-03", "2023-01-04/2023-01-05"], [[1], [2]]),
    "still going on": (["2022-03-08/", "2023-05-01"], [[1, 2]]),
    "a month around a day": (["2023-01", "2023-01-10"], [[1, 2]]),
    "a year around two attacks": (["2023", "2023-01-10", "2023-11-26"], [[1], [2], [3]]),
    "no date and one attack": (["", "2023-01-10"], [[1, 2]]),
    "no date and two attacks": (["", "2023-01-10", "2023-11-26"], [[1], [2], [3]]),
    "no dates at all": (["", ""], [[1, 2]]),
}


@pytest.mark.parametrize(("dates", "expected"), GROUPS.values(), ids=GROUPS)
def test_dates_make_or_part_a_group(dates: list[str], expected: list[list[int]]) -> None:
    described = [
        describe(seen, "Djibo attack", *(date.split("/") if "/" in date else (date, date)))
        for seen, date in enumerate(dates, 1)
    ]
    for order in (described, described[::-1]):
        groups = group_documents(order)
        assert sorted(sorted(one.seen for one in group) for group in groups) == expected


def test_other_titles_are_other_events() -> None:
    groups = group_documents([describe(1, "Djibo attack", "2023-11-26"), describe(2, "Djibo raid", "2023-11-26")])
    assert len(groups) == 2


def test_events_come_by_date_and_the_undated_first() -> None:
    groups = group_documents(
        describe(seen, f"Event {seen}", date) for seen, date in enumerate(["2023-05", "2021-01-02", "", "2023-05-01"])
    )
    assert [group[0].event.date for group in groups] == ["", "2021-01-02", "2023-05-01", "2023-05"]


def test_the_document_as_an_editor_wrote_it_names_the_event() -> None:
    groups = group_documents(
        [
            describe(1, "Diafarabe attack", "2023-01-10", plain=False, place="Mali"),
            describe(2, "Diafarabé attack", "2023-01-10", place="Diafarabé"),
        ]
    )
    (event,) = name_events(groups)
    assert (event.title, event.place, event.documents) == ("Diafarabé attack", "Diafarabé", 2)


def test_what_it_leaves_open_comes_from_the_others() -> None:
    groups = group_documents(
        [
            describe(1, "Inata attack"),
            describe(2, "Inata attack", "2021-11-14", plain=False, place="Inata, Burkina Faso"),
        ]
    )
    (event,) = name_events(groups)
    assert event == Event(
        "2021-11-14-inata-attack", "Inata attack", "2021-11-14", "2021-11-14", "Inata, Burkina Faso", 2
    )


def test_ids_are_unique_and_the_first_to_come_keeps_its_own() -> None:
    wanted = [("raid", "2023-01-10"), ("raid", "2021-01-10"), ("raid", "2022-01-10"), ("raid-2", "2019-01-10")]
    described = [Described(seen, Event(slug, slug, date, date)) for seen, (slug, date) in enumerate(wanted)]
    named = {event.date[:4]: event.id for event in name_events(group_documents(described))}
    assert named == {"2023": "raid", "2021": "raid-2", "2022": "raid-3", "2019": "raid-2-2"}


def test_an_infobox_title_joins_a_page_of_that_title() -> None:
    """One page is called after the hotel and its infobox after the town; the other page has the infobox's title."""
    page = Event("a", "Radisson attack", "2015-11-20", "2015-11-20", names=("2015 Bamako hotel attack",))
    capture = Event("b", "Bamako hotel attack", "2015-11-20", "2015-11-20")
    other = Event("c", "Nampala attack", "2015-11-20", "2015-11-20")
    groups = group_documents([Described(1, capture), Described(2, other), Described(3, page, True)])
    assert sorted(sorted(one.seen for one in group) for group in groups) == [[1, 3], [2]]
