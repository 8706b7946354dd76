"""What is shipped: a wheel that browses by itself, and a source archive with everything."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from .test_files import is_by_product

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source archive of this tree."""
    folder = tmp_path_factory.mktemp("archives")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(folder)], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def test_wheel_carries_the_data(archives: Path) -> None:
    names = set(zipfile.ZipFile(next(archives.glob("*.whl"))).namelist())
    shipped = {
        f"sahel_tui/data/{path.relative_to(ROOT / 'data')}" for path in (ROOT / "data").rglob("*") if path.is_file()
    }
    assert len(shipped) > 80
    assert shipped <= names


def test_wheel_carries_every_file_of_the_package(archives: Path) -> None:
    names = set(zipfile.ZipFile(next(archives.glob("*.whl"))).namelist())
    source = ROOT / "src"
    files = {path.relative_to(source) for path in (source / "sahel_tui").rglob("*") if path.is_file()}
    assert {str(path) for path in files if not is_by_product(path)} <= names
    assert not [name for name in names if name.startswith(("tests/", "data/"))]


def test_source_archive_carries_everything(archives: Path) -> None:
    with tarfile.open(next(archives.glob("*.tar.gz"))) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    wanted = {"README.md", "CHANGELOG.md", "LICENSE", "Makefile", ".ci/run", "data/actors.json", "data/README.md"}
    assert wanted <= names
    assert "tests/house/test_package.py" in names
    assert "src/sahel_tui/cli/__init__.py" in names
