"""Numbers in words are read as what they say: every number up to 999,999, spelled by functions of this file alone."""

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sahel_tui.claims.counts.counts import CountFinder
from sahel_tui.claims.counts.numbers import parse_number_words
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.words import load_lexicon
from sahel_tui.model import Count

LARGEST = 999_999
NUMBERS = st.integers(min_value=1, max_value=LARGEST)

ENGLISH_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
ENGLISH_TENS = ("ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
FRENCH_SMALL = (
    *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),
    *("dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf"),
)
FRENCH_TENS = ("dix", "vingt", "trente", "quarante", "cinquante", "soixante")


def spell_english(number: int) -> str:
    """`two hundred and six`, `thirty-one thousand four hundred`."""
    if number < 20:
        return ENGLISH_SMALL[number]
    if number < 100:
        tens, units = divmod(number, 10)
        return ENGLISH_TENS[tens - 1] + (f"-{ENGLISH_SMALL[units]}" if units else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{ENGLISH_SMALL[hundreds]} hundred" + (f" and {spell_english(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joined = "" if not rest else f" and {spell_english(rest)}" if rest < 100 else f" {spell_english(rest)}"
    return f"{spell_english(thousands)} thousand{joined}"


def spell_french(number: int) -> str:
    """`soixante et onze`, `quatre-vingt-dix-sept`, `deux cent mille trois`."""
    if number < 20:
        return FRENCH_SMALL[number]
    if number < 100:
        return _spell_french_tens(number)
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{FRENCH_SMALL[hundreds]} cent{'' if rest else 's'}"
        return f"{head} {spell_french(rest)}" if rest else head
    thousands, rest = divmod(number, 1000)
    head = spell_french(thousands)
    if head.endswith(("cents", "vingts")):
        head = head.removesuffix("s")
    head = "mille" if thousands == 1 else f"{head} mille"
    return f"{head} {spell_french(rest)}" if rest else head


def _spell_french_tens(number: int) -> str:
    """Twenty to ninety-nine: seventy and ninety go on from sixty and eighty."""
    if number >= 80:
        return "quatre-vingts" if number == 80 else f"quatre-vingt-{FRENCH_SMALL[number - 80]}"
    tens = min(number // 10, 6)
    rest = number - tens * 10
    if rest == 0:
        return FRENCH_TENS[tens - 1]
    return FRENCH_TENS[tens - 1] + (" et " if rest in (1, 11) else "-") + FRENCH_SMALL[rest]


def read_words(words: str, language: str) -> int | None:
    """What the number words say, None unless all of them are read."""
    tokens = tokenise(words)
    found = parse_number_words(tokens, 0, load_lexicon(language))
    return found[0] if found and found[1] == len(tokens) else None


@given(NUMBERS)
@example(206)
@example(100_000)
@example(LARGEST)
def test_english_words_are_read(number: int) -> None:
    assert read_words(spell_english(number), "en") == number


@given(NUMBERS)
@example(71)
@example(97)
@example(80_080)
@example(200_000)
@example(LARGEST)
def test_french_words_are_read(number: int) -> None:
    assert read_words(spell_french(number), "fr") == number


@given(NUMBERS)
def test_spaces_or_hyphens_make_no_difference_in_french(number: int) -> None:
    words = spell_french(number)
    assert read_words(words.replace("-", " "), "fr") == number
    assert read_words(words.replace(" ", "-"), "fr") == number


@pytest.mark.parametrize(("language", "spell"), [("en", spell_english), ("fr", spell_french)])
def test_every_number_below_a_thousand(language: str, spell: Callable[[int], str]) -> None:
    wrong = [number for number in range(1, 1000) if read_words(spell(number), language) != number]
    assert not wrong


@given(st.integers(min_value=1, max_value=LARGEST), st.sampled_from((",", " ", "\u00a0", "\u202f")))
def test_digits_with_thousands_separators(number: int, separator: str) -> None:
    written = f"{number:,}".replace(",", separator)
    counts = [match.count for match in CountFinder(tokenise(f"{written} soldats"), load_lexicon("fr")).find()]
    assert counts == [Count(number, number)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "une vingtaine de soldats", "~20"),
        ("fr", "deux douzaines de soldats", "~24"),
        ("fr", "au moins une trentaine de soldats", "30+"),
        ("fr", "entre vingt et un et trente soldats", "21–30"),
        ("fr", "soixante et onze ou soixante-douze soldats", "71–72"),
        ("fr", "un ou deux soldats", "1–2"),
        ("fr", "quinze soldats au minimum", "15+"),
        ("fr", "44 morts tout au plus", "≤44"),
        ("fr", "plusieurs dizaines de soldats", "dozens"),
        ("fr", "un nombre indéterminé de soldats", "unknown"),
        ("en", "half a dozen soldiers", "~6"),
        ("en", "fifteen soldiers at least", "15+"),
    ],
)
def test_hedged_counts(language: str, text: str, expected: str) -> None:
    found = CountFinder(tokenise(text), load_lexicon(language)).find()
    assert [str(match.count) for match in found] == [expected]


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Le bilan passe de 13 à 16 morts"), ("en", "It rose from 13 to 16 dead")]
)
def test_a_change_is_no_range(language: str, text: str) -> None:
    found = CountFinder(tokenise(text), load_lexicon(language)).find()
    assert [str(match.count) for match in found] == ["13", "16"]


def test_a_count_behind_a_french_month_is_no_day() -> None:
    found = CountFinder(tokenise("Le 3 mars 2022 et en avril 14 soldats"), load_lexicon("fr")).find()
    assert [str(match.count) for match in found] == ["14"]
