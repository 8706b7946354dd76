"""Which references stand behind a claim, and what their entries say."""

import pytest

from sahel_tui.claims import extract_claims
from sahel_tui.claims.citing import find_cited, parse_citation, read_citation
from sahel_tui.documents import parse_document
from sahel_tui.model import Citation
from sahel_tui.present.cited import say_citation

PAGE = """= Battle of Tin Sabri =

Infobox
- Date: 9 June 2021[1]
- Combatant1: Mali
- Combatant2: JNIM
- Casualties1: 9 killed (per Mali)[1], 12 killed (per JNIM)[2][3]

The army said nine soldiers were killed[1] and four wounded, JNIM counted twelve.[2][3] Nobody cites that three died.

== References ==
- [1] "Mali: nine soldiers killed". AFP. 11 June 2021. https://example.org/afp/1
- [2] "JNIM statement". SITE. 12 June 2021.
- [3] RFI, June 2021. https://rfi.example/3
"""
CITED = {
    "9 killed (per Mali)": (1,),
    "12 killed (per JNIM)": (2, 3),
    "nine soldiers were killed": (1,),
    "four wounded": (2, 3),
    "twelve": (2, 3),
    "three died": (),
    "nine soldiers killed": (1,),
}
ENTRIES = {
    '"Mali: nine killed". AFP. 11 June 2021. https://a.example/1': ("AFP", "Mali: nine killed", "2021-06-11", "https://a.example/1"),
    'Diallo, A. "Title of it". RFI (in French). 2023-01-12.': ("RFI", "Title of it", "2023-01-12", ""),
    "« Quatorze soldats tués », Le Monde, 12 janvier 2023": ("Le Monde", "Quatorze soldats tués", "2023-01-12", ""),
    '"Fourteen dead in Mali". 12 January 2023. Retrieved 3 May 2024.': ("", "Fourteen dead in Mali", "2023-01-12", ""),
    "Sputnik Africa, October 3, 2023. https://s.example/2": ("Sputnik Africa", "", "2023-10-03", "https://s.example/2"),
    "RFI (in French), 12 January 2023": ("RFI", "", "2023-01-12", ""),
    "Yeni Şafak (Anadolu), October 3, 2023.": ("Yeni Şafak (Anadolu)", "", "2023-10-03", ""),
    "Agency Two. 2023-08-15": ("Agency Two", "", "2023-08-15", ""),
    "Ibid": ("Ibid", "", "", ""),
    "[…]": ("", "[…]", "", ""),
}  # fmt: skip


def test_marks_behind_a_figure_are_its_references() -> None:
    document = parse_document(PAGE, "page", format="plain")
    assert {claim.quote: claim.references for claim in extract_claims(document)} == CITED


def test_without_a_list_nothing_is_cited() -> None:
    document = parse_document(PAGE.partition("== References")[0], "page", format="plain")
    assert {find_cited(document, claim) for claim in extract_claims(document)} == {()}


@pytest.mark.parametrize(("entry", "expected"), ENTRIES.items(), ids=ENTRIES)
def test_parts_of_an_entry(entry: str, expected: tuple[str, str, str, str]) -> None:
    assert parse_citation(entry) == Citation(*expected)


def test_an_entry_on_one_line() -> None:
    document = parse_document(PAGE, "page", format="plain")
    said = [say_citation(read_citation(document, entry)) for entry in document.references]
    assert said[0] == "AFP · “Mali: nine soldiers killed” · 11 June 2021 · https://example.org/afp/1"
    assert said[2] == "RFI · June 2021 · https://rfi.example/3"
