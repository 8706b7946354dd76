"""The articles a GED row rests on, as entries of a reference list."""

import re
from collections.abc import Iterator

from sahel_tui.documents.rendering import one_line

_PARTED = re.compile(r'"\s*;\s*"')
_ARTICLE = re.compile(r"(?P<office>[^,]{1,80}),\s*(?P<date>\d{4}-\d\d-\d\d)\s*,\s*(?P<headline>.+)", re.DOTALL)


def read_articles(row: dict[str, str]) -> Iterator[str]:
    """`"Headline". Office. Date.` for each article, from `source_article` or from the three columns of its parts."""
    whole = row.get("source_article", "").strip()
    pieces = _PARTED.split(whole.strip('"')) if whole else []
    for piece in pieces or _from_columns(row):
        found = _ARTICLE.fullmatch(piece.strip(' "'))
        if found:
            headline = one_line(found["headline"]).replace('"', "'")
            yield f'"{headline}". {one_line(found["office"])}. {found["date"]}'
        elif said := one_line(piece.strip(' "')):
            yield said


def _from_columns(row: dict[str, str]) -> Iterator[str]:
    """Office, date and headline that stand in columns of their own, parted by semicolons."""
    columns = [row.get(name, "").split(";") for name in ("source_office", "source_date", "source_headline")]
    if len({len(column) for column in columns}) == 1:
        for office, date, headline in zip(*columns, strict=True):
            if headline.strip():
                yield f"{office},{date},{headline}"
