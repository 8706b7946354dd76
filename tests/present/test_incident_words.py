"""Other incidents called as the documents write them."""

import pytest

from sahel_tui.model import Document
from sahel_tui.present.incident_words import respell, spell_incident

TEXT = """The attack on Boni came after the raid on Sévaré. An attack followed in Boni.

Tessalit and the UN withdrawal
In Koumara's market, and in Tchoma-Bangou, people died."""


@pytest.fixture
def document() -> Document:
    return Document("d", "d.txt", "Attack", TEXT, "plain")


@pytest.mark.parametrize(
    ("incident", "name"),
    [
        ("main", ""),
        ("attack-on-boni", "attack on Boni"),
        ("sevare", "Sévaré"),
        ("tchoma-bangou", "Tchoma-Bangou"),
        ("tessalit-and-the-un-withdrawal-752872", "Tessalit and the UN withdrawal"),
        ("withdrawal-in-koumara", "withdrawal in koumara"),
    ],
)
def test_spelled_as_in_the_text(document: Document, incident: str, name: str) -> None:
    assert spell_incident(incident, (document,)) == name


def test_the_spelling_used_most_is_taken(document: Document) -> None:
    assert spell_incident("attack", (document,)) == "attack"


def test_reasons_name_incidents_so_too(document: Document) -> None:
    assert respell("17 = 3 (sevare) + 14 soldiers", (), (document,)) == "17 = 3 (sevare) + 14 soldiers"
