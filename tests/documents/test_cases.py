"""Every layout that documents come in: one text file and what is read from it.

`python tests/documents/test_cases.py` writes the expectations anew; read the difference before you keep it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from sahel_tui.documents import parse_document
from sahel_tui.model import Document

CASES = Path(__file__).parent / "cases"
TEXTS = sorted(CASES.glob("*/*.txt"))


def describe(document: Document) -> dict[str, Any]:
    """The parts of a document, short enough to be read beside its text."""
    text = document.text
    return {
        "format": document.format,
        "title": document.title,
        "language": document.language,
        "fields": [[field.key, text[field.start : field.end]] for field in document.fields],
        "sections": [
            [section.title, section.level, section.kind, _ends(text[section.start : section.end])]
            for section in document.sections
        ],
        "references": [[entry.number, _ends(text[entry.start : entry.end])] for entry in document.references],
    }


def _ends(text: str) -> str:
    """The first and last words of a stretch."""
    words = text.split()
    return text if len(words) <= 8 else f"{' '.join(words[:4])} … {' '.join(words[-3:])}"


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_reads_as_expected(path: Path) -> None:
    document = parse_document(path.read_text(encoding="utf-8"), path.name)
    assert describe(document) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_format_is_told_by_the_content(path: Path) -> None:
    assert parse_document(path.read_text(encoding="utf-8"), "a").format == path.parent.name


def test_every_expectation_has_its_text() -> None:
    assert {path.with_suffix(".txt") for path in CASES.glob("*/*.json")} == set(TEXTS)


if __name__ == "__main__":
    for case in TEXTS:
        found = describe(parse_document(case.read_text(encoding="utf-8"), case.name))
        case.with_suffix(".json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
