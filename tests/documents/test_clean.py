"""Debris of infobox values: what a reader sees, while the text itself stays as it is."""

import pytest

from sahel_tui.documents.clean import clean_value, find_marks


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("MNLA, border|20px HCUA, border|20px MAA (dissident)", "MNLA, HCUA, MAA (dissident)"),
        ("20x20px|link= Ansar Dine", "Ansar Dine"),
        ("Hassan Ag FagagaKIA", "Hassan Ag Fagaga (killed)"),
        ("Bilal Ag AcherifWIA, Oumar Keita (KIA)", "Bilal Ag Acherif (wounded), Oumar Keita (killed)"),
        ("Issa Ouattara †", "Issa Ouattara (killed)"),
        ("Alwabégat Ag Salakatou†", "Alwabégat Ag Salakatou (killed)"),
        ("7 KIA, 3 WIA", "7 killed, 3 wounded"),
        ("Kazakia, MIA 2013", "Kazakia, (missing) 2013"),
        ("Allies, , , (from March 2023)", "Allies, (from March 2023)"),
        (", 3 killed, , 30 killed,", "3 killed, 30 killed"),
        (": , 1 killed", "1 killed"),
        ("() 4 hurt", "4 hurt"),
        ("()", ""),
        ("15 [8] [7] civilians dead", "15 civilians dead"),
        ("blessés[1],[2] 10 morts[a]", "blessés 10 morts"),
        ("None (per CMA)<hr> 28 killed<br />4 hurt", "None (per CMA) / 28 killed / 4 hurt"),
        ("14 in Tadaryat\n160 in Solhan\n  • 174 in total", "14 in Tadaryat / 160 in Solhan / 174 in total"),
        ("Flag of Mali.svg 24+ killed, Flag of Russia.svg 46+ killed", "Mali 24+ killed, Russia 46+ killed"),
        ("Flag of Burkina Faso.svg Burkina Faso", "Burkina Faso"),
        ("MNLA flag.svg MNLA", "MNLA"),
        ("ShababFlag.svg AQMI", "AQMI"),
        ("Drapeau du Mali MaliShababFlag.svg AQMI", "Mali AQMI"),
        ("Drapeau de la France France", "France"),
        ("Drapeau de la France FranceFlag of Jihad.svg Al-Mourabitoune", "France Al-Mourabitoune"),
        ("[[File:Flag of Mali.svg|20px]] Mali", "Mali"),
        ("1,000+ (per MSA) <ref name=a>note</ref><small>2022</small>", "1,000+ (per MSA) 2022"),
        ("40,000 to 50,000 displaced", "40,000 to 50,000 displaced"),
        ("all measures [of the rebels]", "all measures [of the rebels]"),
        ("?", "?"),
        ("–", "–"),
        ("", ""),
    ],
)
def test_value_is_shown_without_debris(value: str, shown: str) -> None:
    assert clean_value(value) == shown


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("He fell.[1] She fled. [2] [a]", ["[1]", " [2] [a]"]),
        ("Background[edit]", ["[edit]"]),
        ("Morts[1],[2].", ["[1],[2]"]),
        ("Bilan [réf. nécessaire]", [" [réf. nécessaire]"]),
        ("It was [citation needed] so.[note 3]", [" [citation needed]", "[note 3]"]),
        ("[t]he army [of Mali] said [I] was", []),
    ],
)
def test_marks_are_found_where_they_stand(text: str, marks: list[str]) -> None:
    assert [text[start:end] for start, end in find_marks(text, 0, len(text))] == marks


def test_marks_are_looked_for_only_in_the_stretch() -> None:
    assert find_marks("[1] a [2] b [3]", 3, 10) == ((5, 9),)
