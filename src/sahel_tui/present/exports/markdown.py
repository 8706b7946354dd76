"""A comparison as Markdown; no word of a document can act as its marks."""

import re
from collections.abc import Iterator, Sequence

from sahel_tui.present.compare_table import CompareGroup, CompareRow, CompareTable
from sahel_tui.present.evidence import CLOSE, OPEN, Evidence, evidence_lines
from sahel_tui.present.exports.cells import explain_marks, name_voices, say_cell, say_verdict, speaking_voices
from sahel_tui.present.glyphs import glyph
from sahel_tui.present.row_sentences import name_sentence, row_sentences
from sahel_tui.present.runs import line_text
from sahel_tui.present.text import visible

_ACTING = re.compile(r"([\\`*_{}\[\]<>|#~!&$@])|(?<=http)(:)|(?<=https)(:)|(?<=www)(\.)")
_LINE_START = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")
_ONE_LINE = 1_000_000
"""Cells in which every paragraph fits."""


def markdown_text(table: CompareTable) -> str:
    """The whole comparison: a table for each side, and under it the sentences behind what is disputed."""
    return "\n".join(_lines(table)) + "\n"


def table_text(table: CompareTable) -> str:
    """The tables alone, each under its side, and what their marks mean; readable where Markdown is not drawn, too."""
    lines = [escape(" · ".join(filter(None, (table.title, table.subtitle))))]
    for group in table.groups:
        lines += ["", escape(group.heading), "", *_table_lines(group, table, bold=False)]
    return "\n".join([*lines, "", explain_marks(table)]).rstrip("\n") + "\n"


def escape(text: str) -> str:
    r"""`text` as Markdown shows it word for word.

    >>> print(escape("31 *killed* | [x](http://y) <b>"))
    31 \*killed\* \| \[x\](http\://y) \<b\>
    """
    escaped = _ACTING.sub(lambda found: f"\\{found[0]}", visible(text))
    return _LINE_START.sub(_guard_start, escaped)


def _guard_start(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}\\" if found[2].isdigit() else f"{found[1]}\\{found[2]}"


def _lines(table: CompareTable) -> Iterator[str]:
    yield f"# {escape(table.title)}"
    yield ""
    yield escape(" · ".join(filter(None, (table.subtitle, table.summary))))
    for group in table.groups:
        yield from ("", f"## {escape(group.heading)}", "")
        yield from _table_lines(group, table)
        for row in group.rows:
            yield from _note_lines(row, table)
    yield from ("", explain_marks(table))


def _table_lines(group: CompareGroup, table: CompareTable, *, bold: bool = True) -> Iterator[str]:
    voices = speaking_voices(group)
    yield _row(["", *map(escape, name_voices(table, voices)), "verdict"])
    yield _row(["---"] * (len(voices) + 2))
    for row in group.rows:
        cells = [_mark(row, number, bold) for number in voices]
        yield _row([escape(row.label), *cells, say_verdict(row)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _mark(row: CompareRow, number: int, bold: bool) -> str:
    said = escape(say_cell(row.cells[number]))
    return f"**{said}**" if bold and any(entry.tag == "disputed" for entry in row.cells[number]) else said


def _note_lines(row: CompareRow, table: CompareTable) -> Iterator[str]:
    sentences = list(row_sentences(row, table)) if row.verdict == "disputed" else []
    notes = [f"{glyph(note.verdict)} {note.text}".strip() for note in row.notes if note.verdict != "single"]
    notes += [labels.full for labels in row.labels]
    if notes or sentences:
        yield from ("", f"### {escape(row.label)}")
    for note in notes:
        yield from ("", escape(note))
    for evidence in sentences:
        yield from ("", f"{escape(name_sentence(evidence, table))}:", "", f"> {_quote(evidence)}")


def _quote(evidence: Evidence) -> str:
    """The sentence on one line, its figures bold."""
    lines, _ = evidence_lines(evidence, _ONE_LINE)
    words = escape(" ".join(line_text(line).strip() for line in lines))
    return words.replace(OPEN, "**").replace(CLOSE, "**")
