"""The articles a GED row rests on, as entries of a reference list."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sahel_tui.documents.rendering import one_line

ARTICLES = ("source_article", "source_office", "source_date", "source_headline")
"""The columns that name them."""
_PARTED = re.compile(r'"\s*;\s*"')
_ARTICLE = re.compile(r"(?P<office>[^,]{1,80}),\s*(?P<date>\d{4}-\d\d-\d\d)\s*,\s*(?P<headline>.+)", re.DOTALL)


class Cited(NamedTuple):
    """An entry, and those of its pieces that have words, which other entries may have as well."""

    entry: str
    pieces: tuple[str, ...]


def read_articles(cells: Sequence[str]) -> tuple[Cited, ...]:
    """`"Headline". Office. Date.` for each article, from `source_article` or from the three columns of its parts."""
    whole = cells[0].strip()
    pieces = _PARTED.split(whole.strip('"')) if whole else _join_columns(cells[1:])
    return tuple([cited for piece in pieces if (cited := _cite(piece.strip(' "')))])


def _cite(piece: str) -> Cited | None:
    """None for a piece that says nothing."""
    found = _ARTICLE.fullmatch(piece)
    if found:
        office, date, headline = found.groups()
        headline, office = one_line(headline).replace('"', "'"), one_line(office)
        return Cited(f'"{headline}". {office}. {date}', (headline, office))
    said = one_line(piece)
    return Cited(said, (said,)) if said else None


def _join_columns(cells: Sequence[str]) -> Iterator[str]:
    """Office, date and headline that stand in columns of their own, parted by semicolons."""
    columns = [cell.split(";") for cell in cells]
    if len({len(column) for column in columns}) == 1:
        for office, date, headline in zip(*columns, strict=True):
            if headline.strip():
                yield f"{office},{date},{headline}"
