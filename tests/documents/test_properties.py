"""Whatever a text holds, it is read or refused in one line, and every span lies inside it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.documents import DocumentError, parse_document
from sahel_tui.documents.clean import clean_value, find_marks
from sahel_tui.documents.dates import parse_dates
from sahel_tui.documents.event import describe_event
from sahel_tui.model import Document

PIECES = (
    *("= Title =", "== Attack ==", "===Sub===", "== Open", "=====", "Infobox", "- Date: May 1, 2020", "- Casualties1:"),
    *("- Place: Sama", "  - nested", "Background[edit]", "[modifier | modifier le code]", "Belligerents", "Deaths69"),
    *("Casualties and losses", "InjuredUnknown", "Date3 May 2020", "Strength 5 UnknownCasualties and losses 7 dead"),
    *(
        "Jump to content",
        "Contents",
        "1 Attack",
        "References",
        "  1. ^ a b Note",
        "- [2] Note",
        "Retrieved from https://a",
    ),
    *("Mali France | JNIM | ||||||", "---|---|---|", "| Lieu | Sama |", "Casualties and losses | |||||||", "|", "| ||"),
    *(
        "5 killed |",
        "# https://example.org/a",
        "Attack",
        "Five men were killed at the well.[1]",
        "14 killed, 11 wounded",
    ),
    *("Le village est pris.", "[1]", "†", "\u202e\u0085", "\t", " ", "", "Prelude", "# Title", "Unknown"),
)
LINES = st.one_of(st.sampled_from(PIECES), st.text(max_size=30))
TEXTS = st.one_of(st.text(max_size=200), st.lists(LINES, max_size=30).map("\n".join))


def read(text: str, format: str | None = None) -> Document | None:
    """The document, or None when the text was refused in one clear line."""
    try:
        return parse_document(text, "name.txt", format=format)
    except DocumentError as error:
        check_one_line(error)
        return None


def check_one_line(error: DocumentError) -> None:
    assert "\n" not in str(error)
    assert error.reason
    assert error.advice


@given(text=TEXTS, format=st.sampled_from((None, "plain", "capture", "table")))
@settings(max_examples=300)
def test_spans_lie_inside_the_text_and_sections_do_not_overlap(text: str, format: str | None) -> None:
    document = read(text, format)
    if document is None:
        return
    size = len(document.text)
    assert document.title.strip()
    for field in document.fields:
        value = document.text[field.start : field.end]
        assert value
        assert value == value.strip()
        assert field.key
    end = 0
    for section in document.sections:
        assert end <= section.heading <= section.start <= section.end <= size
        end = section.end
    for entry in document.references:
        assert 0 <= entry.start < entry.end <= size
        assert any(part.kind == "references" and part.start <= entry.start < part.end for part in document.sections)


@given(text=TEXTS)
@settings(max_examples=100)
def test_fields_stand_outside_the_sections(text: str) -> None:
    document = read(text)
    for field in document.fields if document else ():
        assert not any(part.start < field.end and field.start < part.end for part in document.sections)  # type: ignore[union-attr]


@given(text=TEXTS)
@settings(max_examples=100)
def test_every_document_has_an_event(text: str) -> None:
    document = read(text)
    if document:
        event = describe_event(document)
        assert event.id
        assert event.id == event.id.strip("-")
        assert event.date <= event.date_end or not event.date_end or event.date.startswith(event.date_end)


@given(text=st.one_of(st.text(max_size=80), st.lists(st.sampled_from((*PIECES, "KIA", "20px", "<hr>", ", ,", "()")))
                      .map(" ".join)))  # fmt: skip
@settings(max_examples=200)
def test_values_are_cleaned_and_dated_whatever_they_hold(text: str) -> None:
    assert "\n" not in clean_value(text)
    assert all(0 <= start < end <= len(text) for start, end in find_marks(text, 0, len(text)))
    first, last = parse_dates(text)
    assert first or not last


@pytest.mark.parametrize(
    "line", ["Ab", "Date6", "A[edit]\nb", "5 killed | 6 |", "|", "== References ==\n- a", "[edit]"]
)
def test_long_texts_take_time_in_proportion(line: str) -> None:
    document = read("Title\n\n" + f"{line}\n" * 20_000)
    assert document is not None
    assert document.title == "Title"


@pytest.mark.parametrize(
    "piece", ["[1]", " ", "\t", ",", "= ", "|", "(", "a b ", "Flag of ", "<br", "- a:", "-|", "^ a "]
)
def test_long_lines_take_time_in_proportion(piece: str) -> None:
    text = piece * (300_000 // len(piece)) + "x"
    for shape in ("Title\n\n{}\n\nThe men fled to the hills.\n", "= T =\n\nInfobox\n- Date: {}\n\nThe men fled.\n"):
        assert read(shape.format(text)) is not None
    clean_value(text)
    find_marks(text, 0, len(text))
