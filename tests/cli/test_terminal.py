"""What a person at a terminal sees instead: columns that fit, and the browser."""

import io
import re
import sys
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.cli.command import LEAST_WIDTH
from sahel_tui.library import Library
from sahel_tui.present.text import cell_width
from sahel_tui.settings import Settings

LIBRARY = Path(__file__).with_name("library")


class _Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal and keeps what it shows."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    def isatty(self) -> bool:
        return True

    @property
    def lines(self) -> list[str]:
        self.flush()
        shown: io.BytesIO = self.buffer  # type: ignore[assignment]
        return shown.getvalue().decode().splitlines()


def _bare(lines: list[str]) -> list[str]:
    """The lines without their colours."""
    return [re.sub(r"\x1b\[[\d;]*m", "", line) for line in lines]


def _run(columns: int, *arguments: str, term: str = "xterm") -> list[str]:
    """The lines a command shows on a terminal of that width."""
    terminal = _Terminal()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        patch.setenv("TERM", term)
        patch.delenv("COLORTERM", raising=False)
        patch.delenv("NO_COLOR", raising=False)
        for name in ("stdin", "stdout"):
            patch.setattr(sys, name, terminal)
        assert main(["--library", str(LIBRARY), *arguments]) == 0
    return terminal.lines


@pytest.mark.parametrize("columns", [120, 100, 80, 60, 40])
@pytest.mark.parametrize(
    "command", ["list", "show adjar", "compare adjar", "compare adjar hill", "claims --explain adjar hill"]
)
def test_lines_fit_the_terminal(command: str, columns: int) -> None:
    assert max(map(cell_width, _bare(_run(columns, *command.split())))) <= columns


@pytest.mark.parametrize("command", ["show adjar", "compare adjar", "claims --explain adjar"])
def test_width_is_what_was_asked_for(command: str) -> None:
    narrow, wide = (_bare(_run(80, *command.split(), "--width", str(width))) for width in (44, 140))
    assert max(map(cell_width, narrow)) <= 44 < max(map(cell_width, wide)) <= 140
    assert len(wide) < len(narrow)


@pytest.mark.parametrize("command", ["show dioura", "compare dioura", "compare karma", "claims --explain dioura"])
def test_the_least_width_is_kept_to(command: str, bundled_library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", str(bundled_library), *command.split(), "--width", str(LEAST_WIDTH)]) == 0
    assert max(map(cell_width, capsys.readouterr().out.splitlines())) <= LEAST_WIDTH


def test_colours_are_for_terminals_and_say_nothing_new(monkeypatch: pytest.MonkeyPatch) -> None:
    coloured = _run(80, "compare", "adjar")
    assert any("\x1b[1;33m≠" in line for line in coloured)
    assert any("\x1b[1;38;5;166m≠" in line for line in _run(80, "compare", "adjar", term="xterm-256color"))
    assert _bare(coloured) == _run(80, "compare", "adjar", "--color", "never")
    assert not any("\x1b" in line for line in _run(80, "list", "--json"))


def test_colours_can_be_asked_for_and_refused(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--library", str(LIBRARY), "compare", "adjar"])
    plain = capsys.readouterr().out
    main(["--library", str(LIBRARY), "compare", "adjar", "--color", "always"])
    coloured = capsys.readouterr().out
    assert "\x1b" not in plain
    assert _bare(coloured.splitlines()) == plain.splitlines()


def test_list_stands_in_columns() -> None:
    lines = _bare(_run(80, "list"))
    assert "\t" not in "".join(lines)
    assert lines[0].startswith("2022-05-14  Raid on Tin Adjar ")
    assert lines[0].endswith("  ≠1")
    places = ("Tin Adjar,", "Wabara,", "Kounsoum,", "·2JTest")
    assert len({line.rindex(place) for line, place in zip(lines, places, strict=True)}) == 1


def test_browser_opens_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    browsed: list[str] = []

    def browse(
        library: Library, *, settings: Settings, low_bandwidth: bool | None, fresh: bool, taken: list[str], prints: bool
    ) -> int:
        assert (settings.complaints, low_bandwidth, fresh, prints) == ((), None, False, False)
        browsed.append(library.location)
        return 0

    monkeypatch.setattr("sahel_tui.tui.browse", browse)
    monkeypatch.setattr("sahel_tui.tui.terminal.refuse_terminal", lambda: None)
    assert _run(80) == []
    assert browsed == ["in memory"]


def test_a_terminal_that_cannot_browse_is_refused_before_a_library_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    terminal, library = _Terminal(), tmp_path / "new.sqlite"
    monkeypatch.setattr("sahel_tui.tui.terminal.refuse_terminal", lambda: "TERM=dumb cannot place the cursor")
    for name in ("stdin", "stdout"):
        monkeypatch.setattr(sys, name, terminal)
    assert main(["--library", str(library)]) == 2
    assert not library.exists()
