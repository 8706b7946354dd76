"""The names that templates and their parameters go by, in English and French."""

import re

EVENT_INFOBOXES = frozenset({
    *("military conflict", "military operation", "military attack", "battle", "war", "warbox", "operational plan"),
    *("civilian attack", "terrorist attack", "massacre", "bombing", "shooting", "mass murder", "civil conflict"),
    *("event", "news event", "hostage", "aircraft occurrence", "war faction conflict"),
    *("conflit militaire", "conflit", "bataille", "guerre", "opération militaire", "attentat", "événement"),
    *("évènement", "fait divers", "prise d'otages", "massacre de masse"),
})  # fmt: skip
"""What follows the word `Infobox` in the templates of pages about events."""

SIDELESS_INFOBOXES = frozenset({"event", "news event", "événement", "évènement", "fait divers"})
"""Infoboxes whose `casualties1` and `casualties2` are lines of one list, not the sides of a conflict."""

LABELS = {
    "Title": ("title", "event_name", "event name", "name", "nom", "titre", "nom de l'événement"),
    "Conflict": ("conflict", "conflit", "battle_name"),
    "Part of": ("partof", "part_of", "guerre", "partie de", "subevent"),
    "Date": ("date", "dates", "start_date"),
    "Place": ("place", "location", "locations", "lieu", "lieux", "localisation", "venue"),
    "Coordinates": ("coordinates", "coordonnées", "coords", "géolocalisation"),
    "Country": ("country", "pays"),
    "Status": ("status", "statut"),
    "Result": ("result", "outcome", "issue", "résultat"),
    "Territory": ("territory", "territoires", "changements territoriaux"),
    "Target": ("target", "targets", "cible", "cibles"),
    "Type": ("type", "attack_type"),
    "Weapons": ("weapons", "weapon", "armes", "arme"),
    "Deaths": ("fatalities", "deaths", "reported deaths", "reported_deaths", "morts", "mort", "tués"),
    "Injuries": ("injuries", "injured", "reported injuries", "reported_injuries", "blessés", "blessé"),
    "Missing": ("missing", "reported missing", "reported_missing", "disparus"),
    "Victims": ("victims", "victim", "victimes"),
    "Casualties and losses": ("casualties", "losses", "pertes", "bilan"),
    "Perpetrators": (
        *("perpetrators", "perpetrator", "perps", "perp", "assailants", "assailant", "accused", "suspects"),
        *("auteurs", "auteur", "organisations", "organisation", "perpetrateurs"),
    ),
    "Motive": ("motive", "motives", "motif", "mobile"),
    "Mouvance": ("mouvance",),
    "Participants": ("numparts", "participants"),
    "Combatant": ("combatant", "combattants", "combattant", "belligérants", "belligérant", "side"),
    "Commander": ("commander", "commandant", "commandants", "leadfigures"),
    "Units": ("units", "unités", "unité"),
    "Strength": ("strength", "forces", "force", "effectifs", "howmany"),
    "Casualties": ("casualties", "pertes"),
    "Notes": ("notes", "note"),
}
"""The label a field is written down with -> the parameters it stands in."""

_NUMBERED = frozenset({"Combatant", "Commander", "Units", "Strength", "Casualties"})
_PLAIN = {name: label for label, names in LABELS.items() for name in names if label not in _NUMBERED}
_COLUMNS = {name: label for label, names in LABELS.items() for name in names if label in _NUMBERED}
_PARAMETER = re.compile(r"(?P<name>.{1,40}?)[ _]?(?P<number>\d{1,2})[a-e]?")


def normalise_name(name: str) -> str:
    """A template's or parameter's name as it is compared: ` Start_date ` -> `start date`."""
    return " ".join(name.replace("_", " ").split()).casefold()


def infobox_kind(name: str) -> str | None:
    """What follows `Infobox` in a template's name, in small letters; None for another template.

    >>> infobox_kind("Infobox Conflit militaire"), infobox_kind("#invoke:Infobox event"), infobox_kind("flag")
    ('conflit militaire', 'event', None)
    """
    plain = normalise_name(name).removeprefix("#invoke:").strip()
    if plain == "warbox":
        return plain
    kind = plain.removeprefix("infobox").removeprefix("/").strip()
    return kind if plain.startswith("infobox") else None


def field_label(parameter: str) -> str | None:
    """The label of an infobox parameter; None for one that says nothing about the event.

    >>> field_label("pertes2"), field_label("fatalities"), field_label("reported_deaths"), field_label("image_size")
    ('Casualties2', 'Deaths', 'Deaths', None)
    """
    name = parameter.strip().casefold()
    name = name if name in _PLAIN else name.replace("_", " ")
    if name in _PLAIN:
        return _PLAIN[name]
    found = _PARAMETER.fullmatch(name)
    if found and (label := _COLUMNS.get(found["name"])):
        return f"{label}{int(found['number'])}"
    return _COLUMNS.get(name)
