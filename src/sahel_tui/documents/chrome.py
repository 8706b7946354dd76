"""What a web page shows around an article: menus, tables of contents, notes to the reader, the footer."""

import re
from collections import Counter
from collections.abc import Sequence

from sahel_tui.documents.lines import Line, count_words, ends_sentence
from sahel_tui.documents.outline import strip_edit

_MENU = frozenset({
    *("jump to content", "jump to navigation", "jump to search", "jump to navigation jump to search", "main menu"),
    *("move to sidebar", "hide", "navigation", "search", "appearance", "personal tools", "create account", "log in"),
    *("donate", "article", "talk", "read", "edit", "edit source", "view source", "view history", "tools", "(top)"),
    *("add languages", "print/export", "languages", "wikipedia", "the free encyclopedia", "last updated"),
    *("article talk", "language", "download pdf", "watch", "read edit view history"),
    *("view text source at wikipedia", "toggle the table of contents", "infobox"),
    *("aller au contenu", "aller à la navigation", "aller à la recherche", "menu principal", "rechercher"),
    *("sauter à la navigation", "sauter à la recherche", "sauter à la navigation sauter à la recherche"),
    *("apparence", "faire un don", "créer un compte", "se connecter", "discussion", "lire", "modifier"),
    *("modifier le code", "voir l'historique", "voir l’historique", "outils", "masquer", "informations générales"),
    *("déplacer vers la barre latérale", "wikipédia"),
})  # fmt: skip
_MENU_LINE = re.compile(
    r"from wikipedia\b.{0,40}|(?:un article )?de wikipédia\b.{0,60}|jump to:.{0,60}|aller à :.{0,60}|"
    r"last updated\b.{0,60}|dernière mise à jour\b.{0,60}|\d{1,3} (?:languages|langues)|toggle .{0,80} subsection|"
    r"\(redirected from .{0,120}\)|\(redirigé depuis .{0,120}\)|"
    r"géolocalisation sur la carte\b.{0,80}|\(voir situation sur carte\b.{0,80}|"
    r"description de (?:cette |l.)image\b.{0,120}",
    re.IGNORECASE,
)
_ORIGIN = re.compile(r"From [A-Z][\w'’.,\- ]{1,60}")
_NOTE = re.compile(
    r"for (?:other|the)\b[^.]{0,160}, see [^.]{1,120}\.?|not to be confused with .{0,160}|"
    r"this article (?:is about|needs|may require|has multiple issues)\b.{0,400}|main article:.{0,160}|"
    r"pour (?:les articles homonymes|l.article)\b.{0,200}|ne doit pas être confondu\b.{0,160}|"
    r"cet article (?:concerne|est une ébauche|ne cite pas)\b.{0,300}",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"retrieved from [\"“]?https?:|this page was last edited|this article (?:uses material|is issued) from|"
    r"(?:hidden )?categor(?:y|ies)\s?:|text is available under|related research articles$|ce document provient de|"
    r"la dernière modification de cette page|catégories?\s?:|privacy policy$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:contents|table of contents|sommaire|\(top\))(?:\s*\[\s*\w{1,10}\s*\])?", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,4}\.?\s+[^\W\d_a-zà-ÿ]")
_BULLET = re.compile(r"[-*•]\s+")
_GLUED_EDIT = re.compile(
    r"(?:\[\s?)?(?:edit|modifier)(?:(?:\s?\|\s?)?(?:edit source|modifier le code| le code))?(?:\s?\])?(?=[A-ZÀ-Þ\"“«])"
)
"""An edit link that a capture joined to the paragraph below its heading: `editThe outpost was attacked`."""

_LONGEST_ENTRY = 100
_LONGEST_MENU = 200


def drop_chrome(lines: Sequence[Line]) -> list[Line]:
    """The lines of the article itself: no menus, no table of contents, nothing from the footer on.

    An edit link on a line of its own, or glued to the text below, goes to the end of its heading.
    """
    ahead = Counter(strip_edit(line.text) for line in lines)
    kept: list[Line] = []
    in_contents = gap = False
    for line in lines:
        if len(kept) > 1 and _FOOTER.match(line.text):
            break
        ahead[strip_edit(line.text)] -= 1
        in_contents = _opens_contents(line.text) or (in_contents and _is_entry(line.text, ahead))
        glued = _GLUED_EDIT.match(line.text)
        if kept and glued:
            kept[-1] = kept[-1]._replace(text=strip_edit(kept[-1].text) + "[edit]")
            line = line._replace(start=line.start + glued.end(), text=line.text[glued.end() :])
        if kept and not strip_edit(line.text):
            kept[-1] = kept[-1]._replace(text=strip_edit(kept[-1].text) + line.text)
        elif in_contents or is_menu(line.text):
            gap = True
        else:
            kept.append(line._replace(gap=line.gap or gap))
            gap = False
    return kept


def is_menu(text: str) -> bool:
    """Whether a line is a link or label of the site around the article.

    >>> is_menu("Jump to content"), is_menu("From Wikipedia, the free encyclopedia"), is_menu("Edit war in Mali")
    (True, True, False)
    """
    return len(text) < _LONGEST_MENU and (text.casefold() in _MENU or bool(_MENU_LINE.fullmatch(text)))


def is_head_note(text: str) -> bool:
    """Whether a line above the lead is a note to the reader or says which site the page is from."""
    return bool(_NOTE.fullmatch(text)) or bool(_ORIGIN.fullmatch(text))


def _opens_contents(text: str) -> bool:
    return len(text) < 40 and bool(_CONTENTS.fullmatch(text))


def _is_entry(text: str, ahead: Counter[str]) -> bool:
    """An entry of a table of contents: numbered, or a short line that comes again further down."""
    if len(text) > _LONGEST_ENTRY or strip_edit(text) != text or ends_sentence(text):
        return False
    name = _BULLET.sub("", text, count=1)
    return bool(_NUMBERED.match(text)) or (ahead[name] > 0 and count_words(name) <= 12) or is_menu(text)
