"""Templates that carry facts -> the text a reader sees; all others say nothing."""

import re
from collections.abc import Callable

from sahel_tui.documents.wiki.arguments import Arguments
from sahel_tui.documents.wiki.citations import is_citation, say_citation
from sahel_tui.documents.wiki.countries import country_name, find_country
from sahel_tui.documents.wiki.dates import DATES
from sahel_tui.documents.wiki.notes import Notes
from sahel_tui.documents.wiki.sweep import BREAK, ITEM

FLAG, FLAG_END = "\x04", "\x05"
"""Around the name of a flag that stands for a country only when nothing else names it."""

Say = Callable[[Arguments], str]

_FIGURE = r"[~+]?\d|at least|over|up to|several|dozens|unknown|none|no\b|au moins|inconnu"
_NOT_AFTER_FLAG = rf"(?=\s{{0,3}}(?:{_FIGURE}|$|[\n,;<\x01\x02\x03]))"
_FLAG = re.compile(rf"{FLAG}([^{FLAG}{FLAG_END}]{{0,200}}){FLAG_END}\s{{0,3}}{_NOT_AFTER_FLAG}", re.IGNORECASE)
_ANY_FLAG = re.compile(rf"{FLAG}[^{FLAG_END}]{{0,400}}{FLAG_END}?\s{{0,3}}|{FLAG_END}")
_FILE = re.compile(
    r"(?:file|image|fichier):(?:flag of |drapeau (?:de |du |de la |des )?)?(?:the )?|\.\w{3,4}$", re.IGNORECASE
)
_FATES = {
    "kia": "KIA", "†": "KIA", "killed in action": "KIA", "mort": "KIA", "mort au combat": "KIA", "dow": "KIA",
    "wia": "WIA", "wounded in action": "WIA", "blessé": "WIA",
    "pow": "POW", "prisoner of war": "POW", "prisonnier": "POW", "mia": "MIA", "missing in action": "MIA",
    "executed": "executed", "assassinated": "assassinated", "surrendered": "surrendered",
}  # fmt: skip
_SIGNS = {
    "!": "|", "=": "=", "snd": " – ", "snds": " – ", "dash": " – ",
    "spnd": " – ", "spaced ndash": " – ", "ndash": "–", "mdash": "—", "--": "—",
    "nbsp": " ", "spaces": " ", "'": "'", "1er": "1er", "1re": "1re", "•": " • ", "·": " · ",
    "bullet": " • ", "dot": " · ", "clear": "", "-": "",
}  # fmt: skip


def resolve_flags(text: str) -> str:
    """`text` in which a flag names its country before a figure or where it stands alone, and is gone elsewhere."""
    return _ANY_FLAG.sub("", _FLAG.sub(r"\1 ", text)) if FLAG in text else text


def say_template(arguments: Arguments, notes: Notes) -> str:
    """What a template shows; footnote templates leave a mark and their note in `notes`."""
    name = arguments.name
    if name in _FATES:
        return f" ({_FATES[name]})"
    if name in _SIGNS:
        return _SIGNS[name]
    if is_citation(arguments):
        return say_citation(arguments)
    if name in _NOTES:
        return _say_note(arguments, notes)
    if say := _TEMPLATES.get(name):
        return say(arguments)
    if name.startswith(("formatnum:", "lang-")):
        return name.partition(":")[2].strip() or arguments.get("1")
    return find_country(name) or ""


_NOTES = frozenset(
    {"efn", "efn-ua", "efn-lr", "refn", "note", "sfn", "sfnp", "sfnm", "sfnmp", "r", "harvnb", "harvsp", "ref"}
)


def _say_note(arguments: Arguments, notes: Notes) -> str:
    """`{{efn|text}}`, `{{r|name}}`, `{{sfn|Author|2020|p=3}}`."""
    if arguments.name == "r":
        return "".join(notes.cite(name) for name in arguments.listed())
    if arguments.name in ("sfn", "sfnp", "sfnm", "sfnmp", "harvnb", "harvsp"):
        page = arguments.get("p", "pp", "p.")
        said = ", ".join([" ".join(arguments.listed()), *([f"p. {page}"] if page else [])])
        return notes.cite(said, said)
    return notes.cite(arguments.get("name", "nom"), arguments.source("1") or arguments.source("text"))


def _first(arguments: Arguments) -> str:
    return arguments.get("1", "text", "content", "contenu", "fr", "trad")


def _second(arguments: Arguments) -> str:
    return arguments.get("2", "text", "texte", "1")


def _last(arguments: Arguments) -> str:
    listed = arguments.listed()
    return listed[-1] if listed else arguments.get("text", "content", "contenu")


def _joined(arguments: Arguments) -> str:
    return " ".join(arguments.listed())


