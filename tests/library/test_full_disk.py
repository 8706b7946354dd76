"""An import into a file system that is too small for it, and small enough to be a real one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Write = Callable[..., Path]
LEFT = 5_000_000
DISK = """
set -e
mount -t tmpfs -o size="$1" disk "$2"
cp "$3" "$2/library.sqlite"
code=0
"$4" -m sahel_tui --library "$2/library.sqlite" import "$5" || code=$?
ls "$2"
cmp "$2/library.sqlite" "$3"
exit $code
"""
"""Size, mount point, library, Python, articles; the disk is gone when the shell ends."""
IN_NAMESPACE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def can_mount(folder: Path) -> bool:
    """Whether this system lets its users mount what only they see."""
    if not shutil.which("unshare"):
        return False
    tried = [*IN_NAMESPACE, 'mount -t tmpfs disk "$0"', str(folder)]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def test_five_megabytes_left(bundled_library: Path, write: Write, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if not can_mount(disk):
        pytest.skip("no file system of its own to be had here")
    for number in range(12):
        folder = write(f"{number}.txt", title=f"Raid {number}", lead=chr(97 + number) * 500_000).parent
    size = bundled_library.stat().st_size + LEFT
    arguments = [str(size), str(disk), str(bundled_library), sys.executable, str(folder)]
    done = subprocess.run(
        [*IN_NAMESPACE, DISK, "sh", *arguments],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2] / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2, done.stderr
    assert done.stdout.split() == ["library.sqlite", "library.sqlite.lock"]  # and `cmp` found no difference
    said = done.stderr.splitlines()[-1]
    assert said.endswith("cannot be written (database or disk is full); the library is as it was")
    assert "Traceback" not in done.stderr
