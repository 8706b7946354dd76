"""Taking things along: copying, the pager, a file."""

import base64
import re
from pathlib import Path

import pytest
from conftest import Browser
from driver import Driver

EVENT = "Ambush near Tessi, 10 January 2023, "
TABLE = "| killed |"


async def open_tessi(driver: Driver, *keys: str) -> None:
    """Search for the event with the disputed figures, then press `keys` in its list."""
    await driver.find("tessi", *keys)


@pytest.mark.parametrize(
    ("keys", "copied"),
    [
        (("y", "y"), EVENT),
        (("y", "enter"), EVENT),
        (("y", "c"), EVENT),
        (("y", "t"), TABLE),
        (("y", "j", "y"), TABLE),
        (("tab", "enter", "y", "y"), "fourteen soldiers were dead"),
        (("tab", "enter", "y", "f"), "killed: 14 per Mali, Ambush near Tessi"),
        (("tab", "enter", "y", "c"), "characters "),
        (("tab", "j", "y", "y"), "JNIM named twelve soldiers dead."),
        (("tab", "tab", "y", "y"), "then shot at from a dry river bed. Nobody agrees on what followed."),
        (("tab", "tab", "y", "c"), "what followed.” (Ambush near Tessi, 10 January 2023"),
    ],
)
async def test_y_copies_what_is_chosen(browse: Browser, keys: tuple[str, ...], copied: str) -> None:
    async with browse() as driver:
        await open_tessi(driver, *keys)
        assert copied in driver.app.clipboard
        assert " sent (terminals never confirm) · y p prints it" in driver.bottom()
        assert driver.app.taken == [driver.app.clipboard]


async def test_a_paragraph_is_copied_with_what_of_it_is_disputed(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "tab", "tab", "j")
        pane = driver.browser.reader.article
        for _ in range(60):
            if (block := pane.block_at_top()) and block.disputed and block.kind == "paragraph":
                break
            await driver.press("j")
        await driver.press("y", "y")
        assert driver.app.clipboard.startswith(block.text)
        assert driver.app.clipboard.removeprefix(block.text).startswith(" [≠ ")
        await driver.press("y", "c")
        assert "” [≠ " in driver.app.clipboard


@pytest.mark.parametrize("key", ["escape", "q", "ctrl+c"])
async def test_leaving_the_choice_copies_nothing(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await open_tessi(driver, "y")
        assert "─ Copy ─" in driver.text()
        await driver.press("x", key)
        assert driver.app.screen is driver.browser
        assert driver.app.clipboard == ""
        assert driver.app.taken == []


async def test_y_sends_osc_52(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse() as driver:
        written: list[str] = []
        monkeypatch.setattr(driver.app._driver, "write", written.append)
        await open_tessi(driver, "y", "y")
        encoded = base64.b64encode(driver.app.clipboard.encode()).decode()
        assert EVENT in driver.app.clipboard
        assert f"\x1b]52;c;{encoded}\a" in written


async def test_a_terminal_without_a_clipboard_is_told_so(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async with browse() as driver:
        monkeypatch.setenv("TERM", "linux")
        await open_tessi(driver, "y", "y")
        assert driver.bottom() == "no clipboard here for the event · y p prints it when you leave"
        await driver.press("y", "p")
        assert driver.app.prints
        await driver.press("y", "y")
        assert driver.bottom() == "no clipboard here for the event · printed when you leave"
        await driver.press("y", "p")
        assert not driver.app.prints


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15)], ids=str)
@pytest.mark.parametrize(
    ("term", "said"),
    [("xterm", r"table sent.* · .*y p prints it"), ("linux", r"no clipboard here.* · y p prints it")],
)
async def test_what_to_do_without_a_clipboard_is_seen_whole(
    browse: Browser, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], term: str, said: str
) -> None:
    async with browse(size) as driver:
        monkeypatch.setenv("TERM", term)
        await open_tessi(driver, "y", "t")
        assert re.search(said, driver.lines()[-1])
        assert "…" not in driver.lines()[-1]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (40, 15), (20, 6)], ids=str)
async def test_every_choice_is_seen_at_every_size(browse: Browser, size: tuple[int, int]) -> None:
    async with browse(size) as driver:
        await open_tessi(driver, "y")
        rows = [line.split()[:3] for line in driver.lines()[-5:]]
        assert "c y" in driver.text()
        assert ["t", "table"] in [row[:2] for row in rows] or size[0] < 40


@pytest.mark.parametrize("key", ["s", "f", "c", "t", "y"])
async def test_compare_screen_copies_too(browse: Browser, key: str) -> None:
    async with browse() as driver:
        await open_tessi(driver, "c")
        await driver.wait_until(lambda: "verdict" in driver.text())
        await driver.press("y", key)
        assert driver.app.clipboard
        assert "was sent to the terminal, which cannot say whether it took it" in driver.lines()[-1]


@pytest.mark.parametrize(
    ("key", "suffix", "begins"),
    [
        ("m", ".md", "# Ambush near"),
        ("c", ".csv", "\ufeffevent,"),
        ("j", ".json", "{"),
        ("h", ".html", "<!DOCTYPE html>"),
    ],
)
@pytest.mark.parametrize("over", [(), ("c",)], ids=["list", "compare"])
async def test_e_exports(
    browse: Browser,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    suffix: str,
    begins: str,
    over: tuple[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    async with browse() as driver:
        await open_tessi(driver, *over)
        await driver.wait_until(lambda: not over or "verdict" in driver.text())
        await driver.press("e", key, "enter")
        (written,) = tmp_path.iterdir()
        assert written.suffix == suffix
        assert written.read_text(encoding="utf-8").startswith(begins)
        assert "written to" in driver.text()


async def test_an_export_writes_over_a_file_only_when_meant_twice(
    browse: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with browse() as driver:
        await open_tessi(driver, "e", "m", "enter")
        (written,) = tmp_path.iterdir()
        written.write_text("mine", encoding="utf-8")
        await driver.press("e", "m", "enter")
        assert "there is one already; Enter again writes over it" in driver.text()
        assert written.read_text(encoding="utf-8") == "mine"
        await driver.press("enter")
        assert written.read_text(encoding="utf-8").startswith("# Ambush")


async def test_a_file_that_cannot_be_written_is_said(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "e", "m", "ctrl+u", *"/nowhere/at/all.md", "enter")
        assert "there is no folder /nowhere/at" in driver.text()
        await driver.press("ctrl+u", *"/proc/x.md", "enter")
        assert "cannot write /proc/x.md" in driver.bottom()


async def test_a_terminal_that_cannot_be_given_away_is_told(browse: Browser) -> None:
    async with browse() as driver:
        await open_tessi(driver, "|")
        assert driver.bottom() == "the terminal cannot be given to a pager here"


async def test_no_pager_is_said(browse: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "no-such-program")
    async with browse() as driver:
        await open_tessi(driver, "|")
        assert driver.bottom() == "no pager: set PAGER to one, such as less"
