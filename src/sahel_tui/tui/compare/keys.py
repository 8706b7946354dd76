"""The keys of the compare screen: one list for bindings, key line and help."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.binding import Binding

from sahel_tui.present.glyphs import ABOUT_ENEMY, MEANINGS, glyph, verdict_tag
from sahel_tui.present.runs import Line, Run, join_runs, line_width
from sahel_tui.tui.commands import say_key
from sahel_tui.tui.compare.moves import MOVES

_GAP = 3


@dataclass(frozen=True, slots=True)
class CompareKey:
    """What some keys do."""

    action: str
    """Name of a move, or of the screen's `action_…` method."""
    keys: tuple[str, ...]
    words: str
    """What help says."""
    short: str = ""
    """What the key line says; empty when it does not list the key."""


KEYS: tuple[CompareKey, ...] = (
    CompareKey("next_dispute", ("tab", "]"), "next disputed row", "next dispute"),
    CompareKey("previous_dispute", ("[", "shift+tab"), "previous disputed row"),
    CompareKey("open", ("enter",), "open in the article; on a title, unfold", "article"),
    CompareKey("copy", ("y",), "copy the sentence, figure, citation or table", "copy"),
    CompareKey("explain", ("x",), "explain the figure: sentence, source, rule", "explain"),
    CompareKey("plot", ("p",), "figures of the row on a scale, or their texts", "plot"),
    CompareKey("next_place", ("m",), "next place that gives the figure", "next place"),
    CompareKey("next_voices", ("v",), "other voices", "other voices"),
    CompareKey("documents_apart", ("d",), "documents side by side", "documents"),
    CompareKey("changes", ("w",), "the documents, and what changed between captures", "what changed"),
    CompareKey("down", ("j", "down"), "next row"),
    CompareKey("up", ("k", "up"), "previous row"),
    CompareKey("left", ("h", "left"), "voice on the left"),
    CompareKey("right", ("l", "right"), "voice on the right"),
    CompareKey("first", ("g", "home"), "first row"),
    CompareKey("last", ("G", "end"), "last row"),
    CompareKey("texts_down", ("pagedown", "ctrl+d"), "texts down"),
    CompareKey("texts_up", ("pageup", "ctrl+u"), "texts up"),
    CompareKey("export", ("e",), "export as Markdown, CSV, JSON or a page", "export"),
    CompareKey("page", ("|",), "read the comparison in your pager"),
    CompareKey("help", ("?",), "these keys", "help"),
    CompareKey("back", ("q", "escape"), "back", "back"),
    CompareKey("quit", ("Q",), "leave the program"),
)


def make_bindings() -> list[Binding]:
    """The bindings of the screen, with ids so that readers can change them."""
    return [
        Binding(",".join(key.keys), _name_action(key), key.words, show=False, id=f"compare.{key.action}", priority=True)
        for key in KEYS
    ]


def _name_action(key: CompareKey) -> str:
    return f"move('{key.action}')" if key.action in MOVES else key.action


def key_line(actions: Sequence[str], width: int) -> Line:
    """The hints for `actions` that fit, help and the way back always among them."""
    listed = [key for key in KEYS if key.short and key.action in actions]
    while len(listed) > 2 and line_width(_join_hints(listed)) > width:
        del listed[-3]
    return _join_hints(listed, gap=_GAP if line_width(_join_hints(listed)) <= width else 1)


def _join_hints(keys: Sequence[CompareKey], gap: int = _GAP) -> Line:
    runs: list[Run] = []
    for key in keys:
        runs += [(" " * gap if runs else "", ""), (say_key(key.keys[0]), ""), (f" {key.short}", "muted")]
    return join_runs(runs)


def help_lines(width: int) -> tuple[Line, ...]:
    """All keys, then what the marks mean, flowing over as many lines as they need."""
    keys: list[Line] = [
        ((" ".join(say_key(name) for name in key.keys), ""), (f" {key.words}", "muted")) for key in KEYS
    ]
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
