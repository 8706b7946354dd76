"""A damaged library is set aside, and what can be read of it comes back."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sahel_tui.cli import main
from sahel_tui.library import Library, LibraryError, open_library
from sahel_tui.library.repairing import repair_library
from sahel_tui.store.carving import carve_originals

Write = Callable[..., Path]
PAGE = 4096
IMPORTED = 20
"""Fewer than processes are started for."""


@pytest.fixture
def library(few_bundled: None, tmp_path: Path) -> Iterator[Library]:
    """Two bundled events in a file, to be damaged."""
    with open_library(tmp_path / "library.sqlite") as opened:
        yield opened


@pytest.fixture
def texts(library: Library, write: Write) -> dict[str, str]:
    """Imported texts by name; some go on over many pages of the file."""
    for number in range(IMPORTED):
        write(
            f"{number:02}.txt",
            title=f"Raid {number}",
            place=f"Hamlet {number}",
            lead="Smoke rose. " * (1 + number**3 // 8),
        )
    folder = write("00.txt", title="Raid 0").parent
    library.import_paths([folder])
    library.close()
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def spoil(path: Path, start: int, length: int) -> None:
    """Overwrite part of a file."""
    with path.open("r+b") as file:
        file.seek(start)
        file.write(random.Random(3).randbytes(length))


def repair(path: Path) -> int:
    """Repair it, and say how many imported documents came back."""
    before = path.read_bytes()
    report = repair_library(path, lambda progress: None)
    assert report.damage
    assert Path(report.aside).read_bytes() == before
    with open_library(path) as library:
        assert library.search("place:kidal").total
        assert library.info().imported == report.recovered
    return report.recovered


def test_a_whole_library_is_left_alone(library: Library) -> None:
    path = Path(library.location)
    content = path.read_bytes()
    assert not repair_library(path, lambda progress: None).damage
    assert path.read_bytes() == content


def test_without_its_first_page_all_documents_come_back(library: Library, texts: dict[str, str]) -> None:
    path = Path(library.location)
    spoil(path, 0, PAGE)
    with pytest.raises(LibraryError, match=r"is damaged .*sahel-tui --library .* repair` sets it aside"):
        open_library(path)
    assert repair(path) == IMPORTED
    with open_library(path) as repaired:
        found = {one.name: one.text for event in repaired.events() for one in repaired.documents(event.id)}
    assert texts.items() <= found.items()


def test_what_the_reader_linked_and_removed_stays_so(
    library: Library, texts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(library.location)
    with open_library(path) as own:
        raids = [own.find_events(f"Raid {number}")[0].id for number in range(IMPORTED)]
        assert own.link(raids)
        assert own.unlink(raids[0], [document.id for document in own.documents(raids[0])][::2])
        own.remove([document.id for document in own.documents(own.find_events("konna")[0].id)])
        said = own.corrections()
    spoil(path, 0, PAGE)
    capsys.readouterr()
    assert main(["--library", str(path), "repair"]) == 0
    pairs = len(said.together) + len(said.apart)
    assert (
        f"that could be read, with the {pairs} pairs of documents that you linked or parted\n"
        in capsys.readouterr().err
    )
    with open_library(path) as repaired:
        assert repaired.corrections() == said
        assert len(said.encode()) > PAGE // 4  # It goes on to another page.
        assert len(repaired.find_events("raid")) == 2
        assert not repaired.find_events("konna")


def test_links_that_cannot_be_read_are_said_to_be_lost(
    library: Library, texts: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(library.location)
    with open_library(path) as own:
        assert own.link([own.find_events(f"Raid {number}")[0].id for number in (1, 2)])
    content = path.read_bytes()
    path.write_bytes(content.replace(b"corrections", b"corruptions").replace(b"made_by", b"madness"))
    spoil(path, 0, PAGE)
    assert main(["--library", str(path), "repair"]) == 0
    assert "removed could not, so `link`, `unlink` and `remove` it again" in capsys.readouterr().err


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_library_cut_short(library: Library, texts: dict[str, str], share: float) -> None:
    path = Path(library.location)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    assert 0 < repair(path) <= IMPORTED


def test_pages_of_noise_cost_the_documents_on_them_alone(library: Library, texts: dict[str, str]) -> None:
    path = Path(library.location)
    pages = path.stat().st_size // PAGE
    for page in random.Random(3).sample(range(1, pages), pages // 8):
        spoil(path, page * PAGE, PAGE)
    carved = list(carve_originals(path))
    assert IMPORTED // 3 < len(carved) < IMPORTED
    assert all(texts[original.name] == original.text for original in carved)
    assert repair(path) == len(carved)


@pytest.mark.parametrize("content", [b"", b"x", bytes(PAGE), b"SQLite format 3\0" + bytes(range(256)) * 999])
@pytest.mark.usefixtures("few_bundled")
def test_noise_holds_no_documents(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    assert list(carve_originals(path)) == []
    assert repair(path) == 0


@pytest.mark.usefixtures("few_bundled")
def test_damage_after_damage_is_set_aside_under_another_name(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    for name in ("library.sqlite.damaged", "library.sqlite.damaged-2"):
        path.write_bytes(name.encode())
        assert repair(path) == 0
        assert (tmp_path / name).read_bytes() == name.encode()


def test_a_library_of_another_version_is_read_anew(
    library: Library, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.import_paths([write("ferry.txt")])
    monkeypatch.setattr("sahel_tui.library.shelf.make_fingerprint", lambda: "another")
    report = repair_library(Path(library.location), lambda progress: None)
    assert report.renewed
    assert open_library(Path(library.location)).find_events("ferry")


@pytest.mark.usefixtures("few_bundled")
def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"noise")
    assert main(["--library", str(path), "repair"]) == 0
    said = capsys.readouterr().err
    assert f"{path} was damaged (it does not start like a library); it is now {path}.damaged" in said
    assert main(["--library", str(path), "repair"]) == 0
    assert "is whole, there is nothing to repair" in capsys.readouterr().err
    assert main(["--library", str(tmp_path / "none.sqlite"), "repair"]) == 2
