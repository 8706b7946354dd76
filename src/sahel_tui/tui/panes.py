"""The panes of the browse screen and the line under them: which are seen, and which has the keys."""

from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from sahel_tui.library import Library
from sahel_tui.tui.commands import Situation
from sahel_tui.tui.event_list import EventList
from sahel_tui.tui.furniture import KeyLine, Rule, TooSmall
from sahel_tui.tui.layout import Layout, PaneName, choose_layout, choose_panes, list_width
from sahel_tui.tui.letters import Letters, Target
from sahel_tui.tui.line_pane import LinePane
from sahel_tui.tui.listing import Question
from sahel_tui.tui.reader import Reader
from sahel_tui.tui.search_history import SearchHistory
from sahel_tui.tui.search_line import Searching, SearchLine

_TITLE_CELL = 2
"""Where the titles of panes begin."""


class Panes(Vertical):
    """List, infobox and article as the size of the terminal allows."""

    def __init__(self, library: Library, question: Question, searching: Searching, searches: SearchHistory) -> None:
        super().__init__()
        self.events = EventList(library, question, "list")
        self.reader = Reader(library, "reader")
        self.search_line = SearchLine(searching, searches, "search")
        self.key_line = KeyLine("keys")
        self.too_small = TooSmall()
        self.focus_name: PaneName = "list"
        """The pane that has the keys, or had them before the search line."""
        self.side: PaneName = "article"
        """What stands beside the list where there is room for one pane only."""
        self.zoomed = False

    def compose(self) -> ComposeResult:
        """Panes over the bottom line."""
        with Horizontal(id="panes"):
            yield self.events
            yield Rule()
            yield self.reader
        with Horizontal(id="bottom"):
            yield self.search_line
            yield Rule()
            yield self.key_line
        yield self.too_small

    # What is seen.

    @property
    def layout_name(self) -> Layout:
        """How the panes are laid out at this size."""
        return choose_layout(*self.app.size)

    @property
    def shown(self) -> tuple[PaneName, ...]:
        """The panes on the screen, in the order Tab goes through them."""
        return choose_panes(self.layout_name, self.focus_name, self.side, self.zoomed)

    @property
    def all_names(self) -> tuple[PaneName, ...]:
        """The panes Tab goes through when one is seen at a time; a narrow article begins with the infobox."""
        return ("list", "article") if self.layout_name == "narrow" else ("list", "infobox", "article")

    @property
    def focused_pane(self) -> LinePane:
        """The pane that has the keys, or had them before the search line."""
        panes: dict[PaneName, LinePane] = {
            "list": self.events,
            "infobox": self.reader.infobox,
            "article": self.reader.article,
        }
        return panes[self.focus_name]

    def list_targets(self) -> tuple[Target, ...]:
        """The panes and the figures of the infobox, as far as they are in sight."""
        panes = [Target((name, 0, _TITLE_CELL), partial(self.go_to, name)) for name in self.shown]
        spots = self.reader.infobox.list_spots() if "infobox" in self.shown else []
        figures = [Target(("infobox", row, cell), partial(self._go_to_figure, number)) for number, row, cell in spots]
        return (*panes, *figures)

    def _go_to_figure(self, number: int) -> None:
        self.go_to("infobox")
        self.reader.infobox.go_to_line(number)

    def show_letters(self, letters: Letters) -> None:
        """Show the letters of targets, or take them away."""
        for pane in (self.events, self.reader.infobox, self.reader.article):
            pane.show_letters(letters.within(pane.id or ""))

    # Who has the keys.

    def go_to(self, name: PaneName) -> None:
        """Give a pane the keys and show it; where all is one scroll, the infobox is the beginning of the article."""
        if name == "infobox" and self.layout_name == "narrow":
            self.reader.article.scroll_to_line(0)
            name = "article"
        if name != "list":
            self.side = name
        self.focus_name = name
        self.reader.article.point(name == "article")
        self.lay_out(self.focused_pane)

    def step(self, step: int) -> None:
        """Give the next or previous pane the keys."""
        names = self.shown if len(self.shown) > 1 else self.all_names
        place = names.index(self.focus_name) if self.focus_name in names else 0
        self.go_to(names[(place + step) % len(names)])

    def start_search(self) -> None:
        """Give the search line the keys; the list is what it is about."""
        self.zoomed = self.zoomed and self.focus_name == "list"
        self.focus_name = "list"
        self.reader.article.point(False)
        self.search_line.begin()
        self.lay_out(self.search_line)

    def show_article(self) -> None:
        """Have the article on the screen, wherever the keys are."""
        if "article" in self.shown:
            return
        self.side = "article"
        if "article" in self.shown:
            self.lay_out()
        else:
            self.go_to("article")

    def flip(self) -> None:
        """From the list, change what stands beside it; else change between infobox and article."""
        if self.focus_name == "list" and self.layout_name == "normal" and not self.zoomed:
            self.side = "infobox" if self.side == "article" else "article"
            self.lay_out()
        else:
            self.go_to("article" if self.focus_name == "infobox" else "infobox")

    def toggle_zoom(self) -> None:
        """Give the pane the whole screen, or give it back."""
        self.zoomed = not self.zoomed
        self.go_to(self.focus_name)

    def go_back(self) -> bool:
        """One step back: out of the zoom, to the list, off the figure a key led to; False when there is none."""
        if self.zoomed:
            self.toggle_zoom()
        elif self.focus_name != "list":
            self.go_to("list")
        elif self.reader.article.figure is not None:
            self.reader.article.point(False)
        else:
            return False
        return True

    # Laying out.

    def lay_out(self, focus: LinePane | SearchLine | None = None) -> None:
        """Show the panes that fit and give one of them the keys; the focus moves before anything is hidden."""
        shown = self.shown
        with self.app.batch_update():
            self._show_columns(shown, typing=(focus or self.screen.focused) is self.search_line)
            if focus and shown:
                self.screen.set_focus(focus, scroll_visible=False)

    def _show_columns(self, shown: tuple[PaneName, ...], typing: bool) -> None:
        listed, read = "list" in shown, len(shown) > ("list" in shown)
        both = listed and read
        self.events.styles.width = self.search_line.styles.width = (
            list_width(self.layout_name, self.app.size.width) if both else "1fr"
        )
        self.events.display, self.reader.display = listed, read
        self.search_line.display, self.key_line.display = both or typing, both or not typing
        for rule in self.query(Rule):
            rule.display = both
        for row in self.query(Horizontal):
            row.display = bool(shown)
        self.too_small.display = not shown
        self.reader.lay_out(shown, one_scroll=self.layout_name == "narrow")
        if "article" not in shown:
            self.reader.article.point(False)

    def on_resize(self, event: events.Resize) -> None:
        """Lay the panes out for another size."""
        if self.layout_name == "narrow" and self.focus_name == "infobox":
            self.focus_name = "article"
        typing = self.screen.focused is self.search_line
        self.lay_out(self.search_line if typing else self.focused_pane)


def describe_situation(panes: Panes, messages: int, *, led: bool) -> Situation:
    """What there is on the browse screen, for commands to know whether they can be done; `led`: into the list."""
    reading, stops = panes.reader.reading, panes.reader.article.stops
    inside = panes.zoomed or panes.focus_name != "list" or panes.reader.article.figure is not None
    return Situation(
        pane=panes.focus_name,
        layout=panes.layout_name,
        event=panes.events.event is not None,
        documents=len(reading.documents) if reading else 0,
        disputes=len(stops["disputed"]),
        claims=len(stops["claim"]),
        hits=len(stops["hit"]),
        messages=messages,
        disputed_only=panes.events.question.disputed_only,
        search_seen="list" in panes.shown and len(panes.shown) > 1,
        can_go_back=inside or led or bool(panes.search_line.query_text),
    )
