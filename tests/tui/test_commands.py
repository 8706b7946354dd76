"""The registry: one source for keys, help and palette, and nothing said twice or not at all."""

from collections import Counter
from collections.abc import Mapping

import pytest
from conftest import Browser

from sahel_tui.tui.acts import KEY_LINES
from sahel_tui.tui.commands import COMMANDS, GROUP_NAMES, Command, Situation, say_key, say_keys
from sahel_tui.tui.compare.moves import MOVES
from sahel_tui.tui.compare.screen import CompareScreen
from sahel_tui.tui.keyed import KeyedScreen
from sahel_tui.tui.overview.disputes import DisputesScreen
from sahel_tui.tui.overview.screen import MOVES as SCREEN_MOVES
from sahel_tui.tui.overview.timeline import TimelineScreen
from sahel_tui.tui.palette import find_entries
from sahel_tui.tui.registry import SHARED, list_actions
from sahel_tui.tui.synonyms import SYNONYMS

_LETTERS = "jkgG/nN][csdyozx?:qQim!f'"
_NAMED = {"up", "down", "home", "end", "pageup", "pagedown", "enter", "escape", "tab", "shift+tab", "space"}
_WITH_CTRL = {"ctrl+d", "ctrl+u", "ctrl+p", "ctrl+l", "ctrl+z"}
_FORBIDDEN = {"ctrl+a", "ctrl+b", "ctrl+s", *(f"f{number}" for number in range(1, 13))}


def test_every_key_of_the_design_does_something() -> None:
    assert {*_LETTERS, *_NAMED, *_WITH_CTRL} <= {key for command in COMMANDS.values() for key in command.keys}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.id)
def test_every_command_can_be_found_and_explained(command: Command) -> None:
    assert command.words
    assert command.words[0].isupper()
    assert "\n" not in command.words
    assert not command.words.endswith(".")
    assert command.keys
    assert command.group in GROUP_NAMES
    assert command.refusal


def test_no_key_does_two_things_on_any_screen() -> None:
    for actions in list_actions().values():
        keys = Counter(key for listed in actions for key in listed.keys)
        assert [key for key, times in keys.items() if times > 1] == []
        assert not _FORBIDDEN & set(keys)


@pytest.mark.parametrize(
    ("screen", "moves"), [(CompareScreen, MOVES), (DisputesScreen, SCREEN_MOVES), (TimelineScreen, SCREEN_MOVES)]
)
def test_every_key_of_a_screen_has_something_to_do(screen: type[KeyedScreen], moves: Mapping[str, object]) -> None:
    for listed in list_actions()[screen.KEYED]:
        name = listed.action
        assert name in moves or name in SHARED or callable(getattr(screen, f"action_{name}", None)), name


def test_key_lines_name_commands() -> None:
    assert {name for offers in KEY_LINES.values() for name, _ in offers} <= set(COMMANDS)


def test_a_command_works_where_it_says() -> None:
    assert COMMANDS["left"].works_in(Situation("infobox", "wide"))
    assert not COMMANDS["left"].works_in(Situation("list", "wide"))
    assert not COMMANDS["next_dispute"].works_in(Situation("article", "wide"))
    assert COMMANDS["next_dispute"].works_in(Situation("article", "wide", disputes=1))


def test_keys_have_names() -> None:
    assert say_keys(COMMANDS["down"].keys) == "j Down"
    assert say_key("comma") == ","


async def test_help_lists_exactly_what_works_here(browse: Browser) -> None:
    async with browse((120, 200)) as driver:
        await driver.find("tessi")
        here = driver.browser.commands_here()
        await driver.press("?")
        for command in COMMANDS.values():
            listed = any(line.strip().startswith(say_keys(command.keys) + " ") for line in driver.lines())
            assert listed == (command in here), command.id


