"""Parsed wikitext -> text: templates, links, tables, entities."""

from collections.abc import Iterator
from typing import Any

from mwparserfromhell import nodes
from mwparserfromhell.nodes import Node
from mwparserfromhell.wikicode import Wikicode

from sahel_tui.documents.rendering import write_table
from sahel_tui.documents.wiki.arguments import Arguments
from sahel_tui.documents.wiki.names import infobox_kind
from sahel_tui.documents.wiki.notes import Notes
from sahel_tui.documents.wiki.sweep import BREAK, RULE
from sahel_tui.documents.wiki.templates import FLAG, FLAG_END, resolve_flags, say_template

_FILES = ("file", "image", "fichier", "media")
_SILENT = ("category", "catégorie", *_FILES)
_FLAGS = ("flag of the ", "flag of ", "drapeau de la ", "drapeau de ", "drapeau du ")


class Speaker:
    """Says what the nodes of one page show; footnotes are gathered in `notes`."""

    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def say(self, code: Any) -> str:
        """The text of parsed wikitext, with the marks of `sweep` and of flags still in it."""
        return "".join(self._say_node(node) for node in code.nodes)

    def arguments(self, template: nodes.Template) -> Arguments:
        """The parameters of a template, said by this speaker."""
        return Arguments(template, self.say)

    def _say_node(self, node: Node) -> str:
        if isinstance(node, nodes.Text):
            return node.value
        if isinstance(node, nodes.Template):
            return self._say_template(node)
        if isinstance(node, nodes.Wikilink):
            return self._say_link(node)
        if isinstance(node, nodes.HTMLEntity):
            return _say_entity(node)
        if isinstance(node, nodes.Tag):
            return self._say_tag(node)
        if isinstance(node, nodes.ExternalLink):
            return self.say(node.title) if node.title else str(node.url)
        if isinstance(node, nodes.Argument):
            return self.say(node.default) if node.default else ""
        return self.say(node.title) if isinstance(node, nodes.Heading) else ""

    def _say_template(self, template: nodes.Template) -> str:
        """Nothing for an infobox inside the text: its fields are read apart."""
        return "" if infobox_kind(str(template.name)) else say_template(self.arguments(template), self._notes)

    def _say_link(self, link: nodes.Wikilink) -> str:
        """The words of a link; a picture only as the flag it may be."""
        title = str(link.title).strip()
        space, colon, name = title.partition(":")
        if colon and space.strip().casefold() in _SILENT:
            return _say_flag(name) if space.strip().casefold() in _FILES else ""
        if link.text is not None and (text := self.say(link.text).strip()):
            return text
        return title.removeprefix(":").partition("#")[0].replace("_", " ")

    def _say_tag(self, tag: nodes.Tag) -> str:
        name = str(tag.tag).strip().casefold()
        if name == "table":
            return f"\n\n{write_table(self._rows(tag.contents))}\n\n"
        if name in ("br", "hr"):
            return BREAK if name == "br" else RULE
        return self.say(tag.contents) if tag.contents else ""

    def _rows(self, contents: Wikicode) -> Iterator[list[str]]:
        """The cells of each row; those above the first row mark are a row of their own."""
        row: list[str] = []
        for node in contents.nodes:
            if not isinstance(node, nodes.Tag):
                continue
            if str(node.tag) in ("td", "th"):
                row.append(self._say_cell(node))
            elif str(node.tag) == "tr":
                yield row
                row = []
                yield from self._rows(node.contents)
        yield row

    def _say_cell(self, node: Any) -> str:
        return resolve_flags(self.say(node.contents)).replace(BREAK, ", ") if node.contents else ""


def _say_entity(entity: nodes.HTMLEntity) -> str:
    try:
        return entity.normalize()
    except (ValueError, OverflowError):  # `&#xFFFFFFFF;` is no character.
        return ""


def _say_flag(name: str) -> str:
    """`Flag of Mali.svg` -> the flag of Mali; nothing for another picture."""
    plain = name.strip().replace("_", " ").rpartition(".")[0]
    prefix = next((prefix for prefix in _FLAGS if plain.casefold().startswith(prefix)), None)
    return f"{FLAG}{plain[len(prefix) :].partition(' (')[0]}{FLAG_END}" if prefix else ""
