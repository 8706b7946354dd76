"""A disputed row as one line of text."""

from sahel_tui.cli.output import Output
from sahel_tui.model import Event, Row
from sahel_tui.present.names import per
from sahel_tui.present.ranking import Sufferers, say_spread, say_subject, shorten_side
from sahel_tui.present.standing import arrange
from sahel_tui.present.text import pad, visible
from sahel_tui.present.voices import short_names

DATE_WIDTH, SPREAD_WIDTH, TITLE_SHARE = 10, 7, 2


def print_dispute(event: Event, row: Row, who: Sufferers, output: Output) -> None:
    """Print columns for a person, TAB-separated fields for a program."""
    spread, subject, side = say_spread(row), say_subject(row, who.incident), who.side
    if not output.is_terminal:
        counted = f"{subject} · {side}" if side else subject
        output.cells((spread, event.date, event.title, counted, say_figures(row), event.id))
        return
    counted = f"{subject} · {shorten_side(side)}" if side else subject
    title_width = (output.width - SPREAD_WIDTH - DATE_WIDTH - 4) // TITLE_SHARE
    left = f"{spread:>{SPREAD_WIDTH}}  {event.date:<{DATE_WIDTH}}  {pad(visible(event.title), title_width)}"
    output.line(f"{left}  {counted}: {say_figures(row)}")


def say_figures(row: Row) -> str:
    """What is said and who says it, equal figures together: `31 per Mali, article ≠ 5 per JNIM`."""
    names = short_names(figure.voice for figure in row.figures)
    words: list[str] = []
    for standing in arrange(row):
        said = per(", ".join(names[figure.voice] for figure in standing.figures))
        words += [standing.mark, f"{standing.text} {said}"] if standing.mark else [f"{standing.text} {said}"]
    return " ".join(words)
