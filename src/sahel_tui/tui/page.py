"""A page of plain text over the whole screen: help, messages, addresses."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from sahel_tui.documents import Refusal
from sahel_tui.model import Document
from sahel_tui.present.runs import Line, align_ends, pad_line
from sahel_tui.present.text import cell_width, fit, visible, wrap
from sahel_tui.tui.commands import GROUP_NAMES, Command, say_keys
from sahel_tui.tui.line_pane import LinePane

_MARGIN = 2
_MOST_LABEL = 20


@dataclass(frozen=True, slots=True)
class PageItem:
    """One entry of a page: a label on the left, text beside it; without text the label is a heading."""

    label: str
    text: str = ""


def help_lines(commands: Sequence[Command]) -> tuple[PageItem, ...]:
    """The commands with their keys, by group."""
    items: list[PageItem] = []
    for group, name in GROUP_NAMES.items():
        here = [PageItem(say_keys(command.keys), command.words) for command in commands if command.group == group]
        items += [PageItem(name), *here] if here else []
    return tuple(items)


def message_lines(notices: Sequence[str], refusals: Sequence[Refusal]) -> tuple[PageItem, ...]:
    """What the library has to say, and each file that was not read with the reason and what to do."""
    items = [PageItem("Notices"), *(PageItem("·", notice) for notice in notices)] if notices else []
    if refusals:
        items.append(PageItem(f"{len(refusals)} not read"))
    for refusal in refusals:
        where = f"{refusal.path}, line {refusal.line}" if refusal.line else refusal.path
        items.append(PageItem(refusal.name, f"{refusal.reason}; {refusal.advice} ({where})"))
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


class PagePane(LinePane):
    """The entries of a page, set for the width there is."""

    def __init__(self, title: str, items: Sequence[PageItem]) -> None:
        super().__init__("page")
        self._title = title
        self._items = items
        self._lines: tuple[Line, ...] = ()

    def on_resize(self, event: events.Resize) -> None:
        """Set the lines anew."""
        self._lines = tuple(set_page(self._items, self.size.width))
        self.scroll_to_line(self.top)
        self.refresh()

    def title_line(self, width: int) -> Line:
        """The title, and how to leave."""
        last = self.count_lines() - self.room
        right = f"{round(100 * self.top / last)}% · q back" if last > 0 else "q back"
        return align_ends(((" " * _MARGIN, ""), (self._title, "heading")), ((right, "muted"),), width - 1)

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
        label, text = fit(visible(item.label), labels - _MARGIN), visible(item.text)
        for number, (start, end) in enumerate(wrap(text, max(8, width - labels - 2 * _MARGIN))):
            head = pad_line(((label if number == 0 else "", "focus"),), labels)
            yield ((" " * _MARGIN, ""), *head, (text[start:end], ""))


_MOVES: dict[str, Callable[[LinePane], object]] = {
    "j,down": lambda pane: pane.move(1),
    "k,up": lambda pane: pane.move(-1),
    "pagedown,ctrl+f,space": lambda pane: pane.page(1),
    "pageup": lambda pane: pane.page(-1),
    "ctrl+d": lambda pane: pane.page(0.5),
    "ctrl+u": lambda pane: pane.page(-0.5),
    "g,home": lambda pane: pane.move_to_end(last=False),
    "G,end": lambda pane: pane.move_to_end(last=True),
}


def move_bindings() -> list[Binding]:
    """The keys that scroll a page, for a screen whose `action_move` hands them to `move_pane`."""
    return [Binding(keys, f"move('{keys}')", "move", show=False, priority=True) for keys in _MOVES]


def move_pane(pane: LinePane, keys: str) -> None:
    """Scroll as one of the `move_bindings` says."""
    _MOVES[keys](pane)


class PageScreen(Screen[None]):
    """One page; any key that leads out leads back to where the reader was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *move_bindings(),
        Binding("q,escape,enter,question_mark", "dismiss", "back", show=False, priority=True),
    ]

    def __init__(self, title: str, items: Sequence[PageItem]) -> None:
        super().__init__()
        self.page = PagePane(title, items)

    def compose(self) -> ComposeResult:
        """The page alone."""
        yield self.page

    def action_move(self, keys: str) -> None:
        """Scroll."""
        move_pane(self.page, keys)
