"""An event as lines of text: the figures of each side, the other fields, and every document."""

from collections.abc import Iterator, Sequence

from sahel_tui.model import Comparison, Document, Event
from sahel_tui.present.article import Block, article_blocks
from sahel_tui.present.infobox import Entry, InfoboxTable, infobox_table
from sahel_tui.present.own_notes import OwnNote
from sahel_tui.present.text_layout import label_text, wrap_text


def show_lines(
    event: Event, documents: Sequence[Document], comparison: Comparison, width: int, notes: Sequence[OwnNote] = ()
) -> Iterator[str]:
    """The reader's notes, the figures of each side, the other fields, and every document's text."""
    yield from _table_lines(infobox_table(event, comparison, documents, notes), width)
    for number, document in enumerate(documents, 1):
        yield ""
        yield from _document_lines(document, comparison, f"document {number} of {len(documents)}", width)


def _table_lines(table: InfoboxTable, width: int) -> Iterator[str]:
    yield from wrap_text(table.title, width)
    yield from wrap_text(table.subtitle, width)
    for note in table.notes:
        yield from wrap_text(note, width, "", "  ")
    for place, column in enumerate(table.columns):
        rows = [(row.label, row.cells[place]) for row in table.rows if not row.wide and row.cells[place]]
        if rows:
            yield ""
            yield from wrap_text(column.label, width)
        for label, entries in rows:
            yield from label_text(label, say_entries(entries), width, "  ")
    yield ""
    for row in table.rows:
        if row.wide:
            yield from label_text(row.label, say_entries(row.cells[0]), width)


def say_entries(entries: Sequence[Entry]) -> str:
    """A cell on one line: `14 per Mali ≠ 12 per JNIM`."""
    words: list[str] = []
    for entry in entries:
        if words:
            words.append(entry.mark or "·")
        words.append(" ".join(filter(None, (entry.text, entry.voice, entry.note))))
    return " ".join(words)


def _document_lines(document: Document, comparison: Comparison, heading: str, width: int) -> Iterator[str]:
    yield from wrap_text(f"── {heading} · {document.name}", width)
    if document.address:
        yield from wrap_text(document.address, width)
    for block in article_blocks(document, comparison):
        yield from _block_lines(block, width)


def _block_lines(block: Block, width: int) -> Iterator[str]:
    if block.kind == "heading":
        yield ""
        yield f"{'=' * block.level} {block.text} {'=' * block.level}"
    elif block.kind == "paragraph":
        yield ""
        yield from wrap_text(block.text, width)
    else:
        yield from wrap_text(block.text, width, "- " if block.kind == "item" else "", "  ")
