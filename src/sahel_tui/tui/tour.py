"""A tour through one dispute: a strip says which key to press, and goes on when what it does has happened."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from sahel_tui.dataclass import dataclass
from sahel_tui.library import Library
from sahel_tui.present.runs import Line
from sahel_tui.present.text import cell_width, fold, visible, wrap
from sahel_tui.tui.browse import BrowseScreen
from sahel_tui.tui.compare.screen import CompareScreen
from sahel_tui.tui.explanation import ExplanationScreen
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.keymap import Keymap
from sahel_tui.tui.page import PageScreen
from sahel_tui.tui.painting import paint_line

if TYPE_CHECKING:
    from sahel_tui.tui.app import SahelApp

NO_DISPUTE = "nothing in this library is disputed, so there is nothing to tour"
_LOOK_EVERY = 0.1
"""Seconds between two looks at what has been done; they cost the link nothing."""
_MARGIN = 2
_LEAST_WORD = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and how it is known to be done."""

    words: str
    is_done: Callable[["Tour"], bool]
    home: type[Screen[Any]] | None = BrowseScreen
    """The screen its key works on; None: any."""


def make_steps(word: str, keymap: Keymap) -> tuple[Step, ...]:
    """The steps, for an event that `word` finds."""

    def browsing(words: str) -> str:
        return keymap.fill("browse", words)

    def comparing(words: str) -> str:
        return keymap.fill("compare", words)

    return (
        Step(
            f"{browsing('Press {search}')} and type {fold(word)}: the list follows every letter.",
            lambda tour: tour.has_searched and fold(word) in fold(tour.browser.search_line.query_text),
        ),
        Step("Enter keeps what was found.", lambda tour: tour.browser.focused is not tour.browser.search_line),
        Step(
            browsing(
                "≠ in the list counts rows whose figures cannot all be true. {next_dispute} goes to the first figure."
            ),
            lambda tour: tour.browser.reader.article.current is not None,
        ),
        Step(
            browsing("The words that give it are marked. {explain} says how they were read."),
            lambda tour: tour.shows(ExplanationScreen),
        ),
        Step(browsing("{back} goes back, from here and from everywhere."), lambda tour: tour.shows(BrowseScreen), None),
        Step(
            browsing("{compare} compares: each figure and its voices."),
            lambda tour: tour.shows(CompareScreen),
        ),
        Step(
            comparing("{next_dispute} goes to the next disputed row; below stand both sentences."),
            lambda tour: tour.pressed(*keymap.keys("compare", "next_dispute")),
            CompareScreen,
        ),
        Step(
            comparing("{copy} copies; t among what it offers is the table."),
            lambda tour: tour.has_taken,
            CompareScreen,
        ),
        Step(comparing("{back} leads back."), lambda tour: tour.shows(BrowseScreen), CompareScreen),
        Step(browsing("{help} shows every key that works here."), lambda tour: tour.shows(PageScreen)),
        Step(browsing("That was the tour: the next key ends it."), lambda tour: False, None),
    )


def choose_word(library: Library) -> str | None:
    """A word that finds the event with the widest dispute; None when nothing is disputed."""
    for event, _ in library.disputes():
        words = sorted(visible(event.title).lower().split(), key=len, reverse=True)
        for word in (word for word in words if word.isalpha() and len(word) >= _LEAST_WORD):
            found = library.search(word, sort="relevance", limit=1).events
            if found and found[0].id == event.id:
                return word
    return None


class TourStrip(Widget):
    """What to do now, under the screen, which makes room for it: nothing that is told of is covered."""

    DEFAULT_CSS = "TourStrip { dock: bottom; width: 100%; }"

    def __init__(self, words: str, place: str) -> None:
        super().__init__()
        self._words, self._place = words, place

    def say(self, words: str, place: str) -> None:
        """Say the next thing."""
        if (words, place) != (self._words, self._place):
            self._words, self._place = words, place
            self.fit()

    def fit(self) -> None:
        """Take the lines that the words need."""
        self.styles.height = self.lines_needed
        self.refresh()

    @property
    def lines_needed(self) -> int:
        """The rule and the words, as far as the screen has lines for them."""
        width, height = self.app.size
        return min(1 + len(self._lines(width)), max(1, height - 1))

    def on_mount(self) -> None:
        """Take the lines that the words need."""
        self.fit()

    def _lines(self, width: int) -> list[str]:
        return [self._words[start:end] for start, end in wrap(self._words, max(1, width - 2 * _MARGIN))]

    def render_line(self, y: int) -> Strip:
        """A rule with the place in the tour, then the words."""
        width, theme = self.size.width, self.app.theme
        lines = self._lines(width)
        if y:
            words = lines[y - 1] if y <= len(lines) else ""
            return paint_line(((" " * _MARGIN, ""), (words, "heading")), width, theme)
        title = f"─ {self._place} "
        line: Line = ((title, "focus"), ("─" * max(0, width - cell_width(title)), "muted"))
        return paint_line(line, width, theme)


