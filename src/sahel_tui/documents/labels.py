"""The names infobox fields go by, in English and French, and the keys they share."""

import re
from functools import lru_cache

NAMES: dict[str, tuple[str, ...]] = {
    "title": ("Title", "Titre", "Name", "Nom"),
    "conflict": ("Conflict", "Conflit"),
    "partof": ("Part of", "Partof", "Une partie de", "Partie de", "Fait partie de", "Guerre"),
    "date": ("Date", "Dates", "Date(s)"),
    "place": ("Place of attack", "Place", "Location", "Locations", "Lieu", "Lieux", "Localisation", "Emplacement"),
    "coordinates": ("Coordinates", "Coordonnées"),
    "country": ("Country", "Pays"),
    "status": ("Status", "Statut"),
    "result": ("Result", "Outcome", "Issue", "Résultat"),
    "territory": ("Territory", "Territorial changes", "Territorialchanges", "Changements territoriaux"),
    "target": ("Target", "Targets", "Cible", "Cibles"),
    "type": ("Type", "Attack type", "Type d'attaque", "Type d’attaque"),
    "weapons": ("Weapons", "Weapon", "Armes", "Arme"),
    "fatalities": ("Deaths", "Fatalities", "Dead", "Killed", "Morts", "Mort", "Décès", "Tués"),
    "injuries": ("Injured", "Injuries", "Non-fatal injuries", "Wounded", "Blessés"),
    "missing": ("Missing", "Disparus"),
    "captives": ("Hostages", "Kidnapped", "Abducted", "Captured", "Otages", "Enlevés", "Captifs", "Prisonniers"),
    "civilians": (
        *("Civilian casualties", "Civilian deaths", "Civilian losses", "Civilians killed", "Civilians"),
        *("Pertes civiles", "Victimes civiles", "Civils tués", "Morts civils"),
    ),
    "victims": ("Victims", "Victim", "Victimes"),
    "perpetrators": (
        *("Perpetrators", "Perpetrator", "Perpetrator(s)", "Perps", "Perp", "Accused", "Terrorists"),
        *(
            "Assailants",
            "Assailant",
            "Assailant(s)",
            "Auteurs",
            "Auteur",
            "Auteurs présumés",
            "Organisations",
            "Organisation",
        ),
    ),
    "motive": ("Motive", "Motives", "Motif", "Mobile"),
    "ideology": ("Mouvance",),
    "numparts": ("No. of participants", "Numparts", "Participants"),
    "belligerents": (
        *("Belligerents", "Combatants", "Belligerent", "Combatant"),
        *("Belligérants", "Les belligérants", "Belligérant"),
    ),
    "commanders": (
        *("Commanders and leaders", "Commanders", "Commander"),
        *("Commandants et chefs", "Commandants et dirigeants", "Commandants", "Commandant"),
    ),
    "units": ("Units involved", "Units", "Unités impliquées", "Unités engagées"),
    "strength": ("Strength", "Forces en présence", "Effectifs", "Force", "Forces"),
    "casualties": (
        *("Casualties and losses", "Casualties", "Losses"),
        *("Victimes et pertes", "Pertes humaines", "Pertes"),
    ),
}
"""Key -> the names it is written by."""

BLOCKS = ("belligerents", "commanders", "units", "strength", "casualties")
"""Keys whose value has a column for each side."""

_COLUMN = {"belligerents": "combatant", "commanders": "commander"}
_KEYS = {re.sub(r"\W", "", name).casefold(): key for key, names in NAMES.items() for name in names}
_NUMBERED = re.compile(r"(.*?)[\s_-]*(\d{1,2})", re.DOTALL)
_LONGEST = 60


@lru_cache(maxsize=4_096)
def normalise_key(label: str) -> str:
    """The key of a field from the name it is written by; a name not listed stays, lower-cased.

    >>> [normalise_key(name) for name in ("Casualties2", "Combatant 1:", "Lieu", "Deaths", "Perpetrator(s)", "Partof")]
    ['casualties2', 'combatant1', 'place', 'fatalities', 'perpetrators', 'partof']
    """
    label = label.strip(" \t\n:")
    numbered = _NUMBERED.fullmatch(label[:_LONGEST])
    base, number = (numbered[1], str(int(numbered[2]))) if numbered else (label, "")
    key = _KEYS.get(re.sub(r"\W", "", base).casefold())
    if key is None:
        return " ".join(base.split()).casefold() + number
    return column_key(key, number) if number else key


def column_key(key: str, number: int | str) -> str:
    """The key of one side's part of a block: `belligerents`, 2 -> `combatant2`."""
    return f"{_COLUMN.get(key, key)}{number}"


def is_known(label: str) -> bool:
    """Whether `label` is a listed name, with or without a number."""
    key = normalise_key(label).rstrip("0123456789")
    return key in NAMES or key in _COLUMN.values()
