"""The names of keys: as a reader writes them, and as Textual does."""

from sahel_tui.dataclass import dataclass

_NAMES = {
    "pgdn": "pagedown",
    "pagedown": "pagedown",
    "pgup": "pageup",
    "pageup": "pageup",
    "esc": "escape",
    "escape": "escape",
    "enter": "enter",
    "return": "enter",
    "tab": "tab",
    "space": "space",
    "backspace": "backspace",
    "delete": "delete",
    "insert": "insert",
    "home": "home",
    "end": "end",
    **{name: name for name in ("up", "down", "left", "right")},
    **{f"f{number}": f"f{number}" for number in range(1, 13)},
}
_CHARACTERS = {" ": "space", ",": "comma", "↑": "up", "↓": "down", "←": "left", "→": "right"}
"""Characters that stand for keys with a name."""
_SAME_BYTE = {"i": "Tab", "m": "Enter", "h": "Backspace", "[": "Esc", "j": "Enter"}
"""What Ctrl and a character are to a terminal."""
_ADVICE = "write a character, or a name such as Space, Enter, PgDn, Ctrl+d, Alt+x, Shift+Tab"


@dataclass(frozen=True, slots=True)
class ParsedKey:
    """A key as Textual names it, or else what to write instead."""

    key: str = ""
    advice: str = ""


def parse_key(text: str) -> ParsedKey:
    """A key as a reader writes it: one character, or a name with Ctrl, Alt or Shift before it.

    >>> [parse_key(text).key for text in ("ù", "G", "PgDn", "Ctrl+d", "shift+tab", ",", "Alt+x", "Shift+g")]
    ['ù', 'G', 'pagedown', 'ctrl+d', 'shift+tab', 'comma', 'alt+x', 'G']
    >>> parse_key("5").advice, parse_key("Ctrl+i").advice
    ('digits count how often: choose another key', 'to a terminal it is Tab: write that, or choose another key')
    """
    if len(text) == 1:
        return _parse_character(text)
    *modifiers, name = [part.strip() for part in text.removesuffix("++").split("+")] + ["+"] * text.endswith("++")
    held = {modifier.lower() for modifier in modifiers}
    named = _NAMES.get(name.lower(), "")
    if not held <= {"ctrl", "alt", "shift"} or not (named or len(name) == 1):
        return ParsedKey(advice=_ADVICE)
    if not named:
        return _parse_held(name, held)
    return ParsedKey("+".join([*(one for one in ("alt", "ctrl", "shift") if one in held), named]))


def _parse_character(character: str) -> ParsedKey:
    if character.isdigit():
        return ParsedKey(advice="digits count how often: choose another key")
    if character in _CHARACTERS:
        return ParsedKey(_CHARACTERS[character])
    return ParsedKey(character) if character.isprintable() else ParsedKey(advice=_ADVICE)


def _parse_held(character: str, held: set[str]) -> ParsedKey:
    """A character with keys held: Ctrl knows no capitals, and Shift makes them."""
    if "ctrl" in held and character.lower() in _SAME_BYTE:
        return ParsedKey(
            advice=f"to a terminal it is {_SAME_BYTE[character.lower()]}: write that, or choose another key"
        )
    if "ctrl" in held and not (character.isascii() and character.isalpha()):
        return ParsedKey(advice="terminals know Ctrl with letters only: choose another key")
    if held == {"shift"}:
        return _parse_character(character.upper())
    character = character.lower() if "ctrl" in held else character.upper() if "shift" in held else character
    return ParsedKey("+".join([*(one for one in ("alt", "ctrl") if one in held), character]))