def _items(arguments: Arguments) -> str:
    title = arguments.get("title", "titre")
    return BREAK + BREAK.join([*([title] if title else []), *arguments.listed()]) + BREAK


def _country(arguments: Arguments) -> str:
    return country_name(arguments.get("name", "2", "1") if arguments.get("name") else arguments.get("1"))


def _flag(arguments: Arguments) -> str:
    return f"{FLAG}{country_name(_FILE.sub('', arguments.get('1')))}{FLAG_END}"


def _army(arguments: Arguments) -> str:
    branch = {"army": "Army", "navy": "Navy", "air force": "Air Force", "armée de terre": "Army"}
    return arguments.get("name") or f"{country_name(arguments.get('1'))} {branch[arguments.name]}"


def _circa(arguments: Arguments) -> str:
    return f"c. {'–'.join(arguments.listed())}".strip()


def _measure(arguments: Arguments) -> str:
    """`{{convert|10|km|mi}}` -> `10 km`, `{{nombre|40000|personnes}}` -> `40000 personnes`."""
    return " ".join(arguments.listed()[:2])


def _coordinates(arguments: Arguments) -> str:
    """`{{coord|15|3|N|1|50|E}}` -> `15°3′N 1°50′E`, `{{coord|15.05|-1.8}}` -> `15.05°N 1.8°W`."""
    said, half = [], ""
    marks = iter("°′″")
    for value in arguments.listed()[:8]:
        if value.upper() in ("N", "S", "E", "W", "O"):
            said.append(half + ("W" if value.upper() == "O" else value.upper()))
            half, marks = "", iter("°′″")
        elif re.fullmatch(r"-?\d{1,3}(?:\.\d{1,12})?", value):
            half += f"{value}{next(marks, '')}"
    numbers = [value for value in arguments.listed()[:2] if re.fullmatch(r"-?\d{1,3}(?:\.\d{1,12})?", value)]
    if not said and len(numbers) == 2:
        said = [
            number.lstrip("-") + "°" + side[number[0] == "-"]
            for number, side in zip(numbers, ("NS", "EW"), strict=True)
        ]
    return " ".join(said)


def _quotation(arguments: Arguments) -> str:
    text = arguments.get("1", "text", "texte", "quote")
    return f"« {text} »" if text else ""


def _block(arguments: Arguments) -> str:
    text = arguments.get("1", "text", "texte", "quote")
    author = arguments.get("2", "author", "auteur", "sign")
    return f"\n\n{text}" + (f" — {author}" if author else "") + "\n\n"


def _row(arguments: Arguments) -> str:
    return f"{ITEM}{arguments.get('1')}: {arguments.get('2')}"


def _table(*rules: tuple[Say, str]) -> dict[str, Say]:
    return {name.strip(): say for say, names in rules for name in names.split(",")}


_TEMPLATES: dict[str, Say] = {
    **_table(
        (_first, "nowrap, nobr, small, smaller, big, nobold, nbold, bold, strong, em, abbr, tooltip, sic, larger"),
        (_first, "not a typo, ill, interlanguage link, lien, nowrap begin, center, align center, nbsp text, sup, sub"),
        (
            _first,
            "abréviation, petit, grand, souligner, unité/2, url, unbulleted, hidden text, text, as written, unfit",
        ),
        (_second, "lang, langue, transl, transliteration, translittération, hidden, boîte déroulante, color, couleur"),
        (_last, "font color, fontcolor, resize, nobreak, style, colored text"),
        (
            _items,
            "plainlist, plain list, ubl, ublist, unbulleted list, flatlist, hlist, bulleted list, tree list, clist",
        ),
        (
            _items,
            "collapsible list, vunblist, nblist, ubil, liste simple, liste déroulante, liste horizontale, cslist",
        ),
        (
            _items,
            "ubli, unbulleted indent list, br separated entries, br list, flaglist, ordered list, glossary, pagelist",
        ),
        (_country, "flag, flagcountry, flagu, flag+link, flagg, pays, drapeau2, country"),
        (_flag, "flagicon, flag icon, flagdeco, flagicon image, drapeau, flagicon2, icône drapeau, armoiries"),
        (_army, "army, navy, air force, armée de terre"),
        (_circa, "circa, c., ca, ca., environ"),
        (_measure, "convert, cvt, nombre, nb, unité, val, num, formatnum"),
        (_coordinates, "coord, coordinates, coordonnées"),
        (_joined, "sortname, heure, frac, durée"),
        (_quotation, "citation, guillemets, quotation"),
        (_block, "quote, blockquote, cquote, citation bloc, rquote, début citation"),
        (_row, "casualties row"),
    ),
    **DATES,
}
