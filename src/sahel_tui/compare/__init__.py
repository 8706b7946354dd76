"""Claims of one event to rows: who says what about the same victims, and whether it can all be true."""

from collections.abc import Sequence

from sahel_tui.model import Claim, Comparison, Side

__all__ = ["compare_claims"]


def compare_claims(claims: Sequence[Claim], sides: Sequence[Side] = ()) -> Comparison:
    """Compare the claims of one event, from one document or several; citations are left to the reader."""
    from sahel_tui.compare.rows import build_comparison  # Only an import compares; a look-up should not pay for it.

    return build_comparison(claims, sides)
