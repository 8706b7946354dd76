"""Debris of markup in infobox values and text: dropped for display, never from the text itself."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sahel_tui.documents.lines import Span


_MARK = (
    r"\[(?:\d{1,4}|(?-i:[a-z])|(?:note|notes|nb|n|lower-alpha)\.?\s{0,2}\w{1,3}|edit|edit source|modifier|"
    r"modifier le code|citation needed|better source needed|verification needed|clarification needed|"
    r"réf\. nécessaire|réf\. souhaitée|when\?|who\?|where\?|by whom\?)\](?!\w)"
)
_MARKS = re.compile(rf"[ \t]{{0,4}}{_MARK}(?:[,\s]{{0,2}}{_MARK})*", re.IGNORECASE)

_IMAGE_LINK = re.compile(
    r"!?\[\[(?:File|Image|Fichier):[^\[\]]{0,200}\]\]|!\[[^\[\]]{0,200}\]\([^()\s]{0,400}\)", re.IGNORECASE
)
_IMAGE_OPTION = re.compile(
    r"\bborder\||\b(?:alt|link)=[^|\s]{0,40}(?:\||(?!\S))|\b\d{1,4}(?:x\d{1,4})?px\b\|?", re.IGNORECASE
)
_EXTENSION = r"\.(?:svg|png|jpe?g|gif)\b"
_VICTIMS = r"(?=\s{1,3}(?:[~+]?\d|at least|over|several|dozens|unknown|none))"
_FLAG_OF_VICTIMS = re.compile(rf"\bFlag of (?:the )?([^.|\n]{{2,40}}){_EXTENSION}{_VICTIMS}", re.IGNORECASE)
_GLUED = r"(?-i:[A-ZÀ-Þ][a-zà-ÿ]{1,20}[A-Z][a-z]{1,20})Flag\b"
"""A name with an image's name behind it, no blank between: `MaliShababFlag.svg`."""

_IMAGE_NAME = re.compile(
    r"(?:(?:\b|(?<=[a-z]))(?:Flag|Drapeau|Logo|Emblem|Coat of arms|Seal)\b[^.|\n]{0,60}"
    rf"|\b[\w'’-]{{1,20}} (?:flag|drapeau)(?-i: (?!of |d[eu] |des )[a-z]{{1,20}})?|\b(?!{_GLUED})\w{{1,30}}"
    rf"|(?-i:(?<=[a-zà-ÿ])[A-Z][a-z]{{1,20}})Flag){_EXTENSION}",
    re.IGNORECASE,
)
_NAMED_TWICE = re.compile(r"\bDrapeau (?:du |de la |de l['’]|des |de )([^\n,|]{2,30}?) (?=\1)")

_BREAK = re.compile(r"<\s{0,3}/?\s{0,3}(?:hr|br)\s{0,3}/?\s{0,3}>|\n[ \t]{0,8}(?:[•*·-][ \t]{1,4})?", re.IGNORECASE)
_TAG = re.compile(r"<ref\b[^<>]{0,200}>[^<>]{0,500}</ref>|</?[a-z][^<>]{0,200}>", re.IGNORECASE)

_FATES = {"KIA": "killed", "WIA": "wounded", "POW": "captured", "MIA": "missing", "†": "killed"}
_FATE = re.compile(r"(?P<count>\d\+?[ \t])?(?:(?<=[a-zà-ÿ])|(?<!\w))\(?(?P<fate>KIA|WIA|POW|MIA|†)(?!\w)\)?")

_SPACES = re.compile(r"\s{2,}|[\t\n\u00a0]")
_ITEMS = re.compile(r" ?,(?: |$)")
_BREAK_SIGN = " / "
_NOTHING = " ,;:()[]|"


@lru_cache(maxsize=16_384)
def clean_value(text: str) -> str:
    """An infobox value as a reader wants to see it, on one line; breaks become ` / `.

    >>> clean_value("MNLA, border|20px HCUA[3], , "), clean_value("Hassan Ag FagagaKIA")
    ('MNLA, HCUA', 'Hassan Ag Fagaga (killed)')
    >>> clean_value("1 dead<hr>2 hurt"), clean_value("Flag of Mali.svg 24+ killed")
    ('1 dead / 2 hurt', 'Mali 24+ killed')
    """
    text = _TAG.sub("", _BREAK.sub(_BREAK_SIGN, _MARKS.sub("", text)))
    text = _drop_images(text)
    text = _FATE.sub(_spell_fate, text)
    lines = (_drop_empty_items(line) for line in _SPACES.sub(" ", text).split(_BREAK_SIGN))
    return _BREAK_SIGN.join(line for line in lines if line)


def find_marks(text: str, start: int, end: int) -> "tuple[Span, ...]":
    """Spans of reference and edit marks (`[1]`, `[a]`, `[edit]`) with the blanks before them: debris for display.

    >>> find_marks("He fell. [1],[2] Nobody", 0, 23)
    ((8, 16),)
    """
    return tuple(match.span() for match in _MARKS.finditer(text, start, end))


def _drop_images(text: str) -> str:
    """Image links, sizes and names go; a flag that alone says whose figure follows leaves its country."""
    text = _IMAGE_OPTION.sub("", _IMAGE_LINK.sub("", text))
    text = _NAMED_TWICE.sub("", _FLAG_OF_VICTIMS.sub(r"\1", text))
    return _IMAGE_NAME.sub(" ", text)


def _spell_fate(match: re.Match[str]) -> str:
    """`FagagaKIA` -> `Fagaga (killed)`, `3 KIA` -> `3 killed`."""
    fate = _FATES[match["fate"]]
    if match["count"]:
        return match["count"] + fate
    before = match.string[: match.start()][-1:]
    return f"({fate})" if not before or before.isspace() else f" ({fate})"


def _drop_empty_items(line: str) -> str:
    """One line without the items of its list that nothing is left of."""
    items = (item.replace("()", "").strip().removeprefix(":").strip() for item in _ITEMS.split(line))
    return ", ".join(item for item in items if item.strip(_NOTHING))
