"""A tour through one dispute: a strip says which key to press, and goes on when what it does has happened."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from sahel_tui.dataclass import dataclass
from sahel_tui.library import Library
from sahel_tui.present.runs import Line
from sahel_tui.present.text import cell_width, fold, visible, wrap
from sahel_tui.tui.app import SahelApp
from sahel_tui.tui.browse import BrowseScreen
from sahel_tui.tui.compare.screen import CompareScreen
from sahel_tui.tui.explanation import ExplanationScreen
from sahel_tui.tui.keyed import KeyedScreen, name_key
from sahel_tui.tui.keymap import Keymap
from sahel_tui.tui.page import PageScreen
from sahel_tui.tui.painting import paint_line

_LOOK_EVERY = 0.1
"""Seconds between two looks at what has been done; they cost the link nothing."""
_MARGIN = 2
_LEAST_WORD = 4


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and how it is known to be done."""

    words: str
    is_done: Callable[["TourApp"], bool]
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
            lambda app: fold(word) in fold(app.browser.search_line.query_text),
        ),
        Step("Enter keeps what was found.", lambda app: app.browser.focused is not app.browser.search_line),
        Step(
            browsing(
                "≠ in the list counts rows whose figures cannot all be true. {next_dispute} goes to the first figure."
            ),
            lambda app: app.browser.reader.article.current is not None,
        ),
        Step(
            browsing("The words that give it are marked. {explain} says how they were read."),
            lambda app: app.shows(ExplanationScreen),
        ),
        Step(browsing("{back} goes back, from here and from everywhere."), lambda app: app.shows(BrowseScreen), None),
        Step(browsing("{compare} compares: a column a voice, a row a figure."), lambda app: app.shows(CompareScreen)),
        Step(
            comparing("{next_dispute} goes to the next disputed row; below stand both sentences."),
            lambda app: app.pressed(*keymap.keys("compare", "next_dispute")),
            CompareScreen,
        ),
        Step(
            comparing("{copy} copies; t among what it offers is the table."),
            lambda app: bool(app.taken),
            CompareScreen,
        ),
        Step(comparing("{back} leads back to the list."), lambda app: app.shows(BrowseScreen), CompareScreen),
        Step(browsing("{help} shows every key that works here."), lambda app: app.shows(PageScreen)),
        Step(browsing("That was the tour. {back} goes back, {quit} quits."), lambda app: False, None),
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
    """What to do now, over the foot of the screen; the bottom line, which answers keys, stays in sight."""

    DEFAULT_CSS = "TourStrip { layer: tour; dock: bottom; width: 100%; margin-bottom: 1; }"

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
        self.styles.height = 1 + len(self._lines(self.app.size.width))
        self.refresh()

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


class TourApp(SahelApp):
    """The browser with a guide."""

    def __init__(self, library: Library, word: str, **options: Any) -> None:
        super().__init__(library, **options)
        self._steps = make_steps(word, self.keymap)
        self._number = 0
        self._key = ""
        self._seen: set[type[Any]] = set()

    @property
    def browser(self) -> BrowseScreen:
        """The browse screen, whatever lies over it."""
        return next(screen for screen in self.screen_stack if isinstance(screen, BrowseScreen))

    def shows(self, kind: type[Screen[Any]]) -> bool:
        """Whether such a screen is on top, or was since this step began: a quick reader may have left it already."""
        return isinstance(self.screen, kind) or kind in self._seen

    def pressed(self, *keys: str) -> bool:
        """Whether the last key was one of these."""
        return self._key in keys

    async def on_event(self, event: events.Event) -> None:
        """Remember the key, then do what it does."""
        if isinstance(event, events.Key):
            self._key = name_key(event)
        await super().on_event(event)

    def push_screen(self, screen: Any, *arguments: Any, **options: Any) -> Any:
        """Remember which kind of screen is shown."""
        self._seen.add(type(screen))
        return super().push_screen(screen, *arguments, **options)

    def _find_next(self) -> int:
        """The step to be at: the next one when this is done, else where the reader went on the tour's own path."""
        if self._steps[self._number].is_done(self):
            return self._number + 1
        compared = next(place for place, step in enumerate(self._steps) if step.home is CompareScreen)
        if isinstance(self.screen, CompareScreen) and self._number < compared:
            return compared
        left = self._steps[self._number].home is CompareScreen and isinstance(self.screen, BrowseScreen)
        return compared - 1 if left else self._number

    def _say_step(self, step: Step) -> str:
        """What to do; away from the tour's path, that it waits and how to come back."""
        if step.home is None or isinstance(self.screen, step.home) or not isinstance(self.screen, KeyedScreen):
            return step.words
        return self.screen.fill("Look around; the tour waits. {back} leads back to it.")

    def on_mount(self) -> None:
        """Begin."""
        self.set_interval(_LOOK_EVERY, self._look)

    def _look(self) -> None:
        """Go on when the step is done, and have the strip on the screen there is."""
        number = self._find_next()
        if number != self._number:
            self._number = number
            self._key = ""
            self._seen.clear()
        if self.screen.is_modal or not self.screen.is_mounted:
            return
        words = self._say_step(self._steps[self._number])
        place = f"tour {self._number + 1} of {len(self._steps)} · {self.keymap.say('browse', 'quit')} leaves"
        strips = self.screen.query(TourStrip)
        if strips:
            strips.first().say(words, place)
        else:
            self.screen.mount(TourStrip(words, place))
