"""Sentence frames with slots: what changes with the words in a slot, and what must not; see frames/README.md."""

import os
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from claim_cases import Case, list_differences, read_expected, wrap

FRAMES = Path(__file__).parent / "frames"
EVERY_CELL = "SAHEL_TUI_EVERY_CELL" in os.environ
"""Whether each frame is tried with all fillers; else with a few, other ones in the next frame."""
MOST_CELLS = 4

Filler = Mapping[str, str]
"""One word of a slot with what the expected claims say when it stands there, by name."""


Cell = tuple[Filler, ...]
"""One filler for each slot."""


@dataclass(frozen=True)
class Table:
    """One table of a file: its frames, its slots, its infobox lines, and what stands around every sentence."""

    name: str
    french: bool
    box: str
    before: str
    frames: Sequence[str]
    claims: Sequence[str]
    slots: Mapping[str, Sequence[Filler]]
    holes: Mapping[str, Sequence[str]]


def read_tables() -> Iterator[Table]:
    """The tables of all files, in order."""
    for path in sorted(FRAMES.glob("*.toml")):
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        slots = {name: read_slot(entries) for name, entries in content.get("slots", {}).items()}
        for name, table in content["tables"].items():
            yield Table(
                f"{path.stem}:{name}",
                bool(table.get("french", content.get("french"))),
                table.get("box", content.get("box", "")),
                table.get("before", content.get("before", "")),
                table["frames"],
                table["claims"],
                {slot: slots[slot] for slot in table["slots"]},
                table.get("holes", {}),
            )


def read_slot(entries: Sequence[str] | Mapping[str, Any]) -> list[Filler]:
    """The fillers of a slot: a list of words, or words with the values that the claims name."""
    if isinstance(entries, Mapping):
        return [{"": word, **values} for word, values in entries.items()]
    return [{"": word} for word in entries]


def choose_cells(table: Table, place: int) -> list[Cell]:
    """The cells of a frame, or a few of them spread over its slots; every filler has its turn in some frame."""
    cells = list(product(*table.slots.values()))
    if EVERY_CELL or len(cells) <= MOST_CELLS:
        return cells
    stride = len(cells) // MOST_CELLS
    return [cells[(place + turn * stride) % len(cells)] for turn in range(MOST_CELLS)]


def name_cell(cell: Cell) -> str:
    """A cell as the holes write it."""
    return " / ".join(filler[""] for filler in cell)


def fill(text: str, chosen: Mapping[str, Filler]) -> str:
    """A frame with its slots filled (`{party}`; `{Party}` with a capital), and the values they bring (`{side}`)."""
    values: dict[str, str] = {}
    for slot, filler in chosen.items():
        values |= {name: value for name, value in filler.items() if name}
        values |= {slot: filler[""], slot.capitalize(): filler[""][:1].upper() + filler[""][1:]}
    return text.format_map(values)


def is_right(table: Table, frame: str, chosen: Mapping[str, Filler]) -> bool:
    """The claims of the filled frame are the expected ones, no more and no less."""
    body = fill(frame, chosen)
    sentence = body[:1].upper() + body[1:]
    expected = tuple(read_expected(fill(claim, chosen)) for claim in table.claims)
    page = f"{fill(table.box, chosen).strip()}\n\n{table.before}{sentence}".lstrip()
    case = Case(wrap(page, french=table.french), expected)
    return not list_differences(case)


def list_wrong(table: Table, place: int) -> tuple[list[str], list[str]]:
    """Of the cells tried in a frame those that are read wrongly, and those known to be."""
    frame = table.frames[place]
    cells = {name_cell(cell): dict(zip(table.slots, cell, strict=True)) for cell in choose_cells(table, place)}
    wrong = [name for name, chosen in cells.items() if not is_right(table, frame, chosen)]
    return sorted(wrong), sorted(cells.keys() & set(table.holes.get(frame, ())))


@pytest.mark.parametrize("table", list(read_tables()), ids=lambda table: table.name)
def test_frames(table: Table) -> None:
    differing = [
        f"{frame}\n  read wrongly: {wrong}\n  known to be:  {known}"
        for place, frame in enumerate(table.frames)
        for wrong, known in [list_wrong(table, place)]
        if wrong != known
    ]
    assert not differing, "\n".join(["", *differing])
