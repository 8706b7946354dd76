"""Archives, compressions and streams: what is in them is read, what is made to do harm is stopped with a word."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from sahel_tui.documents import Refusal, Trace, read_documents
from sahel_tui.documents.intake import limits

TEXT = b"= Raid on Sama =\n\nGunmen raided the post at Sama.\n"
WIKI = b"{{Infobox event|event_name=Fire at Sama|date=1 May 2020}} The market burned."
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "bz2": bz2.compress,
    "xz": lzma.compress,
    "zst": zstandard.ZstdCompressor().compress,
}


def make_zip(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def make_tar(members: dict[str, bytes], kind: bytes = tarfile.REGTYPE) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(name)
            member.type, member.size = kind, len(content) if kind == tarfile.REGTYPE else 0
            member.linkname = "elsewhere" if kind != tarfile.REGTYPE else ""
            archive.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def read(tmp_path: Path, content: bytes, trace: Trace | None = None) -> tuple[list[str], list[Refusal]]:
    """Titles of the documents in a file of this content, and the refusals."""
    path = tmp_path / "packed"
    path.write_bytes(content)
    found = list(read_documents(path, trace=trace))
    return [item.title for item in found if not isinstance(item, Refusal)], [
        item for item in found if isinstance(item, Refusal)
    ]


@pytest.mark.parametrize("name", COMPRESS)
def test_compressed_file_is_read(tmp_path: Path, name: str) -> None:
    assert read(tmp_path, COMPRESS[name](TEXT)) == (["Raid on Sama"], [])


@pytest.mark.parametrize("name", COMPRESS)
def test_streams_one_after_the_other_are_one_file(tmp_path: Path, name: str) -> None:
    half = len(TEXT) // 2
    packed = COMPRESS[name](TEXT[:half]) + COMPRESS[name](TEXT[half:])
    assert read(tmp_path, packed) == (["Raid on Sama"], [])


@pytest.mark.parametrize("name", COMPRESS)
@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_archives_and_compressions_inside_each_other(
    tmp_path: Path, name: str, make: Callable[[dict[str, bytes]], bytes]
) -> None:
    inner = make({"b/fire.wiki": WIKI, f"a/raid.txt.{name}": COMPRESS[name](TEXT)})
    assert read(tmp_path, COMPRESS[name](inner)) == (["Fire at Sama", "Raid on Sama"], [])
    assert read(tmp_path, make_zip({"inner": inner})) == (["Fire at Sama", "Raid on Sama"], [])


@pytest.mark.parametrize("name", COMPRESS)
@pytest.mark.parametrize("cut", [12, 25, -3])
def test_what_breaks_off_is_refused(tmp_path: Path, name: str, cut: int) -> None:
    titles, refusals = read(tmp_path, COMPRESS[name](TEXT * 40)[:cut])
    assert len(refusals) <= 1
    assert len(titles) + len(refusals) == 1
    assert all("damaged" in refusal.reason or "binary" in refusal.reason for refusal in refusals)


def test_a_member_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    packed = make_zip({"a.txt": TEXT, "b.bin": b"\0\1\2", "c.txt": b"", "d.wiki": WIKI})
    titles, refusals = read(tmp_path, packed)
    assert titles == ["Raid on Sama", "Fire at Sama"]
    assert [(refusal.name, refusal.path.rpartition("packed/")[2]) for refusal in refusals] == [
        ("b.bin", "b.bin"),
        ("c.txt", "c.txt"),
    ]


@pytest.mark.parametrize("make", [make_tar, make_zip])
@pytest.mark.parametrize("name", ["../outside.txt", "/etc/outside.txt", "a/../../outside.txt", "C:\\outside.txt"])
def test_name_that_leads_out_is_refused(tmp_path: Path, make: Callable[[dict[str, bytes]], bytes], name: str) -> None:
    titles, refusals = read(tmp_path, make({name: TEXT, "good.wiki": WIKI}))
    assert titles == ["Fire at Sama"]
    assert [refusal.reason for refusal in refusals] == ["its name leads out of the archive"]
    assert [path.name for path in tmp_path.iterdir()] == ["packed"]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_links_and_devices_are_refused(tmp_path: Path, kind: bytes) -> None:
    assert [refusal.reason for refusal in read(tmp_path, make_tar({"a": b""}, kind))[1]] == ["it is a link or a device"]


@pytest.mark.parametrize("cut", [530, 1024, 1100, 1600])
def test_tar_that_breaks_off_is_told(tmp_path: Path, cut: int) -> None:
    titles, refusals = read(tmp_path, make_tar({"a.txt": TEXT, "b.wiki": WIKI})[:cut])
    assert titles == (["Raid on Sama"] if cut >= 1024 else [])
    assert refusals
    assert all("damaged" in refusal.reason for refusal in refusals)


def test_tar_with_an_endless_name_is_refused(tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "packed", "w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("a" * 2_000_000))
    (refusal,) = list(read_documents(tmp_path / "packed"))
    assert isinstance(refusal, Refusal)
    assert "longer than 1 MB" in refusal.reason


def test_hidden_members_and_folders_are_skipped(tmp_path: Path) -> None:
    packed = make_zip({".hidden": TEXT, "__MACOSX/x.txt": TEXT, "a/": b"", "a/.git/config": TEXT, "a/b.txt": TEXT})
    assert read(tmp_path, packed) == (["Raid on Sama"], [])


@pytest.mark.parametrize("packed", [make_zip({}), make_zip({".hidden": TEXT}), make_tar({".hidden": TEXT})])
def test_archive_without_a_file_to_read_is_refused(tmp_path: Path, packed: bytes) -> None:
    titles, refusals = read(tmp_path, packed)
    assert titles == []
    assert [refusal.reason for refusal in refusals] == ["the archive holds no file to read"]


@pytest.mark.parametrize("name", COMPRESS)
def test_bomb_is_stopped(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FREE", 1024 * 1024)
    monkeypatch.setattr(limits, "LARGEST_RATIO", 20)
    (refusal,) = read(tmp_path, COMPRESS[name](b" " * 8 * 1024 * 1024))[1]
    assert refusal.reason.startswith("it unpacks to more than 1 MB from 0.0 MB")


@pytest.mark.parametrize("make", [make_tar, make_zip])
def test_bomb_of_many_members_is_stopped_once(
    tmp_path: Path, make: Callable[[dict[str, bytes]], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FREE", 1024 * 1024)
    monkeypatch.setattr(limits, "LARGEST_RATIO", 1)
    bomb = gzip.compress(b" " * 512 * 1024)
    titles, refusals = read(tmp_path, make({f"{index}.gz": bomb for index in range(50)}))
    assert titles == []
    assert sum("unpacks to more than" in refusal.reason for refusal in refusals) == 1
    assert len(refusals) < 5


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MEMBERS", 3)
    titles, refusals = read(tmp_path, make_zip({f"{index}.txt": TEXT for index in range(9)}))
    assert len(titles) == 3
    assert [refusal.reason for refusal in refusals] == ["there are more than 3 files in it"]


def test_packed_too_deep_is_refused(tmp_path: Path) -> None:
    content = TEXT
    for _ in range(limits.DEEPEST):
        content = gzip.compress(content)
    assert read(tmp_path, content) == (["Raid on Sama"], [])
    (refusal,) = read(tmp_path, gzip.compress(content))[1]
    assert refusal.reason == "it is packed more than 5 times over"


def test_locked_archive_is_refused(tmp_path: Path) -> None:
    packed = bytearray(make_zip({"a.txt": TEXT}))
    packed[6] |= 1
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    assert [refusal.reason for refusal in read(tmp_path, bytes(packed))[1]] == ["it is locked with a password"]


@pytest.mark.parametrize(("magic", "name"), [(b"7z\xbc\xaf\x27\x1c\0\4", "a 7z archive"), (b"Rar!\x1a\x07\0", "a RAR")])
def test_unsupported_archives_are_named(tmp_path: Path, magic: bytes, name: str) -> None:
    (refusal,) = read(tmp_path, magic + bytes(100))[1]
    assert refusal.reason.startswith(f"it is {name}")
    assert "not supported" in refusal.reason


def test_refusal_in_an_archive_names_the_whole_way_and_the_line(tmp_path: Path) -> None:
    (refusal,) = read(tmp_path, make_zip({"notes/bad.txt": b"one\ntwo\nthr\xe9e\n"}))[1]
    assert (refusal.path, refusal.line) == (f"{tmp_path}/packed/notes/bad.txt", 3)


def test_forced_format_goes_through_archives(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(make_zip({"a.txt": b"A clash.\n\n'''Bold''' words about [[Sama]] and no more."}))
    (document,) = read_documents(path, format="wikitext")
    assert "Bold words about Sama" in getattr(document, "text", "")
    (document,) = read_documents(path, format="plain")
    assert "'''Bold'''" in getattr(document, "text", "")
