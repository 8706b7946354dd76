"""Libraries on real file systems: one that is too small for an import, and one that only the administrator writes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]
LEFT = 5_000_000
SMALL = """
mount -t tmpfs -o size="$1" disk "$2" && cp "$3" "$2/library.sqlite" || exit 9
"$4" -m sahel_tui --library "$2/library.sqlite" import "$5"
code=$?
ls "$2"
cmp "$2/library.sqlite" "$3" && exit $code
"""
"""Size, mount point, library, Python, articles; the disk is gone when the shell ends."""
READ_ONLY = """
mount -t tmpfs disk "$1" && cp "$2" "$1/library.sqlite" && mount -o remount,ro "$1" || exit 9
"$3" -m sahel_tui --library "$1/library.sqlite" list --limit 1 || exit 8
"$3" -m sahel_tui --library "$1/library.sqlite" import "$4"
"""
"""Mount point, library, Python, articles."""
IN_NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """Where a file system can be mounted that only the test sees."""
    folder = tmp_path / "disk"
    folder.mkdir()
    tried = [*IN_NAMESPACE, 'mount -t tmpfs disk "$0"', str(folder)]
    if not shutil.which("unshare") or subprocess.run(tried, capture_output=True, check=False).returncode:
        pytest.skip("no file system of its own to be had here")
    return folder


def run(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script that may mount."""
    return subprocess.run(
        [*IN_NAMESPACE, script, "sh", *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_five_megabytes_left(disk: Path, bundled_library: Path, write: Write) -> None:
    for number in range(12):
        folder = write(f"{number}.txt", title=f"Raid {number}", lead=chr(97 + number) * 500_000).parent
    size = bundled_library.stat().st_size + LEFT
    done = run(SMALL, size, disk, bundled_library, sys.executable, folder)
    assert done.returncode == 2, done.stderr
    assert done.stdout.split() == ["library.sqlite", "library.sqlite.lock"]  # and `cmp` found no difference
    said = done.stderr.splitlines()[-1]
    assert said.endswith("cannot be written (database or disk is full); the library is as it was")
    assert "Traceback" not in done.stderr


def test_a_read_only_file_system(disk: Path, bundled_library: Path, write: Write) -> None:
    done = run(READ_ONLY, disk, bundled_library, sys.executable, write("ferry.txt").parent)
    assert done.returncode == 2, done.stderr
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines()[-1].endswith("library.sqlite cannot be written (Read-only file system)")
