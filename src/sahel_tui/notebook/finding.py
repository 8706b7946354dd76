"""Finding the claim a note is about among the claims that are read now."""

from collections.abc import Callable, Sequence

from sahel_tui.model import Claim
from sahel_tui.notebook.marks import ClaimAnchor

_Same = Callable[[ClaimAnchor, Claim], bool]


def find_claim(anchor: ClaimAnchor, claims: Sequence[Claim]) -> int | None:
    """The index of the claim that `anchor` was made of, or of the one that has taken its place; None when it is gone.

    The same figure of the same category is looked for at the same characters, then around them, then elsewhere in the
    document, then in another capture; of several, the one whose source is the same, then the one nearest by.
    """
    for same in _WAYS:
        found = [index for index, claim in enumerate(claims) if same(anchor, claim)]
        if found:
            return min(found, key=lambda index: _distance(anchor, claims[index]))
    return None


def _distance(anchor: ClaimAnchor, claim: Claim) -> tuple[bool, int]:
    return claim.source != anchor.source, abs(claim.start - anchor.start)


def _here(anchor: ClaimAnchor, claim: Claim) -> bool:
    place = (claim.document, claim.start, claim.end)
    return place == (anchor.document, anchor.start, anchor.end) and claim.category == anchor.category


def _around(anchor: ClaimAnchor, claim: Claim) -> bool:
    """A rule now reads more or fewer words for it: `14` for `14 killed`."""
    return (
        claim.document == anchor.document
        and claim.start < anchor.end
        and anchor.start < claim.end
        and _says_the_same(anchor, claim)
    )


def _in_document(anchor: ClaimAnchor, claim: Claim) -> bool:
    return claim.document == anchor.document and _words(claim.quote) == _words(anchor.quote) and _counts(anchor, claim)


def _in_another_capture(anchor: ClaimAnchor, claim: Claim) -> bool:
    return (
        _words(claim.quote) == _words(anchor.quote) and claim.source == anchor.source and _says_the_same(anchor, claim)
    )


def _says_the_same(anchor: ClaimAnchor, claim: Claim) -> bool:
    return claim.category == anchor.category and _counts(anchor, claim)


def _counts(anchor: ClaimAnchor, claim: Claim) -> bool:
    count = claim.count
    return (count.low, count.high, count.vague) == (anchor.low, anchor.high, anchor.vague)


def _words(text: str) -> list[str]:
    return text.casefold().split()


_WAYS: tuple[_Same, ...] = (_here, _around, _in_document, _in_another_capture)
