"""Which shape a text has, judged by its content."""

import re
from collections.abc import Sequence

from sahel_tui.documents.capture import is_label
from sahel_tui.documents.chrome import is_menu
from sahel_tui.documents.headings import find_headings
from sahel_tui.documents.lines import Line, without_address
from sahel_tui.documents.outline import parse_heading, strip_edit
from sahel_tui.documents.plain import is_infobox_line
from sahel_tui.documents.rows import is_row, is_rule

_HEAD = 80
"""How many lines of a text are looked at for the marks of an infobox."""

_ROWS = 3
"""A table without a rule has at least so many rows."""

_MARKUP = (
    (re.compile(r"<!doctype html|<html\b|<head\b|<body\b|<div\b", re.IGNORECASE), "HTML markup"),
    (re.compile(r"<\?xml|<mediawiki\b"), "XML markup"),
    (re.compile(r"\{\s*[\"}]|\[\s*[{\"]"), "JSON"),
    (re.compile(r"\{\{\s*(?:infobox|short description|use [dm]{2}y dates|about\b)", re.IGNORECASE), "wikitext markup"),
    (re.compile(r"\"?\w+\"?([,;\t])\"?\w+\"?(?:\1\"?\w*\"?){4,}$", re.MULTILINE), "a table of records"),
)


def find_markup(text: str) -> str | None:
    """The name of a markup or data format that `text` is written in, None for text.

    >>> find_markup("<!DOCTYPE html><html>"), find_markup("= Raid =")
    ('HTML markup', None)
    """
    start = text[:2_000].lstrip()
    return next((name for pattern, name in _MARKUP if pattern.match(start)), None)


def detect_format(lines: list[Line]) -> str:
    """`plain`, `capture` or `table`; prose without any mark of a capture is `plain`."""
    lines = without_address(lines)
    head = lines[:_HEAD]
    if _is_plain(head):
        return "plain"
    if any(is_rule(line.text) for line in head) or sum(is_row(line.text) for line in head) >= _ROWS:
        return "table"
    if _is_capture(head) or any(strip_edit(line.text) != line.text for line in lines):
        return "capture"
    if any(parse_heading(line.text) for line in lines):
        return "plain"
    return "capture" if find_headings(lines[1:]) else "plain"


def _is_plain(head: Sequence[Line]) -> bool:
    marked = bool(head) and parse_heading(head[0].text) is not None
    return marked or any(is_infobox_line(line.text) for line in head[:5])


def _is_capture(head: Sequence[Line]) -> bool:
    return any(is_menu(line.text) for line in head) or any(is_label(head, index) for index in range(1, len(head)))
