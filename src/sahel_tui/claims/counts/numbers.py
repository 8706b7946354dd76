"""Numbers in digits and in words."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon


def parse_digits(text: str, language: str = "en") -> int | None:
    """An integer with or without thousands separators, None for a decimal.

    >>> parse_digits("1,000"), parse_digits("7 000"), parse_digits("1.5"), parse_digits("7.000", "fr")
    (1000, 7000, None, 7000)
    """
    if text.isdigit() and len(text) < 10:
        return int(text)
    if "." in text:
        whole, _, rest = text.partition(".")
        if language == "en" or len(rest) != 3:
            return None
        text = whole + rest
    digits = text.replace(",", "").replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else None


def parse_decimal(text: str, scale: int) -> int | None:
    """`2.1 million`, `2,1 millions`: a decimal before a thousand or more; None for any other.

    >>> parse_decimal("2.1", 1_000_000), parse_decimal("2,1", 1_000_000), parse_decimal("2.1", 0)
    (2100000, 2100000, None)
    """
    whole, _, rest = text.replace(",", ".").partition(".")
    if scale < 1000 or not (whole.isdigit() and rest.isdigit()):
        return None
    tenths: int = 10 ** len(rest)
    return int(whole) * scale + int(rest) * scale // tenths


def parse_number_words(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Value of the number words from `tokens[at]` and the token after them, or None.

    Reads sums of falling size: hundreds, tens, units, also French `quatre-vingt-dix-sept`.
    """
    if tokens[at].lower not in lexicon.numbers and "-" not in tokens[at].lower:
        return None
    total, current, room, last = 0, 0, 10**9, at
    index = at
    joiners = lexicon.list("number_and")
    while index < len(tokens):
        if index > at and tokens[index].lower in joiners and _may_join(tokens, index, total + current, lexicon):
            index += 1
            continue
        parts = _number_parts(tokens[index].lower, lexicon)
        step = _add_parts(parts, total, current, room, lexicon) if parts else None
        if step is None:
            break
        total, current, room = step
        index += 1
        last = index
    return (total + current, last) if last > at else None


def _may_join(tokens: Sequence[Token], index: int, before: int, lexicon: Lexicon) -> bool:
    """`two hundred and six`, `soixante et onze`, but not `ten and three soldiers`."""
    if index + 1 >= len(tokens):
        return False
    parts = _number_parts(tokens[index + 1].lower, lexicon)
    if not parts:
        return False
    if lexicon.grammar.get("tens_and"):
        return before % 100 in (20, 30, 40, 50, 60, 70, 80, 90) and parts[0] in (1, 11)
    return before > 0 and before % 100 == 0 and parts[0] < 100


def _number_parts(word: str, lexicon: Lexicon) -> list[int]:
    """The values of a word or hyphenated word, empty when any part is no number."""
    if word in lexicon.numbers:
        return [lexicon.numbers[word]]
    if "-" not in word:
        return []
    joiners = lexicon.list("number_and")
    pieces = [piece for piece in word.split("-") if piece not in joiners]
    values = [lexicon.numbers.get(piece) for piece in pieces]
    return [value for value in values if value is not None] if None not in values else []


def _add_parts(parts: list[int], total: int, current: int, room: int, lexicon: Lexicon) -> tuple[int, int, int] | None:
    for value in parts:
        if value >= 1000:
            if total and total < value:
                return None
            total, current, room = total + max(current, 1) * value, 0, value
        elif value == 100:
            if current >= 10 and current != 0:
                return None
            current, room = max(current, 1) * 100, 100
        elif value == 20 and current % 100 == 4 and lexicon.grammar.get("tens_and"):
            current, room = current - 4 + 80, 20
        elif value < room:
            current += value
            room = _room_after(value, lexicon)
        else:
            return None
    return total, current, room


def _room_after(value: int, lexicon: Lexicon) -> int:
    """What may still be added: a unit after tens; up to nineteen after French 60 and 80."""
    if value in (60, 80) and lexicon.grammar.get("tens_and"):
        return 20
    if value == 10 and lexicon.grammar.get("tens_and"):
        return 10
    return 10 if value >= 20 and value % 10 == 0 else 0


def write_number(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> tuple[str, int]:
    """A number as written and the token after it; `1,4 million` is one where the comma is no list."""
    if at + 3 >= len(tokens) or tokens[at + 1].text != ",":
        return tokens[at].text, at + 1
    part = tokens[at : at + 4]
    glued = part[2].kind == "number" and part[0].end + 1 == part[2].start
    if glued and lexicon.numbers.get(part[3].lower, 0) >= 1000:
        return f"{part[0].text}.{part[2].text}", at + 3
    return tokens[at].text, at + 1
