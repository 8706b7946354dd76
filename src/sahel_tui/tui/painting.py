"""Tagged lines painted: the only place where a tag of `present` becomes a style."""

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from sahel_tui.present.runs import Line
from sahel_tui.present.text import visible
from sahel_tui.tui.theme import tag_style

_CHOSEN = Style(reverse=True)
_LETTER = Style(reverse=True, bold=True)


def paint_line(line: Line, width: int, theme: str) -> Strip:
    """The line as a strip of exactly `width` cells, acting characters shown as marks."""
    segments = [Segment(visible(text), tag_style(tag, theme)) for text, tag in line if text]
    return Strip(segments).adjust_cell_length(width, tag_style("", theme))


def mark_cells(strip: Strip, start: int, end: int) -> Strip:
    """The strip with the cells `start` to `end` reversed: the one place the next key is about."""
    start, end = max(0, start), min(end, strip.cell_length)
    if start >= end:
        return strip
    chosen = strip.crop(start, end)
    reversed_cells = Strip(Segment(text, (style or Style()) + _CHOSEN) for text, style, _ in chosen)
    return Strip.join([strip.crop(0, start), reversed_cells, strip.crop(end)])


def put_letters(strip: Strip, letters: Mapping[int, str]) -> Strip:
    """The strip with letters to type just before the cells of the places they lead to, at the edge over them."""
    for place, text in letters.items():
        start = max(0, min(place - len(text), strip.cell_length - len(text)))
        parts = [strip.crop(0, start), Strip([Segment(text, _LETTER)]), strip.crop(start + len(text))]
        strip = Strip.join(parts)
    return strip
