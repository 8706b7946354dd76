"""The cells of a compare table: what a voice says now, what it said before, what the infobox repeats of others."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sahel_tui.compare.reasons import find_steps, is_replaced, say_revision
from sahel_tui.model import Claim, Document, Figure, Row
from sahel_tui.present.compare_table import Cell, CellEntry, Note
from sahel_tui.present.figures import evidence_of, say_count, say_sum
from sahel_tui.present.incident_words import respell
from sahel_tui.present.labels import enemy_mark
from sahel_tui.present.names import INFOBOX, split_voice
from sahel_tui.present.runs import Tag
from sahel_tui.present.text import visible
from sahel_tui.present.voices import short_names


def make_cell(row: Row, voice: str, claims: Sequence[Claim]) -> Cell:
    """What `voice` says in a row: `12 = 5 + 7`, and under it `12 at first`; empty where it is silent."""
    return tuple(entry for figure in row.figures if figure.voice == voice for entry in _make_entries(figure, claims))


def _make_entries(figure: Figure, claims: Sequence[Claim]) -> Iterator[CellEntry]:
    tag: Tag = "disputed" if figure.disputed else ""
    yield CellEntry(say_sum(figure, claims), "figure", evidence_of(figure), tag, figure, enemy_mark(figure))
    steps = find_steps(figure, claims)
    for text, indexes in reversed(steps.items()):
        when = "elsewhere"
        if is_replaced(figure, claims):
            when = "at first" if text == next(iter(steps)) else "before"
        yield CellEntry(f"{visible(text)} {when}", "earlier", indexes, "muted")


def make_echo(row: Row, documents: Collection[str], claims: Sequence[Claim]) -> Cell:
    """What the infoboxes of `documents` repeat of other voices: `14 · 12`; empty when they repeat nothing."""
    echoes = [(figure, find_echo(figure, documents, claims)) for figure in row.figures]
    said = [(say_count(figure.count), found) for figure, found in echoes if found]
    text = " · ".join(count for count, _ in said)
    return (CellEntry(text, "echo", tuple(index for _, found in said for index in found), "muted"),) if said else ()


def find_echo(figure: Figure, documents: Collection[str], claims: Sequence[Claim]) -> tuple[int, ...]:
    """The infobox claims of `documents` behind another voice's figure."""
    if figure.voice.startswith(INFOBOX):
        return ()
    return tuple(
        index
        for index in evidence_of(figure)
        if claims[index].document in documents and claims[index].where.startswith(INFOBOX)
    )


def make_notes(row: Row, claims: Sequence[Claim], documents: Sequence[Document]) -> tuple[Note, ...]:
    """The verdict's sentence, incidents called as in `documents`; then one for each voice that replaced a figure."""
    names = short_names(figure.voice for figure in row.figures)
    notes = (
        [Note(row.verdict, _shorten_persons(respell(visible(row.reason), claims, documents), names))]
        if row.reason
        else []
    )
    for figure in row.figures:
        if find_steps(figure, claims) and not (row.verdict == "revised" and row.reason):
            notes.append(Note("revised", visible(say_revision(figure, claims, names[figure.voice]))))
    return tuple(notes)


def _shorten_persons(sentence: str, names: Mapping[str, str]) -> str:
    """The sentence with persons called as in the table: `Mola's 81` for `Moulay Ag Sidi Mola's 81`."""
    for voice, short in names.items():
        detail = split_voice(voice).detail
        if detail.endswith(short):
            sentence = sentence.replace(detail, short)
    return sentence
