"""Rows that are left for others to read are the documents that reading them at once gives."""

import pickle
from pathlib import Path

import pytest

from sahel_tui.documents import Trace, UnreadRow, Wanted, read_documents, read_inputs

TABLES = sorted(Path(__file__).parent.glob("forms/*ed/*.csv"))


class Remarks(Trace):
    """Keeps what looks odd."""

    def __init__(self) -> None:
        self.said: list[tuple[str, int | None, str]] = []

    def on_remark(self, path: str, line: int | None, message: str) -> None:
        """Keep it."""
        self.said.append((path, line, message))


@pytest.mark.parametrize("path", TABLES, ids=lambda path: "-".join(path.parts[-2:]))
def test_a_row_may_be_read_by_another_process(path: Path) -> None:
    at_once, later = Remarks(), Remarks()
    inputs = pickle.loads(pickle.dumps(list(read_inputs(path, Wanted(unread_rows=True), later))))
    assert any(isinstance(found, UnreadRow) for found in inputs)
    read = [found.read(later.on_remark) if isinstance(found, UnreadRow) else found for found in inputs]
    assert read == list(read_documents(path, trace=at_once))
    assert sorted(later.said, key=str) == sorted(at_once.said, key=str)
