"""A source line by line, in memory that does not grow with it."""

from collections.abc import Iterator

from sahel_tui.documents.intake.source import InputError, Source


def read_lines(source: Source, longest: int) -> Iterator[bytes]:
    """The lines with their `\\n`; raises InputError at one of more than `longest` bytes."""
    rest: list[bytes] = []
    size = number = 0
    for chunk in source.chunks():
        first, *lines = chunk.split(b"\n")
        rest.append(first)
        size += len(first)
        if lines:
            yield b"".join([*rest, b"\n"])
            *whole, last = lines
            yield from (line + b"\n" for line in whole)
            number += len(lines)
            rest, size = [last], len(last)
        if size > longest:
            raise InputError(f"line {number + 1:,} is longer than {longest // 1024**2} MB", "give one record a line")
    if size:
        yield b"".join(rest)
