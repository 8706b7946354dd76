"""One event as one line of a list."""

from collections.abc import Sequence

from sahel_tui.model import Event
from sahel_tui.present.glyphs import glyph, verdict_tag
from sahel_tui.present.hits import find_hits
from sahel_tui.present.runs import Line, Run, line_width, pad_line, tag_spans
from sahel_tui.present.text import cell_width, visible
from sahel_tui.present.titles import shorten_title

_DATE_WIDTH = 10
_MARK_WIDTH = 3
_MINIMUM_TITLE = 8


def event_mark(event: Event) -> Run:
    """The mark at the edge of a list: the verdict's glyph, and how many rows are disputed.

    >>> event_mark(Event("x", "Diafarabé", "2023-01-10", disputed=3, verdict="disputed"))
    ('≠3', 'disputed')
    """
    verdict = "disputed" if event.disputed else event.verdict
    return f"{glyph(verdict)}{event.disputed or ''}", verdict_tag(verdict)


def say_start(event: Event) -> str:
    """The first day, with a dash behind it where the event went on: it is an answer to `date:` of a later day, too.

    >>> say_start(Event("x", "Ménaka offensive", "2022-03-08", "2023-05"))
    '2022-03-08–'
    """
    return visible(event.date) + ("–" if event.date_end > event.date else "")


def event_line(event: Event, width: int, terms: Sequence[str] = ()) -> Line:
    """Date, title with its hits tagged, and the mark at the right edge, in exactly `width` cells.

    Only the title is ever shortened, first by the year that stands beside it; where there is no room for a readable one
    the date gives way whole.
    """
    mark, tag = event_mark(event)
    edge = max(_MARK_WIDTH, cell_width(mark)) + 1
    room = width - edge
    dated = room - _DATE_WIDTH - 2 >= _MINIMUM_TITLE
    date: Line = ((f"{say_start(event):<{_DATE_WIDTH + 2}}", "muted"),) if dated else ()
    free = max(0, room - line_width(date))
    title = shorten_title(visible(event.title), free, event.date if dated else "")
    left = (*date, *tag_spans(title, find_hits(title, terms), "hit"))
    return pad_line((*pad_line(left, max(0, room)), (f"{'':{edge - cell_width(mark)}}{mark}", tag)), width)
