"""The files of a folder, in the order of their paths; links are followed only inside it."""

import os
from collections.abc import Iterator
from pathlib import Path

from sahel_tui.documents.errors import Refusal


def walk_folder(folder: Path) -> Iterator[Path | Refusal]:
    """The files to read under `folder`, sorted level by level; what cannot be followed is refused."""
    root = folder.resolve()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if os.path.islink(path) and path != folder:
            yield from _follow(path, root)
        elif os.path.isdir(path):
            entries = _list(path)
            if isinstance(entries, Refusal):
                yield entries
            else:
                waiting.extend(reversed(entries))
        elif os.path.isfile(path):
            yield path
        else:
            yield refuse_path(path, "it is no ordinary file", "leave it out")


def refuse_path(path: Path, reason: str, advice: str) -> Refusal:
    """A refusal of a file or folder that cannot be opened."""
    return Refusal(shown(path.name), shown(str(path)), None, reason, advice)


def shown(name: str) -> str:
    """A file name that can be printed and stored, whatever bytes it has."""
    return os.fsencode(name).decode("utf-8", "replace")


def system_reason(error: OSError | ValueError) -> str:
    """What the system says about a path."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def _list(folder: Path) -> list[Path] | Refusal:
    """The entries of a folder by name, without hidden ones."""
    try:
        names = sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except OSError as error:
        return refuse_path(folder, system_reason(error), "check its permissions")
    return [folder / name for name in names]


def _follow(link: Path, root: Path) -> Iterator[Path | Refusal]:
    """Nothing for a link to what is read anyway; a refusal for one that leads outside the folder or nowhere."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        yield refuse_path(link, "the link leads nowhere", "restore its target or remove the link")
        return
    if not target.is_relative_to(root):
        yield refuse_path(link, "the link leads outside the folder", "name its target itself to read it")
    elif target.is_file() and any(part.startswith(".") for part in target.relative_to(root).parts):
        yield link
