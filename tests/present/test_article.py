"""The article as blocks whose runs know their characters."""

from typing import TYPE_CHECKING

from sahel_tui.present.article import article_blocks

if TYPE_CHECKING:
    from tests.present.conftest import Sample


def test_every_run_shows_its_own_characters(sample: "Sample") -> None:
    document = sample.documents[0]
    runs = [run for block in article_blocks(document, sample.comparison, ["tessi"]) for run in block.runs]
    assert runs
    assert all(run.text == document.text[run.start : run.end] for run in runs)


def test_headings_paragraphs_items_and_references(sample: "Sample") -> None:
    kinds = [(block.kind, block.level, block.text[:12]) for block in article_blocks(*sample_parts(sample))]
    assert kinds == [
        ("paragraph", 0, "A patrol was"),
        ("heading", 2, "Fighting"),
        ("paragraph", 0, "The army sai"),
        ("heading", 3, "Claims"),
        ("item", 0, "JNIM named s"),
        ("heading", 2, "Aftermath"),
        ("paragraph", 0, "RFI spoke of"),
        ("heading", 2, "Sources"),
        ("reference", 0, "[1] A newspa"),
        ("reference", 0, "[2] A radio,"),
    ]


def sample_parts(sample: "Sample") -> tuple:
    """The arguments of `article_blocks` for the first document."""
    return sample.documents[0], sample.comparison


def test_reference_marks_are_dropped_from_the_text_only(sample: "Sample") -> None:
    lead = article_blocks(*sample_parts(sample))[0]
    assert lead.text == "A patrol was hit near Tessi. The army first spoke of twelve soldiers killed."
    assert "[1]" in sample.documents[0].text[lead.start : lead.end]


def test_disputed_figures_stand_out_from_others(sample: "Sample") -> None:
    blocks = article_blocks(*sample_parts(sample))
    tagged = [(run.text, run.tag) for block in blocks for run in block.runs if run.claims]
    assert ("fourteen soldiers were dead", "claim_disputed") in tagged
    assert ("twelve soldiers killed", "claim") in tagged
    assert ("89 to 98 villagers who fled", "claim") in tagged


def test_runs_know_their_claims(sample: "Sample") -> None:
    for block in article_blocks(*sample_parts(sample)):
        for run in block.runs:
            for index in run.claims:
                claim = sample.comparison.claims[index]
                assert claim.start <= run.start < run.end <= claim.end


def test_hits_inside_a_claim_keep_the_claim(sample: "Sample") -> None:
    blocks = article_blocks(*sample_parts(sample), ["soldiers"])
    hits = [run for block in blocks for run in block.runs if run.tag == "hit"]
    assert [hit.text for hit in hits] == ["soldiers", "soldiers", "soldiers"]
    assert all(hit.claims for hit in hits)
