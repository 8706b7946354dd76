"""One event as one line of a list."""

from collections.abc import Sequence

from sahel_tui.model import Event
from sahel_tui.present.calendar import say_dates
from sahel_tui.present.glyphs import glyph, verdict_tag
from sahel_tui.present.hits import find_hits
from sahel_tui.present.runs import Line, Run, line_width, pad_line, tag_spans
from sahel_tui.present.text import cell_width, fit, visible

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

    Only the title is ever cut, first by the year that stands beside it; where there is no room for a readable one the
    date gives way whole.
    """
    mark, tag = event_mark(event)
    edge = max(_MARK_WIDTH, cell_width(mark)) + 1
    room = width - edge
    dated = room - _DATE_WIDTH - 2 >= _MINIMUM_TITLE
    date: Line = ((f"{say_start(event):<{_DATE_WIDTH + 2}}", "muted"),) if dated else ()
    free = max(0, room - line_width(date))
    title = visible(event.title)
    title = fit(drop_date(title, event.date) if dated and cell_width(title) > free else title, free)
    left = (*date, *tag_spans(title, find_hits(title, terms), "hit"))
    return pad_line((*pad_line(left, max(0, room)), (f"{'':{edge - cell_width(mark)}}{mark}", tag)), width)


def drop_date(title: str, date: str) -> str:
    """A title without the year, or the month and year, of `date` before it or in brackets behind it.

    >>> drop_date("Djibo attack (May 2025)", "2025-05-11"), drop_date("2023 Sévaré attack", "2023-04-22")
    ('Djibo attack', 'Sévaré attack')
    """
    for said in (say_dates(date[:7]), date[:4]):
        if said[:1].isalnum():
            title = title.removesuffix(f" ({said})").removeprefix(f"{said} ")
    return title
