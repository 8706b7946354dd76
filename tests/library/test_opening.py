"""Where a library is found, made, or made anew."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sahel_tui.library import LibraryError, fingerprint, open_library, opening, shelf
from sahel_tui.store.schema import SCHEMA_VERSION
from sahel_tui.store.swap import lock_library

Write = Callable[..., Path]


@pytest.fixture
def own(few_bundled: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's own library will be; nothing is there yet, and two events ship with the program."""
    monkeypatch.delenv("SAHEL_TUI_LIBRARY", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share" / "sahel-tui" / "library.sqlite"


def change_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on the program is another version."""
    monkeypatch.setattr(fingerprint, "BUILD_VERSION", fingerprint.BUILD_VERSION + 1)


def set_schema(path: Path, version: int) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")


def test_the_first_start_makes_a_library_of_the_bundled_events(own: Path) -> None:
    with open_library() as library:
        assert library.location == str(own)
        assert (library.notices, library.refusals) == ((), ())
        assert (library.info().events, library.info().imported) == (2, 0)
    content = own.read_bytes()
    open_library().close()
    assert own.read_bytes() == content


def test_two_first_starts_at_once_make_one_library(own: Path) -> None:
    command = [sys.executable, "-c", "from sahel_tui.library import open_library as o; print(o().info().events)"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    starts = [subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) for _ in range(2)]
    counts = {start.communicate()[0] for start in starts}
    assert len(counts) == 1
    assert sorted(entry.name for entry in own.parent.iterdir()) == ["library.sqlite", "library.sqlite.lock"]


def test_the_environment_names_a_library(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(tmp_path / "team.sqlite"))
    with open_library() as library:
        assert library.location == str(tmp_path / "team.sqlite")
        assert library.notices == (f"a new library was made at {tmp_path}/team.sqlite",)
    with open_library() as library:
        assert library.notices == ()


def test_a_path_comes_before_the_environment(
    bundled_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(tmp_path / "team.sqlite"))
    with open_library(bundled_library) as library:
        assert library.location == str(bundled_library)


def test_where_nothing_can_be_written_the_library_is_in_memory(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("SAHEL_TUI_LIBRARY", str(tmp_path / "file" / "library.sqlite"))
    with open_library() as library:
        assert library.location == "in memory"
        (notice,) = library.notices
        assert "no library can be made at" in notice
        assert "in memory and imports are gone when the program ends" in notice
        assert library.search("kidal").total == 1


def test_a_full_disk_on_first_start(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with open_library() as library:
        assert library.location == "in memory"
        assert "No space left on device" in library.notices[0]


def test_without_a_home_the_library_is_in_memory(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "find_user_library", lambda: None)
    with open_library() as library:
        assert library.location == "in memory"
        assert "no home directory" in library.notices[0]


def test_another_program_version_reads_all_documents_anew(
    own: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library() as library:
        library.import_paths([write("ferry.txt")])
        before = library.info()
    change_program(monkeypatch)
    content = own.read_bytes()
    with open_library() as library:
        assert library.info() == before
        assert library.find_events("ferry")
        assert (library.notices, library.refusals) == ((), ())
    assert own.read_bytes() != content


def test_bundled_events_of_another_version_are_replaced(
    own: Path, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library() as library:
        library.import_paths([write("ferry.txt")])
    events = write("bundled.txt", title="A bundled event", place="Kayes").parent
    monkeypatch.setattr(shelf, "bundled_path", lambda name: events)
    (events / "ferry.txt").unlink()
    change_program(monkeypatch)
    with open_library() as library:
        assert [event.title for event in library.search(sort="title").events] == [
            "A bundled event",
            "Attack on the ferry",
        ]
        assert library.info().imported == 1


def test_a_text_the_new_version_cannot_read_stays_as_it_was(
    own: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_library() as library:
        library.import_paths([write("ferry.txt")])
        (event,) = library.find_events("ferry")
        before = library.documents(event.id), library.comparison(event.id)
    change_program(monkeypatch)
    monkeypatch.setattr("sahel_tui.documents.parse.MOST_LINES", 5)
    with open_library() as library:
        assert [refusal.name for refusal in library.refusals if refusal.name == "ferry.txt"] == ["ferry.txt"]
        assert (library.documents(event.id), library.comparison(event.id)) == before


def test_a_library_of_another_version_in_use_is_read_as_it_is(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_library().close()
    change_program(monkeypatch)
    content = own.read_bytes()
    with lock_library(own), open_library() as library:
        assert "made by another version of sahel-tui and cannot be made anew" in library.notices[0]
        assert library.search("kidal").total == 1
    assert own.read_bytes() == content


def test_an_older_schema_is_made_anew_and_keeps_what_was_imported(own: Path, write: Write) -> None:
    with open_library() as library:
        library.import_paths([write("ferry.txt")])
        before = library.info()
    set_schema(own, SCHEMA_VERSION - 1)
    with open_library() as library:
        assert library.info() == before


def test_a_newer_schema_is_left_alone(own: Path) -> None:
    open_library().close()
    set_schema(own, SCHEMA_VERSION + 1)
    content = own.read_bytes()
    with pytest.raises(LibraryError, match=r"made by a newer sahel-tui .* upgrade sahel-tui"):
        open_library()
    assert own.read_bytes() == content


def test_a_damaged_library_is_left_alone(own: Path) -> None:
    own.parent.mkdir(parents=True)
    own.write_bytes(b"not a library")
    with pytest.raises(LibraryError, match=r"is damaged .* repair` sets it aside"):
        open_library()
    assert own.read_bytes() == b"not a library"


def test_damage_found_later_is_said(own: Path) -> None:
    with open_library() as library:
        size = library.info().size
    with own.open("r+b") as file:
        file.seek(size // 2)
        file.write(b"\xff" * (size // 2))
    with pytest.raises(LibraryError, match="is damaged"), open_library() as library:
        [library.documents(event.id) for event in library.search(limit=1000).events]


def test_a_linked_library_stays_linked(own: Path, tmp_path: Path, write: Write) -> None:
    open_library().close()
    link = tmp_path / "link.sqlite"
    link.symlink_to(own)
    with open_library(link) as library:
        library.import_paths([write("ferry.txt")])
    assert link.is_symlink()
    with open_library(own) as library:
        assert library.find_events("ferry")


def test_a_shared_library_keeps_its_permissions(own: Path, write: Write) -> None:
    open_library().close()
    own.chmod(0o664)
    with open_library() as library:
        library.import_paths([write("ferry.txt")])
    assert own.stat().st_mode & 0o777 == 0o664


def test_a_document_or_a_folder_is_read_into_memory(write: Write) -> None:
    path = write("ferry.txt")
    (path.parent / "empty.txt").touch()
    for place, refused in ((path, []), (path.parent, ["empty.txt"])):
        with open_library(place) as library:
            assert library.location == "in memory"
            assert [event.title for event in library.search().events] == ["Attack on the ferry"]
            assert [refusal.name for refusal in library.refusals] == refused


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="there is no file or folder"):
        open_library(tmp_path / "nothing")


def test_opening_a_library_does_not_load_what_reads_documents(bundled_library: Path) -> None:
    look_up = (
        "import sys; from pathlib import Path; from sahel_tui.library import open_library\n"
        "open_library(Path(sys.argv[1])).search('kidal')\n"
        "print(*(name for name in sys.modules if name.startswith(('sahel_tui.', 'orjson', 'platformdirs'))))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", look_up, str(bundled_library)]
    loaded = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.split()
    assert not [
        name for name in loaded if name.startswith(("sahel_tui.documents", "sahel_tui.claims", "orjson", "platf"))
    ]


def test_a_large_library_of_another_version_is_read_as_it_is(
    own: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading a million documents anew must not stand between a user and the list."""
    with open_library() as library:
        library.import_paths([write("ferry.txt"), write("other.txt", title="Another attack", place="Kayes")])
    monkeypatch.setattr(opening, "RENEWED_AT_ONCE", 1)
    change_program(monkeypatch)
    content = own.read_bytes()
    with open_library() as library:
        assert "repair` reads its documents anew" in library.notices[0]
        assert library.find_events("ferry")
    assert own.read_bytes() == content
    set_schema(own, SCHEMA_VERSION - 1)
    with pytest.raises(LibraryError, match=r"made by an older sahel-tui; .* repair` reads its documents anew"):
        open_library()
