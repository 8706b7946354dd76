"""No byte of a document acts on the terminal, whichever way it reaches the screen."""

import re

import pytest
from conftest import Browser
from fake_library import HOSTILE, FakeLibrary, make_library
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from sahel_tui.documents import Refusal
from sahel_tui.tui.safety import SafetyFilter

_ACTING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_BLACK = Color(0, 0, 0)


@pytest.mark.parametrize(
    "character", ["\x1b", "\x00", "\x7f", "\x9b", "\x0e", "\r", "\n", "\t", "\u202e", "\u2067", "\ufeff"]
)
def test_the_filter_marks_what_acts(character: str) -> None:
    style = Style(bold=True)
    assert SafetyFilter().apply([Segment(f"a{character}b", style)], _BLACK) == [Segment("a·b", style)]


def test_the_filter_leaves_joiners_accents_and_brackets() -> None:
    segment = Segment("م\u200cن e\u0301 [bold]x[/] 👩\u200d🚒", None)
    assert SafetyFilter().apply([segment], _BLACK)[0] is segment


def hostile_library() -> FakeLibrary:
    library = make_library(extra=2)
    library.notices = (f"notice {HOSTILE}",)
    library.refusals = (Refusal(f"name {HOSTILE}", f"/path/{HOSTILE}", 1, f"reason {HOSTILE}", f"advice {HOSTILE}"),)
    return library


@pytest.mark.parametrize(
    "keys",
    [
        (),
        ("G", "enter"),
        ("slash", *"raid", "enter", "tab"),
        ("slash", *"raid", "enter", "o"),
        ("slash", *"raid", "enter", "y"),
        ("slash", *"raid", "enter", "c"),
        ("slash", *"raid", "enter", "z"),
        ("slash", *"raid", "enter", ".", "x"),
        ("!",),
        ("?",),
        (":", "[", "b", "]"),
        ("slash", "[", "/", "x", "]"),
    ],
)
@pytest.mark.parametrize("size", [(120, 40), (40, 15)], ids=str)
async def test_hostile_text_is_shown_and_does_nothing(
    browse: Browser, size: tuple[int, int], keys: tuple[str, ...]
) -> None:
    async with browse(size, over=hostile_library()) as driver:
        await driver.type_ahead(*keys)
        assert not any(_ACTING.search(line) for line in driver.lines())


async def test_markup_in_a_title_is_text(browse: Browser) -> None:
    async with browse(over=hostile_library()) as driver:
        await driver.find("raid")
        assert "[bold]Boulkessi[/bold] [/oops]" in driver.right()[0]


async def test_pasted_escapes_are_typed_as_marks(browse: Browser) -> None:
    from textual import events

    async with browse() as driver:
        await driver.press("slash")
        driver.app.post_message(events.Paste("te\x1b[31mssi\nsecond line"))
        await driver.settle()
        assert "/ te·[31mssi" in driver.left()[-1]


async def test_a_title_of_many_pages_takes_one_line(browse: Browser) -> None:
    from sahel_tui.dataclass import replace

    library = make_library(extra=1)
    event, documents, comparison = library.entries["2023-01-10-tessi"]
    library.entries[event.id] = (replace(event, title="Long " * 2_000), documents, comparison)
    async with browse(over=library) as driver:
        await driver.press("j", "enter", "c", "q")
        assert len(driver.lines()[2]) <= 120
