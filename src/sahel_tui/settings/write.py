"""Writing one setting, with everything else in the file left as its owner wrote it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sahel_tui.settings.line_numbers import KeyPath
from sahel_tui.settings.read import SettingsError, parse_settings
from sahel_tui.write_file import write_beside

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | int | bool | list[str]


def write_setting(path: Path, key: KeyPath, value: Value) -> None:
    """Set one key, as ("looks", "theme"), in the file at `path`; comments and order stay.

    The file and its folder are made where they are missing; a link keeps pointing where it does. Raises SettingsError
    when the file cannot be read, changed or written, and leaves it as it is.
    """
    try:
        target = path.resolve()
        text = target.read_text(encoding="utf-8") if target.exists() else ""
        changed = set_key(text, path, key, value)
        target.parent.mkdir(parents=True, exist_ok=True)
        with write_beside(target) as stream:
            stream.write(changed)
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not UTF-8"
        raise SettingsError(f"{path}: {reason}; nothing was written") from error


def set_key(text: str, path: Path, key: KeyPath, value: Value) -> str:
    """The text of a settings file with one key set."""
    import tomllib

    import tomlkit  # Only a reader who changes a setting pays for it.
    from tomlkit.exceptions import TOMLKitError

    try:
        wanted = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        complaint = parse_settings(text, path).complaints[0]
        raise SettingsError(f"{path}, line {complaint.line}: {complaint.wrong}; nothing was written") from error
    try:
        document = tomlkit.parse(text)
        _put(document, key, value)
        _put(wanted, key, value)
        changed = tomlkit.dumps(document)
        # Whatever a file looks like, it must say the same as before but for this.
        if tomllib.loads(changed) != wanted:
            raise SettingsError(f"{path}: it is laid out in a way that cannot be changed safely; set it by hand")
    except (TOMLKitError, tomllib.TOMLDecodeError, TypeError) as error:
        raise SettingsError(f"{path}: {error}; nothing was written, set it by hand") from error
    return changed


def _put(document: "TOMLDocument | dict[str, Any]", key: KeyPath, value: Value) -> None:
    import tomlkit
    from tomlkit import TOMLDocument

    table: Any = document
    for name in key[:-1]:
        if name not in table:
            table[name] = tomlkit.table() if isinstance(document, TOMLDocument) else {}
        table = table[name]
    table[key[-1]] = value
