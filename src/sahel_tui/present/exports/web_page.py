"""A comparison as one HTML page that needs nothing else: no script, no address, every word of a document escaped."""

import html
from collections.abc import Iterator

from sahel_tui.present.compare_table import Cell, CompareGroup, CompareRow, CompareTable
from sahel_tui.present.evidence import CLOSE, OPEN, Evidence, evidence_lines
from sahel_tui.present.exports.cells import name_voices, say_entry, say_verdict, speaking_voices
from sahel_tui.present.glyphs import ABOUT_ENEMY, MEANINGS, NOTHING, glyph
from sahel_tui.present.row_sentences import name_sentence, row_sentences
from sahel_tui.present.runs import Line
from sahel_tui.present.text import visible

_ONE_LINE = 1_000_000
"""Cells in which every paragraph fits."""
_MOST_COLUMNS = 9
"""More voices than fit a sheet of paper beside each other stand under each other."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for this page: nothing."""
_STYLE = """
:root { color-scheme: light dark; --disputed: #9a3f00; --quiet: #5f666d; --rule: #c8ccd0; }
@media (prefers-color-scheme: dark) { :root { --disputed: #ffb14a; --quiet: #a0a8b0; --rule: #444b52; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { line-height: 1.2; } h2 { margin-top: 2.5rem; } h3 { margin-bottom: .3rem; }
.quiet { color: var(--quiet); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border-bottom: 1px solid var(--rule); padding: .3rem .8rem; text-align: start; vertical-align: top; }
.disputed { color: var(--disputed); font-weight: bold; }
blockquote { margin: .3rem 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
mark { background: none; color: inherit; font-weight: bold; text-decoration: underline 2px; }
figure { margin: 0; } figcaption { color: var(--quiet); }
@media print {
  body { font-size: 10pt; margin: 0; max-width: none; } .wide { overflow: visible; }
  th, td { padding: .15rem .4rem; } h2, h3, figcaption { break-after: avoid; } tr, blockquote { break-inside: avoid; }
}
"""


def web_page(table: CompareTable) -> str:
    """The whole page."""
    return "\n".join(_lines(table)) + "\n"


def escape(text: str) -> str:
    """`text` as a browser shows it word for word."""
    return html.escape(visible(text))


def _lines(table: CompareTable) -> Iterator[str]:
    title = escape(table.title)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{html.escape(_POLICY)}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield f'<h1 dir="auto">{title}</h1>'
    yield f'<p class="quiet">{escape(" · ".join(filter(None, (table.subtitle, table.summary))))}</p>'
    for group in table.groups:
        yield from _group_lines(group, table)
    yield f'<p class="quiet">{_legend()}</p>\n</body>\n</html>'


def _legend() -> str:
    marks = [f"{glyph(verdict)} {meaning}" for verdict, meaning in MEANINGS.items() if glyph(verdict)]
    return escape(" · ".join([*marks, f"{ABOUT_ENEMY} a belligerent about its enemy"]))


def _group_lines(group: CompareGroup, table: CompareTable) -> Iterator[str]:
    yield f'<section>\n<h2 dir="auto">{escape(group.heading)}</h2>\n<div class="wide">\n<table>'
    grid = _grid(group, table)
    if len(grid[0]) > _MOST_COLUMNS:
        grid = [list(column) for column in zip(*grid, strict=True)]
    heads = "".join(f'<th scope="col" dir="auto">{cell}</th>' for cell in grid[0][1:])
    yield f"<thead><tr><td></td>{heads}</tr></thead>\n<tbody>"
    for head, *cells in grid[1:]:
        shown = "".join(f'<td dir="auto">{cell}</td>' for cell in cells)
        yield f'<tr><th scope="row" dir="auto">{head}</th>{shown}</tr>'
    yield "</tbody>\n</table>\n</div>"
    for row in group.rows:
        yield from _note_lines(row, table)
    yield "</section>"


def _grid(group: CompareGroup, table: CompareTable) -> list[list[str]]:
    """Rows against voices, the headings and the verdicts among the cells."""
    voices = speaking_voices(group)
    heads = ["", *map(escape, name_voices(table, voices)), "verdict"]
    rows = [[escape(row.label), *(_cell(row.cells[number]) for number in voices), _verdict(row)] for row in group.rows]
    return [heads, *rows]


def _cell(cell: Cell) -> str:
    spans = [f'<span class="{entry.tag or entry.kind}">{escape(say_entry(entry))}</span>' for entry in cell]
    return "<br>".join(spans) or NOTHING


def _verdict(row: CompareRow) -> str:
    said = escape(say_verdict(row))
    return f'<span class="disputed">{said}</span>' if row.verdict == "disputed" else said


def _note_lines(row: CompareRow, table: CompareTable) -> Iterator[str]:
    sentences = list(row_sentences(row, table)) if row.verdict == "disputed" else []
    notes = [f"{glyph(note.verdict)} {note.text}".strip() for note in row.notes if note.verdict != "single"]
    notes += [labels.full for labels in row.labels]
    if notes or sentences:
        yield f'<h3 dir="auto">{escape(row.label)}</h3>'
    yield from (f'<p dir="auto">{escape(note)}</p>' for note in notes)
    for evidence in sentences:
        caption = escape(name_sentence(evidence, table))
        yield f'<figure><figcaption dir="auto">{caption}</figcaption>'
        yield f'<blockquote dir="auto">{_quote(evidence)}</blockquote></figure>'


def _quote(evidence: Evidence) -> str:
    lines, _ = evidence_lines(evidence, _ONE_LINE)
    return "<br>".join("".join(_runs(line)) for line in lines)


def _runs(line: Line) -> Iterator[str]:
    for text, tag in line:
        if tag == "claim_disputed":
            yield f"<mark>{escape(text.removeprefix(OPEN).removesuffix(CLOSE))}</mark>"
        else:
            yield escape(text)
