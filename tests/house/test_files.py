"""What every file of the project keeps to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_FILE = 300
BUILT = {"__pycache__", "build", "dist"}
KEPT = {".ci", ".gitignore"}
VAGUE_MODULES = {"helpers", "utils", "util", "misc", "common", "manager", "base", "core"}
VAGUE_NAMES = {"data", "helper", "manager", "util", "utils", "tmp", "foo"}
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|opt)/\w")
ADDRESS = re.compile(r"https?://\S+")


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """The files of the project itself, in order."""
    for path in sorted(folder.iterdir()):
        if is_by_product(path.relative_to(ROOT)):
            continue
        if path.is_dir():
            yield from project_files(path)
        else:
            yield path


def is_by_product(path: Path) -> bool:
    """Whether a file is made by tools, not by people: caches, environments, archives."""
    return any(part in BUILT or (part.startswith(".") and part not in KEPT) for part in path.parts)


@pytest.fixture(scope="module")
def texts() -> dict[Path, str]:
    """Every file of the project, below its folder, with what stands in it."""
    return {path.relative_to(ROOT): path.read_text(encoding="utf-8", errors="replace") for path in project_files()}


@pytest.fixture(scope="module")
def trees(texts: dict[Path, str]) -> dict[Path, ast.Module]:
    """Every Python file, parsed."""
    return {path: ast.parse(text) for path, text in texts.items() if path.suffix == ".py"}


def test_python_files_are_short(texts: dict[Path, str]) -> None:
    lengths = {str(path): len(text.splitlines()) for path, text in texts.items() if path.suffix == ".py"}
    assert len(lengths) > 500
    assert {path: length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_names_say_what_they_hold(trees: dict[Path, ast.Module]) -> None:
    assert [str(path) for path in trees if path.stem in VAGUE_MODULES] == []
    vague = {str(path): VAGUE_NAMES.intersection(_bound_names(tree)) for path, tree in trees.items()}
    assert {path: names for path, names in vague.items() if names} == {}


def test_modules_say_what_they_are(texts: dict[Path, str], trees: dict[Path, ast.Module]) -> None:
    silent = [
        str(path)
        for path, tree in trees.items()
        if path.parts[0] == "src" and texts[path].strip() and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_project_speaks_of_no_machine(texts: dict[Path, str]) -> None:
    """No path of the computer it was written on, in any text of the project."""
    here = Path(__file__).relative_to(ROOT)
    found = [
        f"{path}:{number}"
        for path, text in texts.items()
        if path != here
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line) and MACHINE_PATH.search(ADDRESS.sub("", line))
    ]
    assert found == []


def test_expected_failures_and_skips_say_why(trees: dict[Path, ast.Module]) -> None:
    """A test that may fail or be left out has a reason beside it."""
    found = [
        f"{path}:{call.lineno}"
        for path, tree in trees.items()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and getattr(call.func, "attr", "") in ("skipif", "xfail", "skip")
        and ast.unparse(call.func).startswith("pytest.mark.")
        and "reason" not in {keyword.arg for keyword in call.keywords}
    ]
    assert found == []


def _bound_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
