"""One side under the names of several documents."""

import pytest

from sahel_tui.linking.sides import align_sides
from sahel_tui.model import Claim, Comparison, Count, Side

PAGE = ("Mali, Wagner Group", "JNIM")
CASES = {
    "the other way round": (
        ("JNIM: Group for Support of Islam", "Military Forces of Mali"),
        ("combatant2", "combatant1"),
    ),
    "the same order": (("Government of Mali", "Katiba Macina"), ("combatant1", "combatant2")),
    "an unnamed enemy": (("Unidentified armed group", "Malian army"), ("combatant2", "combatant1")),
    "a third side": (("Mali", "JNIM", "Islamic State"), ("combatant1", "combatant2", "combatant3")),
    "others altogether": (("Niger", "Boko Haram"), ("combatant3", "combatant4")),
}


def compare(document: str, labels: tuple[str, ...]) -> Comparison:
    """A claim about each side, and about civilians."""
    sides = [Side(f"combatant{number}", label) for number, label in enumerate(labels, 1)]
    claims = [
        Claim(document, "infobox:x", 0, 1, "1", "killed", Count(1, 1), "", side)
        for side in (*(side.id for side in sides), "civilians")
    ]
    return Comparison(tuple(claims), (*sides, Side("civilians", "Civilians")))


@pytest.mark.parametrize(("labels", "expected"), CASES.values(), ids=CASES)
def test_sides_are_known_by_their_actors(labels: tuple[str, ...], expected: tuple[str, ...]) -> None:
    claims, sides = align_sides([compare("page", PAGE), compare("row", labels)])
    assert tuple(claim.side for claim in claims if claim.document == "row") == (*expected, "civilians")
    assert [side.label for side in sides][: len(PAGE)] == list(PAGE)
    assert len({side.id for side in sides}) == len(sides)
