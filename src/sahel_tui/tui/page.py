"""A page of plain text over the whole screen: help, messages, addresses."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from textual import events
from textual.app import ComposeResult

from sahel_tui.dataclass import dataclass
from sahel_tui.documents import Refusal
from sahel_tui.library.opening import IN_MEMORY
from sahel_tui.library.reports import ImportReport
from sahel_tui.model import Document
from sahel_tui.present.progress import say_outcome
from sahel_tui.present.runs import Line, align_ends, pad_line
from sahel_tui.present.text import cell_width, fit, fit_parts, visible, wrap
from sahel_tui.tui.commands import GROUP_NAMES, Command
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.keymap import Keymap, Listed
from sahel_tui.tui.line_pane import LinePane
from sahel_tui.tui.registry import SHARED, TYPED

_MARGIN = 2
_MOST_LABEL = 20


@dataclass(frozen=True, slots=True)
class PageItem:
    """One entry of a page: a label on the left, text beside it; without text the label is a heading."""

    label: str
    text: str = ""


def help_lines(keymap: Keymap, commands: Sequence[Command]) -> tuple[PageItem, ...]:
    """The commands with their keys, by group; what has no key is in the palette."""
    items: list[PageItem] = []
    for group, name in GROUP_NAMES.items():
        here = [listed for listed in commands if listed.group == group]
        items += [PageItem(name)] if here else []
        items += list_keys(keymap, "browse", here, counted=group == "move", dated=group == "find")
    return tuple(items)


def list_keys(
    keymap: Keymap, screen: str, actions: Sequence[Listed], *, counted: bool = True, dated: bool = False
) -> tuple[PageItem, ...]:
    """The actions with their keys, and what may be typed before one."""
    items = [PageItem(keymap.say_all(screen, one.action), one.words) for one in actions]
    items = [item for item in items if item.label]
    (count, often), (date, there) = TYPED
    items += [PageItem(keymap.fill(screen, count), often)] if counted and actions else []
    return (*items, PageItem(date, there)) if dated else tuple(items)


def message_lines(notices: Sequence[str], refusals: Sequence[Refusal]) -> tuple[PageItem, ...]:
    """What the library has to say, and each file that was not read with the reason and what to do."""
    items = [PageItem("Notices"), *(PageItem("·", notice) for notice in notices)] if notices else []
    if refusals:
        items.append(PageItem(f"{len(refusals)} not read"))
    for refusal in refusals:
        where = f"{refusal.path}, line {refusal.line}" if refusal.line else refusal.path
        items.append(PageItem(refusal.name, f"{refusal.reason}; {refusal.advice} ({where})"))
    return tuple(items)


def import_lines(reports: Sequence[ImportReport]) -> tuple[PageItem, ...]:
    """Where the documents of each import went, the last import first, and how they are taken out again."""
    items: list[PageItem] = []
    for report in reversed(reports):
        items += [PageItem("Import"), PageItem("·", say_outcome(report))]
        for name, title, date, joined in report.arrivals:
            items.append(PageItem("joined" if joined else "new event", f"{title}, {date or 'undated'} · {name}"))
        if report.arrivals and report.location != IN_MEMORY:
            items.append(PageItem("", "sahel-tui remove --source NAME takes out what came from a file of that name"))
    return tuple(items)


def address_lines(documents: Sequence[Document]) -> tuple[PageItem, ...]:
    """The address of each document, and the file it was read from."""
    items: list[PageItem] = []
    for number, document in enumerate(documents, 1):
        items += [PageItem(f"Document {number}"), PageItem("file", document.name)]
        items.append(PageItem("address", document.address or "none is given"))
        cited = [document.text[reference.start : reference.end] for reference in document.references]
        items += [PageItem("source", " ".join(text.split())) for text in cited]
    return tuple(items)


class TextPane(LinePane):
    """A pane of text alone: the end of its title is all that can be said in it."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.back = ""
        """The key that leads back."""
        self._said = ""

    def say(self, words: str) -> None:
        """Say one line in place of where the reader is; empty takes it back."""
        if words != self._said:
            self._said = words
            self.refresh_title()

    def title_end(self) -> str:
        """What has been said, or how far down the reader is and how to leave."""
        last = self.count_lines() - self.room
        return self._said or (f"{round(100 * self.top / last)}% · " if last > 0 else "") + f"{self.back} back"


