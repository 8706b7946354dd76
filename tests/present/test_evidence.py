"""From a figure to the sentence that says it."""

from typing import TYPE_CHECKING

import pytest

from sahel_tui.present.evidence import evidence_lines, find_evidence
from sahel_tui.present.runs import line_text, line_width

if TYPE_CHECKING:
    from tests.present.conftest import Sample


def test_the_sentence_around_a_figure(sample: "Sample") -> None:
    found = find_evidence(sample.comparison.claims[6], sample.documents)
    assert found
    assert found.document.text[slice(*found.sentence)].startswith("The army said fourteen soldiers were dead")
    assert found.document.text[slice(*found.paragraph)].endswith("JNIM put its own dead at five.")
    assert found.heading == "Mali · Fighting · document 1"


def test_the_second_document_is_named(sample: "Sample") -> None:
    found = find_evidence(sample.comparison.claims[13], sample.documents)
    assert found
    assert found.heading == "Mali · lead · document 2"


def test_an_infobox_figure_stands_in_its_field(sample: "Sample") -> None:
    found = find_evidence(sample.comparison.claims[3], sample.documents)
    assert found
    assert found.section == "infobox"
    assert found.document.text[slice(*found.paragraph)] == "Casualties2: 31 killed (per Mali), 5 killed (per JNIM)"


def test_a_claim_of_no_document_has_no_evidence(sample: "Sample") -> None:
    assert find_evidence(sample.comparison.claims[13], sample.documents[:1]) is None


def test_parts_of_a_sum_are_marked_together(sample: "Sample") -> None:
    claims = sample.comparison.claims
    found = find_evidence(claims[9], sample.documents, [claims[9], claims[10]])
    assert found
    lines, _ = evidence_lines(found, 80)
    assert line_text(lines[0]).endswith("JNIM named ▐seven soldiers dead▌ and ▐five Wagner men▌.")


@pytest.mark.parametrize("width", [1, 7, 20, 36, 58, 200])
def test_the_focus_line_holds_the_figure(sample: "Sample", width: int) -> None:
    found = find_evidence(sample.comparison.claims[7], sample.documents)
    assert found
    lines, focus = evidence_lines(found, width)
    assert "▐" in line_text(lines[focus])
    assert all(line_width(line) <= width for line in lines)


def test_the_rest_of_the_paragraph_is_muted(sample: "Sample") -> None:
    found = find_evidence(sample.comparison.claims[6], sample.documents)
    assert found
    lines, _ = evidence_lines(found, 200)
    assert [tag for _, tag in lines[0]] == ["", "claim_disputed", "", "muted"]
    assert "[2]" not in line_text(lines[0])
