"""Who is counted: the noun phrase behind a count, its kind and its side."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import Actor, load_actors
from sahel_tui.claims.language.noun_phrases import behind_complement, find_nation, phrase_end, skip_of
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.member_bodies import kind_of_members
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.parties.vehicle_names import is_compound, is_model
from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import CIVILIANS, UNSPECIFIED

KINDS = (
    *("state", "mercenary", "international", "group", "fighter"),
    *("civilian", "people", "vehicle", "aircraft", "excluded"),
)
PARTIES = ("state", "mercenary", "international", "group", "fighter", "civilian")
"""Kinds of nouns that name a party or those it fights among."""

NARROWER = {
    "people": PARTIES,
    "fighter": ("state", "mercenary", "international", "group"),
}
"""Kinds that an adjective or complement gives a general head: `combattants jihadistes`, `corps de villageois`."""


@dataclass(slots=True)
class Victims:
    """A group of victims as written."""

    text: str = ""
    kind: str = ""
    """One of `KINDS` or `unknown`; empty without a noun."""
    head: str = ""
    last: int = 0
    """The token after the phrase."""
    actors: list[Actor] = field(default_factory=list)
    nations: list[str] = field(default_factory=list)
    own: bool = False
    """`its men`, `two of their vehicles`: the victims belong to somebody named before."""
    owner: str = ""
    """Kind of the people a vehicle belongs to (`rebel vehicles`)."""
    remains: bool = False
    """`twelve bodies`: whatever is done to them, they are dead."""
    slain: bool = False
    """`twelve dead soldiers`: whatever is done to them, they are dead as well."""
    others: bool = False
    """`two others`, `thirty more`: the noun stands earlier."""

    def side(self, combatants: Combatants, *, people: str | None, speaker: str | None = None) -> str | None:
        """The side of these victims; `people` is the answer for unnamed people, `speaker` the side that speaks."""
        if self.kind == "civilian":
            return CIVILIANS
        if self.kind == "international" and self._nation_side(combatants):
            return self._nation_side(combatants)
        for actor in self.actors:
            side = combatants.side_of_actor(actor)
            if side or actor.kind == "international":
                return side or combatants.mission_side()
        if self._are_travellers(combatants):
            return people
        if self.kind in ("people", "", "unknown", "excluded"):
            return self._nation_side(combatants) or people
        if self.kind in ("vehicle", "aircraft"):
            return self._owner_side(combatants, speaker)
        return self._noun_side(combatants, speaker)

    def _are_travellers(self, combatants: Combatants) -> bool:
        """`six Russians` of the years before any fought there."""
        return self.kind == "mercenary" and bool(self.nations) and not combatants.hires_mercenaries

    def _owner_side(self, combatants: Combatants, speaker: str | None) -> str | None:
        """The side of a vehicle's owner, None when nobody is named."""
        if self.owner == "civilian":
            return CIVILIANS
        nation = self._nation_side(combatants)
        if nation or not self.owner:
            return nation
        return (
            combatants.group_side(self._group_kinds())
            if self.owner in ("group", "fighter")
            else combatants.state_side()
        )

    def _noun_side(self, combatants: Combatants, speaker: str | None) -> str | None:
        nation = self._nation_side(combatants)
        if nation and self.kind != "group":
            return nation
        foreign = self.nations and not combatants.is_home(self.nations)
        if self.kind == "state" and combatants.listed and foreign and not combatants.lost_names():
            return UNSPECIFIED  # `two US servicemen` where the United States are no combatant
        if self.kind in ("state", "mercenary"):
            return combatants.state_side()
        if self.kind == "international":
            return combatants.mission_side()
        if self.kind == "group":
            attacker = combatants.attacker() if self.head in combatants.lexicon.list("attacker_nouns") else None
            return attacker or combatants.group_side(self._group_kinds())
        if self.kind == "fighter" and speaker and self.head in combatants.lexicon.list("comrades"):
            return speaker  # Whoever speaks of comrades and martyrs means its own.
        militia = [side.id for side in combatants.listed if "militia" in side.kinds]
        if len(militia) == 1 and self.head in combatants.lexicon.list("militias"):
            return militia[0]
        groups = len(combatants.listed) > 1 and all(side.is_group for side in combatants.listed)
        if self.kind == "fighter" and groups and speaker is None and not (self.own or self.actors):
            return None  # Where two armed groups fight, the fighters may be anybody's.
        if self.kind == "fighter":  # A state calls its own men soldiers.
            return speaker if speaker and not combatants.is_government(speaker) else combatants.group_side()
        return None

    def _group_kinds(self) -> tuple[str, ...]:
        rebel = any(word.startswith(("rebel", "separat", "sépar")) for word in self.text.casefold().split())
        return ("rebel", "jihadist") if rebel else ("jihadist", "rebel")

    def _nation_side(self, combatants: Combatants) -> str | None:
        for nation in self.nations:
            side = combatants.side_of_country(nation)
            if side:
                return side
        return None


