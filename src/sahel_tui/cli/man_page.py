"""The manual page, written from the registries of commands, options, keys and variables."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator

from sahel_tui import __version__
from sahel_tui.cli.command import Command
from sahel_tui.cli.environment import EXIT_CODES, VARIABLES
from sahel_tui.cli.parser import ABOUT, EXAMPLES, PROGRAM, build_parser
from sahel_tui.cli.registry import NAMES, load_command
from sahel_tui.cli.roff import as_written, entry, escape, heading, paragraphs, subheading
from sahel_tui.present.glyphs import MEANINGS, glyph

Examples = tuple[tuple[str, str], ...]


def man_page() -> str:
    """The page in roff."""
    return "\n".join(_parts()) + "\n"


def _parts() -> Iterator[str]:
    parser = build_parser()
    yield f'.TH {PROGRAM.upper()} 1 "" "{PROGRAM} {__version__}" "User Commands"'
    yield from (heading("name"), f"{escape(PROGRAM)} \\- who claims which casualty figure, and where claims disagree")
    yield from (heading("synopsis"), f".B {escape(PROGRAM)}\n[options] [\\fIcommand\\fR ...]")
    yield from (heading("description"), *paragraphs(ABOUT), *_examples(EXAMPLES))
    yield from (heading("options"), *_options(parser))
    yield heading("commands")
    commands = next(action for action in parser._actions if isinstance(action, _SubParsersAction))
    for name in NAMES:
        yield from _command(load_command(name), commands.choices[name])
    yield from _browser()
    yield from (heading("environment"), *(entry(name, meaning) for name, meaning in VARIABLES))
    yield from (heading("exit status"), *(entry(code, meaning) for code, meaning in EXIT_CODES))


def _command(command: Command, parser: ArgumentParser) -> Iterator[str]:
    usage = " ".join(parser.format_usage().split()).removeprefix("usage: ")
    yield subheading(f"{command.name} - {command.summary}")
    yield as_written([usage]).replace(".nf\n", "").replace("\n.fi", "")
    yield from paragraphs(command.description)
    yield from _options(parser)
    yield from _examples(command.examples)


def _options(parser: ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if action.help and not isinstance(action, _SubParsersAction):
            yield entry(_say_option(action), action.help)


def _say_option(action: Action) -> str:
    """`--sort date|title`, `--limit N`, or the name of what a command takes."""
    value = str(action.metavar or "|".join(map(str, action.choices or ())) or action.dest)
    if not action.option_strings:
        return value
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def _examples(examples: Examples) -> Iterator[str]:
    yield ".PP\nExamples:"
    for line, meaning in examples:
        yield f".TP\n\\fB{escape(line)}\\fR\n{escape(meaning)}"


def _browser() -> Iterator[str]:
    """The keys, from the registries that the browser itself reads."""
    import sahel_tui.tui.acts  # noqa: F401  its commands register themselves
    from sahel_tui.tui.commands import COMMANDS as ACTS
    from sahel_tui.tui.commands import GROUP_NAMES, say_keys
    from sahel_tui.tui.compare.keys import KEYS

    yield heading("keys")
    for group, name in GROUP_NAMES.items():
        yield subheading(name)
        of_group = (command for command in ACTS.values() if command.group == group)
        yield from (entry(say_keys(command.keys), command.words) for command in of_group)
    yield subheading("In the compare screen")
    yield from (entry(say_keys(key.keys), key.words) for key in KEYS)
    yield subheading("Marks")
    yield from (entry(glyph(verdict), meaning) for verdict, meaning in MEANINGS.items() if glyph(verdict))
