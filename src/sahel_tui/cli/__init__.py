"""The command line: look-ups that print and end, and the door to the browser."""

import sys
from collections.abc import Sequence

from sahel_tui.cli.command import FAILED, FOUND, CommandError
from sahel_tui.cli.output import Output
from sahel_tui.cli.parser import parse_arguments, read_manner

INTERRUPTED, READER_GONE = 130, 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 for found or done, 1 for nothing found, 2 for wrong use or unreadable input."""
    output = Output(sys.stdout, sys.stderr)
    try:
        code = _run_command(argv, output)
        output.flush()
    except KeyboardInterrupt:
        output.finish()
        return INTERRUPTED
    except BrokenPipeError:
        output.abandon()
        return FOUND if output.is_paged else READER_GONE
    except (CommandError, OSError) as error:
        output.say(_say_error(error))
        output.finish()
        return FAILED
    return code


def _say_error(error: Exception) -> str:
    if not isinstance(error, OSError) or error.strerror is None:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror


def _run_command(argv: Sequence[str] | None, output: Output) -> int:
    try:
        arguments = parse_arguments(list(sys.argv[1:] if argv is None else argv))
    except SystemExit as leaving:  # argparse has printed its help or what was wrong
        return int(leaving.code or 0)
    output.follow(read_manner(arguments))
    code: int = arguments.run(arguments, output)
    return code
