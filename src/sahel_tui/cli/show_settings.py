"""`settings`: where the settings file is, what is wrong in it, and what can be set."""

from argparse import ArgumentParser, Namespace

from sahel_tui.cli.browse import read_own_settings
from sahel_tui.cli.command import FAILED, FOUND, Command
from sahel_tui.cli.output import Output


def _run_settings(arguments: Namespace, output: Output) -> int:
    if arguments.example:
        from sahel_tui.cli.example_settings import example_settings

        output.exactly(example_settings())
        return FOUND
    from sahel_tui.tui.keymap import make_keymap
    from sahel_tui.tui.registry import list_actions

    settings = read_own_settings(arguments)
    if settings.path is None:
        output.say("there is no home directory to keep settings in; --config FILE names a file")
        return FAILED
    output.lines([str(settings.path)])
    if not settings.path.exists():
        output.say("there is no such file yet, so the defaults hold; `sahel-tui settings --example` prints one")
    _, complaints = make_keymap(list_actions(), settings)
    for complaint in sorted((*settings.complaints, *complaints), key=lambda complaint: complaint.line):
        output.say(str(complaint))
    return FAILED if settings.complaints or complaints else FOUND


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--example", action="store_true", help="print a settings file with every setting and every key, to begin with"
    )


SETTINGS = Command(
    name="settings",
    summary="where config.toml is, and what is wrong in it",
    description="""\
Prints the path of the settings file, and what is wrong in it, line by line.
The browser starts all the same, with the defaults for what is wrong.
""",
    examples=(
        ("sahel-tui settings", "your settings file"),
        ("sahel-tui settings --example > config.toml", "one to begin with"),
    ),
    add_arguments=_add_arguments,
    run=_run_settings,
)
