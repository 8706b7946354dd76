"""On which line of a TOML text each key stands, which the parser of the standard library does not tell."""

import re

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_PATH = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*\[\[?\s*({_PATH})\s*\]")
_KEY = re.compile(rf"\s*({_PATH})\s*=")

KeyPath = tuple[str, ...]


class LineNumbers:
    """Line numbers by the path of a key, counted from 1."""

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        table: KeyPath = ()
        for number, line in enumerate(text.split("\n"), 1):
            header, key = _HEADER.match(line), _KEY.match(line)
            if key:
                self._lines.setdefault((*table, *_split(key[1])), number)
            elif header:
                table = _split(header[1])
                self._lines.setdefault(table, number)

    def find(self, path: KeyPath) -> int:
        """The line of a key, else of the table it stands in; 0 when neither is written on a line of its own.

        >>> lines = LineNumbers('[looks]\\n# none\\ntheme = "dark"\\n[keys]\\ncompare = { up = "p" }')
        >>> lines.find(("looks", "theme")), lines.find(("keys", "compare", "up")), lines.find(("looks", "x"))
        (3, 5, 1)
        """
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 0)


def _split(path: str) -> KeyPath:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, path))
