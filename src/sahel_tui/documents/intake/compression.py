"""Compressed streams: gzip, bzip2, xz, Zstandard."""

from collections.abc import Callable
from typing import Protocol

from sahel_tui.documents.intake.source import Readable, Source

SUFFIXES = {"gzip": (".gz", ".tgz"), "bzip2": (".bz2", ".tbz2"), "xz": (".xz", ".txz"), "zstd": (".zst",)}
"""Compression -> the endings of its names."""

_LARGEST_WINDOW = 128 * 1024**2
"""Bytes of memory an unpacker may ask for."""

_STEP = 64 * 1024


def unpack(source: Source, kind: str) -> Source:
    """What is compressed in `source`; raises InputError when it is damaged or packed too deep."""
    return source.inside(_OPENERS[kind](source), _inner_name(source.name, kind))


def _inner_name(name: str, kind: str) -> str:
    """`dump.xml.bz2` -> `dump.xml`."""
    suffix = next((suffix for suffix in SUFFIXES[kind] if name.lower().endswith(suffix)), "")
    return name[: -len(suffix)] if suffix and len(name) > len(suffix) else name


def _open_gzip(source: Source) -> Readable:
    import gzip

    return gzip.GzipFile(fileobj=source)  # type: ignore[call-overload,no-any-return]


def _open_bzip2(source: Source) -> Readable:
    import bz2

    return _Stream(source, bz2.BZ2Decompressor)


def _open_xz(source: Source) -> Readable:
    import lzma

    return _Stream(source, lambda: lzma.LZMADecompressor(memlimit=_LARGEST_WINDOW))


def _open_zstd(source: Source) -> Readable:
    return _Stream(source, _ZstdUnpacker)


_OPENERS: dict[str, Callable[[Source], Readable]] = {
    "gzip": _open_gzip,
    "bzip2": _open_bzip2,
    "xz": _open_xz,
    "zstd": _open_zstd,
}


class _Unpacker(Protocol):
    """What the decompressors of bzip2 and xz share."""

    @property
    def eof(self) -> bool: ...

    @property
    def needs_input(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, packed: bytes, max_length: int, /) -> bytes: ...


class _Stream:
    """Reads through a decompressor that tells when one stream ends; the next may follow."""

    def __init__(self, source: Source, make: Callable[[], _Unpacker]) -> None:
        self._source = source
        self._make = make
        self._unpacker = make()
        self._packed = b""

    def read(self, size: int, /) -> bytes:
        """Up to `size` unpacked bytes; none at the end."""
        while True:
            unpacker = self._unpacker
            if unpacker.eof:
                self._packed = unpacker.unused_data.lstrip(b"\0") or self._source.read(_STEP)
                if not self._packed:
                    return b""
                self._unpacker = unpacker = self._make()
            elif unpacker.needs_input and not self._packed:
                self._packed = self._source.read(_STEP)
                if not self._packed:
                    raise EOFError("it ends too early")
            found = unpacker.decompress(self._packed, size)
            self._packed = b""
            if found:
                return found


class _ZstdUnpacker:
    """A frame of Zstandard, whose own object unpacks all it is given at once: it is given little."""

    _FED = 512
    """Bytes that unpack to 16 MB at most."""

    def __init__(self) -> None:
        import zstandard

        self._frame = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW).decompressobj()
        self._packed = b""
        self._ready = b""

    @property
    def eof(self) -> bool:
        """The frame has ended and all of it was taken."""
        return self._frame.eof and not self._ready

    @property
    def needs_input(self) -> bool:
        """Nothing is left to unpack or to take."""
        return not self._packed and not self._ready

    @property
    def unused_data(self) -> bytes:
        """What follows the frame."""
        return self._frame.unused_data + self._packed

    def decompress(self, packed: bytes, max_length: int, /) -> bytes:
        """Up to `max_length` unpacked bytes; none when more input is needed."""
        self._packed += packed
        if not self._ready and not self._frame.eof:
            fed, self._packed = self._packed[: self._FED], self._packed[self._FED :]
            self._ready = self._frame.decompress(fed)
        found, self._ready = self._ready[:max_length], self._ready[max_length:]
        return found
