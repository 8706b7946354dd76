"""Whom a figure of a row counts, as far as its words say: a named group, a party, killed alone or with others."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from sahel_tui.claims.language.actors import load_actors
from sahel_tui.compare.parties import read_party
from sahel_tui.compare.parts import is_sum
from sahel_tui.compare.voices import INFOBOX
from sahel_tui.dataclass import dataclass, replace
from sahel_tui.model import Claim, Figure

_AND = (" and ", " et ", "/", ",", "&")
_MOST_GROUPS = 50
"""Where more groups than this are named in one row, none is told from the others."""


@dataclass(frozen=True, slots=True)
class People:
    """What two figures must share to contradict each other; equal for figures that count the same."""

    own: Literal["", "infobox", "text"] = ""
    """Where a document says it in its own words; empty for a source, and for a figure of both places."""
    nouns: frozenset[str] = frozenset()
    """`soldier`, of the groups that an infobox tells apart."""
    parties: frozenset[str] = frozenset()
    """Ids of actors and names of countries."""
    wide: bool = False
    """Counts more than its category says: `killed or wounded`, `neutralised`."""
    total: bool = False
    """Says that it counts everybody."""


def describe_people(figures: Sequence[Figure], claims: Sequence[Claim]) -> list[People]:
    """The people of each figure of one row."""
    known = _find_siblings(figures, claims)
    described = [_describe(figure, claims, known) for figure in figures]
    plain = {figure.count for figure, people in zip(figures, described, strict=True) if not people.wide}
    described = [
        replace(people, wide=False) if figure.count in plain and not _is_combined(figure, claims) else people
        for figure, people in zip(figures, described, strict=True)
    ]
    if len(set(described)) > _MOST_GROUPS:
        return [replace(people, nouns=frozenset(), parties=frozenset()) for people in described]
    return described


def are_other_people(one: People, other: People) -> bool:
    """Two groups of a side that are named apart: `1 pilot` beside `58 soldiers`, Malian beside French soldiers."""
    if one.nouns and other.nouns and not one.nouns & other.nouns:
        return True
    return bool(one.parties and other.parties) and not are_related(one.parties, other.parties)


def _describe(figure: Figure, claims: Sequence[Claim], known: frozenset[str]) -> People:
    spoken = [claims[index] for index in figure.claims]
    boxed = [claim for claim in spoken if _is_boxed(claim)]
    victims = "" if is_sum(figure) or not spoken else (boxed or spoken)[0].victims
    own: Literal["", "infobox", "text"] = ""
    if figure.source is None and len(boxed) in (0, len(spoken)):
        own = "infobox" if boxed else "text"
    nouns = frozenset(_find_nouns(victims))
    return People(
        own,
        nouns if nouns <= known else frozenset(),
        find_parties(victims),
        counts_more(figure, claims),
        any("total" in claim.flags for claim in spoken),
    )


def counts_more(figure: Figure, claims: Sequence[Claim]) -> bool:
    """Whether it counts more than its category: `killed or wounded`, or `neutralised` where nothing says killed."""
    same = [claim for index in figure.claims if (claim := claims[index]).count == figure.count]
    return _is_combined(figure, claims) or (bool(same) and all("euph" in claim.flags for claim in same))


def _is_combined(figure: Figure, claims: Sequence[Claim]) -> bool:
    return any("combined" in claims[index].flags for index in figure.claims[:1])


def _is_boxed(claim: Claim) -> bool:
    return claim.where.startswith(INFOBOX)


def _find_siblings(figures: Sequence[Figure], claims: Sequence[Claim]) -> frozenset[str]:
    """The nouns that one infobox has side by side: two groups there, not two words for one."""
    boxes: dict[str, set[str]] = {}
    for figure in figures:
        boxed = [] if is_sum(figure) else [claim for index in figure.claims if _is_boxed(claim := claims[index])]
        if boxed:
            boxes.setdefault(boxed[0].document, set()).update(_find_nouns(boxed[0].victims))
    return frozenset(noun for nouns in boxes.values() if len(nouns) > 1 for noun in nouns)


@cache
def _find_nouns(victims: str) -> tuple[str, ...]:
    """The head nouns of a list of victims; none where one of them is a name or is not said."""
    for sign in _AND:
        victims = victims.replace(sign, "|")
    heads = [part.split()[-1] for part in victims.split("|") if part.strip()]
    return () if any(head[0].isupper() for head in heads) else tuple(head.casefold().rstrip("s") for head in heads)


@cache
def find_parties(victims: str) -> frozenset[str]:
    """The parties that victims belong to."""
    party = read_party(victims)
    words = victims.casefold().replace("/", " ").replace("-", " ").split()
    nations = {nation for word in words if (nation := _nationalities().get(word))}
    return frozenset(actor.id for actor in party.actors) | party.countries | nations


@cache
def _nationalities() -> dict[str, str]:
    """The country of each adjective, in all languages there are."""
    from importlib.resources import files  # 10 ms that showing what was compared need not pay.

    from sahel_tui.claims.language.words import load_lexicon

    lexicons = (files("sahel_tui.claims") / "lexicon").iterdir()
    names = sorted(path.name.removesuffix(".toml") for path in lexicons if path.name.endswith(".toml"))
    return {word.casefold(): nation for name in names for word, nation in load_lexicon(name).nationalities.items()}


@cache
def are_related(one: frozenset[str], other: frozenset[str]) -> bool:
    """One is a part of the other; peacekeepers may also be of any nation that is named without an army of its own."""
    actors = load_actors().by_id
    kinds = [{actors[party].kind for party in parties if party in actors} for parties in (one, other)]
    if ("international" in kinds[0] and not kinds[1]) or ("international" in kinds[1] and not kinds[0]):
        return True
    return bool(one & _kin(other) or other & _kin(one))


@cache
def _kin(parties: frozenset[str]) -> frozenset[str]:
    """The parties with all they are parts of, and the countries whose forces they are."""
    actors = load_actors().by_id
    lineages = [load_actors().lineage(actors[party]) for party in parties if party in actors]
    nations = {actors[name].name.partition(" (")[0] for kin in lineages for name in kin if actors[name].kind == "state"}
    return parties.union(*lineages, nations)
