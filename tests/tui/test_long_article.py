"""An article of megabytes is set: what is slow by design would hang here, so no clock is needed."""

from sahel_tui.model import Claim, Comparison, Count, Document, Section
from sahel_tui.present.article import article_blocks
from sahel_tui.tui.article_layout import find_hit_stops, find_stops, set_article

SENTENCE = "The army said that 14 soldiers were killed at Tessit [1]. "
MANY = 30_000


def test_a_paragraph_of_many_figures_and_hits() -> None:
    text = SENTENCE * MANY
    whole = Section("lead", 1, 0, 0, len(text), "lead")
    document = Document("d", "long.txt", "Clash", text, "plain", sections=(whole,))
    places = [(at, at + 11) for at in range(SENTENCE.index("14"), len(text), len(SENTENCE))]
    claims = tuple(
        Claim("d", "text:lead", *place, "14 soldiers", "killed", Count(14, 14), "soldiers", "combatant1")
        for place in places
    )
    blocks = article_blocks(document, Comparison(claims), ["tessit"])
    lines = set_article(blocks, 70)
    assert " ".join("".join(run.text for run in line.runs) for line in lines).count("14 soldiers") > MANY / 2
    assert [(stop.start, stop.end) for stop in find_stops(lines, frozenset(range(MANY)))] == places
    assert len(find_hit_stops(lines)) == MANY
