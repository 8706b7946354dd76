"""A row of UCDP GED says itself whom it counts; reading its words gives the same, where it gives what is right."""

import csv
from pathlib import Path

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.dataclass import replace
from sahel_tui.documents import Refusal, read_documents
from sahel_tui.documents.exports import parse_record
from sahel_tui.library import row_claims
from sahel_tui.library.row_claims import read_claims
from sahel_tui.model import Claim, Document

from .ged_cells import CLASH

TABLES = sorted((Path(__file__).parents[1]).glob("*/*/ged.csv")) + sorted(
    (Path(__file__).parents[1]).glob("documents/forms/ged/*.csv")
)
COLUMNS = (
    *("id", "type_of_violence", "side_a", "side_b", "source_article", "source_original", "where_coordinates"),
    *("where_description", "country", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians"),
    *("deaths_unknown", "best", "high", "low", "conflict_name", "event_clarity", "date_prec"),
)
ROW = dict.fromkeys(COLUMNS, "") | CLASH | {"source_original": "Mali's defence ministry"}


def make_row(folder: Path, **cells: str) -> Document:
    path = folder / "ged.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        table = csv.DictWriter(stream, COLUMNS)
        table.writeheader()
        table.writerow(ROW | cells)
    (document,) = read_documents(path)
    assert isinstance(document, Document)
    return document


def say(claims: tuple[Claim, ...]) -> list[tuple[str, str, str, str | None]]:
    return [(claim.where, str(claim.count), claim.side, claim.source) for claim in claims]


@pytest.fixture
def rules_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of documents that the rules are asked about."""
    asked: list[str] = []

    def extract(document: Document) -> tuple[Claim, ...]:
        asked.append(document.name)
        return extract_claims(document)

    monkeypatch.setattr(row_claims, "extract_claims", extract)
    return asked


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "-".join(path.parts[-3:]))
def test_claims_of_rows_are_those_of_their_words(path: Path, rules_read: list[str]) -> None:
    documents = [found for found in read_documents(path) if not isinstance(found, Refusal)]
    assert documents
    for document in documents:
        assert read_claims(document) == extract_claims(document)
    assert not {document.name for document in documents} & {*rules_read}


@pytest.mark.parametrize(
    "cells",
    [
        {"deaths_a": "0", "deaths_civilians": "0", "best": "0", "low": "0", "high": "0"},
        {"low": "5", "high": "5"},
        {"best": "6", "low": "", "high": ""},
        {"deaths_a": "", "deaths_b": "", "deaths_civilians": ""},
        {"side_b": "Civilians", "type_of_violence": "3"},
        {"source_original": ""},
        {"source_original": "Colonel Salfo Kaboré, an army statement"},
        {"source_article": '"AFP,2021-05-03,Twelve soldiers killed in ambush in Tessi"'},
        {"source_article": '"RFI,2021-05-03,Mali: douze morts dans une attaque";"AFP,2021-05-03,The well of Tessi"'},
        {"where_description": "the well where five herders were killed"},
        {"where_coordinates": "Tessi and Gouma"},
        {"event_clarity": "2", "date_prec": "3"},
    ],
)
def test_whatever_a_cell_holds(tmp_path: Path, cells: dict[str, str]) -> None:
    document = make_row(tmp_path, **cells)
    assert read_claims(document) == extract_claims(document) != ()


def test_the_dead_of_an_unknown_side_are_of_no_side(tmp_path: Path) -> None:
    """Read as a text, as many dead as side A has would be its dead, and a colonel would speak for a state."""
    document = make_row(tmp_path, deaths_unknown="4", best="10", low="10", high="10", source_original="an officer")
    assert say(read_claims(document)) == [
        ("infobox:casualties1", "4", "combatant1", "officer"),
        ("infobox:casualties2", "none", "combatant2", "officer"),
        ("infobox:casualties3", "2", "civilians", "officer"),
        ("infobox:fatalities", "10", "unspecified", "UCDP"),
        ("text:lead", "4", "unspecified", "officer"),
    ]


def test_a_figure_that_looks_like_a_year_is_a_figure(tmp_path: Path) -> None:
    claims = read_claims(make_row(tmp_path, deaths_a="1920", best="1922", low="1922", high="2000"))
    assert [str(claim.count) for claim in claims] == ["1,920", "none", "2", "1,922", "1,922–2,000"]


def test_a_row_that_was_exported_says_the_same(tmp_path: Path) -> None:
    row = make_row(tmp_path, deaths_unknown="3")
    again = parse_record({"text": row.text, "name": row.name, "format": row.format})
    assert read_claims(again) == read_claims(row)


@pytest.mark.parametrize("change", [("4 killed", "4 killed, 9 wounded"), ("- Place", "- Injuries: 3\n- Place")])
def test_what_no_row_says_is_read_as_a_text(tmp_path: Path, change: tuple[str, str], rules_read: list[str]) -> None:
    row = make_row(tmp_path)
    edited = parse_record({"text": row.text.replace(*change), "name": row.name, "format": "plain"})
    assert read_claims(edited) == extract_claims(edited)
    assert edited.name in rules_read


def test_only_rows_are_taken_for_rows(tmp_path: Path, rules_read: list[str]) -> None:
    text = replace(make_row(tmp_path), name="notes.txt")
    assert read_claims(text) == extract_claims(text)
    assert rules_read == ["notes.txt"]
