"""The reference list of a saved page -> numbered entries, taken out of its text."""

import re

from selectolax.lexbor import LexborNode

from sahel_tui.documents.web.tree import drop, find_outermost, say_inline

_LISTS = "ol.references, ol.mw-references, div.reflist ol, div.references-small ol"
_BACK = ".mw-cite-backlink, .cite-accessibility-label, .renvois_vers_le_texte, [rel='mw:referencedBy']"
_CARET = re.compile(r"^[\^↑\s]+(?:(?:[a-z]\s+)+(?=\W|[A-Z]))?")


def take_references(root: LexborNode) -> list[tuple[int, str]]:
    """Number and text of every entry, with the address it cites; the lists are gone from the page afterwards."""
    lists = find_outermost(root, _LISTS)
    items = [item for listed in lists for item in find_outermost(listed, "li")]
    entries = [(number, _say_entry(item)) for number, item in enumerate(items, 1)]
    drop(lists)
    return entries


def _say_entry(item: LexborNode) -> str:
    drop(find_outermost(item, _BACK))
    text = _CARET.sub("", say_inline(item))
    link = item.css_first("a.external, a[rel~=nofollow], a[href^=http]")
    address = (link.attributes.get("href") or "") if link else ""
    return text if not address.startswith("http") or address in text else f"{text} {address}"
