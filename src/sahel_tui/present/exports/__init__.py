"""A comparison to take along: Markdown, CSV, JSON, or a page for a browser; each as one text."""

from collections.abc import Callable, Sequence

from sahel_tui.dataclass import dataclass
from sahel_tui.present.compared import Compared, compare_table
from sahel_tui.present.exports.markdown import markdown_text
from sahel_tui.present.exports.web_page import web_page
from sahel_tui.present.json_lines import json_line
from sahel_tui.present.records import comparison_record
from sahel_tui.present.spreadsheet import COMPARISON_COLUMNS, MARK, comparison_csv, csv_lines


@dataclass(frozen=True, slots=True)
class Format:
    """One form of an export."""

    words: str
    """What a reader is told it is for."""
    suffix: str
    write: Callable[[Sequence[Compared]], str]
    opening: str = ""
    """What a file begins with."""


def _write_csv(compared: Sequence[Compared]) -> str:
    rows = "".join(comparison_csv(one.event, one.comparison.rows) for one in compared)
    return csv_lines([COMPARISON_COLUMNS]) + rows


def _write_json(compared: Sequence[Compared]) -> str:
    return "".join(json_line(comparison_record(one.event, one.documents, one.comparison)) for one in compared)


FORMATS: dict[str, Format] = {
    "markdown": Format("for notes and wikis: text with a table", ".md", lambda it: markdown_text(compare_table(it))),
    "csv": Format("for a spreadsheet: a figure a line", ".csv", _write_csv, MARK),
    "json": Format("for a program: all rows and claims, an event a line", ".json", _write_json),
    "html": Format("for a web browser: a page to read or print", ".html", lambda it: web_page(compare_table(it))),
}