async def test_help_scrolls_in_forty_by_fifteen(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await driver.press("?")
        assert driver.lines()[0].split() == ["Keys", "and", "marks", "0%", "·", "q", "back"]
        await driver.press("G")
        assert "it went on after that day" in " ".join(driver.text().split())
        await driver.press("g", "j", "k", "pagedown", "pageup", "ctrl+d", "ctrl+u", "space", "home", "end")
        assert driver.lines()[0].split()[-4:] == ["100%", "·", "q", "back"]
        await driver.press("?")
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_palette_finds_and_does_commands(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await driver.press(key, *"list", "space", *"disp")
        assert "List disputed events only" in driver.text()
        assert "Ambush near Tessi" in driver.text()
        await driver.press("enter")
        assert driver.left()[0].strip().startswith("1 disputed event")


async def test_palette_cursor_goes_round_and_escape_leaves(browse: Browser) -> None:
    async with browse((40, 15)) as driver:
        await driver.press(":", *"page", "down")
        chosen = [line for line in driver.lines() if line.startswith("▌")]
        assert chosen[-1].split()[1:5] == ["One", "page", "up", "PgUp"]
        await driver.press("up", "up", "tab", "backspace", "left", "escape")
        assert driver.app.screen is driver.browser
        assert driver.browser.events.cursor == 0


async def test_palette_says_keys_of_the_compare_screen_too(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("j", "c")
        await driver.wait_until(lambda: "Tessi" in driver.text())
        await driver.press(":", *"next")
        assert "Next disputed row" in driver.text()
        assert "Tab ]" in driver.text()
        await driver.press("escape", "q")


async def test_palette_without_a_match_does_nothing(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press(":", *"xyzzy")
        assert "no command has these words; ? lists them all" in driver.text()
        await driver.press("enter")
        assert driver.app.screen is driver.browser


@pytest.mark.parametrize("key", ["Q", "ctrl+c", "q"])
async def test_the_ways_out(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await driver.pilot.press(key)
        assert not driver.app.is_running
        assert not driver.app.return_code


@pytest.mark.parametrize("over", ["?", "c", ":"])
async def test_ctrl_c_leaves_every_screen_or_the_program(browse: Browser, over: str) -> None:
    async with browse() as driver:
        await driver.press(over)
        await driver.pilot.press("ctrl+c")
        assert not driver.app.is_running or driver.app.screen is driver.browser


async def test_repaint_can_be_asked_for(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press("ctrl+l")
        assert "33 events" in driver.text()


async def test_palette_has_every_command_and_says_why_one_cannot_be_done(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press(":")
        entries = {entry.action: entry for entry in driver.app.screen._lines._entries}
        assert entries.pop("date").keys == "2023-09"
        assert {action: entry.keys for action, entry in entries.items()} == {
            command.id: say_keys(command.keys) for command in COMMANDS.values()
        }
        assert entries["next_hit"].hindered
        assert not entries["down"].hindered
        await driver.press(*"next searched")
        assert any(line.endswith("not now  n") for line in driver.lines())
        await driver.press("enter")
        assert driver.bottom() == COMMANDS["next_hit"].refusal


@pytest.mark.parametrize("word", ["theme", "colours", "settings"])
async def test_palette_finds_the_settings_by_what_they_change(browse: Browser, word: str) -> None:
    async with browse() as driver:
        await driver.press(":", *word)
        assert "Settings: theme, colours" in driver.text()


def test_other_words_are_those_of_actions() -> None:
    assert set(SYNONYMS) <= {listed.action for actions in list_actions().values() for listed in actions}


WORDS = {
    "disputes": "D",
    "help": "?",
    "timeline": "t",
    "notes": "a",
    "goto": "2023-09",
    "jump": "2023-09",
    "exit": "Q Ctrl+c",
    "quit": "Q Ctrl+c",
    "q": "Q Ctrl+c",
    "import": "I",
    "undo": "u",
    "why": "x",
    "theme": "S",
    "find": "/",
}


@pytest.mark.parametrize("screen", [(), ("c",), ("D",), ("t",)], ids=["list", "c", "D", "t"])
async def test_the_palette_finds_what_the_program_and_its_readers_call_things(
    browse: Browser, screen: tuple[str, ...]
) -> None:
    async with browse() as driver:
        await driver.find("tessi", *screen)
        await driver.press(":")
        lines = driver.app.screen._lines
        for word, keys in WORDS.items():
            found = [entry.keys for entry in find_entries(lines._entries, word)]
            assert keys in found or (keys == "2023-09" and found), word


async def test_what_is_done_in_the_list_is_found_elsewhere_with_where_to_do_it(browse: Browser) -> None:
    async with browse() as driver:
        await driver.find("tessi", "c")
        await driver.press(":")
        await driver.type("import")
        assert "in the list  I" in driver.text()
        await driver.press("enter")
        assert "I does that in the list · q leads back" in driver.text()


async def test_the_date_of_the_palette_says_how_it_is_typed(browse: Browser) -> None:
    async with browse() as driver:
        await driver.press(":")
        await driver.type("goto")
        await driver.press("enter")
        assert "type it here: 2023 and Enter, 2023-09" in driver.bottom()
