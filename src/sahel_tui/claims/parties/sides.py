"""The sides of an event: its combatants in the document's own order, and who belongs to which."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from sahel_tui.claims.language.actors import Actor, load_actors
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.claims.language.words import Lexicon, load_lexicon
from sahel_tui.claims.parties.home_countries import (
    HOME,
    country_of_region,
    find_home_countries,
    read_home_countries,
    without_neighbours,
)
from sahel_tui.claims.parties.listed_sides import Combatant, list_combatants
from sahel_tui.model import CIVILIANS, UNSPECIFIED, Claim, Document, Side

FIRST_HIRED = 2021
"""The year in which a state of the region first hired fighters from abroad."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_ALLIES = 3
"""States that fight together on their own account; more of them send a mission."""


class Combatants:
    """The combatants of one document and the rules that give victims a side."""

    def __init__(self, document: Document) -> None:
        self.lexicon = load_lexicon(document.language)
        self.listed = list_combatants(document, self.lexicon)
        lead = next((section for section in document.sections if section.kind == "lead"), None)
        self.lead = document.text[lead.start : lead.end][:600] if lead else ""
        """The beginning of the text."""
        self.country = _country(document, self.listed, self.lexicon)
        self.fighting_state = self._foreign_state() or self.country
        """Whose `general staff` and `ministry` speak: `French commandos surprise a camp`, and nobody of the country."""
        self._contributors = _contributors(document, self.listed, self.lexicon)
        self._date = f"{document.value('date') or ''} {document.title} {self.lead}"
        self.place = f"{document.value('place') or ''} {document.title}"
        """Names of where the event was."""
        self._groups: dict[tuple[str, ...], str] = {}
        """Where groups of some kinds stand, as far as that was asked."""
        self._commanders = {
            entry.key.replace("commander", "combatant"): document.text[entry.start : entry.end]
            for entry in document.fields
            if entry.key.startswith("commander") and re.fullmatch(r"commander\d+", entry.key)
        }

    def _foreign_state(self) -> str | None:
        """The only state that fights, if it is not that of the place: listed alone, or alone in the first sentence."""
        listed = {country for side in self.listed for country in side.countries}
        if listed:
            return min(listed) if len(listed) == 1 and listed.isdisjoint(HOME) else None
        opening = self.lead.split(". ")[0].lower()
        words = [token.lower for token in tokenise(opening)]
        forces = self.lexicon.list("fighting_forces")
        named = {self.lexicon.nationalities[word] for word in words if word in self.lexicon.nationalities}
        near = {
            nation
            for at, word in enumerate(words)
            if (nation := self.lexicon.nationalities.get(word))
            and not forces.isdisjoint(words[max(0, at - 1) : at + 2])
        }
        return min(near) if len(near) == 1 and near == named and named.isdisjoint(HOME) else None

    @cached_property
    def hires_mercenaries(self) -> bool:
        """Whether foreigners may be hired fighters: the first came to Mali in December 2021; unless a year is told."""
        year = _YEAR.search(self._date)
        return year is None or int(year[0]) >= FIRST_HIRED

    @cached_property
    def single(self) -> frozenset[str]:
        """The sides that list one party and no more."""
        members = {side.id: {actor.id for actor in side.actors if actor.kind != "state"} for side in self.listed}
        return frozenset(side.id for side in self.listed if len(members[side.id]) + len(side.countries) == 1)

    def by_id(self, side: str) -> Combatant | None:
        """The combatant called `side`, or None."""
        return next((combatant for combatant in self.listed if combatant.id == side), None)

    def side_of_person(self, name: str) -> str | None:
        """The side whose commanders include somebody of this surname; None for nobody, or for both."""
        surname = name.split()[-1] if name.split() else ""
        texts = [(side, text) for side, text in self._commanders.items() if len(surname) > 2 and surname in text]
        named = rf"\b{re.escape(surname)}(?:KIA|WIA|POW|MIA)?\b"  # a flag's text may be glued to the name
        found = [side for side, text in texts if re.search(named, text)]
        return found[0] if len(found) == 1 else None

    def side_called(self, name: str) -> str | None:
        """The side whose names have this one that no table knows: `ANSIPRJ`; None for none and for mere words."""
        sides = [side for side in self.listed if name[:1].isupper() and name in side.label]
        found = [side.id for side in sides if re.search(rf"\b{re.escape(name)}\b", side.label)]
        return found[0] if len(found) == 1 else None

    def state_side(self) -> str:
        """The side soldiers belong to: the first with a state, else `combatant1`."""
        return self._state

    @cached_property
    def _state(self) -> str:
        for combatant in self.listed:
            if combatant.countries or any(actor.kind == "state" for actor in combatant.actors):
                return combatant.id
        for combatant in self.listed:
            if combatant.is_state and not combatant.is_group:
                return combatant.id
        if len(self.listed) > 1 and self.listed[0].is_group and not self.listed[1].is_group:
            return self.listed[1].id
        if [side.id for side in self.listed if side.is_group] == ["combatant1"]:
            return "combatant2"  # The page lost the names of the other side.
        if len(self.listed) == 2 and ["jihadist" in side.kinds for side in self.listed] == [True, False]:
            return self.listed[1].id  # Rebels whom jihadists attack stand where a state usually does.
        return "combatant1"

    def mission_side(self) -> str:
        """Where peacekeepers stand: with the mission, or the side of the many states that send them.

        Also with the first side where a page lost its names; nowhere else is the mission a combatant.
        """
        mission = next((side.id for side in self.listed if "international" in side.kinds), None)
        sending = next((side.id for side in self.listed if len(side.countries) > MOST_ALLIES), None)
        lost = not self.listed or [side.id for side in self.listed] == ["combatant2"]
        return mission or sending or ("combatant1" if lost else UNSPECIFIED)

    def is_government(self, side: str) -> bool:
        """The side holds a state; a militia may stand where states usually do."""
        combatant = self.by_id(side)
        if combatant is None:
            return side == self.state_side()
        return bool(combatant.countries) or any(actor.kind == "state" for actor in combatant.actors)

    def group_side(self, kinds: tuple[str, ...] = ("jihadist", "rebel")) -> str:
        """The side militants belong to: the first group of one of `kinds` that is no state's."""
        if kinds not in self._groups:
            self._groups[kinds] = self._find_group(kinds)
        return self._groups[kinds]

    def _find_group(self, kinds: Sequence[str]) -> str:
        state = self.state_side()
        others = [combatant for combatant in self.listed if combatant.id != state]
        unruled = [] if len(self.listed) < 2 or self.is_government(state) else self.listed
        for kind in kinds:
            for combatant in (*others, *unruled):
                if kind in combatant.kinds:
                    return combatant.id
        for combatant in self.listed:
            if combatant.id != state:
                return combatant.id
        return "combatant2" if state == "combatant1" else "combatant1"

    def is_home(self, nations: Sequence[str]) -> bool:
        """One of the countries is that of the event, or a neighbour that fights the same war."""
        return self.country is None or any(nation in (self.country, *HOME) for nation in nations)

    def enemy_of(self, side: str | None) -> str | None:
        """Whom a side fights: the state its armed group, everybody else the state."""
        if side is None:
            return None
        state = self.state_side()
        return self.group_side() if side == state else state

    def attacker(self) -> str | None:
        """The side that attacks, where two armed groups fight: the one named before the verb in the lead."""
        if len(self.listed) != 2 or not all(combatant.is_group or combatant.is_state for combatant in self.listed):
            return None
        if any(combatant.countries for combatant in self.listed):
            return None
        tokens = tokenise(self.lead)
        verbs = self.lexicon.list("attack_verbs")
        verb = next((at for at, token in enumerate(tokens) if token.lower in verbs), None)
        if verb is None:
            return None
        named = [mention for mention in load_actors().find(tokens[:verb])]
        return self.side_of_actor(named[-1].actor) if named else None

    def side_of_actor(self, actor: Actor) -> str | None:
        """The side that lists the actor, a relative of it, its country or its kind."""
        actors = load_actors()
        for combatant in self.listed:
            if any(member.id == actor.id for member in combatant.actors):
                return combatant.id
        for combatant in self.listed:
            if any(actors.related(actor, member) for member in combatant.actors):
                return combatant.id
        root = actors.root(actor)
        if actor.kind == "state":
            return self.side_of_country(root.name.partition(" (")[0])
        if actor.kind in ("rebel", "jihadist"):
            for combatant in self.listed:
                if actor.kind in combatant.kinds:
                    return combatant.id
            if [combatant.id for combatant in self.listed] == ["combatant2"]:
                return "combatant1"  # The page lost the names of the first side.
            return None if self.listed and actor.kind == "rebel" else self.group_side()
        return self.state_side() if actor.kind in ("mercenary", "militia") else None

    def side_of_country(self, country: str) -> str | None:
        """The side that lists the country; without combatants, a state is `combatant1`."""
        for combatant in self.listed:
            if country in combatant.countries:
                return combatant.id
        if not self.listed:
            return "combatant1" if country in self.lexicon.nations else None
        if country in self._contributors:
            return next((side.id for side in self.listed if "international" in side.kinds), None)
        return self.state_side() if country == self.country else None

    def camp_of_country(self, country: str) -> str | None:
        """The side a country fights on: the one that lists it; a foreign army that none lists helps the state."""
        side = self.side_of_country(country)
        helps = country in self.lexicon.nations and (self.lost_names() or self.is_government(self.state_side()))
        return side or (self.state_side() if helps else None)

    def camp_of_actor(self, actor: Actor) -> str | None:
        """The side an actor fights on, a state's helper among them."""
        root = load_actors().root(actor)
        name = root.name.partition(" (")[0]
        return self.side_of_actor(actor) or (self.camp_of_country(name) if actor.kind == "state" else None)

    def lost_names(self) -> bool:
        """The document lists an armed group alone: it lost the names of those who fight it."""
        return len(self.listed) == 1 and self.listed[0].is_group


