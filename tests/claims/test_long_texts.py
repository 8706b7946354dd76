"""Hostile shapes end: what is slow by design would hang here, so no clock is needed."""

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.claims.parties.sides import find_sides
from sahel_tui.compare import compare_claims
from sahel_tui.documents import parse_document

PAGE = "= Clash =\n\nInfobox\n- Combatant1: Mali\n- Combatant2: JNIM\n- Casualties1: {}\n\n{}\n"
SHAPES = {
    "many members and a total": ("<hr>".join(f"{n} killed" for n in range(1, 40)), "In all 13 people were killed."),
    "open brackets": ("3 killed " + "(" * 20_000, "Nothing."),
    "full stops": ("3 killed", "." * 80_000),
    "one long list": ("3 killed", "3 soldiers, " * 4_000 + "were killed."),
    "hedges": ("3 killed", "at least " * 5_000 + "3 were killed."),
    "number words": ("3 killed", "two hundred and " * 4_000 + "killed."),
    "many claims": ("3 killed", "The army said that 14 soldiers were killed. " * 2_000),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_long_texts_end(shape: str) -> None:
    document = parse_document(PAGE.format(*SHAPES[shape]), "long.txt")
    claims = extract_claims(document)
    assert compare_claims(claims, find_sides(document, claims)).rows


def test_many_combatants_in_lost_columns_end() -> None:
    names = "\n".join(["Mali", "MNLA", "HCUA", "MAA", "GATIA", "MSA", "JNIM", "AQIM"])
    lost = "\n".join(f"{n} killed" for n in range(1, 30))
    head = f"Clash\n\nClash\nDateMarch 3, 2022\nBelligerents\n{names}\n"
    text = f"{head}Casualties and losses\n{lost}\n\nThe sides fought near the town.\n"
    assert extract_claims(parse_document(text, "lost.txt"))


@pytest.mark.parametrize("hedges", ["At least up to 20", "More than up to 20", "Up to at least 20"])
def test_contradicting_hedges_still_say_something(hedges: str) -> None:
    (claim,) = extract_claims(parse_document(PAGE.format("", f"{hedges} soldiers were killed."), "hedges.txt"))
    assert "20" in str(claim.count)
