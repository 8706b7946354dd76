"""Documents and comparisons as compact JSON, and back without a difference.

A dataclass becomes the list of its values in the order of its fields.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from sahel_tui.model import Claim, Comparison, Count, Document, Field, Figure, Reference, Row, Section, Side

if TYPE_CHECKING:
    import zlib

Plain = list[Any]

_QUICK, _RAW, _SMALL = 1, -12, 5
"""Level, window without a header, and memory of a packer: comparisons have few thousand bytes."""
_VERDICT = 5
"""Where a plain row has its verdict."""
_COMMON = (
    b'","infobox:casualties2",","wounded",["text:lead"," of an unknown side was killed","killed",["people were killed",'
    b'"object_of_word","subject_behind_verb",["superseded"],"Mali","JNIM","Government of Burkina Faso","Islamic State",'
    b'"Government of Niger","Government of Mali","main",[],"followed_by_word",[]]],[["combatant1","'
    b'"],["combatant2","JNIM"],["civilians","Civilians"],["unspecified","All sides"]],[["main","combatant1","'
    b'","killed",[["UCDP","UCDP",[1,1,null,null],[2,3],[],[],false,["lowest"]],["highest"]]],"definitional",null,"'
    b' need not count the same people",[0,1],true],"main","unspecified","people","killed",[["'
    b',null],[0,1],[],[],false,[]]],"single",null,"only the '
    b' gives a figure",[],false],["main","civilians","civilians","killed",[["UCDP","UCDP",[0,0,"none",null],'
    b'[],[],false,[]]],"single",null,"only UCDP gives a figure",[],false],["main","unspecified","All sides","'
    b'[["","infobox:casualties1","infobox:casualties3",1 civilians killed (per "killed","civilians","civilians","'
    b'","infobox:fatalities",1 killed in total (per UCDP)","killed",[5,9,null,"range"],"","unspecified","UCDP","main",'
    b'["total"],"infobox_stated_category",[]],["0 killed (per ","killed",[0,0,"none",null],"","combatant2","'
    b'","main",[],"infobox_stated_category",[]],["","infobox:casualties1",1 killed (per ","killed",[1,1,null,null],"'
)
"""What comparisons are made of, the commonest last; what is stored depends on it, as it does on the schema."""


def encode_parts(document: Document) -> bytes:
    """What was found in the text of a document, without the text and what it was read from."""
    return dump(
        [
            document.title,
            document.language,
            [[field.key, field.label, field.start, field.end] for field in document.fields],
            [[part.title, part.level, part.heading, part.start, part.end, part.kind] for part in document.sections],
            [[note.number, note.start, note.end] for note in document.references],
        ]
    )


def decode_document(key: str, name: str, form: str, address: str | None, text: str, parts: bytes | None) -> Document:
    """The document of these columns; without `parts`, its text is read again."""
    if parts is None:
        from sahel_tui.documents import parse_document  # Most libraries hold no rows of data sets.

        return parse_document(text, name, format=form)
    title, language, fields, sections, references = load(parts)
    return Document(
        key,
        name,
        title,
        text,
        form,
        language,
        address,
        tuple(Field(*values) for values in fields),
        tuple(Section(*values) for values in sections),
        tuple(Reference(*values) for values in references),
    )


def encode_comparison(comparison: Comparison) -> bytes:
    """Claims, sides and rows."""
    return _shrink(
        dump(
            [
                [_plain_claim(claim) for claim in comparison.claims],
                [[side.id, side.label] for side in comparison.sides],
                [plain_row(row) for row in comparison.rows],
            ]
        )
    )


def decode_comparison(blob: bytes) -> Comparison:
    """The comparison that `encode_comparison` made `blob` of."""
    claims, sides, rows = load(_unshrink(blob))
    return Comparison(
        tuple(_claim(values) for values in claims),
        tuple(Side(*values) for values in sides),
        tuple(make_row(values) for values in rows),
    )


def decode_disputed(blob: bytes) -> tuple[Row, ...]:
    """The disputed rows of that comparison, without the rest of it."""
    *_, rows = load(_unshrink(blob))
    return tuple(make_row(values) for values in rows if values[_VERDICT] == "disputed")


def _shrink(comparison: bytes) -> bytes:
    """A comparison in a sixth of its size: nearly all of its words are those of every other one."""
    packer = _make_packer().copy()
    return packer.compress(comparison) + packer.flush()


def _unshrink(blob: bytes) -> bytes:
    import zlib

    return zlib.decompressobj(_RAW, zdict=_COMMON).decompress(blob)


@cache
def _make_packer() -> "zlib._Compress":
    """One to copy: that costs a third of making one."""
    import zlib

    return zlib.compressobj(_QUICK, zlib.DEFLATED, _RAW, _SMALL, zdict=_COMMON)


def encode_names(names: Iterable[Iterable[str]]) -> bytes:
    """Lists of names."""
    return dump_to_keep([list(kind) for kind in names])


def decode_names(blob: bytes) -> list[tuple[str, ...]]:
    """The lists that `encode_names` made `blob` of."""
    return [tuple(kind) for kind in load(blob)]


def encode_row(row: Row) -> bytes:
    """One row, its claims by index."""
    return dump(plain_row(row))


def decode_row(blob: bytes) -> Row:
    """The row that `encode_row` made `blob` of."""
    return make_row(load(blob))


def plain_count(count: Count) -> Plain:
    """The values of a count."""
    return [count.low, count.high, count.vague, count.hedge]


def _plain_claim(claim: Claim) -> Plain:
    return [
        claim.document,
        claim.where,
        claim.start,
        claim.end,
        claim.quote,
        claim.category,
        plain_count(claim.count),
        claim.victims,
        claim.side,
        claim.source,
        claim.incident,
        claim.flags,
        claim.rule,
        claim.references,
    ]


def _claim(values: Plain) -> Claim:
    *place, category, count, victims, side, source, incident, flags, rule, references = values
    document, where, start, end, quote = place
    said = category, Count(*count), victims, side, source, incident
    return Claim(document, where, start, end, quote, *said, tuple(flags), rule, tuple(references))


def _plain_figure(figure: Figure) -> Plain:
    return [
        figure.source,
        figure.voice,
        plain_count(figure.count),
        figure.claims,
        figure.parts,
        figure.earlier,
        figure.disputed,
        figure.labels,
    ]


def _figures(many: Iterable[Plain]) -> Iterable[Figure]:
    for source, voice, count, claims, parts, earlier, disputed, labels in many:
        indexes = tuple(claims), tuple(parts), tuple(earlier)
        yield Figure(source, voice, Count(*count), *indexes, disputed, tuple(labels))


def plain_row(row: Row) -> Plain:
    """The values of a row and of its figures."""
    figures = [_plain_figure(figure) for figure in row.figures]
    subject = [row.incident, row.side, row.victims, row.category]
    return [*subject, figures, row.verdict, row.spread, row.reason, row.pair, row.mixed]


def make_row(values: Plain) -> Row:
    """The row of these values."""
    incident, side, victims, category, figures, verdict, spread, reason, pair, mixed = values
    said = tuple(_figures(figures))
    return Row(incident, side, victims, category, said, verdict, spread, reason, tuple(pair), mixed)


def dump(values: Plain) -> bytes:
    """Compact JSON."""
    import orjson  # It loads for 35 ms, and reads these values no faster than `json`.

    return orjson.dumps(values)


def dump_to_keep(values: Plain) -> bytes:
    """The same in no more memory than it takes: what comes of orjson keeps all the room it was written in."""
    return bytes(bytearray(dump(values)))


def load(blob: bytes) -> Plain:
    """What `dump` made `blob` of."""
    values: Plain = json.loads(blob)
    return values
