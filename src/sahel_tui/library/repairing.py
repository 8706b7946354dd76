"""A damaged library set aside, and a new one built from what can be read in it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sahel_tui.dataclass import dataclass
from sahel_tui.library.reports import OnProgress
from sahel_tui.library.shelf import CORRECTIONS, REMOVED, Shelf, is_current
from sahel_tui.linking.corrections import Corrections
from sahel_tui.store.carving import carve_meta, carve_originals
from sahel_tui.store.connections import make_damage, naming_damage, open_file
from sahel_tui.store.errors import LibraryDamaged
from sahel_tui.store.originals import Original
from sahel_tui.store.swap import lock_library, replace_library

if TYPE_CHECKING:
    from sahel_tui.documents import Refusal

_MAKER = "made_by"
"""Every library says it; one that says it, and nothing of corrections, is older than they are."""


@dataclass(frozen=True, slots=True)
class RepairReport:
    """What a repair found and did."""

    location: str
    damage: str = ""
    """What was wrong; empty when the file is whole."""
    aside: str = ""
    """Where the damaged file is now."""
    recovered: int = 0
    """Imported documents found in it."""
    links: int | None = 0
    """Pairs of documents that the reader has linked or parted; None where the damage went through what was said."""
    renewed: bool = False
    """It was whole, but read by another version of this program, and is read anew now."""
    refused: "tuple[Refusal, ...]" = ()


def repair_library(path: Path, on_progress: OnProgress) -> RepairReport:
    """Make the library at `path` whole and up to date; raises `LibraryError` when it is no library of ours."""
    path = path.resolve()
    with lock_library(path):
        try:
            with naming_damage(path), closing(open_file(path, older=True)) as old:
                _check_pages(path, old)
                return _renew(path, old, on_progress)
        except LibraryDamaged as damage:
            return _rebuild(path, damage.what, on_progress)


def _check_pages(path: Path, old: sqlite3.Connection) -> None:
    verdict = old.execute("PRAGMA quick_check(1)").fetchone()[0]
    if verdict != "ok":
        raise make_damage(path, verdict)


def _renew(path: Path, old: sqlite3.Connection, on_progress: OnProgress) -> RepairReport:
    if is_current(old):
        return RepairReport(str(path))
    shelf = Shelf(old, current=False)
    replace_library(path, lambda new: shelf.write(new, shelf.stock(), on_progress))
    return RepairReport(str(path), renewed=True, refused=tuple(shelf.refusals))


def _rebuild(path: Path, damage: str, on_progress: OnProgress) -> RepairReport:
    found = 0

    def recover() -> Iterator[Original]:
        nonlocal found
        for original in carve_originals(path):
            found += 1
            yield original

    shelf = Shelf(originals=recover())
    said = carve_meta(path, (_MAKER, CORRECTIONS, REMOVED))
    corrections = _read_corrections(said.get(CORRECTIONS, "" if _MAKER in said else None))
    shelf.corrections = corrections or Corrections()
    shelf.leave_out(said.get(REMOVED, "").split())
    aside = _free_name(path)
    replace_library(path, lambda new: shelf.write(new, shelf.stock(), on_progress), aside=aside)
    links = None if corrections is None else len(corrections.together) + len(corrections.apart)
    return RepairReport(str(path), damage, str(aside), found, links, refused=tuple(shelf.refusals))


def _read_corrections(text: str | None) -> Corrections | None:
    """What the reader said about events; None where the damage went through it."""
    try:
        return None if text is None else Corrections.decode(text)
    except (ValueError, AttributeError, TypeError):
        return None


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged{f'-{number}' if number > 1 else ''}") for number in count(1))
    return next(name for name in names if not name.exists())
