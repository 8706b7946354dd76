"""What speaks for and against two documents being of one event."""

import pytest

from sahel_tui.linking import candidates
from sahel_tui.linking.circumstances import Circumstances, decode_circumstances, encode_circumstances
from sahel_tui.linking.evidence import Described, weigh
from sahel_tui.linking.grouping import group_documents
from sahel_tui.linking.whereabouts import Whereabouts, parse_place
from sahel_tui.model import Event


def describe(seen: int = 1, **known: object) -> Described:
    """A row about nine soldiers killed by JNIM at Boni, changed by `known`."""
    title = str(known.get("title", f"Clash at Boni {seen}"))
    date, end = str(known.get("date", "2021-02-03")), str(known.get("end", known.get("date", "2021-02-03")))
    place = known.get("place", "Boni, Mali")
    where = parse_place(place) if isinstance(place, str) else place
    assert isinstance(where, Whereabouts)
    groups, states = known.get("groups", ("jnim",)), known.get("states", ("mali",))
    toll, catalogue = known.get("toll", (9, 9)), known.get("catalogue", "UCDP")
    assert isinstance(groups, tuple)
    assert isinstance(states, tuple)
    assert isinstance(toll, tuple)
    figures = tuple(sorted(set(toll)))
    told = ("armed",), str(catalogue), bool(known.get("published"))
    circumstances = Circumstances(where, groups, states, toll or None, figures, *told)
    return Described(seen, Event(f"event-{seen}", title, date, end, ""), False, circumstances)


ALIKE = {
    "the same in all": {},
    "no figures": {"toll": ()},
    "a day later with the same figure": {"date": "2021-02-04"},
    "the news of the day after": {"date": "2021-02-04", "toll": (), "published": True},
    "another figure": {"toll": (11, 12)},
    "a part of the group": {"groups": ("katiba_macina",)},
    "a group nobody named, and the same figure": {"groups": ()},
    "the town next to it, on the same day": {"place": Whereabouts(("somewhere",), (), ("Mali",), (15.1, -2.2))},
    "a battle of several days around it": {"date": "2021-02-02", "end": "2021-02-05"},
}
OTHER = {
    "a day later with another figure": {"date": "2021-02-04", "toll": (30, 30)},
    "the news of the day before": {"date": "2021-02-02", "toll": (), "published": True},
    "two days later": {"date": "2021-02-05"},
    "another place": {"place": "Douentza, Mali"},
    "only a region": {"place": "Mopti Region, Mali"},
    "a place of that name elsewhere": {"place": Whereabouts(("Boni, Mali",), (), ("Mali",), (13.0, -6.0))},
    "another country": {"place": Whereabouts(("Boni, Mali",), (), ("Burkina Faso",))},
    "another group": {"groups": ("issp",)},
    "a far larger toll and no group": {"groups": (), "toll": (90, 90)},
    "a campaign": {"date": "2021-01-01", "end": "2021-06-01"},
    "no day": {"date": "2021-02"},
    "another row of the same list": {"catalogue": "UCDP"},
}


@pytest.mark.parametrize("known", ALIKE.values(), ids=ALIKE)
def test_one_event(known: dict[str, object]) -> None:
    row, other = describe(1), describe(2, **{"catalogue": "ACLED", **known})
    assert weigh(row, other).is_enough
    assert weigh(other, row).points == weigh(row, other).points
    assert len(group_documents([row, other])) == 1


@pytest.mark.parametrize("known", OTHER.values(), ids=OTHER)
def test_other_events(known: dict[str, object]) -> None:
    row, other = describe(1), describe(2, **{"catalogue": "ACLED", **known})
    assert not weigh(row, other).is_enough
    assert len(group_documents([row, other])) == 2


def test_two_texts_need_more_than_a_row() -> None:
    page, news = describe(1, catalogue=""), describe(2, catalogue="", toll=(), states=())
    assert (weigh(page, news).points, weigh(page, news).is_enough) == (8, False)
    assert weigh(page, describe(2, catalogue="")).is_enough


@pytest.mark.parametrize("titles", [("Second Battle of Kidal", "Third Battle of Kidal")])
def test_numbered_battles_are_two(titles: tuple[str, str]) -> None:
    one, other = (describe(seen, catalogue="", title=title) for seen, title in enumerate(titles))
    assert weigh(one, other).forbidden is not None


def test_what_fits_two_equally_well_joins_neither() -> None:
    rows = [describe(1), describe(2), describe(3, catalogue="ACLED")]
    assert len(group_documents(rows)) == 3
    better = describe(2, toll=(4, 4))
    assert sorted(len(group) for group in group_documents([rows[0], better, rows[2]])) == [1, 2]


def test_a_text_has_rows_of_several_places() -> None:
    text = describe(1, catalogue="", place="Boni and Douentza, Mali")
    rows = [describe(2), describe(3, place="Douentza, Mali"), describe(4, catalogue="ACLED")]
    assert len(group_documents([text, *rows])) == 1


def test_what_a_reader_says_comes_first() -> None:
    row, same, other = describe(1), describe(2, catalogue="ACLED"), describe(3, catalogue="ACLED", place="Gao, Mali")
    groups = group_documents([row, same, other], together=[(1, 3)], apart=[(1, 2)])
    assert sorted(sorted(one.seen for one in group) for group in groups) == [[1, 3], [2]]


def test_a_crowd_at_one_place_and_day_is_not_weighed_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed = 0

    def count(one: Described, other: Described) -> object:
        nonlocal weighed
        weighed += 1
        return weigh(one, other)

    monkeypatch.setattr(candidates, "weigh", count)
    crowd = [describe(seen, catalogue=("UCDP", "ACLED")[seen % 2]) for seen in range(600)]
    candidates.find_candidates(crowd)
    blocks = 5  # The town and four squares.
    assert 0 < weighed <= blocks * candidates.CROWD**2


@pytest.mark.parametrize("circumstances", [describe(1).circumstances, Circumstances()])
def test_circumstances_come_back_as_they_were(circumstances: Circumstances) -> None:
    assert decode_circumstances(encode_circumstances(circumstances)) == circumstances


PLACES = {
    "Ber and outskirts, Timbuktu Region, Mali": (("Ber, Mali",), ()),
    "In-Delimane, Gao Region, Mali": (("In-Delimane, Mali",), ()),
    "North of Aguelhok, Mali": (("Aguelhok, Mali",), ()),
    "Karma, Yatenga Province, Burkina Faso": (("Karma, Burkina Faso",), ()),
    "Karma village, Tillabéri region, Niger": (("Karma, Niger",), ()),
    "Boulkessy, Mopti, Mali": (("Boulikessi, Mali",), ()),
    "Kidal Region, Mali": ((), ()),
    "Mali": ((), ()),
    "": ((), ()),
    "Safi village, Namentenga province, Burkina Faso": (("safi",), ()),
    "La Terrasse, Hippodrome, Bamako, Mali": (("teras",), ("Bamako, Mali",)),
}


@pytest.mark.parametrize(("text", "expected"), PLACES.items(), ids=PLACES)
def test_places_of_a_line(text: str, expected: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    found = parse_place(text)
    assert (found.spots, found.around) == expected
