"""The text of a page: headings and paragraphs, lists, tables."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from sahel_tui.documents.rendering import Part, one_line, write_table
from sahel_tui.documents.web.tree import BLOCKS, say_inline, walk

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SILENT = ("script", "style", "template", "noscript", "svg", "iframe", "select", "option", "textarea", "head", "title")


def read_parts(root: LexborNode) -> Iterator[Part]:
    """The lead and the sections below `root`, without parts that say nothing."""
    title, level = "", 1
    paragraphs: list[str] = []
    for kind, text in _blocks(root):
        if kind in _HEADINGS:
            yield Part(title, level, "\n\n".join(paragraphs))
            title, level, paragraphs = text, max(2, _HEADINGS[kind]), []
        else:
            paragraphs.append(f"- {text}" if kind == "li" else text)
    yield Part(title, level, "\n\n".join(paragraphs))


def _blocks(root: LexborNode) -> Iterator[tuple[str, str]]:
    """Element name and text of each heading, paragraph, item and table in order."""
    kind, pieces = "p", list[str]()
    inside: LexborNode | None = None
    for node, opens in walk(root):
        tag = node.tag or ""
        if inside is not None:
            inside = None if not opens and node.mem_id == inside.mem_id else inside
        elif opens and (tag in _HEADINGS or tag == "table" or tag in _SILENT):
            yield from _flush(kind, pieces)
            inside = node
            text = _say_table(node) if tag == "table" else "" if tag in _SILENT else say_inline(node)
            yield from [(tag, text)] if text else []
        elif tag == "-text":
            pieces.extend([node.text(deep=False) or ""] if opens else [])
        elif tag == "br":
            pieces.append(" ")
        elif tag in BLOCKS:
            yield from _flush(kind, pieces)
            kind = "li" if opens and tag == "li" else "p"
    yield from _flush(kind, pieces)


def _flush(kind: str, pieces: list[str]) -> Iterator[tuple[str, str]]:
    text = one_line("".join(pieces))
    pieces.clear()
    if text:
        yield kind, text


def _say_table(table: LexborNode) -> str:
    """A table of facts as lines of cells; the text of one that only lays out its page."""
    rows = [row for row in table.css("tr") if row.css_first("table") is None]
    return write_table([say_inline(cell) for cell in row.iter() if cell.tag in ("th", "td")] for row in rows)
