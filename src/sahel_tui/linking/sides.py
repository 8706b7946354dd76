"""The sides of several documents as one: the first combatant of a page may be the second of a data set."""

from collections.abc import Iterable, Iterator, Sequence

from sahel_tui.claims.language.actors import Actor, load_actors
from sahel_tui.claims.language.tokens import tokenise
from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Comparison, Side
from sahel_tui.store.folding import find_tokens

_COMBATANT = "combatant"


def align_sides(comparisons: Sequence[Comparison]) -> tuple[list[Claim], tuple[Side, ...]]:
    """All claims, each with the side it has in the first document that knows that side; and all sides."""
    sides: dict[str, Side] = {}
    claims: list[Claim] = []
    for comparison in comparisons:
        names = _match_sides(comparison.sides, tuple(sides.values()))
        for side in comparison.sides:
            sides.setdefault(names[side.id], replace(side, id=names[side.id]))
        claims.extend(replace(claim, side=names.get(claim.side, claim.side)) for claim in comparison.claims)
    return claims, tuple(sides.values())


def _match_sides(own: Sequence[Side], known: Sequence[Side]) -> dict[str, str]:
    """The id each side of a document gets: that of the known side with its actors, its id, or a free one."""
    names = {side.id: side.id for side in own}
    fighting = [side for side in own if side.id.startswith(_COMBATANT)]
    left = [side for side in known if side.id.startswith(_COMBATANT)]
    if not left:
        return names
    unmatched: list[Side] = []
    for side in fighting:
        match = max(left, key=lambda other: _score(side, other), default=None)
        if match and _score(side, match):
            names[side.id] = match.id
            left.remove(match)
        else:
            unmatched.append(side)
    if len(unmatched) == len(left) == 1:  # The other side of a fight, under a name that nobody lists.
        names[unmatched.pop().id] = left.pop().id
    free = _free_names({side.id for side in known} | {names[side.id] for side in fighting if side not in unmatched})
    return names | {side.id: next(free) for side in unmatched}


def _score(one: Side, other: Side) -> int:
    """How many actors two sides have in common; words when neither names an actor."""
    actors = load_actors()
    left, right = _find_actors(one), _find_actors(other)
    if not left and not right:
        return int(find_tokens(one.label) == find_tokens(other.label))
    return sum(any(actors.related(actor, known) for known in right) for actor in left)


def _find_actors(side: Side) -> tuple[Actor, ...]:
    return tuple({mention.actor.id: mention.actor for mention in load_actors().find(tokenise(side.label))}.values())


def _free_names(taken: Iterable[str]) -> Iterator[str]:
    known = set(taken)
    return (name for number in range(1, 1_000) if (name := f"{_COMBATANT}{number}") not in known)
