"""Days, months and years in running text, which count nobody."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon

DAY_LINKS = frozenset(
    (*("–", "-", "—", "/", ",", "and", "to", "or", "of", "the", "from", "between"), *("et", "au", "ou", "de"))
)
"""What may stand between the days of one date, in any language read."""


NO_DATES: frozenset[int] = frozenset()


def find_dates(tokens: Sequence[Token], months: Sequence[int], lexicon: Lexicon) -> frozenset[int]:
    """Indexes of the tokens of dates around names of `months`: `October 11 and 12`, `4–5 June 2021`, `le 24 mai`."""
    found: set[int] = set()
    for index in months:
        if tokens[index].lower in ("may", "march") and not tokens[index].text[0].isupper():
            continue
        found.add(index)
        before, behind = _days(tokens, index, -1), _days(tokens, index, 1)
        day_first = index - 1 in before and tokens[index - 1].lower not in DAY_LINKS
        if day_first or lexicon.grammar.get("days_before_month"):
            behind = {at for at in behind if len(tokens[at].text) == 4}
        found |= behind | before
    return frozenset(found) if found else NO_DATES


def _days(tokens: Sequence[Token], month: int, step: int) -> set[int]:
    """Day numbers and the year on one side of a month name."""
    found: set[int] = set()
    index, pending = month + step, list[int]()
    days = 0
    while 0 <= index < len(tokens):
        token = tokens[index]
        apart = not days and any(tokens[at].text == "," for at in pending)
        if apart and len(token.text) < len("2022"):
            break  # `In July, 18 soldiers died`
        if days and [tokens[at].text for at in pending] == [","] and _counts_noun(tokens, index):
            break  # `On July 25, 14 civilians were killed`
        if _is_day_or_year(token, step) and (pending or not days or len(token.text) == 4):
            days += 1
            found.update((index, *pending))
            pending = []
            if step > 0 and len(token.text) == 4 and token.text.isdigit():
                break
        elif token.lower in DAY_LINKS and len(pending) < 2 and not (step < 0 and token.text == ","):
            pending.append(index)
        else:
            break
        index += step
    return found


def _counts_noun(tokens: Sequence[Token], at: int) -> bool:
    """A number shorter than a year before a word that links no days: `, 14 civilians`; not `, 12 and 13 May`."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return len(tokens[at].text) < len("2022") and behind is not None and _is_text(behind)


def _is_text(token: Token) -> bool:
    return token.kind == "word" and token.lower not in DAY_LINKS


def _is_day_or_year(token: Token, step: int) -> bool:
    if token.kind == "mixed":
        return token.text.rstrip("strdnhèe").isdigit() and len(token.text) <= 5
    if not (token.kind == "number" and token.text.isdigit()):
        return False
    return int(token.text) <= 31 or (step > 0 and len(token.text) == 4)


def is_year_of_event(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`the 2019 bombing`: four digits of these centuries before an event."""
    written = tokens[at].text
    year = len(written) == 4 and written.isdigit() and written[:2] in ("19", "20")
    return year and at + 1 < len(tokens) and tokens[at + 1].lower in lexicon.list("event_nouns")


def ends_years(tokens: Sequence[Token], at: int) -> bool:
    """`2012–17`, `2021-2023`: the last of some years, where no noun follows."""
    if at < 2 or tokens[at - 1].text not in ("–", "-", "—"):
        return False
    first, last = tokens[at - 2].text, tokens[at].text
    years = len(first) == 4 and first[:2] in ("19", "20") and first.isdigit() and len(last) in (2, 4)
    return years and first < (first[:2] + last)[-4:] and (at + 1 == len(tokens) or tokens[at + 1].kind == "mark")


def is_hour(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`at four in the morning`: a number before a time of day."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower not in lexicon.lists("place_openers", "of"):
        return False
    if _goes_on_counting(tokens, at, lexicon):
        return False
    last = tokens[min(at + 3, len(tokens) - 1)].lower
    return last in lexicon.lists("times_of_day", "-span")  # not `rose to fourteen in the week after`


def _goes_on_counting(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`twelve dead at noon and of 17 in the evening`: behind `of` or a joint; not `between four and five in the …`."""
    before = tokens[at - 1].lower if at else ""
    if before in lexicon.list("plain_and"):
        return at < 2 or (tokens[at - 2].kind != "number" and tokens[at - 2].lower not in lexicon.numbers)
    return before in lexicon.lists("toll_of", "then") or before in (",", ";")


def is_bare_day(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    """`surpris le 12 à Talataye`: where an article stands before days, a small number without a noun is one."""
    token = tokens[at]
    if not at or tokens[at - 1].lower not in lexicon.list("day_articles"):
        return False
    if not token.text.isdigit() or int(token.text) > 31:
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is None or behind.kind == "mark" or behind.lower in lexicon.stop


def is_bare_year(tokens: Sequence[Token], at: int, value: int, lexicon: Lexicon) -> bool:
    """`2019` with no noun behind: four digits of these centuries."""
    if not (1900 <= value <= 2099 and tokens[at].text.isdigit() and len(tokens[at].text) == 4):
        return False
    return at + 1 >= len(tokens) or not lexicon.nouns.match(tokens, at + 1)
