"""Answers of the MediaWiki API and REST API: extracts, revisions, parsed pages, page sources."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sahel_tui.documents.errors import DocumentError, Refusal
from sahel_tui.documents.intake.source import Source
from sahel_tui.documents.intake.text import read_text
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.rendering import one_line
from sahel_tui.documents.wiki.page import render_page
from sahel_tui.model import Document

_ADVICE = "ask the API for prop=revisions&rvprop=content, prop=extracts, or action=parse"


class Content(NamedTuple):
    """One page as an answer holds it."""

    title: str
    form: str
    """`wikitext`, `html` or `plain`."""
    text: str
    address: str | None


def read_answers(source: Source) -> Iterator[Document | Refusal]:
    """The documents of an answer, of a list of answers, or of one answer a line."""
    text = read_text(source)
    if isinstance(text, Refusal):
        yield text
        return
    for line, answer in _load(source, text):
        if isinstance(answer, Refusal):
            yield answer
            continue
        contents = list(find_contents(answer))
        for content in contents:
            yield _read_content(source, content, line)
        if not contents:
            yield source.refuse("there is no page of a wiki in this JSON", _ADVICE, line)


def _load(source: Source, text: str) -> Iterator[tuple[int, Any]]:
    """The JSON values of a text with their line: one over all lines, or one a line."""
    import orjson  # 13 ms that only JSON is worth.

    try:
        yield 1, orjson.loads(text)
        return
    except orjson.JSONDecodeError as error:
        whole = error
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) < 2 or not all(line.lstrip().startswith("{") for _, line in lines[:2]):
        yield whole.lineno, source.refuse(f"this is no JSON ({whole.msg})", "get the answer again", whole.lineno)
        return
    for number, line in lines:
        try:
            yield number, orjson.loads(line)
        except orjson.JSONDecodeError as error:
            yield number, source.refuse(f"this line is no JSON ({error.msg})", "get the answer again", number)


def find_contents(answer: Any) -> Iterator[Content]:
    """The pages an answer holds, whatever kind of answer it is."""
    for one in answer if isinstance(answer, list) else [answer]:
        pages = _get(one, "query", "pages")
        listed = list(pages.values()) if isinstance(pages, dict) else pages if isinstance(pages, list) else []
        for page in [*listed, _get(one, "parse"), one]:
            if isinstance(page, dict) and (content := _content(page)):
                yield content


def _content(page: dict[str, Any]) -> Content | None:
    """The text of one page in the form that says most: wikitext, then HTML, then an extract."""
    title = _string(page.get("title")) or _string(page.get("name"))
    address = next(filter(None, (_string(page.get(key)) for key in ("fullurl", "canonicalurl", "url"))), None)
    address = address or _string(_get(page, "content_urls", "desktop", "page")) or None
    for form, text in (("wikitext", _wikitext(page)), ("html", _html(page)), ("plain", _string(page.get("extract")))):
        if text:
            return Content(title, "html" if form == "plain" and text.lstrip().startswith("<") else form, text, address)
    return None


def _wikitext(page: dict[str, Any]) -> str:
    revisions = page.get("revisions")
    revision = revisions[0] if isinstance(revisions, list) and revisions else {}
    main = _get(revision, "slots", "main") or revision
    found = (_get(main, "content"), _get(main, "*"), page.get("wikitext"), _get(page, "wikitext", "*"))
    rest = (page.get("source"), _get(page, "article_body", "wikitext"))
    return next(filter(None, map(_string, (*found, *rest))), "")


def _html(page: dict[str, Any]) -> str:
    found = (page.get("text"), _get(page, "text", "*"), page.get("html"), page.get("extract_html"))
    text = next(filter(None, map(_string, (*found, _get(page, "article_body", "html")))), "")
    return text if "<" in text else ""


def _read_content(source: Source, content: Content, line: int) -> Document | Refusal:
    name = content.title or source.name
    try:
        return parse_document(_render(content, name), name, format="plain")
    except DocumentError as error:
        return source.refuse(f"page {name!r}: {error.reason}", error.advice, line)


def _render(content: Content, name: str) -> str:
    if content.form == "wikitext":
        return render_page(content.text, name, content.title, content.address)
    if content.form == "html":
        from sahel_tui.documents.web.page import render_html

        return render_html(content.text, name, content.title, content.address)
    head = f"# {content.address}\n\n" if content.address else ""
    return f"{head}= {one_line(content.title).strip('= ')} =\n\n{content.text}\n" if content.title else content.text


def _get(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