class Tour:
    """A guide through one dispute, over whatever screen there is."""

    def __init__(self, app: "SahelApp", word: str, *, at_home: bool = True) -> None:
        """`at_home`: the list is on top, where the tour begins."""
        self._app = app
        self._steps = make_steps(word, app.keymap)
        self.number = 0
        """The step to be done, from 0."""
        self._key = ""
        self._at_home = at_home
        self.has_searched = False
        """Whether a search began since the tour did: an earlier one may have found the same."""
        self._seen: set[type[Any]] = set()
        self._taken = len(app.taken)
        self._timer: Timer | None = None

    def begin(self) -> None:
        """Say the first thing to do, and look from now on whether it is done."""
        self._timer = self._app.set_interval(_LOOK_EVERY, self._look)
        self._app.call_later(self._look)

    def end(self) -> None:
        """Take the strip away, on every screen."""
        if self._timer:
            self._timer.stop()
        self._app.tour = None
        for screen in self._app.screen_stack:
            screen.query(TourStrip).remove()
            if screen.is_modal:
                _raise(screen, 0)

    def note_key(self, key: str) -> None:
        """Remember a key; after the last step any ends the tour."""
        self._key = key
        self.has_searched |= key in self._app.keymap.keys("browse", "search")
        if self.number == len(self._steps) - 1:
            self.end()

    def note_screen(self, screen: Screen[Any]) -> None:
        """Remember which kind of screen was shown."""
        self._seen.add(type(screen))

    @property
    def browser(self) -> BrowseScreen:
        """The browse screen, whatever lies over it."""
        return next(screen for screen in self._app.screen_stack if isinstance(screen, BrowseScreen))

    @property
    def has_taken(self) -> bool:
        """Whether something was copied since the tour began."""
        return len(self._app.taken) > self._taken

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether such a screen is on top, or was since this step began: a quick reader may have left it already."""
        return isinstance(self._app.screen, kind) or kind in self._seen

    def pressed(self, *keys: str) -> bool:
        """Whether the last key was one of these."""
        return self._key in keys

    def _find_next(self) -> int:
        """The step to be at: the next one when this is done, else where the reader went on the tour's own path."""
        self._at_home |= isinstance(self._app.screen, BrowseScreen)
        if not self._at_home:
            return 0
        self.has_searched |= self.browser.is_typing
        if self._steps[self.number].is_done(self):
            return self.number + 1
        screen = self._app.screen
        compared = next(place for place, step in enumerate(self._steps) if step.home is CompareScreen)
        if isinstance(screen, CompareScreen) and self.number < compared:
            return compared
        left = self._steps[self.number].home is CompareScreen and isinstance(screen, BrowseScreen)
        return compared - 1 if left else self.number

    def _say_step(self, step: Step) -> str:
        """What to do; away from the tour's path, that it waits and how to come back."""
        screen = self._below
        if step.home is None or isinstance(screen, step.home) or not isinstance(screen, KeyedScreen):
            return step.words
        if not self._at_home:
            return screen.fill("The tour begins in the list; {back} leads there.")
        return screen.fill("Look around; the tour waits. {back} leads back to it.")

    def _look(self) -> None:
        """Go on when the step is done, and have the strip on the screen there is."""
        if not any(isinstance(screen, BrowseScreen) for screen in self._app.screen_stack):
            return  # The program is ending.
        number = self._find_next()
        if number != self.number:
            self.number = number
            self._key = ""
            self._seen.clear()
        screen = self._below
        if not screen.is_mounted:
            return
        words = self._say_step(self._steps[self.number])
        place = f"tour {self.number + 1} of {len(self._steps)} · {self._app.keymap.say('browse', 'tour')} ends it"
        strips = screen.query(TourStrip)
        if strips:
            strips.first().say(words, place)
            self._make_room(strips.first().lines_needed)
        else:
            screen.mount(TourStrip(words, place))

    @property
    def _below(self) -> Screen[Any]:
        """The screen on top, or the one that panels lie over: it has the strip."""
        return next(screen for screen in reversed(self._app.screen_stack) if not screen.is_modal)

    def _make_room(self, lines: int) -> None:
        """Have a panel lie over the screen but not over the strip at its foot."""
        if self._app.screen.is_modal:
            _raise(self._app.screen, lines)


def _raise(panel: Screen[Any], lines: int) -> None:
    """Leave so many lines free under what a panel shows; the screen below is seen there."""
    for widget in panel.children:
        if widget.styles.margin.bottom != lines:
            widget.styles.margin = (0, 0, lines, 0)
