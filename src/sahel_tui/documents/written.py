"""Records as documents: what this program writes down in the plain form itself, it need not read again."""

from collections.abc import Sequence
from hashlib import sha256

from sahel_tui.documents.labels import normalise_key
from sahel_tui.documents.language import detect_language
from sahel_tui.documents.lines import Line
from sahel_tui.documents.outline import LEAD, is_list_title
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.plain import opens_field
from sahel_tui.documents.references import read_entries
from sahel_tui.documents.rendering import (
    INFOBOX,
    REFERENCES,
    Article,
    one_line,
    write_entry,
    write_part,
    write_plain,
    write_title,
)
from sahel_tui.model import Document, Field, Reference, Section

_BLANK = "\n\n"
_FORM = "plain"
_FIELD_MARKS = len("\n- : ")
_LIST_TITLE = REFERENCES.strip("= ")


def write_document(article: Article, name: str) -> Document:
    """The document that reading `write_plain(article)` gives, at half the cost; raises DocumentError for none."""
    writer = _Writer(write_title(article))
    if not writer.is_plain or not writer.write(article):
        return parse_document(write_plain(article), name, format=_FORM)
    text = writer.text
    return Document(
        id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        name=name,
        title=writer.title,
        text=text,
        format=_FORM,
        language=detect_language(text),
        fields=tuple(writer.fields),
        sections=tuple(writer.sections),
        references=writer.references,
    )


class _Writer:
    """The blocks of the text so far, with the spans of its parts."""

    def __init__(self, title: str) -> None:
        self.title = title
        self.is_plain = title not in ("", INFOBOX) and not title.endswith("]")
        """No title that a reader of the text would change."""
        self.fields: list[Field] = []
        self.sections: list[Section] = []
        self.references: tuple[Reference, ...] = ()
        self._blocks = [f"= {title} ="]
        self._end = len(self._blocks[0])

    @property
    def text(self) -> str:
        """All blocks."""
        return _BLANK.join(self._blocks) + "\n"

    def write(self, article: Article) -> bool:
        """Whether it could be written without asking how a reader would take its lines."""
        return (
            article.address is None
            and self._write_fields(article.fields)
            and all([self._write_part(part.title, write_part(part)) for part in article.parts])
            and bool(self.sections)
            and self._write_references(article.references)
        )

    def _write_fields(self, fields: Sequence[tuple[str, str]]) -> bool:
        lines, at = [INFOBOX], self._end + len(_BLANK) + len(INFOBOX)
        for label, value in fields:
            if "\n" in value:
                return False
            value = one_line(value).strip(" ,")
            if value:
                start = at + len(label) + _FIELD_MARKS
                at = start + len(value)
                lines.append(f"- {label}: {value}")
                self.fields.append(Field(normalise_key(label), label, start, at))
        self._add("\n".join(lines))
        return len(lines) > 1

    def _write_part(self, title: str, text: str) -> bool:
        if not text:
            return True
        if not title:
            return not self.sections and self._write_lead(text)
        if not self.sections or not title.isalpha() or is_list_title(title) or not text.startswith(f"== {title} ==\n"):
            return False
        heading = self._add(text)
        self.sections.append(Section(title, 2, heading, heading + text.index("\n") + 1, self._end))
        return True

    def _write_lead(self, text: str) -> bool:
        """A first line that names a field would belong to the infobox, one that repeats the title to nothing."""
        first = text.partition("\n")[0]
        if opens_field(first) or first.strip("= ") == self.title:
            return False
        start = self._add(text)
        self.sections.append(Section(LEAD, 1, start, start, self._end, "lead"))
        return True

    def _write_references(self, references: Sequence[tuple[int, str]]) -> bool:
        entries = [write_entry(number, text) for number, text in references if text.strip()]
        if not entries:
            return True
        heading = self._add("\n".join([REFERENCES, *entries]))
        first = start = heading + len(REFERENCES) + 1
        lines: list[Line] = []
        for entry in entries:
            lines.append(Line(start, start + len(entry), entry, False))
            start += len(entry) + 1
        self.references = tuple(read_entries(lines))
        self.sections.append(Section(_LIST_TITLE, 2, heading, first, self._end, "references"))
        return not any([entry.endswith(" ") for entry in entries])

    def _add(self, block: str) -> int:
        """Where the block begins."""
        start = self._end + len(_BLANK)
        self._blocks.append(block)
        self._end = start + len(block)
        return start
