"""Files in zip and tar archives, read one after the other without being written anywhere."""

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO, Self

from sahel_tui.documents.errors import Refusal
from sahel_tui.documents.intake.limits import InputError
from sahel_tui.documents.intake.source import Source

_DAMAGED = "get it again from where it came"
_SPECIAL = "only ordinary files of an archive are read"
_IGNORED = ("__MACOSX",)
_LARGEST_HEADER = 1024 * 1024
"""Bytes of a member's name and attributes, which are held in memory."""

_HEADERS = (
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
)


class _Member(tarfile.TarInfo):
    """A member of a tar archive: one cut short is told, where `tarfile` takes it for the end of the archive."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next member."""
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise InputError(f"the archive breaks off or is damaged ({error})", _DAMAGED) from error

    def _proc_member(self, tarfile_: tarfile.TarFile) -> Self:
        if self.type in _HEADERS and self.size > _LARGEST_HEADER:
            raise InputError("the name of a file in it is longer than 1 MB", "do not trust this archive")
        return super()._proc_member(tarfile_)  # type: ignore[misc,no-any-return]


def open_tar(source: Source) -> Iterator[Source | Refusal]:
    """The files of a tar archive in their order."""
    try:
        with tarfile.open(fileobj=source, mode="r|", bufsize=tarfile.BLOCKSIZE, tarinfo=_Member) as archive:  # type: ignore[call-overload]
            for member in archive:
                archive.members.clear()  # else every header seen stays in memory
                yield from _open_tar_member(source, archive, member)
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise InputError(f"the archive is damaged ({error})", _DAMAGED) from error


def _open_tar_member(source: Source, archive: tarfile.TarFile, member: tarfile.TarInfo) -> Iterator[Source | Refusal]:
    if member.isdir() or _is_hidden(member.name):
        return
    source.budget.take_member()
    refusal = _refuse_name(source, member.name)
    if refusal:
        yield refusal
    elif not member.isfile():
        yield _refuse(source, member.name, "it is a link or a device", _SPECIAL)
    elif stream := archive.extractfile(member):
        yield _member(source, stream, member.name)


def open_zip(source: Source) -> Iterator[Source | Refusal]:
    """The files of a zip archive in their order; it goes to a temporary file first, for its index is at its end."""
    with TemporaryFile(prefix="sahel-tui-") as spooled:
        for chunk in source.chunks():
            spooled.write(chunk)
        try:
            with zipfile.ZipFile(spooled) as archive:
                for member in archive.infolist():
                    yield from _open_zip_member(source, archive, member)
        except (zipfile.BadZipFile, EOFError, ValueError, OverflowError, NotImplementedError) as error:
            raise InputError(f"the archive is damaged ({error})", _DAMAGED) from error


def _open_zip_member(source: Source, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[Source | Refusal]:
    if member.is_dir() or _is_hidden(member.filename):
        return
    source.budget.take_member()
    refusal = _refuse_name(source, member.filename)
    if refusal:
        yield refusal
        return
    if member.flag_bits & 1:
        yield _refuse(source, member.filename, "it is locked with a password", "unpack it yourself")
        return
    try:
        stream: IO[bytes] = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield _refuse(source, member.filename, f"it cannot be unpacked ({error})", _DAMAGED)
        return
    with stream:
        yield _member(source, stream, member.filename)


def _member(source: Source, stream: IO[bytes], name: str) -> Source:
    return source.inside(stream, PurePosixPath(name).name, f"{source.path}/{name}")


def _refuse_name(source: Source, name: str) -> Refusal | None:
    """A refusal for a name that leads out of the archive; nothing is written, but nobody honest packs such names."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name[:2]:
        return _refuse(source, name, "its name leads out of the archive", "pack it again under a name of its own")
    return None


def _refuse(source: Source, name: str, reason: str, advice: str) -> Refusal:
    return Refusal(PurePosixPath(name).name or name, f"{source.path}/{name}", None, reason, advice)


def _is_hidden(name: str) -> bool:
    return any(
        (part.startswith(".") and part not in (".", "..")) or part in _IGNORED for part in PurePosixPath(name).parts
    )
