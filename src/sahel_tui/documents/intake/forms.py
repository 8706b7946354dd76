"""The formats a text can be in, each with its reader; what is packed is unpacked first."""

from collections.abc import Callable, Iterator
from importlib import import_module

from sahel_tui.documents import FORMATS, TEXT_FORMATS
from sahel_tui.documents.data_sets.unread import UnreadRow
from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.archives import open_tar, open_zip
from sahel_tui.documents.intake.compression import unpack
from sahel_tui.documents.intake.limits import InputError
from sahel_tui.documents.intake.sniff import ARCHIVES, COMPRESSIONS, UNSUPPORTED, sniff
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.intake.text import read_text
from sahel_tui.documents.parse import parse_document
from sahel_tui.model import Document

Found = Document | UnreadRow | Refusal
Reader = Callable[[Source], Iterator[Found]]

_READERS = {
    "wikitext": ("wiki.file", "read_wikitext"),
    "xml": ("wiki.dump", "read_dump"),
    "api": ("wiki.answers", "read_answers"),
    "html": ("web.file", "read_html"),
    "ged": ("data_sets.ged", "read_ged"),
    "acled": ("data_sets.acled", "read_acled"),
    "export": ("exports", "read_export"),
}


def read_source(source: Source) -> Iterator[Found]:
    """The documents of a source, or of all that is packed in it; whatever goes wrong is one refusal."""
    kind = sniff(source.start)
    try:
        if kind in COMPRESSIONS:
            yield from read_source(unpack(source, kind))
        elif kind in ARCHIVES:
            yield from _read_members(source, kind)
        elif kind in UNSUPPORTED:
            yield source.refuse(f"it is {UNSUPPORTED[kind]}, which is not supported", "unpack it or save it as text")
        else:
            yield from _read_form(source, source.wanted.format or kind)
    except InputError as error:
        yield source.refuse(error.reason, error.advice)


def _read_members(source: Source, kind: str) -> Iterator[Found]:
    """The documents of an archive's files; after a limit was passed no more of them is opened."""
    empty = True
    for member in open_zip(source) if kind == "zip" else open_tar(source):
        empty = False
        if isinstance(member, Refusal):
            yield member
        else:
            yield from read_source(member)
        if source.budget.spent:
            return
    if empty:
        yield source.refuse("the archive holds no file to read", "pack the documents anew; hidden files do not count")


def _read_form(source: Source, form: str) -> Iterator[Found]:
    if form != "text" and form not in FORMATS:
        yield source.refuse(f"unknown format {form!r}", f"use one of {', '.join(FORMATS)}")
        return
    if form != "text" and form not in TEXT_FORMATS:
        source.trace.on_input(source.path, form)
        yield from _find_reader(form)(source)
        return
    for found in _read_plain(source, None if form == "text" else form):
        if isinstance(found, Document):
            source.trace.on_input(source.path, found.format)
        yield found


def _read_plain(source: Source, form: str | None) -> Iterator[Found]:
    text = read_text(source)
    if isinstance(text, Refusal):
        yield text
        return
    try:
        yield parse_document(text, source.name, format=form)
    except DocumentError as error:
        yield source.refuse(error.reason, error.advice, error.line)


def _find_reader(form: str) -> Reader:
    """The reader of a markup or data format; only the one that is needed is loaded."""
    module, name = _READERS[form]
    reader: Reader = getattr(import_module(f"sahel_tui.documents.{module}"), name)
    return reader
