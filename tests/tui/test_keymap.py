"""Keys a reader gives: they count on every screen, and what is wrong with them is said."""

from pathlib import Path

import pytest
from conftest import Browser

from sahel_tui.settings.read import parse_settings
from sahel_tui.tui.keymap import make_keymap
from sahel_tui.tui.registry import list_actions

PATH = Path("config.toml")
WRONG = {
    "[keys]\nsort = 'u'\nflip = 'u'": "line 3: u is the key of “sort” already, from line 2; choose another for “flip”",
    "[keys]\ndwon = 'n'": "line 2: there is no action “dwon”; did you mean “down”?",
    "[keys.comparing-screen]\nplot = 'n'": "line 2: there is no screen “comparing”; did you mean “compare”?",
    "[keys.timeline-screen]\nplot = 'n'": "line 2: there is no action “plot” on screen timeline; the actions are ",
    "[keys]\nsort = ['q', 'u']": "line 2: q is the last key of “back”; give “back” another first",
    "[keys]\nquit = []": "line 2: “quit” needs a key; give it one; until then it keeps its own",
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said_once_with_its_line(text: str) -> None:
    keymap, complaints = make_keymap(list_actions(), parse_settings(text, PATH))
    (complaint,) = map(str, complaints)
    assert complaint.startswith(f"config.toml, {WRONG[text]}")
    assert keymap.keys("browse", "back") == ("q",)
    assert keymap.keys("browse", "quit") == ("Q", "ctrl+c")
    assert keymap.keys("browse", "flip") == ("i",)


def test_keys_hold_wherever_there_is_the_action_and_are_taken_from_others() -> None:
    text = "[keys]\ndown = ['n', 'j']\nzoom = []\n[keys.compare-screen]\ndown = 'd'\nplot = ['Alt+p', 'p']"
    keymap, complaints = make_keymap(list_actions(), parse_settings(text, PATH))
    assert complaints == ()
    assert [keymap.keys(screen, "down") for screen in list_actions()] == [("n", "j"), ("d",), *[("n", "j")] * 4]
    assert (keymap.find("browse", "n"), keymap.find("browse", "down"), keymap.find("browse", "z")) == (
        "down",
        None,
        None,
    )
    assert keymap.keys("browse", "next_hit") == ()
    assert keymap.say("browse", "next_hit") == ": next hit"
    assert keymap.keys("compare", "documents_apart") == ()
    assert keymap.find("compare", "alt+p") == "plot"


def test_two_actions_can_change_places() -> None:
    keymap, complaints = make_keymap(list_actions(), parse_settings("[keys]\nsort = 'd'\ndisputed_only = 's'", PATH))
    assert complaints == ()
    assert (keymap.find("browse", "d"), keymap.find("browse", "s")) == ("sort", "disputed_only")


async def test_everything_says_the_key_the_reader_chose(browse: Browser) -> None:
    text = "[keys]\ncompare = 'ù'\nback = ['w', 'Alt+w']\nhelp = 'F2'\n[keys.compare-screen]\nexplain = 'é'"
    async with browse((120, 60), settings=parse_settings(text, PATH)) as driver:
        assert "ù compare" in driver.bottom()
        await driver.press("j", "c")
        assert "c does nothing here · F2 lists the keys" in driver.bottom()
        await driver.press("f2")
        assert "ù" in next(line for line in driver.lines() if "Compare what each voice says" in line)
        assert driver.lines()[0].rstrip().endswith("w back")
        await driver.press("alt+w", ":", *"compare")
        assert "ù" in next(line for line in driver.lines() if "Compare what each voice says" in line)
        await driver.press("escape", "ù")
        await driver.wait_until(lambda: "é explain" in driver.text())
        assert "w back" in driver.text()


async def test_a_mistake_is_said_in_one_line_and_behind_a_key(browse: Browser) -> None:
    settings = parse_settings("[keys]\ndwon = 'n'\n[looks]\ntheme = 'pink'\nsound = 1", PATH)
    async with browse((120, 30), settings=settings) as driver:
        assert "3 mistakes in config.toml · ! tells more" in driver.text()
        await driver.press("!")
        assert "config.toml, line 2: there is no action “dwon”" in driver.text()
        assert "config.toml, line 4: “theme” cannot be “pink”" in driver.text()


async def test_one_mistake_in_a_file_far_down_is_said_in_one_line_too(browse: Browser) -> None:
    settings = parse_settings("[looks]\ntheme = 'pink'", Path("a" * 60) / "config.toml")
    async with browse((120, 30), settings=settings) as driver:
        assert "1 mistake in config.toml · ! tells more" in driver.text()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
async def test_key_lines_leave_out_what_has_no_key_but_help(browse: Browser, size: tuple[int, int]) -> None:
    text = "[keys]\ncompare = []\nhelp = []\nopen = []\nnext_dispute = []"
    async with browse(size, settings=parse_settings(text, PATH)) as driver:
        assert driver.bottom().endswith(": help  Q quit")
        assert "compare" not in driver.bottom()
        await driver.press("t")
        await driver.wait_until(lambda: "m by " in driver.lines()[-1])
        assert " ".join(driver.lines()[-1].split()) == "m by year / search : help q back"
        await driver.press("q", "j", ":", *"compare what", "enter")
        await driver.wait_until(lambda: ": help" in driver.lines()[-1])
        assert "next dispute" not in driver.lines()[-1]


async def test_arrow_keys_have_names_that_are_no_signs(browse: Browser) -> None:
    settings = parse_settings("[keys]\nflip = 'v'\nmark = '^'\n[looks]\nglyphs = 'ascii'", PATH)
    async with browse((120, 60), settings=settings) as driver:
        await driver.press("?")
        labels = [line.split("  ")[1].split() for line in driver.lines() if line.startswith("  ")]
        assert [label for label in labels if "v" in label] == [["v"]]
        assert [label for label in labels if "^" in label] == [["^"]]
        assert ["j", "Down"] in labels
        await driver.press("q", "S", "j")
        assert "auto draws them as books do where the locale can, ascii by ! o | and the like" in driver.text()
