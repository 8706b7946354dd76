"""ACLED: a row -> a document whose notes are read like any text, beside the number ACLED made of them.

    - Date: 2021-02-16
    - Place: Boni, Mopti, Mali
    - Combatant1: Military Forces of Mali
    - Combatant2: JNIM: Group for Support of Islam and Muslims
    - Fatalities: 9 killed in total (per ACLED)

A number that the notes admit was filled in (`coded at low estimate of 3`) is written `~3` and explained in a section
of its own; so is a number that is one event's share of several.
"""

import re
from collections.abc import Iterator

from sahel_tui.documents.data_sets.headers import read_names
from sahel_tui.documents.data_sets.rows import read_or_leave, read_rows
from sahel_tui.documents.data_sets.unread import OnRemark, UnreadRow
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.rendering import Article, Part, one_line
from sahel_tui.documents.written import write_document
from sahel_tui.model import Document

_ADVICE = "see the ACLED codebook for its columns"
_NEEDED = ("event_date", "actor1", "fatalities", "notes")
_PERIOD = re.compile(r"\s*\((?:19|20)\d\d-(?:(?:19|20)\d\d)?\)")
_CIVILIANS = re.compile(r"(?:civilians|protesters)\b", re.IGNORECASE)
_IMPUTED = re.compile(
    r"\b(?:coded|recorded|entered|imputed) (?:at|as|with|to)\b[^.;]{0,30}?\b(?:low estimate|estimate of|\d{1,3})\b|"
    r"\b(?:unknown|unspecified|undisclosed|unreported) (?:number of )?(?:fatalities|deaths|casualties)\b|"
    r"\bfatalities (?:unknown|unspecified|not reported|estimated)\b|\bnumber of (?:fatalities|deaths) unknown\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\b(?:split|divided|spread|distributed) (?:across|between|over|among|evenly)\b", re.IGNORECASE)
_WHOLE = re.compile(r"^(\d{1,9})\.0+$")
"""A number that a spreadsheet has made a fraction of."""

_SHORT_DATE = re.compile(r"(\d{1,2})-([A-Za-z]{3})-(\d\d)")


def read_acled(source: Source) -> Iterator[Document | UnreadRow | Refusal]:
    """A document a row; a row that is no event is refused with its line."""
    return read_or_leave(source, _cut_rows(source))


def _cut_rows(source: Source) -> Iterator[UnreadRow | Refusal]:
    names: tuple[str, ...] = ()
    for found in read_rows(source):
        if isinstance(found, Refusal):
            yield found
        elif names:
            yield UnreadRow("acled", source.name, source.path, found[0], names, found[1])
        else:
            names = tuple(read_names(found[1]))
            missing = [name for name in _NEEDED if name not in names]
            if missing:
                yield source.refuse(f"there is no column {', '.join(missing)}", _ADVICE, found[0])
                return


def read_row(unread: UnreadRow, on_remark: OnRemark) -> Document | Refusal:
    """The document of a row, or why it is no event."""
    columns, cells = unread.columns, unread.cells
    if len(cells) != len(columns):
        return unread.refuse(f"{len(cells)} cells in a table of {len(columns)} columns", "mend this row")
    row = {name: one_line(cell) for name, cell in zip(columns, cells, strict=True)}
    row["fatalities"] = _WHOLE.sub(r"\1", row["fatalities"])
    if not row["fatalities"].isdecimal() or not row["actor1"]:
        wrong = f"fatalities is {row['fatalities'][:40]!r}" if row["actor1"] else "no actor1"
        return unread.refuse(f"this row is no event ({wrong})", _ADVICE)
    name = f"acled-{row.get('event_id_cnty') or row.get('data_id') or unread.line}"
    try:
        return write_document(_write(row), name)
    except DocumentError as error:
        return unread.refuse(error.reason, error.advice)


def _write(row: dict[str, str]) -> Article:
    number = row.get("event_id_cnty") or row.get("data_id", "")
    kind = row.get("sub_event_type") or row.get("event_type") or "Event"
    place = row.get("location") or row.get("admin1", "")
    sides = [side for name in ("actor1", "actor2") if (side := _say_actor(row, name))]
    fields = [
        ("Date", _say_date(row["event_date"])),
        ("Place", ", ".join(dict.fromkeys(filter(None, map(row.get, ("location", "admin2", "admin1", "country")))))),
        ("Coordinates", ", ".join(filter(None, map(row.get, ("latitude", "longitude"))))),
        ("Type", ", ".join(filter(None, (row.get("event_type"), row.get("sub_event_type"))))),
        *((f"Combatant{index}", side) for index, side in enumerate(sides, 1)),
        ("Fatalities", f"{'~' if _is_imputed(row) else ''}{row['fatalities']} killed in total (per ACLED)"),
    ]
    parts = [Part("", 1, row["notes"] or f"{kind} at {place}."), Part("Coding", 2, " ".join(_remarks(row)))]
    cited = [(index, said) for index, said in enumerate(_sources(row), 1)]
    return Article(f"{kind} at {place} (ACLED {number})" if number else f"{kind} at {place}", fields, parts, cited)


def _say_actor(row: dict[str, str], name: str) -> str:
    """An actor without its years in office; nothing for civilians, who are no side."""
    actor = _PERIOD.sub("", row.get(name, "")).strip()
    if not actor or _CIVILIANS.match(actor):
        return ""
    allies = _PERIOD.sub("", row.get(f"assoc_{name.replace('actor', 'actor_')}", "")).split(";")
    return ", ".join([actor, *(ally.strip() for ally in allies if ally.strip() and not _CIVILIANS.match(ally.strip()))])


def _say_date(cell: str) -> str:
    """`16-Feb-21` -> `16 Feb 2021`; other forms are read as they are."""
    short = _SHORT_DATE.fullmatch(cell)
    return f"{short[1]} {short[2]} 20{short[3]}" if short else cell


def _is_imputed(row: dict[str, str]) -> bool:
    return row["fatalities"] != "0" and bool(_IMPUTED.search(row["notes"]))


def _remarks(row: dict[str, str]) -> Iterator[str]:
    if _is_imputed(row):
        yield "The notes admit that the figure was filled in by ACLED and not reported as such."
    if _SPLIT.search(row["notes"]):
        yield "The notes say that a reported figure was split over several events, of which this is one."
    if row.get("time_precision") in ("2", "3"):
        yield "The day is not known for certain."


def _sources(row: dict[str, str]) -> Iterator[str]:
    """The sources a row names, each an entry with the date of the event."""
    for name in filter(None, (part.strip() for part in row.get("source", "").split(";"))):
        yield f"{name}. {_say_date(row['event_date'])}"
