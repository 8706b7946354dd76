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


def project_files(*suffixes: str) -> Iterator[Path]:
    """The files of the project itself, with one of `suffixes` or with any."""
    for path in sorted(ROOT.rglob("*")):
        if path.is_file() and (not suffixes or path.suffix in suffixes) and not is_by_product(path.relative_to(ROOT)):
            yield path


def is_by_product(path: Path) -> bool:
    """Whether a file is made by tools, not by people: caches, environments, archives."""
    return any(part in BUILT or (part.startswith(".") and part not in KEPT) for part in path.parts)


PYTHON_FILES = [str(path.relative_to(ROOT)) for path in project_files(".py")]


@pytest.mark.parametrize("name", PYTHON_FILES)
def test_python_file_is_short(name: str) -> None:
    assert len((ROOT / name).read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("name", PYTHON_FILES)
def test_names_say_what_they_hold(name: str) -> None:
    assert Path(name).stem not in VAGUE_MODULES
    assert not VAGUE_NAMES & set(_bound_names(ROOT / name))


@pytest.mark.parametrize("name", [name for name in PYTHON_FILES if name.startswith("src/")])
def test_module_says_what_it_is(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_project_speaks_of_no_machine() -> None:
    """No path of the computer it was written on, in any text of the project."""
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in project_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if MACHINE_PATH.search(line) and path != Path(__file__) and MACHINE_PATH.search(ADDRESS.sub("", line))
    ]
    assert found == []


def test_expected_failures_and_skips_say_why() -> None:
    """A test that may fail or be left out has a reason beside it."""
    found = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in project_files(".py")
        for call in _calls(path)
        if getattr(call.func, "attr", "") in ("skipif", "xfail", "skip")
        and ast.unparse(call.func).startswith("pytest.mark.")
        and "reason" not in {keyword.arg for keyword in call.keywords}
    ]
    assert found == []


def _calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def _bound_names(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