class PagePane(TextPane):
    """The entries of a page, set for the width there is."""

    def __init__(self, title: str, items: Sequence[PageItem]) -> None:
        super().__init__("page")
        self._title = title
        self._items = items
        self._lines: tuple[Line, ...] = ()

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines anew."""
        self._lines = tuple(set_page(self._items, self.size.width))
        self.refresh()

    def title_line(self, width: int) -> Line:
        """The title, and how to leave."""
        end = fit_parts(visible(self.title_end()), width - 2 * _MARGIN)
        title = fit(self._title, max(0, width - 2 * _MARGIN - cell_width(end) - 1))
        return align_ends(((" " * _MARGIN, ""), (title, "heading")), ((end, "muted"),), width - 1)

    def count_lines(self) -> int:
        """Lines of the page."""
        return len(self._lines)

    def line(self, index: int, width: int) -> Line:
        """A line of the page."""
        return self._lines[index]


def set_page(items: Sequence[PageItem], width: int) -> Iterator[Line]:
    """The entries in lines of at most `width` cells; where labels leave no room, texts stand under them."""
    labels = min(_MOST_LABEL, max((cell_width(item.label) for item in items if item.text), default=0)) + _MARGIN
    for item in items:
        if not item.text:
            yield ()
            yield ((" " * _MARGIN, ""), (visible(item.label), "heading"))
            continue
        room = labels if item.label else 0
        label, text = fit(visible(item.label), max(0, room - _MARGIN)), visible(item.text)
        for number, (start, end) in enumerate(wrap(text, max(8, width - room - 2 * _MARGIN))):
            head = pad_line(((label if number == 0 else "", "focus"),), room)
            yield ((" " * _MARGIN, ""), *head, (text[start:end], ""))


def _move(pane: LinePane, count: int | None, *, lines: int) -> None:
    pane.move(lines * (count or 1))


def _turn(pane: LinePane, count: int | None, *, pages: float) -> None:
    pane.page(pages * (count or 1))


def _go_to_end(pane: LinePane, count: int | None, *, last: bool) -> None:
    if count:
        pane.scroll_to_line(count - 1)
    else:
        pane.move_to_end(last)


_MOVES: dict[str, Callable[[LinePane, int | None], None]] = {
    "down": partial(_move, lines=1),
    "up": partial(_move, lines=-1),
    "page_down": partial(_turn, pages=1),
    "page_up": partial(_turn, pages=-1),
    "half_down": partial(_turn, pages=0.5),
    "half_up": partial(_turn, pages=-0.5),
    "first": partial(_go_to_end, last=False),
    "last": partial(_go_to_end, last=True),
}


class TextScreen(KeyedScreen[None]):
    """A pane of text that keys scroll, and that the way back leaves; so does the key that opened it."""

    KEYED = "page"

    def __init__(self, pane: TextPane, opened_by: str) -> None:
        """`opened_by`: the action whose key opened it."""
        super().__init__()
        self.pane = pane
        self._opened_by = opened_by

    def find_action(self, key: str) -> str | None:
        """What a key stands for here: the one that opened the page leads back."""
        opened = any(key in self.keymap.keys(screen, self._opened_by) for screen in ("browse", "compare"))
        return super().find_action(key) or ("back" if opened else None)

    def say(self, words: str) -> None:
        """Say one line at the end of the title."""
        self.pane.say(words)

    @property
    def standing(self) -> object:
        """The first line in sight."""
        return self.pane.standing

    async def run_command(self, action: str) -> None:
        """Scroll, or leave."""
        self.say("")
        if action in _MOVES:
            before = self.standing
            _MOVES[action](self.pane, self.count)
            self.say_end(action, before)
        elif action in SHARED:
            await self.run_shared(action)
        else:
            self.dismiss(None)


class PageScreen(TextScreen):
    """One page over the whole screen."""

    def __init__(self, title: str, items: Sequence[PageItem], opened_by: str = "help") -> None:
        self.page = PagePane(title, items)
        super().__init__(self.page, opened_by)

    def compose(self) -> ComposeResult:
        """The page alone."""
        self.page.back = self.say_key("back")
        yield self.page
