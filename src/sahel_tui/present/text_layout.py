"""Paragraphs and labelled values in lines of a given width."""

from collections.abc import Iterator

from sahel_tui.present.text import cell_width, visible, wrap

LABEL_WIDTH = 22
GAP = "  "


def wrap_text(text: str, width: int, indent: str = "", hanging: str | None = None) -> Iterator[str]:
    """`text` in lines of at most `width` cells, the first after `indent`, the others after `hanging` (else the same).

    >>> list(wrap_text("seven soldiers and five fighters", 18, "- ", "  "))
    ['- seven soldiers', '  and five', '  fighters']
    """
    hanging = indent if hanging is None else hanging
    lead = indent
    text = visible(text)
    for start, end in wrap(text, max(1, width - max(cell_width(indent), cell_width(hanging)))):
        yield lead + text[start:end]
        lead = hanging


def label_text(label: str, text: str, width: int, indent: str = "", room: int = LABEL_WIDTH) -> Iterator[str]:
    """`text` beside its label, which has `room` cells with its indent; a longer one gets lines of its own.

    >>> list(label_text("killed", "14 Mali ≠ 12 JNIM", 50))
    ['killed                  14 Mali ≠ 12 JNIM']
    """
    column = " " * (room + len(GAP))
    head = f"{indent}{visible(label)}"
    lines = list(wrap_text(text, width, column))
    if lines and cell_width(head) <= room:
        lines[0] = head + lines[0][cell_width(head) :]
    else:
        lines = [*wrap_text(label, width, indent), *lines]
    yield from lines
