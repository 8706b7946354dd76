"""A page's elements in order, each told when it opens and when it closes; text with the marks of breaks and flags."""

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from sahel_tui.documents.wiki.sweep import BREAK, ITEM, RULE
from sahel_tui.documents.wiki.templates import FLAG, FLAG_END, resolve_flags

_BLOCKS = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr "
    "ul"
)
BLOCKS = frozenset(_BLOCKS.split())
"""Elements that stand on lines of their own."""

_FLAG_FILE = re.compile(
    r"(?:^|[/:])(?:\d+px-)?(?:Flag_of_|Drapeau_d)(?:the_|e_la_|e_|u_)?([^/.]{2,60})\.svg", re.IGNORECASE
)
_SPACES = re.compile(r"\s+")


def walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Every node below `root` in order, with True when it opens and False when it closes; text only opens."""
    node = root.child
    depth = 1
    while node is not None and depth:
        yield node, True
        if node.child is not None:
            node, depth = node.child, depth + 1
            continue
        yield node, False
        while node is not None and node.next is None:
            node, depth = node.parent, depth - 1
            if not depth or node is None:
                return
            yield node, False
        node = node.next if node is not None else None


def find_outermost(root: LexborNode, selector: str) -> list[LexborNode]:
    """The nodes below `root` that fit a selector and stand in no other such node."""
    wanted = {node.mem_id for node in root.css(selector)}
    return pick_outermost(root, wanted) if wanted else []


def pick_outermost(root: LexborNode, wanted: set[int]) -> list[LexborNode]:
    """The nodes below `root` with these ids that stand in no other of them."""
    found: list[LexborNode] = []
    inside = 0
    for node, opens in walk(root):
        if inside:
            inside = 0 if not opens and node.mem_id == inside else inside
        elif opens and node.mem_id in wanted:
            found.append(node)
            inside = node.mem_id
    return found


def drop(nodes: Iterable[LexborNode]) -> None:
    """Take nodes out of their page; none may stand inside another, for that one is gone with it."""
    for node in nodes:
        node.decompose()


def say_value(cell: LexborNode) -> str:
    """The text of a table cell: lines parted by line ends, a rule as `<hr>`."""
    said = resolve_flags("".join(_say_marked(cell)))
    lines = re.split(rf"[{BREAK}{ITEM}]|(?<={RULE})|(?={RULE})", said)
    plain = ("<hr>" if line == RULE else _SPACES.sub(" ", line).strip(" ,") for line in lines)
    return "\n".join(line for line in plain if line)


def say_inline(node: LexborNode) -> str:
    """The text of a node on one line."""
    return _SPACES.sub(" ", say_value(node).replace("\n<hr>", "")).strip()


def _say_marked(root: LexborNode) -> Iterator[str]:
    for node, opens in walk(root):
        tag = node.tag
        if tag == "-text":
            yield _SPACES.sub(" ", node.text(deep=False) or "") if opens else ""
        elif tag == "img":
            yield _say_picture(node) if opens else ""
        elif tag in ("br", "hr"):
            yield (BREAK if tag == "br" else RULE) if opens else ""
        elif tag in BLOCKS:
            yield BREAK


def _say_picture(image: LexborNode) -> str:
    """The flag a picture is; nothing for any other picture."""
    found = _FLAG_FILE.search(image.attributes.get("src") or "") or _FLAG_FILE.search(
        image.attributes.get("resource") or ""
    )
    return f"{FLAG}{found[1].replace('_', ' ')}{FLAG_END}" if found else ""
