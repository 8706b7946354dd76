"""Settings while a reader tries them: those kept in the file, those shown now, and the lines that say so."""

from collections.abc import Sequence
from typing import Any

from sahel_tui.dataclass import dataclass, replace
from sahel_tui.present.glyphs import CURSOR
from sahel_tui.present.runs import Line, Run, Tag, align_ends, clip_line, line_width
from sahel_tui.present.text import cell_width, fit, visible, wrap
from sahel_tui.settings import SECTION_TYPES, Settings
from sahel_tui.settings.sections import Setting, Value, list_settings
from sahel_tui.tui.key_hints import Offer, key_runs
from sahel_tui.tui.panel import LEAST_BESIDE, MARGIN

Path = tuple[str, str]
"""Section and name of a setting."""

_NAMES = 11
_FEW = 2


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting of one section."""

    section: str
    setting: Setting

    @property
    def path(self) -> Path:
        """Where it stands in the file."""
        return (self.section, self.setting.name)

    @property
    def choices(self) -> tuple[Value, ...]:
        """What it may be."""
        return self.setting.choices or (False, True)

    def value(self, settings: Settings) -> Value:
        """What it is in `settings`."""
        value: Value = getattr(getattr(settings, self.section), self.setting.name)
        return value

    def place(self, settings: Settings) -> int:
        """Which of the choices that is."""
        return self.choices.index(self.value(settings))

    def same(self, one: Settings, other: Settings) -> bool:
        """Whether it is the same in both."""
        return self.value(one) == self.value(other)

    def put(self, settings: Settings, value: Value) -> Settings:
        """The settings with another value for it."""
        section = replace(getattr(settings, self.section), **{self.setting.name: value})
        changed: dict[str, Any] = {self.section: section}
        return replace(settings, **changed)

    def say(self, settings: Settings) -> str:
        """Its value as it stands in the file."""
        value = self.value(settings)
        return str(value).lower() if isinstance(value, bool) else str(value)


ENTRIES = tuple(Entry(name, setting) for name, section in SECTION_TYPES.items() for setting in list_settings(section))
"""All settings but keys, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One setting is under the cursor."""

    kept: Settings
    """What the file says."""
    shown: Settings
    before: Settings
    """What was shown when the reader began."""
    tried: frozenset[Path] = frozenset()
    """What the reader has changed since then; the rest is tried for this time only, or as the environment wants it."""
    cursor: int = 0

    @property
    def entry(self) -> Entry:
        """The setting under the cursor."""
        return ENTRIES[self.cursor]

    def move(self, step: int) -> "Draft":
        """The cursor on the next setting or the one before, round the end to the beginning."""
        return replace(self, cursor=(self.cursor + step) % len(ENTRIES))

    def change(self, step: int) -> "Draft":
        """The next value of the setting under the cursor, or the one before, round the end to the beginning."""
        entry = self.entry
        value = entry.choices[(entry.place(self.shown) + step) % len(entry.choices)]
        return replace(self, shown=entry.put(self.shown, value), tried=self.tried | {entry.path})

    def changes(self) -> dict[Path, Value]:
        """What the reader has changed and the file does not say yet."""
        entries = [entry for entry in ENTRIES if entry.path in self.tried]
        return {entry.path: entry.value(self.shown) for entry in entries if not entry.same(self.shown, self.kept)}

    def keep(self) -> Settings:
        """The settings that the file says once the changes are in it."""
        kept = self.kept
        for entry in ENTRIES:
            kept = entry.put(kept, entry.value(self.shown)) if entry.path in self.tried else kept
        return kept


def draft_lines(draft: Draft, said: str, about: str, offers: Sequence[Offer], width: int, height: int) -> list[Line]:
    """All settings, what the one under the cursor is for or what was just said, and the keys, in `height` lines.

    `about` is what holds for all of them; it gives way where there is no room for the whole of it.
    """
    words = word_lines(said, "", width) if said else entry_lines(draft.entry, width)
    free = height - 1 - len(ENTRIES)
    whole = [*words, *word_lines(about, "muted", width)]
    words = whole if len(whole) <= free else words[: max(free, height - 2 if said else 0)]
    words = [(), *words, *[()] * (free - len(words) - 1)] if len(words) < free else words
    room = max(1, height - 1 - len(words))
    first = max(0, draft.cursor - room + 1)
    rows = [_setting_line(draft, index, width) for index in range(len(ENTRIES))][first : first + room]
    keys = clip_line(key_runs(offers, width - MARGIN), width - MARGIN)
    return [*rows, *words, ((" " * MARGIN, ""), *keys)][-height:]


def count_lines(said: str, about: str, width: int) -> int:
    """How many lines the settings take when all is to be seen; as many whichever is under the cursor."""
    most = max(len(word_lines(said, "", width)), *(len(entry_lines(entry, width)) for entry in ENTRIES))
    return len(ENTRIES) + 1 + most + len(word_lines(about, "", width)) + 1


def entry_lines(entry: Entry, width: int) -> list[Line]:
    """What a setting may be, if it is more than on or off, and what it is for."""
    values = " · ".join(map(str, entry.setting.choices)) if len(entry.setting.choices) > _FEW else ""
    return [*(word_lines(values, "", width) if values else []), *word_lines(entry.setting.words, "muted", width)]


def _setting_line(draft: Draft, index: int, width: int) -> Line:
    entry = ENTRIES[index]
    here = index == draft.cursor
    name = f"{CURSOR if here else ' '} {entry.setting.name:<{_NAMES if width >= LEAST_BESIDE else 0}} "
    value = fit(entry.say(draft.shown), max(1, width - cell_width(name) - 5))
    chosen: list[Run] = [("← ", "muted"), (value, "heading"), (" →", "muted")] if here else [(f"  {value}", "")]
    line: Line = ((name, "focus" if here else ""), *chosen)
    kept = [] if entry.same(draft.shown, draft.kept) else [f"in the file: {entry.say(draft.kept)}"]
    notes = " · ".join([*kept, *[f"value {entry.place(draft.shown) + 1} of {len(entry.choices)}"] * here])
    fits = line_width(line) + cell_width(notes) + 3 <= width
    return align_ends(line, ((notes, "muted"),), width - 1) if fits else line


def word_lines(text: str, tag: Tag, width: int) -> list[Line]:
    """Words behind the margin, wrapped."""
    text = visible(text)
    pieces = [text[start:end] for start, end in wrap(text, max(1, width - 2 * MARGIN))]
    return [((" " * MARGIN, ""), (piece, tag)) for piece in pieces]
