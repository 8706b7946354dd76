"""What a search line means, and that no search line is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.store.filters import DateFilter, Filter, KilledFilter, MarkFilter, NameFilter, VerdictFilter
from sahel_tui.store.query import MOST_CONDITIONS, Term, parse_query

TERMS = [
    ("", ()),
    ("   ", ()),
    ("- -- \" ''", ()),
    ("diafarabé", (Term(("diafarabe",), "diafarabé", prefix=True),)),
    ("Battle Kid", (Term(("battle",), "Battle"), Term(("kid",), "Kid", prefix=True))),
    ("al-Qaeda", (Term(("al", "qaeda"), "al-Qaeda", prefix=True),)),
    ('"general staff"', (Term(("general", "staff"), "general staff", phrase=True),)),
    ('"general sta', (Term(("general", "sta"), "general sta", phrase=True, prefix=True),)),
    ("kidal -wagner", (Term(("kidal",), "kidal"), Term(("wagner",), "wagner", negated=True))),
    ('-"in the north"', (Term(("in", "the", "north"), "in the north", phrase=True, negated=True),)),
    ("kidal place:gao", (Term(("kidal",), "kidal", prefix=True),)),
    ("20-25 dead", (Term(("20", "25"), "20-25"), Term(("dead",), "dead", prefix=True))),
    ("NEAR(a) OR c*", (Term(("near", "a"), "NEAR(a)"), Term(("or",), "OR"), Term(("c",), "c*", prefix=True))),
]

FILTERS: list[tuple[str, Filter]] = [
    ("place:kidal", NameFilter("place", ("kidal",))),
    ("PLACE:Kidal", NameFilter("place", ("kidal",))),
    ('place:"Mopti Region"', NameFilter("place", ("mopti", "region"), exact=True)),
    ("actor:jama'at", NameFilter("actor", ("jama", "at"))),
    ("-source:rfi", NameFilter("source", ("rfi",), negated=True)),
    ("date:2023", DateFilter(20230101, 20231231)),
    ("date:2024-02", DateFilter(20240201, 20240229)),
    ("date:2023-09..2023-12", DateFilter(20230901, 20231231)),
    ("date:2023-09-12..", DateFilter(20230912, None)),
    ("date:..2019", DateFilter(None, 20191231)),
    ("-date:2023", DateFilter(20230101, 20231231, negated=True)),
    ("note:Vérifier", MarkFilter("noted", tokens=("verifier",))),
    ('-note:"who counted"', MarkFilter("noted", True, ("who", "counted"), exact=True)),
    ("killed>=50", KilledFilter(">=", 50)),
    ("killed<=50", KilledFilter("<=", 50)),
    ("killed>50", KilledFilter(">", 50)),
    ("killed<50", KilledFilter("<", 50)),
    ("killed=50", KilledFilter("=", 50)),
    ("killed:50", KilledFilter("=", 50)),
    ("killed≥1,200", KilledFilter(">=", 1200)),
    ("Killed >= 50", KilledFilter(">=", 50)),
    ("is:disputed", VerdictFilter("disputed")),
    ("is:disp", VerdictFilter("disputed")),
    ("-is:disputed", VerdictFilter("disputed", negated=True)),
    ("is:revised", VerdictFilter("revised")),
]

COMPLAINTS = [
    ("colour:red", "“colour:red” searched as words: no filter is called colour; there are place, actor,"),
    ("plase:gao", "no filter is called plase; did you mean “place”? there are place, actor,"),
    ("place:", "“place:” left out: place needs a name"),
    ("actor:--", "“actor:--” left out: actor needs a name"),
    ("place>kidal", "“place>kidal” left out: place takes a colon"),
    ("date:last-week", "“date:last-week” left out: no date; dates are written date:2023"),
    ("date:2023-13", "“date:2023-13” left out: no date"),
    ("date:2023-02-30", "“date:2023-02-30” left out: no date"),
    ("date:..", "“date:..” left out: no date"),
    ("-date:", "“-date:” left out: no date"),
    ("date:2024..2023", "“date:2024..2023” left out: the range ends before it begins"),
    ("killed>=many", "“killed>=many” left out: killed needs a number"),
    ("killed>", "“killed>” left out: killed needs a number"),
    ("killed:", "“killed:” left out: killed needs a number"),
    ("is:", "“is:” left out: is: takes disputed, noted, "),
    ("is:wrong", "“is:wrong” left out: is: takes disputed, "),
    ("is:disptued", "“is:disptued” left out: did you mean “disputed”? is: takes disputed, "),
]


@pytest.mark.parametrize(("text", "terms"), TERMS, ids=[text for text, _ in TERMS])
def test_words(text: str, terms: tuple[Term, ...]) -> None:
    query = parse_query(text)
    assert query.terms == terms
    assert query.complaints == ()


@pytest.mark.parametrize(("text", "condition"), FILTERS, ids=[text for text, _ in FILTERS])
def test_filters(text: str, condition: Filter) -> None:
    query = parse_query(text)
    assert query.filters == (condition,)
    assert query.terms == ()
    assert query.complaints == ()


@pytest.mark.parametrize(("text", "said"), COMPLAINTS, ids=[text for text, _ in COMPLAINTS])
def test_what_is_not_understood_is_said(text: str, said: str) -> None:
    (complaint,) = parse_query(text).complaints
    assert said in str(complaint)
    assert parse_query(text).filters == ()


def test_an_unknown_filter_is_searched_as_words() -> None:
    assert [term.tokens for term in parse_query("colour:red kidal").terms] == [("colour", "red"), ("kidal",)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2023", ("2023",)),
        ("kidal 2023-09 1998-05-02", ("2023-09", "1998-05-02")),
        ("-2023", ()),
        ('"2023"', ()),
        ("1200 2023-13 20230", ()),
        ("2023 date:2022..2023", ()),
    ],
)
def test_words_that_may_be_meant_as_dates(text: str, dates: tuple[str, ...]) -> None:
    assert parse_query(text).dates == dates


def test_highlights_are_the_words_that_must_be_found() -> None:
    query = parse_query('Kidal -wagner "General  Staff" al-Qaïda place:gao')
    assert query.highlights == ("kidal", "general staff", "al", "qaida")


@given(st.text())
def test_any_line_is_a_query(text: str) -> None:
    parse_query(text)


@given(st.text(st.sampled_from('ab-":<>=.≥20139 placekildts*()^\x00é')))
def test_any_line_of_operators_is_a_query(text: str) -> None:
    query = parse_query(text)
    assert sum(term.prefix for term in query.terms) <= 1 + text.count('"')


def test_a_page_pasted_into_the_search_line_is_cut_and_said() -> None:
    query = parse_query("raid " * 5000)
    assert len(query.terms) == MOST_CONDITIONS
    assert [str(one) for one in query.complaints] == [
        f"“raid …” left out: a search takes {MOST_CONDITIONS} words and filters"
    ]
    (phrase,) = parse_query(f'"{"raid " * 5000}"').terms
    assert len(phrase.tokens) == MOST_CONDITIONS
