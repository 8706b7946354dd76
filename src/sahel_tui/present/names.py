"""The words a reader sees for categories, sides, incidents and voices."""

import re
from typing import Literal, NamedTuple

from sahel_tui.model import CIVILIANS, MAIN_INCIDENT, UNSPECIFIED, Category, Side
from sahel_tui.present.text import visible

INFOBOX, ARTICLE = "infobox", "article"

CATEGORY_NAMES: dict[Category, str] = {
    "killed": "killed",
    "wounded": "wounded",
    "captured": "captured",
    "missing": "missing",
    "displaced": "displaced",
    "vehicles_destroyed": "vehicles destroyed",
    "vehicles_captured": "vehicles captured",
    "other_equipment_lost": "other equipment lost",
}

_VOICE = re.compile(r"(?P<name>[^()]+?)\s*\((?P<detail>.+)\)\s*\Z")
_NUMBER = re.compile(r"[-_\s]+\d+\Z")
_SIDE_NAMES = {CIVILIANS: "civilians", UNSPECIFIED: "people, side not stated"}

VoiceKind = Literal["belligerent", "independent", "infobox", "article"]


class VoiceName(NamedTuple):
    """A voice's name in two lines; `detail` is empty for most."""

    name: str
    detail: str


def split_voice(voice: str) -> VoiceName:
    """Name and detail of a voice.

    >>> split_voice("CSP-PSD (Moulay Ag Sidi Mola)")
    VoiceName(name='CSP-PSD', detail='Moulay Ag Sidi Mola')
    """
    found = _VOICE.match(visible(voice))
    return VoiceName(found["name"], found["detail"]) if found else VoiceName(visible(voice).strip(), "")


def per(voice: str) -> str:
    """Who gives a figure, as it stands behind it: never to be read as who suffered.

    >>> f"killed 7 {per('local sources')}"
    'killed 7 per local sources'
    """
    return f"per {visible(voice)}"


def side_name(side: str, sides: tuple[Side, ...]) -> str:
    """What a reader calls a side: its label in the document, `civilians`, or that none was stated."""
    label = next((known.label for known in sides if known.id == side), "")
    return visible(label).strip() or _SIDE_NAMES.get(side, side)


def incident_name(incident: str) -> str:
    """What a reader calls an incident, without the number that tells it from its neighbours; empty for the main one.

    >>> incident_name("markacoungo-raid"), incident_name("offensive 6")
    ('markacoungo raid', 'offensive')
    """
    return "" if incident == MAIN_INCIDENT else visible(re.sub(r"[-_\s]+", " ", _NUMBER.sub("", incident))).strip()


def is_numbered(incident: str) -> bool:
    """Whether an incident has no name of its own, only a number in its section."""
    return bool(_NUMBER.search(incident))
