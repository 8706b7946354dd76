"""The keys of the compare screen: one list for keymap, key line, help and palette."""

from collections.abc import Container, Sequence

from sahel_tui.present.glyphs import ABOUT_ENEMY, MEANINGS, glyph, verdict_tag
from sahel_tui.present.runs import Line, Run, join_runs, line_width
from sahel_tui.tui.commands import COUNTED, ScreenKey
from sahel_tui.tui.keymap import Keymap, Listed

NAME = "compare"
"""The screen in the keymap."""
_GAP = 3

KEYS: tuple[ScreenKey, ...] = (
    ScreenKey("next_dispute", ("tab", "]", ")"), "next disputed row", "next dispute"),
    ScreenKey("previous_dispute", ("shift+tab", "[", "("), "previous disputed row"),
    ScreenKey("open", ("enter",), "open in the article; on a title, unfold", "article"),
    ScreenKey("copy", ("y",), "copy the sentence, figure, citation or table", "copy"),
    ScreenKey("explain", ("x",), "explain the figure: sentence, source, rule", "explain"),
    ScreenKey("plot", ("p",), "figures of the row on a scale, or their texts", "plot"),
    ScreenKey("next_place", ("m",), "next place that gives the figure", "next place"),
    ScreenKey("next_voices", ("v",), "other voices", "other voices"),
    ScreenKey("documents_apart", ("d",), "documents side by side", "documents"),
    ScreenKey("changes", ("w",), "the documents, and what changed between captures", "what changed"),
    ScreenKey("down", ("j", "down"), "next row"),
    ScreenKey("up", ("k", "up"), "previous row"),
    ScreenKey("left", ("h", "left"), "voice on the left"),
    ScreenKey("right", ("l", "right"), "voice on the right"),
    ScreenKey("first", ("g", "home"), "first row"),
    ScreenKey("last", ("G", "end"), "last row"),
    ScreenKey("texts_down", ("pagedown", "ctrl+d"), "texts down"),
    ScreenKey("texts_up", ("pageup", "ctrl+u"), "texts up"),
    ScreenKey("export", ("e",), "export as Markdown, CSV, JSON or a page", "export"),
    ScreenKey("page", ("|", "P"), "read the comparison in your pager"),
    ScreenKey("letters", ("f",), "a letter on each figure; typed, it leads there"),
    ScreenKey("came_from", ("'", "ctrl+o"), "back to the figure before the last jump"),
    ScreenKey("help", ("?",), "these keys", "help"),
    ScreenKey("back", ("q", "escape"), "back", "back"),
)


def key_line(keymap: Keymap, refused: Container[str], width: int) -> Line:
    """The hints that fit of what can be done now, help and the way back always among them."""
    listed = [key for key in KEYS if key.short and key.action not in refused]
    while len(listed) > 2 and line_width(_join_hints(keymap, listed)) > width:
        del listed[-3]
    return _join_hints(keymap, listed, gap=_GAP if line_width(_join_hints(keymap, listed)) <= width else 1)


def _join_hints(keymap: Keymap, keys: Sequence[ScreenKey], gap: int = _GAP) -> Line:
    runs: list[Run] = []
    for key in keys:
        runs += [(" " * gap if runs else "", ""), (keymap.say(NAME, key.action), ""), (f" {key.short}", "muted")]
    return join_runs(runs)


def help_lines(keymap: Keymap, actions: Sequence[Listed], width: int) -> tuple[Line, ...]:
    """The keys of `actions`, then what the marks mean, flowing over as many lines as they need."""
    keys: list[Line] = [
        ((keymap.say_all(NAME, listed.action), ""), (f" {listed.words}", "muted"))
        for listed in actions
        if keymap.keys(NAME, listed.action)
    ]
    keys.append(((f"5{keymap.say(NAME, 'down')}", ""), (f" {COUNTED}", "muted")))
    marks: list[Line] = [
        ((glyph(verdict), verdict_tag(verdict)), (f" {meaning}", "muted"))
        for verdict, meaning in MEANINGS.items()
        if glyph(verdict)
    ]
    marks.append(((ABOUT_ENEMY, "muted"), (" a belligerent about its enemy", "muted")))
    return (*_flow(keys, width), *_flow(marks, width))


def _flow(items: Sequence[Line], width: int) -> list[Line]:
    lines: list[Line] = []
    for item in items:
        room = width - line_width(lines[-1]) - _GAP if lines else -1
        if line_width(item) <= room:
            lines[-1] = join_runs((*lines[-1], (" " * _GAP, ""), *item))
        else:
            lines.append(item)
    return lines
