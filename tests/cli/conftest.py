"""What tests of commands that change a library share."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sahel_tui.cli import main

Unchanged = Callable[[Sequence[str], int, str], None]


@pytest.fixture
def unchanged(own: Path, capsys: pytest.CaptureFixture[str]) -> Unchanged:
    """Checks that a command ends with a code, says something, and leaves the library `own` of the test as it is."""

    def check(arguments: Sequence[str], code: int, said: str) -> None:
        content = own.read_bytes()
        assert main(list(arguments)) == code
        assert said in capsys.readouterr().err
        assert own.read_bytes() == content

    return check
