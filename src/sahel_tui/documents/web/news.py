"""A page of news: title, date, publisher and the text, without menus, teasers and advertisements."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sahel_tui.documents.rendering import Article, Part, one_line
from sahel_tui.documents.web.body import read_parts
from sahel_tui.documents.web.tree import drop, pick_outermost

_AROUND = (
    "script, style, noscript, template, nav, aside, footer, form, button, iframe, figure, svg, select, "
    "[role=navigation], [role=banner], [role=complementary], [role=contentinfo], [aria-hidden=true], [hidden]"
)
_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:share|sharing|social|related|recommend\w*|newsletter|subscri\w+|advert\w*|ads?|promo|comments?|cookies?|"
    r"consent|breadcrumbs?|tags?|menu|navbar|sidebar|footer|masthead|popup|modal|partage|abonne\w*|publicite|captions?|"
    r"most-read|trending|teasers?|byline|toolbar|skip-link)(?:$|[\s_-])",
    re.IGNORECASE,
)
_TEXT_HOLDERS = ("[itemprop=articleBody]", "article", "main", "[role=main]", ".article-body", "#content", ".content")
_DATES = (
    ("meta[property='article:published_time']", "content"),
    ("meta[name=date], meta[name=pubdate], meta[name='DC.date.issued'], meta[name='publish-date']", "content"),
    ("meta[itemprop=datePublished], [itemprop=datePublished]", "content"),
    ("time[datetime]", "datetime"),
)
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d)')
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ENOUGH = 120
"""Characters of text an element must hold to be the article."""

_MOST_CANDIDATES = 20
_MOST_LINKED = 0.6
_SHORT = 200


def read_news(tree: LexborHTMLParser, root: LexborNode, title: str, address: str | None) -> Article:
    """Title, publisher, day of publication and text."""
    fields = [("Published", find_day(tree)), ("Publisher", _meta(tree, "meta[property='og:site_name']"))]
    drop_surroundings(root)
    holder = find_holder(root)
    parts = [part for part in _without_teasers(holder) if part.text]
    return Article(title, [field for field in fields if field[1]], parts, (), address)


def find_day(tree: LexborHTMLParser) -> str:
    """The day of publication as `YYYY-MM-DD`; empty when the page does not say."""
    for selector, attribute in _DATES:
        for node in tree.css(selector)[:5]:
            if found := _DAY.search(node.attributes.get(attribute) or ""):
                return found[0]
    scripts = (script.text() for script in tree.css("script[type='application/ld+json']"))
    return next((found[1] for script in scripts if (found := _PUBLISHED.search(script))), "")


def find_holder(root: LexborNode) -> LexborNode:
    """The element that holds the article: a marked one with enough text, else the one whose paragraphs are longest."""
    for selector in _TEXT_HOLDERS:
        found = max(root.css(selector)[:_MOST_CANDIDATES], key=_prose, default=None)
        if found is not None and _prose(found) >= _ENOUGH:
            return found
    totals: dict[int, tuple[int, LexborNode]] = {}
    for paragraph in root.css("p"):
        if (parent := paragraph.parent) is not None:
            size, _ = totals.get(parent.mem_id, (0, parent))
            totals[parent.mem_id] = (size + len(paragraph.text()), parent)
    size, holder = max(totals.values(), key=lambda pair: pair[0], default=(0, root))
    return holder if size >= _ENOUGH else root


def _prose(node: LexborNode) -> int:
    """Characters of the paragraphs inside a node."""
    return sum(len(paragraph.text()) for paragraph in node.css("p"))


def drop_surroundings(root: LexborNode) -> None:
    """Without elements that by their role or by their class are no text of the article."""
    around = {node.mem_id for node in root.css(_AROUND)}
    around |= {node.mem_id for node in root.css("[class], [id]") if _is_aside(node)}
    drop(pick_outermost(root, around))


def _is_aside(node: LexborNode) -> bool:
    named = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
    return node.tag not in ("body", "html", "article", "main") and bool(_ASIDE.search(named[:400]))


def _without_teasers(holder: LexborNode) -> Iterator[Part]:
    """The parts of the article without its title; short blocks that are mostly links lead elsewhere.

    Where most of the text is in links, one was never closed and tells nothing.
    """
    around = {heading.mem_id for heading in holder.css("h1")}
    if _linked(holder) < _MOST_LINKED * len(holder.text()):
        around |= {block.mem_id for block in holder.css("p, li, h2, h3, h4") if _is_teaser(block)}
    drop(pick_outermost(holder, around))
    yield from read_parts(holder)


def _is_teaser(block: LexborNode) -> bool:
    size = len(block.text())
    return size < _SHORT and _linked(block) > _MOST_LINKED * size


def _linked(node: LexborNode) -> int:
    """Characters of the links inside a node."""
    return sum(len(link.text()) for link in node.css("a"))


def _meta(tree: LexborHTMLParser, selector: str) -> str:
    node = tree.css_first(selector)
    return one_line((node.attributes.get("content") or "") if node else "")
