"""The labels of a row's figures in words: what a codebook would take, and who speaks of its enemy."""

from collections.abc import Sequence

from sahel_tui.compare.voices import is_plural
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.model import Figure, Label, Row
from sahel_tui.present.figures import say_count
from sahel_tui.present.glyphs import ABOUT_ENEMY
from sahel_tui.present.runs import Line
from sahel_tui.present.text import cell_width, fit, fit_end
from sahel_tui.present.voices import short_names

_ENDS: tuple[Label, ...] = ("lowest", "highest", "latest")
_BETWEEN = " · "
_MOST_NAMES = 2
_SHORT_NAME = 12


@dataclass(frozen=True, slots=True)
class LabelSentence:
    """The labels of one row in words, and in fewer words for a narrow screen; never empty."""

    full: str
    """`lowest JNIM · highest Mali, about its enemy · majority 134 (3 independent)`."""
    short: str
    """`lowest JNIM · highest Mali› · majority 134 (3)`."""


def say_labels(row: Row) -> LabelSentence | None:
    """What a codebook would take of a row; None where no figure has a label."""
    names = short_names(figure.voice for figure in row.figures)
    enemies = _find(row, "enemy")
    shown = {label: figures for label in _ENDS if (figures := _leave_out_own(_find(row, label)))}
    said = next((label for label, figures in shown.items() if figures == enemies), "")
    full, short = [], []
    for label, figures in shown.items():
        called = _list_names([names[figure.voice] for figure in figures])
        full.append(f"{label} {called}" + (f", {_about(figures)}" if label == said else ""))
        more = f" +{len(figures) - 1}" if len(figures) > 1 else ""
        short.append(f"{label} {fit(names[figures[0].voice], _SHORT_NAME)}{enemy_mark(figures[0])}{more}")
    agreed = _find(row, "majority")
    if agreed:
        full.append(f"majority {say_count(agreed[0].count)} ({len(agreed)} independent)")
        short.append(f"majority {say_count(agreed[0].count)} ({len(agreed)})")
    if enemies and not said:
        full.append(f"{_list_names([names[figure.voice] for figure in enemies])} {_about(enemies)}")
    if enemies and not short:
        short.append(full[-1])
    return LabelSentence(_BETWEEN.join(full), _BETWEEN.join(short)) if full else None


def _find(row: Row, label: Label) -> list[Figure]:
    return [figure for figure in row.figures if label in figure.labels]


def _leave_out_own(figures: list[Figure]) -> list[Figure]:
    """Without infobox and article where a source says the same: they may only repeat it."""
    return [figure for figure in figures if figure.source is not None] or figures


def _about(figures: Sequence[Figure]) -> str:
    several = len(figures) > 1 or is_plural(figures[0].voice)
    return "about their enemy" if several else "about its enemy"


def _list_names(names: Sequence[str]) -> str:
    """`Mali`, `Mali and RFI`, `Mali, RFI and 2 other voices`."""
    others = len(names) - _MOST_NAMES
    if others > 0:
        return f"{', '.join(names[:_MOST_NAMES])} and {others} other voice{'s' * (others > 1)}"
    return " and ".join(names)


def enemy_mark(figure: Figure) -> str:
    """The mark behind a belligerent's figure about its enemy; empty for every other."""
    return ABOUT_ENEMY if "enemy" in figure.labels else ""


def name_event(sentence: LabelSentence, name: str) -> LabelSentence:
    """The sentence with the event it is about, for where two events stand side by side."""
    return replace(sentence, full=f"{name}: {sentence.full}", short=f"{name}: {sentence.short}")


def label_line(sentence: LabelSentence, width: int) -> Line:
    """The sentence on one line of at most `width` cells; where it is narrow in fewer words, then without the last."""
    text = sentence.full if cell_width(sentence.full) <= width else sentence.short
    while cell_width(text) > width and _BETWEEN in text:
        text = text.rpartition(_BETWEEN)[0]
    return ((fit_end(text, width), "muted"),)
