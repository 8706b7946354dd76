"""Annotated claims, compared: the disputes that people have written down for the same documents."""

from pathlib import Path

import pytest

from .gold import find_difference, read_records

GOLD = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated documents are not beside the checkout")
def test_disputes_are_those_annotated() -> None:
    differences = [find_difference(record) for record in read_records(GOLD)]
    annotated = [dispute for difference in differences for dispute in difference.annotated]
    assert len(annotated) >= 31
    # Of one massacre the same dead are jihadists to one voice and civilians to the others: two rows here, one there.
    assert [difference.name for difference in differences if difference.missing] == ["docs/030_moura.txt"]
    assert [difference.name for difference in differences if difference.surplus] == ["docs/030_moura.txt"]
