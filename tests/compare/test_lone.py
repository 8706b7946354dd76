"""Claims that hardly meet are compared from memory: with the result of comparing them."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sahel_tui.compare import rows
from sahel_tui.compare.lone import compare_lone
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Comparison, Count, Side

SIDES = (
    Side("combatant1", "Government of Mali"),
    Side("combatant2", "JNIM"),
    Side(CIVILIANS, "Civilians"),
    Side(UNSPECIFIED, "All sides"),
)
SOURCES = ("UCDP", "Mali", "Mali (Mountaga Tall)", "JNIM", "local residents", "witness", "AFP", None)
COUNTS = st.one_of(
    st.integers(0, 6).map(lambda number: Count(number, number, None if number else "none")),
    st.tuples(st.integers(0, 4), st.integers(5, 9)).map(lambda ends: Count(*ends, hedge="range")),
    st.sampled_from((Count(3, None, hedge="at_least"), Count(vague="dozens"), Count(vague="unknown"))),
)


@st.composite
def make_claim(draw: st.DrawFn) -> Claim:
    side = draw(st.sampled_from([side.id for side in SIDES]))
    said = draw(COUNTS)
    victims = draw(st.sampled_from(("", "", "civilians", "people of an unknown side")))
    where = draw(st.sampled_from(("infobox:casualties1", "infobox:fatalities", "text:lead")))
    flags = draw(st.sampled_from(((), (), ("total",), ("citation",), ("subset",))))
    incident = draw(st.sampled_from(("main", "main", "main", "raid")))
    source = draw(st.sampled_from(SOURCES))
    return Claim("a", where, 0, 9, f"{said} killed", "killed", said, victims, side, source, incident, flags)


def count(number: int, side: str, source: str, *flags: str) -> Claim:
    said = Count(number, number)
    return Claim("a", "infobox:x", 0, 9, f"{number} killed", "killed", said, "", side, source, flags=flags)


SUM = [count(2, "combatant1", "UCDP"), count(4, CIVILIANS, "UCDP"), count(6, UNSPECIFIED, "UCDP", "total")]


@given(claims=st.lists(make_claim(), max_size=6))
@example(claims=SUM)
@settings(max_examples=400)
def test_it_is_what_comparing_them_gives(claims: list[Claim]) -> None:
    alone = compare_lone(claims, SIDES, rows._build)
    assert alone is None or alone == rows._build(claims, SIDES)


def test_a_row_of_a_data_set_is_compared_from_memory() -> None:
    claims = [count(2, "combatant1", "Mali"), count(4, "combatant2", "Mali"), count(7, UNSPECIFIED, "UCDP", "total")]
    assert compare_lone(claims, SIDES, rows._build) is not None
    (*_, total) = (compare_lone(SUM, SIDES, rows._build) or Comparison()).rows
    assert (total.verdict, total.reason) == ("partial", "UCDP's 6 = 2 (Government of Mali) + 4 (civilians)")


def test_what_others_of_the_same_order_said_is_said_of_these_numbers() -> None:
    """The second comparison is the first one with its own numbers: built once, moved twice."""
    built: list[Sequence[Claim]] = []

    def build(claims: Sequence[Claim], sides: Sequence[Side]) -> Comparison:
        built.append(claims)
        return rows._build(claims, sides)

    for best, unknown in ((900, 17), (1_234, 4), (35, 2)):
        totals = [count(best, UNSPECIFIED, "UCDP", "total"), count(unknown, UNSPECIFIED, "AFP")]
        assert compare_lone(totals, SIDES, build) == rows._build(totals, SIDES)
    assert len(built) == 1
