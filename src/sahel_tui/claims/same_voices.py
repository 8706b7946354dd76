"""Words that mean who spoke before: `a second statement`, `the communiqué`, `the agency`."""

from collections.abc import Sequence

from sahel_tui.claims.known_speakers import KnownSpeakers
from sahel_tui.claims.tokens import Token


def same_statement(words: Sequence[Token], known: KnownSpeakers) -> str | None:
    """`the communiqué gave`, `its statement said`: the voice that was last heard."""
    while words and words[-1].lower in known.lexicon.list("of"):
        words = words[:-1]
    if not words:
        return None
    lexicon = known.lexicon
    again = len(words) > 1 and words[1].lower in lexicon.list("ordinals")  # `a second statement`
    renewed = len(words) > 1 and words[1].lower in lexicon.list(
        "renewing"
    )  # `a later one`; `a later count` is nobody's
    again = again or (renewed and words[-1].lower in lexicon.lists("official_statements", "bulletins"))
    plain = words[0].lower in known.lexicon.list("articles") and not again
    definite = again or (words[0].lower in known.lexicon.list("determiners") and not plain)
    if any(word.lower in known.lexicon.list("same") for word in words[:2]):
        return known.last
    given = len(words) > 1 and words[-2].lower in known.lexicon.list("documents")  # `le bilan communiqué` is a toll
    if definite and not given and len(words) <= 3 and words[-1].lower in known.lexicon.list("official_statements"):
        return known.last_party or known.own_state() or known.last
    stated = words[-1].lower in known.lexicon.statements or words[-1].lower in known.lexicon.list("documents")
    return known.last if definite and len(words) <= 3 and stated else None


def same_body(words: Sequence[Token], known: KnownSpeakers) -> str | None:
    """`the agency`, `l'ONG`: the organisation that spoke last; None where a party or nobody did."""
    shown = known.lexicon.lists("determiners", "pointing")
    plain = len(words) == 2 and words[0].lower in shown
    again = plain and words[1].lower in known.lexicon.list("same_bodies")
    last = known.last
    definite = plain and words[0].lower not in known.lexicon.list("articles")
    if definite and last and last.islower() and last.split()[1:] and last.split()[-1] == words[1].lower:
        return last  # `a local official said …`, then `the official`
    same = len(words) > 1 and any(word.lower in known.lexicon.list("same") for word in words[:2])
    if same and words[-1].lower in known.lexicon.list("same_bodies"):
        return known.last_body  # `the same organisation`, whoever spoke in between
    named = last is not None and last.split()[-1][0].isupper()  # not `Chadian military source`
    return last if again and named and last != known.last_party else None