def find_victims(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> Victims:
    """The noun phrase that starts at `tokens[at]`, just behind a count."""
    first = skip_of(tokens, at, lexicon)
    end = phrase_end(tokens, first, lexicon)
    victims = Victims(last=end)
    own = lexicon.own
    victims.own = not own.isdisjoint([token.lower for token in tokens[at : first + 1]])
    if end == first:
        return victims
    words = tokens[first:end]
    folded = [token.lower for token in words]
    victims.kind, victims.head = _kind(words, folded, lexicon)
    if victims.kind in ("unknown", "excluded") and _stands_for_people(tokens[at:end], victims, lexicon):
        victims.kind = ""
    victims.last = behind_complement(tokens, end, victims.kind, lexicon)
    if victims.last > end:
        words = tokens[first : victims.last]
        folded = [token.lower for token in words]
    victims.remains = victims.head in lexicon.list("remains")
    victims.slain = not lexicon.list("slain").isdisjoint(folded[:-1])
    victims.others = not lexicon.list("others").isdisjoint(folded)
    victims.actors = _actors(words, folded)
    if not lexicon.nation_words.isdisjoint(folded):
        victims.nations = [nation for token in words if (nation := find_nation(token, lexicon))]
    whole = words[-1].lower in lexicon.list("of") and len(words) > 1  # `people of` eighteen nationalities
    victims.text = " ".join([token.text for token in (words[:-1] if whole else words)])
    if victims.last > end:
        victims.kind = _narrow(victims.kind, _kinds(tokens[end : victims.last], lexicon))
    if victims.kind == "fighter" and not victims.actors:
        victims.kind = kind_of_members(tokens, first, victims.head, lexicon) or victims.kind
    implied = lexicon.grammar["implied"]
    unnamed = victims.kind == "people" or (victims.others and victims.kind == "civilian")
    if unnamed and "captured" in (implied.get(victims.head), implied.get(f"{victims.head}s")):
        victims.kind = ""  # `five prisoners` says what happened, not to whom.
    if victims.kind == "vehicle" and _is_bomb(tokens, victims.last, folded, lexicon):
        victims.kind = "excluded"  # A car bomb is the attackers' weapon, not their loss.
    if first > at:
        _own(victims, tokens[at:first], folded[-1], lexicon)
    if victims.kind in ("vehicle", "aircraft"):
        victims.owner = _owner(tokens[at : victims.last], lexicon)
        victims.actors = victims.actors or [mention.actor for mention in load_actors().find(tokens[at:first])]
    if not victims.kind and victims.actors and not _opens_with_thing(words, lexicon):
        victims.kind = "group" if victims.actors[0].kind in ("jihadist", "rebel") else "state"
    if victims.nations and (not victims.kind or _is_demonym(victims, words, lexicon)):
        victims.kind = "people"
    return victims


def _is_demonym(victims: Victims, words: Sequence[Token], lexicon: Lexicon) -> bool:
    """`two young Frenchmen`, `deux jeunes Français`: the head itself is the name of a nation's people."""
    named = victims.kind == "unknown" and victims.head in lexicon.nation_words
    return named and any(word.lower == victims.head and word.text[0].isupper() for word in words)


def _actors(words: Sequence[Token], folded: Sequence[str]) -> list[Actor]:
    actors = load_actors()
    return [] if actors.first_words.isdisjoint(folded) else [mention.actor for mention in actors.find(words)]


def _own(victims: Victims, before: Sequence[Token], last: str, lexicon: Lexicon) -> None:
    """`eleven of the army's men`, `two of its men`, `two of his brothers`: what an owner before the noun tells."""
    owner = before[-1].lower
    if owner in lexicon.list("possessive") and victims.head in lexicon.list("member_nouns"):
        _belong(victims, before[:-1], lexicon)
    stands_for_men = victims.head in lexicon.list("possessive_men") or last in lexicon.list("own_nouns")
    if stands_for_men and owner in lexicon.own:
        victims.kind = "fighter"
    if victims.head in lexicon.list("relatives_of") and owner in lexicon.list("personal_own"):
        victims.kind = "civilian"  # `two of his brothers`; `its brothers` fight.


def _stands_for_people(words: Sequence[Token], victims: Victims, lexicon: Lexicon) -> bool:
    """`three of its own`, `twenty of the enemy`, `twenty of the other side`: whose people they are, and no noun."""
    if not words or words[0].lower not in lexicon.list("of"):
        return False
    owned = victims.own and victims.head in lexicon.list("own_people")
    return owned or victims.head in lexicon.list("enemy") or victims.head in lexicon.list("side_nouns")


def _is_bomb(tokens: Sequence[Token], end: int, words: Sequence[str], lexicon: Lexicon) -> bool:
    """`a suicide car`, `a truck packed with explosives`."""
    return not lexicon.list("bombs").isdisjoint(words) or lexicon.phrases["armed_with"].match(tokens, end) is not None


def _belong(victims: Victims, owner: Sequence[Token], lexicon: Lexicon) -> None:
    """`eleven of the army's men`: whose men they are tells who they are."""
    victims.actors = [mention.actor for mention in load_actors().find(owner)]
    kinds = [kind for kind in _kinds(owner, lexicon) if kind not in ("people", "excluded", "vehicle", "aircraft")]
    if victims.actors and not kinds:
        kinds = ["group" if victims.actors[0].kind in ("jihadist", "rebel") else "state"]
    if kinds:
        victims.kind, victims.text = kinds[-1], " ".join([token.text for token in owner])


def _opens_with_thing(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """`défaite du GATIA`: where heads come first, an unknown noun before the party is what is counted."""
    head = words[0]
    plain = head.kind == "word" and not head.text[0].isupper() and find_nation(head, lexicon) is None
    return bool(lexicon.grammar.get("head_first")) and plain and head.lower not in lexicon.list("others")


def _owner(words: Sequence[Token], lexicon: Lexicon) -> str:
    return next((kind for kind in _kinds(words, lexicon) if kind not in ("vehicle", "aircraft", "excluded")), "")


def _kind(words: Sequence[Token], folded: Sequence[str], lexicon: Lexicon) -> tuple[str, str]:
    """Kind and head of a phrase: the head noun decides, an unknown one is `unknown`."""
    best = _head(words, folded, lexicon)
    if best[0] not in ("", "people"):
        return best
    aged = any([word.endswith("-year-old") for word in folded])
    if best[0]:
        plain = lexicon.list("civilian_adjectives").isdisjoint(folded)
        return ("civilian" if aged or not plain else best[0]), best[1]
    if aged:
        return "civilian", "year-old"
    rest = [w for w in words if w.lower not in lexicon.list("others")]
    if rest and (is_model(rest[-1], lexicon) or is_compound(rest[-1], lexicon)):
        return "vehicle", rest[-1].lower
    if rest and not _actors(words, folded):
        return ("unknown" if any(find_nation(w, lexicon) is None for w in rest) else ""), rest[-1].lower
    return best


def _head(words: Sequence[Token], folded: Sequence[str], lexicon: Lexicon) -> tuple[str, str]:
    """Kind and word of the head: the last known noun, or the first, made narrower by what follows it."""
    nouns = [] if lexicon.nouns.first_words.isdisjoint(folded) else _nouns(words, lexicon)
    if not nouns:
        return "", ""
    if not lexicon.grammar.get("head_first"):
        return _english_head(words, folded, nouns, lexicon)
    kind, head = nouns[0]
    return _narrow(kind, [other for other, _ in nouns[1:]]), head


def _english_head(
    words: Sequence[Token], folded: Sequence[str], nouns: Sequence[tuple[str, str]], lexicon: Lexicon
) -> tuple[str, str]:
    """The last noun; before `of` where a noun of one side stands there: `soldiers of Tuareg origin`, no `members of`.

    What lies dead and who belongs take the kind of the noun before it: `seven rebel corpses`, `3 police members`.
    """
    links = lexicon.list("of")
    of = 0 if links.isdisjoint(folded) else next(at for at, word in enumerate(folded) if word in links)
    whole = lexicon.nouns.match_before(words, of + 2) if 0 < of < len(words) - 1 else None  # `sons of Mali` is one noun
    owned = _nouns(words[:of], lexicon) if of and (whole is None or whole[1] < 2) else []
    if owned and owned[-1][0] not in NARROWER:
        return owned[-1]
    kind, head = nouns[-1]
    if owned and kind == "excluded":
        return owned[-1]  # `people of different nationalities`
    general = head in lexicon.list("remains") or head in lexicon.list("member_nouns")
    return (_narrow(kind, [other for other, _ in nouns[:-1]]) if general else kind), head


def _nouns(words: Sequence[Token], lexicon: Lexicon) -> list[tuple[str, str]]:
    """Kind and last word of every known noun, in order."""
    found: list[tuple[str, str]] = []
    first_words, end = lexicon.nouns.first_words, 0
    for at, word in enumerate(words):
        noun = lexicon.nouns.match(words, at) if at >= end and word.lower in first_words else None
        if noun:
            end = at + noun[1]
            found.append((noun[0], words[end - 1].lower))
    return found


def _kinds(words: Sequence[Token], lexicon: Lexicon) -> list[str]:
    return [kind for kind, _ in _nouns(words, lexicon)]


def _narrow(kind: str, others: Sequence[str]) -> str:
    """The kind of a general head made narrower by that of a word behind it."""
    narrower = NARROWER.get(kind, ())
    return next((other for other in others if other in narrower), kind)
