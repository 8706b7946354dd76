"""A language is a word table: a small Spanish one reads Spanish sentences, without a line of code of its own."""

import tomllib

import pytest

from sahel_tui.claims.language.words import Lexicon, build_lexicon
from sahel_tui.claims.links.links import link_quantities
from sahel_tui.claims.phrases.phrases import Quantity, Sentence
from sahel_tui.model import Span

SPANISH = """
language = "es"

[numbers]
un = 1
una = 1
dos = 2
tres = 3
cuatro = 4
cinco = 5
siete = 7
diez = 10
doce = 12
veinte = 20
treinta = 30
cien = 100

[grammar]
head_first = true
lower_nations = true
article_is_one = true
articles = ["un", "una"]
have = ["ha", "han", "había", "habían"]
collective = { veintena = 20, docena = 12 }
ranges = ["a", "o"]
between = ["entre"]
between_and = ["y"]
and = ["y", "o"]
of = ["de", "del"]
determiners = ["el", "la", "los", "las"]
be = ["fueron", "fue", "han", "ha", "sido", "resultaron", "están"]
auxiliaries = ["fueron", "fue", "sido"]
toll_gap = ["de"]
implied = { rehenes = "captured" }
noun_first = ["rehenes"]
stop = ["en", "y", "por", "los", "las", "el", "la", "han", "fueron", "sido", "entre", "ellos"]

[hedges]
at_least = ["al menos", "más de"]
at_most = ["hasta"]
approx = ["unos", "cerca de"]

[vague]
dozens = ["decenas", "decenas de"]
several = ["varios", "varias"]
none = ["ningún", "ninguna"]

[triggers.killed]
participle = ["muerto", "muertos", "asesinados", "abatidos"]
active = ["mató", "mataron"]
intransitive = ["murieron", "perdieron la vida"]
after = ["muertos", "muerto"]
before = ["la muerte"]

[triggers.wounded]
participle = ["herido", "heridos"]
after = ["heridos", "herido"]

[triggers.missing]
after = ["desaparecidos"]

[triggers.lost]
active = ["perdió"]

[triggers.destroyed]
participle = ["destruidos"]

[nouns]
state = ["soldado", "soldados", "gendarmes"]
group = ["yihadistas"]
civilian = ["aldeanos", "niños", "rehenes"]
people = ["personas", "hombres"]
vehicle = ["vehículos"]

[marks]
subset_before = ["entre ellos"]

[nationalities]
malienses = "Mali"
"""


@pytest.fixture(scope="module")
def spanish() -> Lexicon:
    return build_lexicon(tomllib.loads(SPANISH))


def read(sentence: str, lexicon: Lexicon) -> list[str]:
    """Category, count and kind of victims of every claim of a sentence."""
    return [_show(quantity) for quantity in link_quantities(Sentence(sentence, Span(0, len(sentence)), lexicon))]


def _show(quantity: Quantity) -> str:
    named = quantity.inherits or quantity
    return f"{quantity.category} {quantity.match.count} {named.victims.kind}".strip()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Doce soldados malienses fueron asesinados en el puesto.", ["killed 12 state"]),
        ("Los yihadistas mataron siete aldeanos.", ["killed 7 civilian"]),
        ("Al menos veinte personas murieron.", ["killed 20+ people"]),
        ("Una veintena de soldados resultaron heridos.", ["wounded ~20 state"]),
        ("Entre diez y doce gendarmes perdieron la vida.", ["killed 10–12 state"]),
        ("El ataque causó cuatro muertos y tres heridos.", ["killed 4", "wounded 3"]),
        ("La muerte de cinco soldados fue confirmada.", ["killed 5 state"]),
        ("El ejército perdió diez hombres y dos vehículos.", ["killed 10 people", "vehicles_destroyed 2 vehicle"]),
        ("Decenas de aldeanos han sido asesinados.", ["killed dozens civilian"]),
        ("Diez soldados murieron, entre ellos dos gendarmes.", ["killed 10 state", "killed 2 state"]),
        ("Ningún soldado fue herido.", ["wounded none state"]),
        ("Los asaltantes tienen dos rehenes.", ["captured 2 civilian"]),
        ("Hasta cien soldados, en la base.", []),
    ],
)
def test_spanish_sentences(sentence: str, expected: list[str], spanish: Lexicon) -> None:
    assert read(sentence, spanish) == expected


def test_what_a_language_leaves_out_is_empty() -> None:
    bare = build_lexicon({"language": "xx", "numbers": {"ki": 1}, "triggers": {"killed": {"after": ["ku"]}}})
    assert read("ki ku", bare) == ["killed 1"]
    assert bare.incident_cues.search("anything") is None
