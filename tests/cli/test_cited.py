"""References beside the figures they stand behind."""

import json
from pathlib import Path

import pytest

from sahel_tui.cli import main

PAGE = """= Battle of Tin Sabri =

Infobox
- Date: 9 June 2021
- Combatant1: Mali
- Combatant2: JNIM
- Casualties1: 9 killed (per Mali)[1], 12 killed (per JNIM)[2]

Text.

== References ==
- [1] "Mali: nine killed". AFP. 11 June 2021. https://example.org/afp/1
- [2] RFI, June 2021.
"""


@pytest.fixture
def page(tmp_path: Path) -> str:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return str(tmp_path / "page.txt")


def test_compare_says_what_is_cited(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--library", page, "compare", "sabri"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "▐9 killed (per Mali)▌" in said
    assert "[1] AFP · “Mali: nine killed” · 11 June 2021 · https://example.org/afp/1" in said
    assert "[2] RFI · June 2021" in said


def test_claims_name_their_references(page: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--json", page]) == 0
    claims = json.loads(capsys.readouterr().out)["claims"]
    assert [claim["references"] for claim in claims] == [[1], [2], [1]]
    assert main(["claims", "--explain", page]) == 0
    assert "cites     [2] RFI · June 2021" in capsys.readouterr().out
