"""`info`: where the library is and what it holds."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from sahel_tui.cli.command import FOUND, Command, add_json
from sahel_tui.cli.content import open_content
from sahel_tui.cli.output import Output
from sahel_tui.dataclass import asdict
from sahel_tui.present.text_layout import label_text

if TYPE_CHECKING:
    from sahel_tui.library.reports import LibraryInfo


def _run_info(arguments: Namespace, output: Output) -> int:
    with open_content(arguments, output) as library:
        info = library.info()
    if arguments.json:
        output.record(asdict(info))
    else:
        for label, text in _describe(info):
            output.lines(label_text(label, text, output.width))
    return FOUND


def _describe(info: "LibraryInfo") -> list[tuple[str, str]]:
    dates = f", {info.first_date} to {info.last_date}" if info.first_date else ""
    return [
        ("library", info.location),
        ("size", f"{info.size:,} bytes"),
        ("events", f"{info.events:,}{dates}"),
        ("documents", f"{info.documents:,}, {info.imported:,} of them imported"),
        ("claims", f"{info.claims:,}"),
        ("disputed", f"{info.disputed_rows:,} rows in {info.disputed_events:,} events"),
        ("made by", f"sahel-tui {info.made_by}"),
    ]


def _add_arguments(parser: ArgumentParser) -> None:
    add_json(parser)


INFO = Command(
    name="info",
    summary="where the library is, what it holds",
    description="The path of the library, and how many events, documents, claims and disputed\nrows are in it.",
    examples=(
        ("sahel-tui info", "your library"),
        ("sahel-tui --library notes/ info", "a folder, read for this once"),
    ),
    add_arguments=_add_arguments,
    run=_run_info,
)