def find_country(document: Document) -> str | None:
    """The state that `the army` means in a document."""
    lexicon = load_lexicon(document.language)
    return _country(document, list_combatants(document, lexicon), lexicon)


def find_sides(document: Document, claims: Sequence[Claim] = ()) -> tuple[Side, ...]:
    """The columns of a document: its combatants, then civilians and the unspecified if a claim needs them."""
    listed = list_combatants(document, load_lexicon(document.language))
    sides = {combatant.id: combatant.label for combatant in listed}
    for claim in claims:
        sides.setdefault(claim.side, _default_label(claim.side))
    order = sorted(sides, key=lambda side: (side == UNSPECIFIED, side == CIVILIANS, side))
    return tuple(Side(side, sides[side]) for side in order)


def _default_label(side: str) -> str:
    labels = {
        CIVILIANS: "Civilians",
        UNSPECIFIED: "All sides",
        "combatant1": "Security forces",
        "combatant2": "Armed group",
    }
    return labels.get(side, f"Side {side.removeprefix('combatant')}")


def _country(document: Document, listed: Sequence[Combatant], lexicon: Lexicon) -> str | None:
    """The state that `the army` means: one of the combatants, else the place, else the first one named."""
    place = read_home_countries(document.value("place") or "")
    if place and any(len(combatant.countries) > MOST_ALLIES for combatant in listed):
        return place[-1]  # A mission of many states, one of HOME among them.
    for combatant in listed:
        for country in HOME:
            if country in combatant.countries:
                return country
    if place:
        return place[-1]
    titled = find_home_countries(document.title)
    if titled:
        return titled[0]
    opening = without_neighbours(document.text[:3000])
    nations = {word.lower(): name for word, name in lexicon.nationalities.items()}
    named = find_home_countries(opening)
    return _first_called(opening, nations | {name.lower(): name for name in named}) or (
        _first_called(document.text, {**nations, **lexicon.capitals}) or country_of_region(document.text)
    )


def _first_called(text: str, called: Mapping[str, str]) -> str | None:
    """The home country whose name, nationality or capital a text has first: `Malian soldiers near Burkina Faso`."""
    homes = "|".join(re.escape(word) for word, name in called.items() if name in HOME)
    first = re.search(rf"\b(?:{homes})\b", text.lower())
    return called[first[0]] if first else None


def _contributors(document: Document, listed: Sequence[Combatant], lexicon: Lexicon) -> frozenset[str]:
    """The states whose troops the text calls those of a mission on a side: `Chadian peacekeepers`."""
    if not any("international" in side.kinds for side in listed):
        return frozenset()
    small = document.text.lower()
    if not any(word in small for word in lexicon.list("mission_troops")):
        return frozenset()
    nations, troops = "|".join(map(re.escape, lexicon.nationalities)), "|".join(lexicon.list("mission_troops"))
    ahead = rf"\b({nations})\b(?:\s+\w+)?\s+(?:{troops})\b"
    behind = rf"\b(?:{troops})\s+({nations})\b"
    found = re.findall(f"{ahead}|{behind}", small)
    return frozenset(lexicon.nationalities[one or other] for one, other in found)
