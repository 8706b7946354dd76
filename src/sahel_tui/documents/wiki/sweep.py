"""Wikitext without what hides or only formats: comments, tags, quotes, external links, unmatched brackets.

What is left for the parser is balanced and shallow, so that no page can keep it busy for long.
"""

import re
from collections.abc import Iterator

from sahel_tui.documents.wiki.notes import Notes

BREAK, RULE, ITEM = "\x01", "\x02", "\x03"
"""Stand for `<br>`, `<hr>` and a list mark until the text is written down."""

DEEPEST = 20
"""Brackets within brackets that are followed."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_REF = re.compile(
    r"<ref\b(?P<empty>[^<>]{0,300}?)/\s{0,3}>|<ref\b(?P<attributes>[^<>]{0,300})>(?P<content>(?:(?!<ref\b).)*?)</ref\s*>",
    re.IGNORECASE | re.DOTALL,
)
_VERBATIM = r"nowiki|pre|code|syntaxhighlight"
_NOWIKI = re.compile(rf"<({_VERBATIM})\b[^<>]{{0,200}}>((?:(?!<\1\b).)*?)</\1\s*>", re.IGNORECASE | re.DOTALL)
_DROPPED = (
    "gallery",
    "math",
    "score",
    "timeline",
    "s",
    "del",
    "strike",
    "imagemap",
    "templatestyles",
    "style",
    "graph",
)
_DROP = re.compile(
    rf"<({'|'.join(_DROPPED)})\b[^<>]{{0,400}}(?<!/)>(?:(?!<\1\b).)*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_BREAK = re.compile(r"<\s{0,3}/?\s{0,3}br\b[^<>]{0,100}>|</?(?:p|div|li|tr)\b[^<>]{0,400}>", re.IGNORECASE)
_RULE = re.compile(r"<\s{0,3}hr\b[^<>]{0,100}>|^-{4,}", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(r"</?[a-z][^<>]{0,400}>|<(?=[a-z/!])", re.IGNORECASE)
_QUOTES = re.compile(r"'{2,}")
_LINK = re.compile(r"\[((?:https?:)?//[^\s\[\]<>]{1,2000})([^\S\n][^\[\]\n]{0,1000})?\]")
_UNCLOSED_LINK = re.compile(r"\[(?=[a-z]{0,12}:?//|(?:mailto|news|sip|tel|urn|xmpp):)", re.IGNORECASE)
_LIST = re.compile(r"^[*#:;]{1,50}[ \t]*", re.MULTILINE)
_CAPTION = re.compile(r"^(\{\|[^\n]{0,500})\n\|\+(?:[^\n|]{0,300}\|(?!\|))?([^\n]{0,500})$", re.MULTILINE)
_SWITCH = re.compile(r"__[A-Z]{3,30}__|-\{|\}-")
_BRACKETS = re.compile(r"\{\{|\}\}|\[\[|\]\]")
_PARTNER = {"}}": "{{", "]]": "[["}
_ESCAPED = {ord(mark): f"&#{ord(mark)};" for mark in "[]{}|<>'*#:;=-_"}


def sweep(text: str, notes: Notes) -> str:
    """`text` ready for the parser, its footnotes replaced by marks such as `[3]`."""
    text = _drop_comments(_CONTROLS.sub("", text.replace("\r\n", "\n")))
    text = _NOWIKI.sub(lambda found: found[2].translate(_ESCAPED), text)
    text = _REF.sub(lambda found: notes.mark(found["attributes"] or found["empty"] or "", found["content"]), text)
    return balance(sweep_markup(text, keep_addresses=False))


def sweep_markup(text: str, *, keep_addresses: bool) -> str:
    """`text` without tags, quotes and external links; a footnote keeps the addresses it cites."""
    text = _UNCLOSED_LINK.sub("", _LINK.sub(lambda found: _say_link(found, keep_addresses), text))
    text = _RULE.sub(RULE, _BREAK.sub(BREAK, _drop_elements(text)))
    text = _CAPTION.sub(r"\2\n\n\1", text)
    return _LIST.sub(ITEM, _SWITCH.sub("", _QUOTES.sub("", _TAG.sub("", text))))


def balance(text: str) -> str:
    """`text` without brackets that have no partner or stand too deep.

    >>> balance("{{a|[[b}} c]] {{d"), balance("[[a]] {{b}}")
    ('{{a|b}} c d', '[[a]] {{b}}')
    """
    dropped = set(_unmatched(text))
    return _BRACKETS.sub(lambda found: "" if found.start() in dropped else found[0], text)


def _unmatched(text: str) -> Iterator[int]:
    """Where the brackets stand that have no partner."""
    opened: list[tuple[str, int, bool]] = []
    for found in _BRACKETS.finditer(text):
        partner = _PARTNER.get(found[0])
        if partner is None:
            opened.append((found[0], found.start(), len(opened) < DEEPEST))
            continue
        near = opened[-DEEPEST - 1 :]
        back = next((index for index, one in enumerate(reversed(near), 1) if one[0] == partner), 0)
        if not back:
            yield found.start()
            continue
        yield from (start for _, start, _ in opened[len(opened) - back + 1 :])
        _, start, kept = opened[len(opened) - back]
        del opened[len(opened) - back :]
        if not kept:
            yield from (start, found.start())
    yield from (start for _, start, _ in opened)


def _drop_comments(text: str) -> str:
    """A comment that is never closed goes to the end of the page."""
    if "<!--" not in text:
        return text
    head, *rest = text.split("<!--")
    return head + "".join(piece.partition("-->")[2] for piece in rest)


def _drop_elements(text: str) -> str:
    """Without the elements whose content is no text; looked for only when one is closed at all."""
    return _DROP.sub("", text) if "</" in text else text


def _say_link(found: re.Match[str], keep_addresses: bool) -> str:
    words = (found[2] or "").strip()
    if not keep_addresses:
        return words
    return f"{words} {found[1]}" if words else found[1]
