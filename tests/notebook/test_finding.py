"""A note finds its figure again when rules, texts and sources change; when the figure is gone, it says so."""

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Count
from sahel_tui.notebook.finding import find_claim
from sahel_tui.notebook.marks import anchor_claim

CLAIM = Claim(
    "doc1", "infobox:casualties1", 100, 109, "14 killed", "killed", Count(14, 14), "soldiers", "combatant1", "Mali"
)
OTHER = replace(CLAIM, start=300, end=302, quote="14", where="text:lead", source="RFI")
ANCHOR = anchor_claim(CLAIM)

FOUND = {
    "as it was": CLAIM,
    "with another source and side": replace(CLAIM, source=None, side="civilians"),
    "with another count at the same characters": replace(CLAIM, count=Count(14, None, hedge="at_least")),
    "with fewer words": replace(CLAIM, end=102, quote="14"),
    "with more words": replace(CLAIM, start=90, end=120, quote="the army said 14 killed there"),
    "moved in its document": replace(CLAIM, start=500, end=509),
    "moved, and of another category": replace(CLAIM, start=500, end=509, category="wounded"),
    "in a later capture of the page": replace(CLAIM, document="doc2", start=40, end=49),
}
GONE = {
    "another figure near by": replace(CLAIM, start=112, end=121, quote="15 killed", count=Count(15, 15)),
    "the same figure of others": OTHER,
    "the same words of others in another document": replace(CLAIM, document="doc2", source="RFI"),
}


@pytest.mark.parametrize("claim", FOUND.values(), ids=FOUND)
def test_the_figure_is_found_again(claim: Claim) -> None:
    assert find_claim(ANCHOR, (OTHER, claim)) == 1


@pytest.mark.parametrize("claim", GONE.values(), ids=GONE)
def test_another_figure_is_not_taken_for_it(claim: Claim) -> None:
    assert find_claim(ANCHOR, (claim,)) is None


def test_of_several_the_same_source_comes_first_then_the_nearest() -> None:
    near, far = replace(CLAIM, start=150, end=159, source="RFI"), replace(CLAIM, start=900, end=909)
    assert find_claim(ANCHOR, (near, far)) == 1
    assert find_claim(ANCHOR, (replace(near, source="Mali"), far)) == 0
