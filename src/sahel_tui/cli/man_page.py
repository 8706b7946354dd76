"""The manual page, written from the registries of commands, options, keys and variables."""

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Iterator, Sequence

from sahel_tui import __version__
from sahel_tui.cli.command import Command
from sahel_tui.cli.environment import EXIT_CODES, VARIABLES
from sahel_tui.cli.parser import ABOUT, EXAMPLES, PROGRAM, build_parser
from sahel_tui.cli.registry import NAMES, load_command
from sahel_tui.cli.roff import as_written, entry, escape, heading, paragraphs, subheading
from sahel_tui.present.glyphs import MEANINGS, glyph
from sahel_tui.settings import SECTION_TYPES, Settings
from sahel_tui.settings.keys import SCREEN
from sahel_tui.settings.sections import list_settings
from sahel_tui.tui.commands import COMMANDS as ACTS
from sahel_tui.tui.commands import GROUP_NAMES
from sahel_tui.tui.keymap import Keymap, Listed, make_keymap
from sahel_tui.tui.registry import SCREEN_TITLES, SEARCH_KEYS, TYPED, list_actions

_SETTINGS = """\
The browser reads config.toml in your configuration folder (`sahel-tui settings`
says which file, and what is wrong in it; `settings --example` prints one with
every setting and the name of every action).
"""
Examples = tuple[tuple[str, str], ...]


def man_page(settings: Settings | None = None) -> str:
    """The page in roff, with the keys that the reader has chosen."""
    keymap, _ = make_keymap(list_actions(), settings)
    return "\n".join(_parts(keymap)) + "\n"


def _parts(keymap: Keymap) -> Iterator[str]:
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
    yield from _browser(keymap)
    yield from _settings()
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


def _browser(keymap: Keymap) -> Iterator[str]:
    """The keys, from the registries that the browser itself reads."""
    yield heading("keys")
    for group, name in GROUP_NAMES.items():
        yield subheading(name)
        yield from _keys(keymap, "browse", [command for command in ACTS.values() if command.group == group])
    yield subheading("Before a key")
    yield from (entry(keymap.fill("browse", typed), words) for typed, words in TYPED)
    yield subheading("In the search line")
    yield from (entry(keys, words) for keys, words in SEARCH_KEYS)
    for screen, title in SCREEN_TITLES.items():
        if screen != "browse":
            yield subheading(title)
            yield from _keys(keymap, screen, list_actions()[screen])
    yield subheading("Marks")
    yield from (entry(glyph(verdict), meaning) for verdict, meaning in MEANINGS.items() if glyph(verdict))


def _keys(keymap: Keymap, screen: str, actions: Sequence[Listed]) -> Iterator[str]:
    for listed in actions:
        yield entry(keymap.say_all(screen, listed.action) or keymap.say(screen, listed.action), listed.words)


def _settings() -> Iterator[str]:
    """What the settings file may say."""
    yield heading("settings")
    yield from paragraphs(_SETTINGS)
    for name, section in SECTION_TYPES.items():
        for setting in list_settings(section):
            yield entry(f"{name}.{setting.name}", f"{setting.words} ({setting.listed_choices})")
    yield entry("keys.ACTION", 'a key, as "n", or several, as ["n", "Ctrl+n"], for the action on every screen')
    sections = ", ".join(f"keys.{screen}{SCREEN}" for screen in SCREEN_TITLES)
    yield entry("keys.SCREEN-screen.ACTION", f"the same on one screen alone: {sections}")
