"""What the marks on the screen mean, for help pages."""

from sahel_tui.present.glyphs import ABOUT_ENEMY, BOOKMARK, MEANINGS, NOTE, NOTED_BOOKMARK, glyph
from sahel_tui.tui.page import PageItem

_COUNTED = (
    PageItem("≠3", "three disputes: rows of a comparison in which not all figures can be true"),
    PageItem("≠3 in 8 places", "three disputes, and the article gives their figures in eight places"),
)
_IN_LINES = (
    PageItem("·", "before a figure: it contradicts none of those before it"),
    PageItem("×6.2", "the highest figure is so many times the lowest"),
    PageItem(f"{NOTE} {BOOKMARK} {NOTED_BOOKMARK}", "you noted something, bookmarked it, both"),
    PageItem("2023-11-10–", "it went on after that day"),
)


def list_verdict_marks() -> tuple[PageItem, ...]:
    """The marks of a comparison, each with what it means."""
    verdicts = [PageItem(glyph(verdict), meaning) for verdict, meaning in MEANINGS.items() if glyph(verdict)]
    return (*verdicts, PageItem(ABOUT_ENEMY, "a belligerent about its enemy"))


def list_marks() -> tuple[PageItem, ...]:
    """The marks of list, infobox and article."""
    return (*_COUNTED, *list_verdict_marks(), *_IN_LINES)
