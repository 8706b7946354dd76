"""Reading the settings file: everything in it that is right, and a complaint for everything else."""

import re
from collections.abc import Mapping
from pathlib import Path

from sahel_tui.dataclass import dataclass, field
from sahel_tui.settings.complaints import Complaint, advise_name
from sahel_tui.settings.keys import RemappedKeys, read_keys
from sahel_tui.settings.line_numbers import LineNumbers
from sahel_tui.settings.looks import Looks
from sahel_tui.settings.sections import read_section
from sahel_tui.settings.start import Start

SECTION_TYPES: Mapping[str, type[Looks] | type[Start]] = {"looks": Looks, "start": Start}
"""The sections whose settings have a value each."""
SECTIONS = ("keys", *SECTION_TYPES)
_TOML = "https://toml.io explains the format"
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader has set; without a file, the defaults."""

    path: Path | None = None
    """Where the file is, or would be; None for a user without a home."""
    keys: tuple[RemappedKeys, ...] = ()
    looks: Looks = field(default_factory=Looks)
    start: Start = field(default_factory=Start)
    complaints: tuple[Complaint, ...] = ()


class SettingsError(Exception):
    """A settings file that cannot be read or written; says what to do."""


def read_settings(path: Path | None) -> Settings:
    """What the file at `path` says; no file, or None, is no mistake. Never raises: it complains of what is wrong."""
    if path is None or not path.exists():
        return Settings(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        wrong = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8"
        return Settings(path, complaints=(Complaint(path, 0, wrong, "the defaults are used instead"),))
    return parse_settings(text, path)


def parse_settings(text: str, path: Path) -> Settings:
    """What the text of the file at `path` says."""
    import tomllib  # Only a reader with a settings file pays for it.

    try:
        sections = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Settings(path, complaints=(_complain_of_form(text, path, str(error)),))
    complaints: list[Complaint] = []
    lines = LineNumbers(text)

    def complain(key: tuple[str, ...], wrong: str, advice: str) -> None:
        complaints.append(Complaint(path, lines.find(key), wrong, advice))

    for name in sections:
        if name not in SECTIONS:
            complain((name,), f"there is no section or setting “{name}”", advise_name(name, SECTIONS, what="sections"))
    keys = read_keys(sections.get("keys", {}), complain, lines.find)
    looks = read_section(Looks, "looks", sections.get("looks", {}), complain)
    start = read_section(Start, "start", sections.get("start", {}), complain)
    complaints.sort(key=lambda complaint: complaint.line)
    return Settings(path, keys, looks, start, tuple(complaints))


def _complain_of_form(text: str, path: Path, error: str) -> Complaint:
    """Where the text stops being TOML; nothing of it can be used."""
    where = _WHERE.search(error)
    line = int(where[1]) if where and where[1] else text.rstrip("\n").count("\n") + 1
    wrong = _WHERE.sub("", error)
    return Complaint(
        path, line, wrong[:1].lower() + wrong[1:], f"nothing in the file is used until it is mended; {_TOML}"
    )
