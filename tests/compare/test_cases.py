"""Every verdict and every label, from the text of a document to its rows: case files, input beside expected rows."""

from pathlib import Path
from typing import Any

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.claims.parties.sides import find_sides
from sahel_tui.compare import compare_claims
from sahel_tui.documents import parse_document
from sahel_tui.model import Comparison, Figure, Row

CASES = Path(__file__).parent / "cases"


def read_cases(file: str) -> list[Any]:
    """Document and expected rows of every case of a file, under the case's name."""
    cases = []
    for block in (CASES / f"{file}.txt").read_text(encoding="utf-8").split("=== ")[1:]:
        name, _, rest = block.partition("\n")
        document, _, expected = rest.partition("\n---\n")
        cases.append(pytest.param(document, expected.strip().splitlines(), id=name))
    return cases


def compare(text: str) -> Comparison:
    document = parse_document(text, "case.txt")
    claims = extract_claims(document)
    return compare_claims(claims, find_sides(document, claims))


def show_figure(figure: Figure, comparison: Comparison) -> str:
    words = [figure.voice, str(figure.count)]
    if figure.parts:
        words += ["=", " + ".join(str(comparison.claims[index].count) for index in figure.parts)]
    if figure.earlier:
        words.append("(" + ", ".join(str(comparison.claims[index].count) for index in figure.earlier) + ")")
    if figure.disputed:
        words.append("≠")
    return " ".join(words)


def show_row(row: Row, comparison: Comparison) -> str:
    figures = ", ".join(show_figure(figure, comparison) for figure in row.figures)
    spread = "-" if row.spread is None else f"{row.spread}"
    return " | ".join((row.side, row.category, row.verdict, spread, figures, row.reason))


def show_labels(row: Row) -> str:
    figures = ", ".join(" ".join((figure.voice, str(figure.count), *figure.labels)) for figure in row.figures)
    return " | ".join((row.side, row.category, figures))


@pytest.mark.parametrize(("text", "expected"), [*read_cases("verdicts"), *read_cases("clashes"), *read_cases("people")])
def test_rows(text: str, expected: list[str]) -> None:
    comparison = compare(text)
    assert [show_row(row, comparison) for row in comparison.rows] == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("labels"))
def test_labels(text: str, expected: list[str]) -> None:
    assert [show_labels(row) for row in compare(text).rows] == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("titles"))
def test_titles(text: str, expected: list[str]) -> None:
    rows = compare(text).rows
    assert [" | ".join((row.side, row.category, row.victims)) for row in rows] == expected


def test_no_claims_give_no_rows() -> None:
    assert compare_claims(()).rows == ()


def test_captures_that_differ_are_voices_of_their_own() -> None:
    texts = [
        "= Clash at Tessal =\n\nInfobox\n- Conflict: Clash at Tessal\n- Combatant1: Mali\n- Combatant2: JNIM\n"
        f"- Casualties1: {count} soldiers killed\n\nThe two sides fought near Tessal.\n"
        for count in (14, 17)
    ]
    documents = [parse_document(text, f"{number}.txt") for number, text in enumerate(texts)]
    claims = [claim for document in documents for claim in extract_claims(document)]
    row = compare_claims(claims, find_sides(documents[0], claims)).rows[0]
    assert row.verdict == "disputed"
    assert [figure.voice for figure in row.figures] == ["infobox 1", "infobox 2"]


def test_captures_that_agree_are_one_voice() -> None:
    text = (
        "= Clash at Tessal =\n\nInfobox\n- Conflict: Clash at Tessal\n- Combatant1: Mali\n- Combatant2: JNIM\n"
        "- Casualties1: 14 soldiers killed\n\nThe two sides fought {} Tessal.\n"
    )
    documents = [parse_document(text.format(word), f"{word}.txt") for word in ("near", "at")]
    claims = [claim for document in documents for claim in extract_claims(document)]
    row = compare_claims(claims, find_sides(documents[0], claims)).rows[0]
    assert [figure.voice for figure in row.figures] == ["infobox"]
    assert len(row.figures[0].claims) == 2
