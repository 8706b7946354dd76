"""Words that mean who spoke before: `a second statement`, `the communiqué`, `the agency`."""

from collections.abc import Sequence

from sahel_tui.claims.language.tokens import Token, tokenise
from sahel_tui.claims.parties.placed_speakers import without_place
from sahel_tui.claims.voices.known_speakers import KnownSpeakers

LONGEST_BODY = 7
"""Words of `l'organisation de défense des droits humains`."""


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


def _behind_adverbial(words: Sequence[Token], known: KnownSpeakers) -> Sequence[Token]:
    """`Two days later the organisation`: the phrase that the last article opens."""
    definite = known.lexicon.list("definite")
    timed = ("-later_words", "-weekdays", "-time_words")
    links = known.lexicon.lists("stop", *timed, "of", "agents", "place_openers", "plain_and")
    opens = [at for at, word in enumerate(words) if word.lower in definite]
    inside = opens and opens[-1] and words[opens[-1] - 1].lower not in links
    return words[opens[-1] :] if inside and words[opens[-1] :][1:] else words


def _is_body(words: Sequence[Token], known: KnownSpeakers) -> bool:
    """`the New York-based group`, `l'organisation de défense des droits`: a body with what is said of it."""
    lexicon = known.lexicon
    if not 2 < len(words) <= LONGEST_BODY or words[0].lower not in lexicon.list("definite"):
        return False
    head = words[1] if lexicon.grammar.get("head_first") else words[-1]
    seated = tuple(lexicon.list("seat_endings"))
    first = next((at for at, word in enumerate(words) if seated and word.lower.endswith(seated)), 0)
    said = [word for word in words[first + 1 :] if word is not head]  # `the New York-based group`
    armed = lexicon.lists("rebel_qualities", "jihadist_qualities", "armed_qualities", "bodies")
    placed = lexicon.nationalities.keys() | lexicon.list("levels")
    plain = all(word.kind == "word" and word.lower not in armed and word.lower not in placed for word in said)
    plain = plain and all(word.text.islower() for word in said)  # `the UN mission` is one of its own
    named = lexicon.voices.get(" ".join(word.lower for word in words[1:]), "").isupper()  # `the CNDH`, spelled out
    return plain and not named and head.text.islower() and head.lower in lexicon.list("same_bodies")


def same_body(words: Sequence[Token], known: KnownSpeakers) -> str | None:
    """`the agency`, `the rights group`, `l'ONG`: the organisation that spoke last; None where a party or nobody did."""
    shown = known.lexicon.lists("determiners", "pointing")
    words = _behind_adverbial(words, known)
    plain = len(words) == 2 and words[0].lower in shown
    again = plain and words[1].lower in known.lexicon.list("same_bodies")
    again = again or _is_body(words, known)
    last = known.last
    definite = plain and words[0].lower not in known.lexicon.list("articles")
    kind = without_place(last) if last else ""
    if definite and kind.islower() and last != words[1].lower and kind.split()[-1] == words[1].lower:
        return last  # `a local official said …`, then `the official`
    same = len(words) > 1 and any(word.lower in known.lexicon.list("same") for word in words[:2])
    if same and words[-1].lower in known.lexicon.list("same_bodies"):
        return known.last_body  # `the same organisation`, whoever spoke in between
    named = last is not None and (kind.split()[-1][0].isupper() or known.is_body(tokenise(last)))
    return last if again and named and last != known.last_party else None
