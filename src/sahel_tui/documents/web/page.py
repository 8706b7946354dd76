"""A saved page -> its plain form: an article of a wiki, or the text of a news page without what stands around it."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sahel_tui.documents.errors import DocumentError
from sahel_tui.documents.lines import page_name
from sahel_tui.documents.rendering import Article, one_line, write_plain
from sahel_tui.documents.web import news
from sahel_tui.documents.web.body import read_parts
from sahel_tui.documents.web.infobox import SELECTOR, read_infobox
from sahel_tui.documents.web.references import take_references
from sahel_tui.documents.web.tree import drop, find_outermost

LARGEST_PAGE = 8 * 1024 * 1024
DEEPEST = 512
"""Elements inside each other; parsers take time with the square of it, and browsers stop here too."""

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
_CLOSED_BY_NEXT = frozenset(
    ("p", "li", "dd", "dt", "td", "th", "tr", "br", "hr", "img", "meta", "link", "input", "option", "col", "source")
)
_WIKI = ".mw-parser-output, #mw-content-text, #bodyContent, body.mw-body-content, section[data-mw-section-id], .infobox"
_CONTENT = (".mw-parser-output", "#mw-content-text", "#bodyContent")
_AROUND = (
    "#wm-ipp-base, #wm-ipp, "
    "script, style, noscript, template, .mw-editsection, .navbox, .vertical-navbox, .sidebar, #toc, .toc, .hatnote, "
    ".metadata, .ambox, .noprint, .mw-jump-link, .printfooter, .catlinks, .shortdescription, .sistersitebox, figure, "
    ".thumb, .gallery, .mw-empty-elt, nav, .bandeau-container, .bandeau, .homonymie, .navbar, .mw-indicators, "
    ".authority-control, .portal, .portalbox, .side-box, .locmap, .mw-kartographer-container, header .vector-toc, "
    ".vector-header-container, .mw-footer, footer, #siteSub, #contentSub, .reference-accessdate, style"
)
_SITE = re.compile(
    r"\s[-–—|]\s(?:Wikip.dia|WikiMili|Wikiwand|Wiki\b|Alchetron|DBpedia|Everybodywiki).{0,60}$", re.IGNORECASE
)
_OPEN_TITLE = re.compile(r"(<title\b[^<>]{0,200}>[^<]{0,500})(?=<(?!/title))", re.IGNORECASE)
"""A title that is never closed; it would swallow the page."""

_MOST_CANDIDATES = 20
_ANY_SITE = re.compile(r"\s[-–—|]\s[^-–—|]{1,40}$")
_TITLE_WORDS = 3
_ADDRESSES = (
    ("link[rel=canonical]", "href"),
    ("link[rel='dc:isVersionOf']", "href"),
    ("meta[property='og:url']", "content"),
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://\S{1,2000}?)\s*-->")


def render_html(html: str, name: str, title: str = "", address: str | None = None) -> str:
    """The plain form of a page; raises DocumentError for one that says nothing or cannot be read."""
    if len(html) > LARGEST_PAGE:
        raise DocumentError(name, f"a page of more than {LARGEST_PAGE // 1024**2} MB", "save the page without pictures")
    if _depth(html) > DEEPEST:
        raise DocumentError(name, f"elements inside each other more than {DEEPEST:,} times", "no page needs so many")
    tree = LexborHTMLParser(_OPEN_TITLE.sub(r"\1</title>", html, count=1))
    root = tree.body or tree.root
    if root is None:
        raise DocumentError(name, "there is no text in this page", "save the whole page")
    title, address = title or find_title(tree), address or find_address(tree, html)
    if tree.css_first(_WIKI) is None:
        return write_plain(news.read_news(tree, root, title, address))
    return write_plain(_read_wiki_page(root, title, address))


def _depth(html: str) -> int:
    """How many elements may stand inside each other; those that the next of their kind closes do not count."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        if found[2].lower() not in _CLOSED_BY_NEXT:
            depth = max(0, depth + (-1 if found[1] else 1))
            deepest = max(deepest, depth)
    return deepest


def find_title(tree: LexborHTMLParser) -> str:
    """The name of the article: its heading, else what the page says about itself; empty when it has none."""
    for selector in ("#firstHeading", "h1.title", "meta[property='og:title']", "h1", "title"):
        if node := tree.css_first(selector):
            said = (node.attributes.get("content") or "") if node.tag == "meta" else node.text()
            if text := _SITE.sub("", one_line(said)):
                return _without_site(text) if node.tag == "title" else text
    return ""


def _without_site(title: str) -> str:
    """A window title without the name of the site at its end, where enough is left without it."""
    shorter = _ANY_SITE.sub("", title)
    return shorter if len(shorter.split()) >= _TITLE_WORDS else title


def find_address(tree: LexborHTMLParser, html: str) -> str | None:
    """Where the page says that it is from."""
    for selector, attribute in _ADDRESSES:
        node = tree.css_first(selector)
        found = (node.attributes.get(attribute) or "").strip() if node else ""
        found = f"https:{found}" if found.startswith("//") else found
        if found.startswith(("http://", "https://")) and page_name(found):
            return found
    saved = _SAVED_FROM.search(html[:5_000])
    return saved[1] if saved else None


def _read_wiki_page(root: LexborNode, title: str, address: str | None) -> Article:
    drop(find_outermost(root, _AROUND))
    box = root.css_first(SELECTOR)
    fields = read_infobox(box) if box else ()
    references = take_references(root)
    content = next((found for selector in _CONTENT if (found := _largest(root, selector))), None)
    if content is None:
        news.drop_surroundings(root)
        content = _largest(root, "main, article") or root
    drop(find_outermost(content, f"{SELECTOR}, h1"))
    return Article(title, fields, list(read_parts(content)), references, address)


def _largest(root: LexborNode, selector: str) -> LexborNode | None:
    """Of all that fit a selector, the one with most text; a page may repeat its own frame."""
    return max(root.css(selector)[:_MOST_CANDIDATES], key=lambda node: len(node.text()), default=None)
