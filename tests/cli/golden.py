"""The command lines whose output is kept: `make golden` writes it anew, `test_golden.py` compares it byte for byte."""

import os
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from unittest.mock import patch

from sahel_tui.cli import main
from sahel_tui.library import open_library

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"

BUNDLED = {
    "list": "list",
    "list-disputed-killed": "list --disputed --sort killed --limit 5",
    "list-oldest-json": "list --reverse --limit 3 --json",
    "search-word": "search diaf",
    "search-filters": "search 'actor:jnim date:2023-09..2023-12'",
    "search-nothing": "search dioora",
    "search-unknown-filter": "search 'colour:red kidal'",
    "show-dioura": "show dioura",
    "show-diafarabe": "show diafarabe",
    "show-several": "show kidal",
    "compare-unquoted": "compare raid dioura 2023",
    "show-nothing": "show nowhere-at-all",
    "compare-diafarabe": "compare diafarabe",
    "compare-dioura": "compare 'Raid on Dioura'",
    "compare-dioura-plot": "compare --plot 'Raid on Dioura'",
    "compare-sevare": "compare sevare",
    "compare-karma": "compare karma",
    "compare-two": "compare ogossagou 'sobane da'",
    "claims-dioura": "claims dioura",
    "claims-diafarabe-json": "claims --json diafarabe",
    "claims-explain-dioura": "claims --explain dioura",
    "link-explain": "link --explain diafarabe",
    "disputes": "disputes",
    "timeline-years": "timeline --by year",
    "timeline-2023-csv": "timeline date:2023 --csv",
    "timeline-2023-json": "timeline date:2023 --json",
    "disputes-2023-json": "disputes date:2023 --limit 3 --json",
}
SMALL = {
    "small-list": "list",
    "small-list-json": "list --json",
    "small-search": "search adjar",
    "small-show": "show adjar",
    "small-show-json": "show adjar --json",
    "small-show-hostile": "show hill",
    "small-show-hostile-json": "show hill --json",
    "small-compare": "compare adjar",
    "small-compare-plot": "compare --plot adjar",
    "small-compare-json": "compare adjar --json",
    "small-compare-two": "compare adjar wabara",
    "small-compare-two-json": "compare adjar wabara --json",
    "small-claims": "claims adjar wabara",
    "small-claims-csv": "claims --csv adjar wabara hill",
    "small-claims-file": "claims --json library/2020-11-19_ambush-at-kounsoum.txt",
    "small-claims-explain": "claims --explain adjar wabara",
    "small-claims-explain-folder": "claims --explain refused",
    "small-claims-explain-csv": "claims --explain --csv adjar",
    "small-claims-refused": "claims --csv refused",
    "small-claims-missing": "claims --json kounsoum nowhere",
    "small-link-explain": "link --explain adjar",
    "small-link-explain-json": "link --explain --json adjar wabara",
    "small-timeline": "timeline",
    "small-timeline-disputed": "timeline --disputed --by year",
    "small-timeline-nothing": "timeline nowhere",
    "small-disputes": "disputes",
    "small-disputes-json": "disputes --json",
    "small-check": "check library refused",
    "small-check-json": "check --json refused",
    "small-export": "export",
    "small-export-csv": "export --format csv 'niger'",
    "small-export-text": "export --format text 'is:disputed'",
    "small-info": "info",
    "small-browse": "",
}
COMMAND_LINES = {name: f"{line}" for name, line in BUNDLED.items()} | {
    name: f"--library library {line}".strip() for name, line in SMALL.items()
}


@contextmanager
def own_place(library: Path) -> Iterator[None]:
    """Relative paths start beside this file, and `library` is the library when none is named."""
    before = Path.cwd()
    os.chdir(HERE)
    try:
        with patch.dict(os.environ, {"SAHEL_TUI_LIBRARY": str(library), "SAHEL_TUI_NOTEBOOK": os.devnull}):
            yield
    finally:
        os.chdir(before)


def run(line: str) -> bytes:
    """The transcript of one command line: itself, its exit code, what it printed, what it narrated."""
    answers, narration = BytesIO(), BytesIO()
    with (
        TextIOWrapper(answers, "utf-8", newline="\n") as out,
        TextIOWrapper(narration, "utf-8", newline="\n") as err,
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main(shlex.split(line))
        out.flush()
        err.flush()
        head = f"$ sahel-tui {line}".rstrip() + f"\nexit code {code}\n"
        return head.encode() + _part("data", answers) + _part("narration", narration)


def _part(name: str, stream: BytesIO) -> bytes:
    content = stream.getvalue()
    return f"--- {name}\n".encode() + content if content else b""


def write_all(library: Path) -> None:
    """Write every transcript, and remove those whose command line is gone."""
    EXPECTED.mkdir(exist_ok=True)
    for path in EXPECTED.iterdir():
        if path.stem not in COMMAND_LINES:
            path.unlink()
    with own_place(library):
        open_library().close()
        for name, line in COMMAND_LINES.items():
            (EXPECTED / f"{name}.txt").write_bytes(run(line))


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        write_all(Path(folder) / "library.sqlite")
    print(f"{len(COMMAND_LINES)} transcripts in {EXPECTED.relative_to(Path.cwd())}", file=sys.stderr)
