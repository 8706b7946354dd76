"""What the command line prints, byte for byte; `make golden` after a change that is meant."""

from pathlib import Path

import pytest

from . import golden


@pytest.mark.parametrize("name", golden.COMMAND_LINES)
def test_prints_what_it_printed(name: str, bundled_library: Path) -> None:
    with golden.own_place(bundled_library):
        shown = golden.run(golden.COMMAND_LINES[name])
    assert shown.decode() == (golden.EXPECTED / f"{name}.txt").read_text(encoding="utf-8")


def test_every_transcript_has_its_command_line() -> None:
    assert {path.stem for path in golden.EXPECTED.iterdir()} == set(golden.COMMAND_LINES)
