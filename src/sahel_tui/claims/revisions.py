"""Early tolls that the same text replaces."""

from collections.abc import Sequence
from dataclasses import replace

from sahel_tui.model import Claim


def mark_revisions(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with `early` turned into `superseded` where another figure of the same row stands, else dropped."""
    return [_settle(claim, claims) if "early" in claim.flags else claim for claim in claims]


def _settle(claim: Claim, claims: Sequence[Claim]) -> Claim:
    flags = tuple(flag for flag in claim.flags if flag != "early")
    replaced = any(
        other is not claim
        and "early" not in other.flags
        and "subset" not in other.flags
        and (other.incident, other.side, other.category) == (claim.incident, claim.side, claim.category)
        and other.count != claim.count
        for other in claims
    )
    return replace(claim, flags=(*flags, "superseded") if replaced else flags)
