"""Libraries of a few documents, and the bundled one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sahel_tui.bundled import bundled_path
from sahel_tui.library import Library, open_library, shelf

ARTICLE = """\
= {title} =

Infobox
- Conflict: {title}
- Place: {place}
- Date: {date}
- Combatant1: Mali
- Combatant2: JNIM
- Casualties1: 14 killed (per Mali), 30 killed (per JNIM)
- Casualties2: 31 killed (per Mali)

{lead}
"""

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes an article into the folder `articles`."""

    def write_article(
        name: str,
        title: str = "Attack on the ferry",
        date: str = "3 May 2021",
        place: str = "Koriomé",
        lead: str = "Gunmen fired at a ferry.",
    ) -> Path:
        path = tmp_path / "articles" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(ARTICLE.format(title=title, date=date, place=place, lead=lead), encoding="utf-8")
        return path

    return write_article


@pytest.fixture
def few_bundled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two events ship with the program."""
    folder = tmp_path / "bundled"
    folder.mkdir()
    for name in ("2023-11-10_battle-of-kidal.txt", "2013-01-10_battle-of-konna.txt"):
        shutil.copy(bundled_path("events") / name, folder)
    monkeypatch.setattr(shelf, "bundled_path", lambda name: folder)


@pytest.fixture
def library(sample_library: Path, tmp_path: Path) -> Iterator[Library]:
    """A few of the bundled events in a file of their own, to be changed."""
    path = Path(shutil.copy(sample_library, tmp_path / "library.sqlite"))
    with open_library(path) as opened:
        yield opened


@pytest.fixture(scope="session")
def bundled(bundled_library: Path) -> Iterator[Library]:
    """The bundled events, to be read only."""
    with open_library(bundled_library) as opened:
        yield opened
