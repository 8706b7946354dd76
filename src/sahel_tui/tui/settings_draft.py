"""Settings while a reader tries them: those kept in the file, those shown now, and the lines that say so."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line, Run, Tag, align_ends, clip_line, line_width
from sahel_tui.present.text import cell_width, fit, visible, wrap
from sahel_tui.settings import Looks
from sahel_tui.settings.sections import Setting, Value, list_settings
from sahel_tui.tui.furniture import Offer, key_runs
from sahel_tui.tui.panel import LEAST_BESIDE, MARGIN

SECTION = "looks"
_NAMES = 11


@dataclass(frozen=True, slots=True)
class Draft:
    """One setting is under the cursor."""

    kept: Looks
    """What the file says."""
    before: Looks
    """What was shown when the reader began."""
    shown: Looks
    tried: frozenset[str] = frozenset()
    """What the reader has changed, now or before in this session; the rest may be as the environment wants it."""
    cursor: int = 0
    settings: tuple[Setting, ...] = field(default_factory=lambda: list_settings(Looks))

    @property
    def setting(self) -> Setting:
        """The setting under the cursor."""
        return self.settings[self.cursor]

    def move(self, step: int) -> "Draft":
        """The cursor on the next setting or the one before, round the end to the beginning."""
        return replace(self, cursor=(self.cursor + step) % len(self.settings))

    def change(self, step: int) -> "Draft":
        """The next value of the setting under the cursor, or the one before, round the end to the beginning."""
        name, choices = self.setting.name, self.setting.choices
        place = choices.index(value_of(self.shown, name)) + step
        changed: dict[str, Any] = {name: choices[place % len(choices)]}
        return replace(self, shown=replace(self.shown, **changed), tried=self.tried | {name})

    def changes(self) -> dict[str, Any]:
        """What the reader has changed and the file does not say yet."""
        values = {name: value_of(self.shown, name) for name in sorted(self.tried)}
        return {name: value for name, value in values.items() if value != value_of(self.kept, name)}


def value_of(looks: Looks, name: str) -> Value:
    """The value of a setting by its name."""
    value: Value = getattr(looks, name)
    return value


def draft_lines(draft: Draft, said: str, offers: Sequence[Offer], width: int, height: int) -> list[Line]:
    """All settings, what the one under the cursor is for or what was just said, and the keys, in `height` lines."""
    words = _word_lines(said or draft.setting.words, "" if said else "muted", width)
    free = height - 1 - len(draft.settings)
    words = [(), *words] if len(words) < free else words[: max(free, height - 2 if said else 0)]
    room = max(1, height - 1 - len(words))
    first = max(0, draft.cursor - room + 1)
    rows = [_setting_line(draft, index, width) for index in range(len(draft.settings))][first : first + room]
    return [*rows, *words, ((" " * MARGIN, ""), *clip_line(key_runs(offers, width - MARGIN), width - MARGIN))][-height:]


def _setting_line(draft: Draft, index: int, width: int) -> Line:
    setting = draft.settings[index]
    here = index == draft.cursor
    said, kept = (str(value_of(looks, setting.name)) for looks in (draft.shown, draft.kept))
    name = f"{CURSOR if here else ' '} {setting.name:<{_NAMES if width >= LEAST_BESIDE else 0}} "
    value = fit(said, max(1, width - cell_width(name) - 5))
    chosen: list[Run] = [("← ", "muted"), (value, "heading"), (" →", "muted")] if here else [(f"  {value}", "")]
    line: Line = ((name, "focus" if here else ""), *chosen)
    place = f"{setting.choices.index(value_of(draft.shown, setting.name)) + 1} of {len(setting.choices)}"
    notes = " · ".join([f"kept: {kept}"] * (kept != said) + [place] * here)
    fits = line_width(line) + cell_width(notes) + 3 <= width
    return align_ends(line, ((notes, "muted"),), width - 1) if fits else line


def _word_lines(text: str, tag: Tag, width: int) -> list[Line]:
    text = visible(text)
    pieces = [text[start:end] for start, end in wrap(text, max(1, width - 2 * MARGIN))]
    return [((" " * MARGIN, ""), (piece, tag)) for piece in pieces]
