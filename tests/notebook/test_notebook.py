"""The notebook file: several writers, killed writers, damage, undoing, and what two readers write at once."""

import random
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from sahel_tui.dataclass import replace
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.notebook.notebook import Notebook, open_notebook
from sahel_tui.notebook.pages import NotebookError

RAID = EventAnchor("2023-09-28-raid", "Raid", "2023-09-28", ("7ce3d732e8a6",))
WRITER = """
import sys
from pathlib import Path
from sahel_tui.notebook.marks import EventAnchor
from sahel_tui.notebook.notebook import Notebook
notebook = Notebook(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    note = notebook.note(EventAnchor("raid", "Raid", "2023"), f"{sys.argv[2]} {number}")
    print(note.text, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "notebook.ndjson"


def start_writer(path: Path, name: str, notes: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(notes)], stdout=subprocess.PIPE, text=True
    )


def texts(path: Path) -> list[str]:
    return [mark.text for mark in Notebook(path).marks()]


def test_two_programs_write_at_once(path: Path) -> None:
    writers = [start_writer(path, name, 60) for name in ("one", "two")]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = texts(path)
    assert sorted(found) == sorted(f"{name} {number}" for name in ("one", "two") for number in range(60))
    assert [text for text in found if text.startswith("one")] == [f"one {number}" for number in range(60)]


def test_killed_writers_lose_nothing_they_had_written(path: Path) -> None:
    """kill -9 at any moment: whatever was said to be noted is there, and the next writer goes on."""
    said: list[str] = []
    rolled = random.Random(7)
    for turn in range(3):
        writers = [start_writer(path, f"{name}{turn}", 400) for name in "ab"]
        heard = [
            writer.stdout.readline() for writer in writers if writer.stdout for _ in range(rolled.randrange(2, 25))
        ]
        for writer in writers:
            writer.kill()
        heard += [line for writer in writers for line in writer.communicate()[0].splitlines(keepends=True)]
        said += [line.rstrip("\n") for line in heard if line.endswith("\n")]
    notebook = Notebook(path)
    assert set(said) <= {mark.text for mark in notebook.marks()}
    assert len(said) >= 8
    assert notebook.note(RAID, "after all of it") in notebook.marks()


def test_what_is_written_is_on_disk_when_it_returns(path: Path) -> None:
    note = Notebook(path).note(RAID, "ask  Mola – “who counted?” \u202e \x1b[31m")
    assert Notebook(path).marks() == (note,)
    assert path.stat().st_mode & 0o077 == 0


def test_a_torn_line_costs_only_itself(path: Path) -> None:
    notebook = Notebook(path)
    notebook.note(RAID, "first")
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:70])
    other = Notebook(path)
    other.note(RAID, "second")
    assert texts(path) == ["first", "second"]
    assert other.marks()
    assert other.notice.startswith("1 line is no note this program can read")
    assert path.read_bytes().startswith(whole + whole[:70])


@pytest.mark.parametrize(
    "line", [b"\xff\xfe", b"[" * 100_000, b'{"notebook": 2}', b'{"notebook": 1, "id": 4}', b"null"]
)
def test_a_line_that_is_no_note_is_left_alone(path: Path, line: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(line + b"\n")
    notebook = Notebook(path)
    notebook.note(RAID, "still works")
    assert texts(path) == ["still works"]
    assert "1 line" in notebook.notice
    assert path.read_bytes().startswith(line + b"\n")


def test_a_full_disk_leaves_the_file_as_it_was(path: Path) -> None:
    notebook = Notebook(path)
    first = notebook.note(RAID, "first")
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 40, limits[1]))
    try:
        with pytest.raises(NotebookError, match=r"notebook\.ndjson cannot be written"):
            notebook.note(RAID, "second")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert path.read_bytes() == before
    assert notebook.marks() == (first,)


def test_a_place_that_cannot_be_written_or_read_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotebookError, match="cannot be written"):
        Notebook(tmp_path / "file" / "notebook.ndjson").note(RAID, "nowhere")
    folder = Notebook(tmp_path)
    assert folder.marks() == ()
    assert "cannot be read (Is a directory)" in folder.notice


def test_without_a_home_notes_last_as_long_as_the_program() -> None:
    notebook = Notebook(None)
    note = notebook.note(RAID, "for now")
    assert notebook.marks() == (note,)
    assert notebook.change(note, "changed").at > note.at
    assert "no home directory" in notebook.notice


def test_the_variable_names_the_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAHEL_TUI_NOTEBOOK", str(path))
    open_notebook().bookmark(RAID)
    assert len(Notebook(path).marks()) == 1


def test_the_later_of_two_changes_holds_and_a_change_unseen_is_not_written_over(path: Path) -> None:
    one, two = Notebook(path), Notebook(path)
    note = one.note(RAID, "first")
    seen = two.marks()[0]
    one.change(note, "by one")
    two.change(seen, "by two")
    assert sorted(texts(path)) == ["by one", "by two"]


def test_undo_takes_back_what_was_done_here_last(path: Path) -> None:
    notebook = Notebook(path)
    note = notebook.note(RAID, "first")
    notebook.change(note, "second")
    notebook.remove(notebook.marks()[0])
    seen = []
    while notebook.undo():
        seen.append([mark.text for mark in notebook.marks()])
    assert seen == [["second"], ["first"], []]
    assert texts(path) == []


def test_undo_leaves_what_another_program_has_changed(path: Path) -> None:
    one, two = Notebook(path), Notebook(path)
    one.note(RAID, "first")
    two.change(two.marks()[0], "better")
    with pytest.raises(NotebookError, match="changed elsewhere"):
        one.undo()
    assert texts(path) == ["better"]
    assert one.undo() is None


def test_notebooks_of_two_machines_come_to_hold_the_same(tmp_path: Path) -> None:
    one, two = Notebook(tmp_path / "one.ndjson"), Notebook(tmp_path / "two.ndjson")
    kept, changed = one.note(RAID, "kept"), one.note(RAID, "early")
    assert two.merge(one.marks()) == 2
    assert two.merge([kept, changed]) == 0
    later = two.change(changed, "late")
    assert one.merge([later]) == 1
    assert two.merge([replace(kept, text="older", at="2001-01-01T00:00:00.000000+00:00")]) == 0
    assert one.marks() == two.marks() == Notebook(tmp_path / "one.ndjson").marks()
