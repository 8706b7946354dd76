"""Files and folders: what is read, in which order, and what is refused with which words."""

import os
from pathlib import Path

import pytest

from sahel_tui.documents import DocumentError, Refusal, parse_document, read_documents
from sahel_tui.documents.intake import text
from sahel_tui.model import Document

TEXT = "= Raid on Sama =\n\nGunmen raided the post at Sama.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good file."""
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def only_refusal(path: Path) -> Refusal:
    """The refusal that reading `path` yields, and nothing but good documents beside it."""
    refusals = [item for item in read_documents(path) if isinstance(item, Refusal)]
    assert len(refusals) == 1
    return refusals[0]


def names(path: Path) -> list[str]:
    return [item.name for item in read_documents(path)]


def test_folder_is_read_in_the_order_of_its_paths_without_hidden_files(folder: Path) -> None:
    (folder / "b").mkdir()
    (folder / "b" / "inner.txt").write_text(TEXT)
    (folder / "a.md").write_text(TEXT)
    (folder / "noextension").write_text(TEXT)
    (folder / ".hidden.txt").write_text(TEXT)
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text(TEXT)
    assert names(folder) == ["a.md", "inner.txt", "good.txt", "noextension"]


def test_folder_without_a_file_to_read_is_refused(folder: Path) -> None:
    for path in (folder / "empty", folder / "empty" / ".hidden", folder / "empty" / "inner"):
        path.mkdir()
    (folder / "empty" / ".hidden" / "a.txt").write_text("= A =", encoding="utf-8")
    (refusal,) = read_documents(folder / "empty")
    assert isinstance(refusal, Refusal)
    assert (refusal.path, refusal.reason) == (str(folder / "empty"), "the folder holds no file to read")


def test_line_ends_and_byte_order_mark_are_no_content(folder: Path) -> None:
    (folder / "dos.txt").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    (folder / "mac.txt").write_bytes(TEXT.replace("\n", "\r").encode())
    documents = list(read_documents(folder))
    assert {item.text for item in documents if isinstance(item, Document)} == {TEXT}
    assert len({item.id for item in documents if isinstance(item, Document)}) == 1


def test_address_stays_in_the_text_and_is_no_content() -> None:
    document = parse_document(f"# https://example.org/a\n{TEXT}", "a.txt")
    assert document.address == "https://example.org/a"
    assert document.title == "Raid on Sama"
    assert document.text[document.sections[0].start :].startswith("Gunmen")


@pytest.mark.parametrize(
    ("content", "reason", "advice"),
    [
        (b"", "the file is empty", "give a text"),
        (b" \n\t\n", "the file is empty", "give a text"),
        (b"12 34 (5)\n", "there are no words in it", "give a text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "it is a binary file, not text", "leave it out"),
        (b"Caf\xe9\n", "byte 0xe9 at offset 3 is not UTF-8", "iconv -f WINDOWS-1252 -t UTF-8"),
        (b"\xef\xbb\xbfa\nbc\xff", "byte 0xff at offset 7 is not UTF-8", "iconv"),
        ("= A =".encode("utf-16"), "it is UTF-16LE, not UTF-8", "iconv -f UTF-16LE -t UTF-8"),
        (b"<!DOCTYPE html>\n<html><body></body></html>", "the file is empty", "give a text"),
        (b'{"title": "Raid"}\n', "there is no page of a wiki in this JSON", "ask the API"),
        (b'{"title": "Raid"', "this is no JSON", "get the answer again"),
        (b'<?xml version="1.0"?>\n<mediawiki>', "the XML breaks off", "get the file again"),
        (b'<?xml version="1.0" encoding="utf-9"?>\n<mediawiki>', "its encoding is not known", "convert it to UTF-8"),
        (b'<?xml version="1.0" encoding="big5"?>\n<mediawiki>', "its encoding is not known", "convert it to UTF-8"),
        (b'<?xml version="1.0"?>\n<feed></feed>', "this is XML markup", "save the page as text"),
        (b"7z\xbc\xaf\x27\x1c\0\0", "it is a 7z archive, which is not supported", "unpack it"),
        (b"id,year,side_a,side_b,best,low,high\n1,2020,a,b,3,2,4\n", "this is a table of records", "save"),
    ],
)
def test_what_is_no_article_is_refused_with_advice(folder: Path, content: bytes, reason: str, advice: str) -> None:
    path = folder / "bad.txt"
    path.write_bytes(content)
    refusal = only_refusal(folder)
    assert (refusal.name, refusal.path) == ("bad.txt", str(path))
    assert refusal.reason.startswith(reason)
    assert advice in refusal.advice


def test_refusal_names_the_line_of_a_wrong_byte(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"one\ntwo\nthr\xe9e\n")
    assert only_refusal(folder).line == 3


def test_large_file_is_refused_without_being_read_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LARGEST_TEXT", 1024 * 1024)
    with open(folder / "large.txt", "wb") as stream:
        stream.truncate(5 * 1024 * 1024)
    assert only_refusal(folder).reason == "it is larger than 1 MB"


def test_endless_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LARGEST_TEXT", 1024 * 1024)
    assert only_refusal(Path("/dev/zero")).reason == "it is larger than 1 MB"


def test_text_of_too_many_lines_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: more than 400,000 lines; split it"):
        parse_document("a\n" * 400_001, "a.txt")


def test_broken_link_is_refused(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "gone.txt")
    assert only_refusal(folder).reason == "the link leads nowhere"
    assert only_refusal(folder / "link.txt").reason == "the link leads nowhere"


def test_circle_of_links_is_refused(folder: Path) -> None:
    (folder / "one").symlink_to(folder / "two")
    (folder / "two").symlink_to(folder / "one")
    assert [item.reason for item in read_documents(folder) if isinstance(item, Refusal)] == [
        "the link leads nowhere"
    ] * 2


def test_link_out_of_the_folder_is_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text(TEXT)
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "sub").symlink_to(outside)
    reasons = [item.reason for item in read_documents(folder) if isinstance(item, Refusal)]
    assert reasons == ["the link leads outside the folder"] * 2


