"""What the list says of an event, from its claims and its documents."""

import pytest

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.documents import parse_document
from sahel_tui.library.entries import compare_together, keep_document
from sahel_tui.library.marks_of_events import find_killed, find_verdict
from sahel_tui.library.names import _END, list_aliases
from sahel_tui.model import Category, Comparison, Count, Figure, Row, Side, Verdict
from sahel_tui.store.build import Packed
from sahel_tui.store.coding import decode_names
from sahel_tui.store.entries import Names, split_names


def make_row(*counts: Count, verdict: Verdict = "single", incident: str = "main", category: Category = "killed") -> Row:
    figures = tuple(Figure(None, "article", count, ()) for count in counts)
    return Row(incident, "combatant1", "soldiers", category, figures, verdict)


@pytest.mark.parametrize(
    ("verdicts", "mark"),
    [
        (["single", "agree", "disputed", "compatible"], "disputed"),
        (["agree", "compatible", "revised"], "compatible"),
        (["single", "agree"], "agree"),
        (["partial", "definitional"], "partial"),
        (["single", "single"], None),
        ([], None),
    ],
)
def test_the_mark_is_the_strongest_verdict(verdicts: list[Verdict], mark: Verdict | None) -> None:
    assert find_verdict(make_row(verdict=verdict) for verdict in verdicts) == mark


def test_killed_are_those_of_the_main_incident() -> None:
    rows = (
        make_row(Count(89, 98), Count(81, 81)),
        make_row(Count(5, 5)),
        make_row(Count(None, 120), Count(vague="dozens")),
        make_row(Count(1000, 1000), incident="war"),
        make_row(Count(2, 2), category="wounded"),
    )
    assert find_killed(Comparison(rows=rows)) == (5, 120)


def test_nobody_counted() -> None:
    assert find_killed(Comparison(rows=(make_row(Count(vague="dozens")),))) == (None, None)


def test_sides_are_those_of_the_first_document_and_what_others_add() -> None:
    first = Comparison(sides=(Side("combatant1", "Mali"),))
    second = Comparison(sides=(Side("combatant1", "Army"), Side("civilians", "Civilians")))
    assert compare_together([first, second]).sides == (Side("combatant1", "Mali"), Side("civilians", "Civilians"))


TEXT = """\
= Ambush near the well =

Infobox
- Conflict: Ambush near the well
- Place: Tarkint, Gao Region
- Date: 4 April 2020
- Combatant1: Mali, border|20px GATIA
- Combatant2: Jama'at Nasr al-Islam wal Muslimin
- Casualties1: 7 killed (per AFP)

The MINUSMA sent a helicopter from Niger.
"""


def test_names_of_an_event() -> None:
    packed = keep_document(parse_document(TEXT, "well.txt"))
    assert isinstance(packed, Packed)
    names = Names(split_names(packed.places), *decode_names(packed.people))
    assert names.places == ("Tarkint, Gao Region",)
    assert {"JNIM", "GSIM", "GATIA"} <= set(names.actors)
    assert "border" not in " ".join(names.actors)
    assert "Malian junta" not in names.actors
    aliases = list_aliases()
    mentioned = {name for one in names.mentioned for name in aliases.get(one, (one,))}
    assert {"JNIM", "Malian junta", "MINUSMA"} <= mentioned
    assert "Niger" not in mentioned
    assert names.sources[0] == "AFP"


def test_no_name_goes_over_the_end_of_a_sentence() -> None:
    assert [
        name for actor in load_actors().by_id.values() for name in (actor.name, *actor.aliases) if _END in name
    ] == []
