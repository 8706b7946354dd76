"""Any bytes, read as any format, give documents or refusals in one line, and never anything else."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sahel_tui.documents import FORMATS, DocumentError, Refusal, parse_document, read_documents
from sahel_tui.documents.event import describe_event
from sahel_tui.documents.web.page import render_html
from sahel_tui.documents.wiki.page import render_page
from sahel_tui.model import Document

INPUTS = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("forms/*/*")) if path.suffix != ".expected"]
PIECES = (
    *(b"{{", b"}}", b"[[", b"]]", b"|", b"\n|-\n", b"\n{|\n", b"|}", b"<ref>", b"</ref>", b"<ref name=a />"),
    *(b"<!--", b"-->", b"{{Infobox event|date=", b"{{efn|", b"{{flagicon|", b"\n== A ==\n", b"\n* ", b"&#x110000;"),
    *(b"&amp;", b"[http://a b]", b"<table class=infobox><tr>", b"<td>", b"</table>", b"<p>", b"<h2>", b"<a>", b"<br>"),
    *(b"<ol class=references><li>", b"<hr>", b"<page>", b"</page>", b"<title>", b"<text>", b"</text>", b"<mediawiki>"),
    *(b"]]>", b"<![CDATA[", b'{"query":{"pages":[{"title":"A","extract":"B"}]}}', b'{"parse":', b"}", b"[", b'"'),
    *(b",,,,", b";", b'"",""', b"\r\n", b"\x1f\x8b\x08\0", b"BZh9", b"PK\x03\x04", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd"),
    *(b"\0", b"\xff", b"\x01\x02\x03\x04\x05", b"7 killed", b"2021-05-05", "é \u202e\u2028".encode()),
    *(b"= T =\n\n", b"- K: v\n"),
)


@st.composite
def damaged_inputs(draw: st.DrawFn) -> bytes:
    """An input of the tests with pieces cut out, doubled or put in."""
    content = draw(st.sampled_from(INPUTS))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 60)))
        middle = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6), st.just(content[start:end] * 3)))
        content = content[:start] + middle + content[end:]
    return content


CONTENTS = st.one_of(
    st.binary(max_size=200), st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join), damaged_inputs()
)


def check(item: Document | Refusal) -> None:
    """A document whose parts lie inside its text, or a refusal in one line."""
    if isinstance(item, Refusal):
        assert item.reason
        assert item.advice
        assert "\n" not in f"{item.reason}{item.advice}"
        assert item.line is None or item.line >= 1
        return
    size = len(item.text)
    assert item.title.strip()
    assert all(0 <= field.start < field.end <= size for field in item.fields)
    assert all(part.heading <= part.start <= part.end <= size for part in item.sections)
    assert describe_event(item).id


@pytest.mark.parametrize("format", [None, *FORMATS])
def test_any_bytes_are_read_or_refused(tmp_path_factory: pytest.TempPathFactory, format: str | None) -> None:
    path = tmp_path_factory.mktemp("bytes") / "input"

    @given(content=CONTENTS)
    @settings(max_examples=120)
    def read(content: bytes) -> None:
        path.write_bytes(content)
        found = list(read_documents(path, format=format))
        for item in found:
            check(item)
        assert found or format in (None, "xml", "ged", "acled", "export")

    read()


@given(text=st.one_of(st.text(max_size=200), damaged_inputs().map(lambda content: content.decode("utf-8", "replace"))))
@settings(max_examples=150)
def test_what_is_written_down_is_in_the_plain_form(text: str) -> None:
    """No mark of the readers is left in it, and it is told as plain and read back as it is."""
    for render in (render_page, render_html):
        try:
            plain = render(text, "name")
            document = parse_document(plain, "name", format="plain")
        except DocumentError:
            continue
        assert not set("\x01\x02\x03\x04\x05") & set(plain)
        assert document.text == plain


WIKI = [
    "{{",
    "[[",
    "{{a|",
    "[[a|",
    "<ref>",
    "<b>",
    "<!--",
    "{|\n|",
    "[http://a ",
    "<a b=",
    "*",
    "'''",
    "{{a|b={{",
    "==a==\n",
]
HTML = [
    "<div>",
    "<p>",
    "<table><tr><td>",
    "<a href=x>",
    "<b><p>",
    "&",
    "<!--",
    "<ol class=references><li>",
    "<i>",
    "<td",
]


@pytest.mark.parametrize("piece", [*WIKI, "{{efn|a}}", "[[File:a|", "{{flagicon|", "<pre>", "<s>"])
def test_hostile_wikitext_takes_time_in_proportion(piece: str) -> None:
    text = "{{Infobox event|event_name=A fire}} It burned.\n" + piece * (100_000 // len(piece))
    assert "A fire" in render_page(text, "name")


@pytest.mark.parametrize("piece", HTML)
def test_hostile_html_takes_time_in_proportion(piece: str) -> None:
    said = _render_or_refuse(f"<h1>A fire</h1><p>It burned.</p>{piece * (200_000 // len(piece))}")
    assert "It burned." in said or "elements inside each other" in said


def _render_or_refuse(html: str) -> str:
    try:
        return render_html(html, "name")
    except DocumentError as error:
        return str(error)