def test_link_inside_the_folder_reads_nothing_twice(folder: Path) -> None:
    (folder / "again.txt").symlink_to(folder / "good.txt")
    (folder / "loop").symlink_to(folder)
    assert names(folder) == ["good.txt"]


def test_link_to_a_hidden_file_of_the_folder_is_read(folder: Path) -> None:
    (folder / "..data").mkdir()
    (folder / "..data" / "mounted.txt").write_text(TEXT)
    (folder / "mounted.txt").symlink_to(folder / "..data" / "mounted.txt")
    assert names(folder) == ["good.txt", "mounted.txt"]


def test_linked_folder_named_itself_is_read(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    link = tmp_path_factory.mktemp("elsewhere") / "link"
    link.symlink_to(folder)
    assert names(link) == ["good.txt"]


def test_missing_file_is_refused(folder: Path) -> None:
    assert only_refusal(folder / "gone.txt").reason == "there is no such file"
    assert only_refusal(folder / "good.txt" / "below").reason == "not a directory"


def test_path_no_system_can_open_is_refused() -> None:
    assert only_refusal(Path("a\0b")).advice == "check that it is a file you may read"
    assert only_refusal(Path("a" * 5_000)).reason == "file name too long"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file_and_folder_are_refused(folder: Path) -> None:
    (folder / "locked.txt").write_text(TEXT)
    (folder / "locked.txt").chmod(0)
    (folder / "shut").mkdir()
    (folder / "shut").chmod(0)
    reasons = [item.reason for item in read_documents(folder) if isinstance(item, Refusal)]
    (folder / "shut").chmod(0o700)
    assert reasons == ["permission denied"] * 2


def test_pipe_in_a_folder_is_refused_and_does_not_block(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert only_refusal(folder).reason == "it is no ordinary file"


def test_deep_folder_is_read(folder: Path) -> None:
    deep = folder.joinpath(*["d"] * 200)
    deep.mkdir(parents=True)
    (deep / "deep.txt").write_text(TEXT)
    assert names(folder) == ["deep.txt", "good.txt"]


def test_name_that_is_no_text_can_still_be_shown(folder: Path) -> None:
    try:
        with open(os.fsencode(folder) + b"/caf\xe9.txt", "wb") as stream:
            stream.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert names(folder) == ["caf\ufffd.txt", "good.txt"]


def test_format_can_be_forced_and_must_be_known(folder: Path) -> None:
    assert [item.format for item in read_documents(folder, format="capture") if isinstance(item, Document)] == [
        "capture"
    ]
    assert (
        only_refusal_of_format(folder)
        == "use one of plain, capture, table, wikitext, xml, api, html, ged, acled, export"
    )


def only_refusal_of_format(folder: Path) -> str:
    return next(item.advice for item in read_documents(folder, format="pdf") if isinstance(item, Refusal))


def test_error_is_one_line_that_says_what_where_and_what_to_do() -> None:
    with pytest.raises(DocumentError) as caught:
        parse_document("<html>\n</html>", "page.txt")
    assert str(caught.value) == (
        "page.txt, line 1: this is HTML markup, not the text of an article; save the page as text and read that"
    )
