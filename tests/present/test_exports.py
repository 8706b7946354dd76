"""A comparison taken along: every format has all figures and marks the disputed ones; no document can act in it."""

import csv
import json
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sahel_tui.cli.compare_events import FORMAT_NAMES
from sahel_tui.library import open_library
from sahel_tui.present.compared import Compared
from sahel_tui.present.comparison import comparison_table
from sahel_tui.present.exports import FORMATS
from sahel_tui.present.exports.markdown import table_text

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
HOSTILE = """\
= Raid <script>alert(1)</script> on *Dioura* | [x](https://example.org/x) =

Infobox
- Conflict: Raid <b>on</b> Dioura
- Date: March 1, 2023
- Combatant1: Mali "><img src=https://example.org/p.png onerror=alert(1)>
- Combatant2: JNIM `code` ![x](https://example.org/y.png)
- Casualties1: 14 killed (per Mali), 5 killed (per JNIM)

The army said that fourteen <script src="https://example.org/z.js"></script> soldiers were killed. \
JNIM *claimed* five | killed \x1b[2J\u202e.
"""
_VOID = {"meta", "br"}


class _Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: dict[str, set[str]] = {}
        self.open: list[str] = []
        self.disputed: list[str] = []
        self._marked = False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.setdefault(name, set()).add(value or "")
        self._marked = ("class", "disputed") in attrs
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._marked = False

    def handle_data(self, text: str) -> None:
        if self._marked:
            self.disputed.append(text)


def _compare(path: Path, words: str = "") -> list[Compared]:
    with open_library(path) as library:
        found = library.find_events(words) if words else library.search("").events
        return [Compared(event, library.comparison(event.id), library.documents(event.id)) for event in found]


@pytest.fixture
def hostile(tmp_path: Path) -> list[Compared]:
    """An event whose document tries to act."""
    (tmp_path / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    return _compare(tmp_path)


@pytest.fixture
def dioura(bundled_library: Path) -> list[Compared]:
    """A bundled event."""
    return _compare(bundled_library, "2023-09-28-raid-on-dioura-2023")


def test_command_line_names_every_format() -> None:
    assert tuple(FORMATS) == FORMAT_NAMES


def test_page_marks_disputed_figures_and_quotes_them(dioura: list[Compared]) -> None:
    text = FORMATS["html"].write(dioura)
    page = _Page(text)
    assert page.open == []
    assert {"≠98›", "≠81›", "≠89–98"} <= set(page.disputed)
    assert "<mark>ninety-eight Malian soldiers dead</mark>" in text


def test_page_needs_nothing_else_and_runs_nothing(hostile: list[Compared]) -> None:
    text = FORMATS["html"].write(hostile)
    page = _Page(text)
    assert page.open == []
    assert page.tags.isdisjoint({"script", "img", "link", "a", "iframe", "object", "form", "base", "b"})
    assert set(page.attributes) <= {"lang", "charset", "http-equiv", "content", "name", "dir", "class", "scope"}
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.skipif(BROWSER is None, reason="no headless browser is installed")
@pytest.mark.parametrize("sample", ["hostile", "dioura"])
def test_browser_shows_and_prints_the_page(sample: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    page, paper = tmp_path / "page.html", tmp_path / "page.pdf"
    page.write_text(FORMATS["html"].write(request.getfixturevalue(sample)), encoding="utf-8")
    command = [str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    options = {"capture_output": True, "text": True, "check": True, "timeout": 60}
    shown = subprocess.run([*command, "--dump-dom", page.as_uri()], **options)  # type: ignore[call-overload]
    assert 'class="disputed"' in shown.stdout
    assert _Page(shown.stdout).tags.isdisjoint({"script", "img"})
    subprocess.run([*command, f"--print-to-pdf={paper}", page.as_uri()], **options)  # type: ignore[call-overload]
    assert paper.read_bytes().startswith(b"%PDF")


def test_markdown_marks_disputed_figures_and_quotes_them(dioura: list[Compared]) -> None:
    text = FORMATS["markdown"].write(dioura)
    assert "| killed | **≠98›** | **≠81›** | 81–98› | dozens | **≠89–98** | ≠ ×1.2 |" in text
    assert "counted **ninety-eight Malian soldiers dead** and" in text
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert rows
    assert all(line.endswith(" |") for line in rows)


def test_a_pasted_table_explains_its_marks(dioura: list[Compared]) -> None:
    one = dioura[0]
    text = table_text(comparison_table(one.event, one.comparison, one.documents))
    assert "**" not in text
    assert "| killed | ≠98› | ≠81› |" in text
    *_, last = text.splitlines()
    assert last.startswith("≠ cannot both be true · ")
    assert "› a belligerent about its enemy" in last
    assert "– says nothing of it" in last
    marks = {mark for mark in "≠≈=↻⊂∥›×" if any(mark in line for line in text.splitlines()[:-1])}
    assert all(f"{mark}" in last for mark in marks)
    assert "↻" in marks or "↻" not in last


def test_no_word_of_a_document_is_markdown(hostile: list[Compared]) -> None:
    text = FORMATS["markdown"].write(hostile)
    assert r"\<script\>" in text
    assert r"on \*Dioura\* \| \[x\](https\://example.org/x)" in text
    assert "<" not in text.replace(r"\<", "")
    assert "\x1b" not in text


def test_csv_has_every_figure_of_every_row(dioura: list[Compared]) -> None:
    lines = list(csv.DictReader(FORMATS["csv"].write(dioura).splitlines()))
    figures = [figure for row in dioura[0].comparison.rows for figure in row.figures]
    assert [line["voice"] for line in lines] == [figure.voice for figure in figures]
    assert {line["verdict"] for line in lines if line["disputed"] == "yes"} == {"disputed"}


def test_json_is_an_event_a_line(dioura: list[Compared], hostile: list[Compared]) -> None:
    lines = FORMATS["json"].write([*dioura, *hostile]).splitlines()
    assert [json.loads(line)["id"] for line in lines] == [one.event.id for one in (*dioura, *hostile)]


@pytest.mark.parametrize("form", FORMATS)
def test_two_events_stand_in_one_file(form: str, dioura: list[Compared], hostile: list[Compared]) -> None:
    text = FORMATS[form].write([*dioura, *hostile])
    assert "Dioura (2023)" in text
    assert "alert(1)" in text
