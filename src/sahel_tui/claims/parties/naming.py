"""One short name for each source, however the text calls it."""

from collections.abc import Sequence

from sahel_tui.claims.language.actors import find_first_actor, load_actors
from sahel_tui.claims.language.name_forms import (
    NAME_LINKS,
    find_acronym,
    find_official,
    is_called,
    is_capitalised,
    number_length,
    spell,
)
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.named_agencies import find_agency, find_branch, without_country
from sahel_tui.claims.parties.named_bodies import body_of, find_described, find_institution, find_titled, is_plain
from sahel_tui.claims.parties.named_parties import author_of, find_parties
from sahel_tui.claims.parties.placed_speakers import find_placed, find_standing, place_of
from sahel_tui.claims.parties.speaker_nations import foreign_nation, nation_of
from sahel_tui.claims.parties.speaker_qualities import is_of_place, quality_of, staff_of

SHARED_HEAD = 4
"""Words of `military and local sources`."""


def name_source(tokens: Sequence[Token], lexicon: Lexicon, country: str | None) -> str | None:
    """The short name of the party that `tokens` name, or None when they name nobody who speaks.

    `the Malian general staff` is Mali, `the army` the country's, `CSP-PSD spokesman Mohamed …` keeps the person in
    parentheses, `medical sources` stays as it is.
    """
    tokens = _without_number(tokens, lexicon)
    words = [token.lower for token in tokens]
    if words[:1] == ["l'"] and words[1:2] and words[1] in lexicon.list("one_of"):
        return name_source(tokens[1:], lexicon, country)  # `l'un des rescapés`
    if words[:1] and words[0] in lexicon.list("one_of") and words[1:2] and words[1] in lexicon.list("of"):
        several = name_source(tokens[2:], lexicon, country)  # `one of the survivors`
        return _singular(several) if several and several.islower() else several
    whole = _whole_name(tokens, words, lexicon, country)
    if whole:
        return whole
    abroad, place = foreign_nation(tokens, lexicon, country), place_of(tokens, lexicon, country)
    tokens = _head_of(without_country(author_of(tokens, lexicon), lexicon), lexicon)
    parties = find_parties(tokens, lexicon)
    plain = parties or lexicon.list("institutions").isdisjoint(words)
    institution = None if plain else find_institution(tokens, lexicon)
    if institution:
        return institution
    person = _person(tokens, lexicon, parties)
    if person and not lexicon.list("erstwhile").isdisjoint(words):
        return person  # `the former army spokesman Issa Diallo` speaks for himself
    if parties:
        names = _without_parents([name for name, _, _ in parties])
        return f"{names[0]} ({person})" if person and len(names) == 1 else " and ".join(names)
    called = tokens[-1].text if len(tokens) > 2 and is_called(tokens, lexicon) else None
    named = called or _name_speaker(tokens, person, lexicon, country)
    return f"{abroad}{named}{place}" if named and named.islower() else named


def _whole_name(tokens: Sequence[Token], words: Sequence[str], lexicon: Lexicon, country: str | None) -> str | None:
    """A name that its form alone tells: an acronym in parentheses, two speakers, a body, an official paper."""
    acronym = find_acronym(tokens) if any(token.text == "(" for token in tokens) else None
    if acronym:
        return lexicon.acronyms.get(acronym, acronym)
    called = find_branch(tokens, lexicon) or find_agency(tokens, lexicon) or _both(tokens, lexicon, country)
    if called:
        return called
    if lexicon.lists("bodies", "official_words", "standing_heads", "standing").isdisjoint(words):
        return None
    bodily = not lexicon.list("bodies").isdisjoint(words)
    titled = (find_titled(tokens, lexicon) or find_described(tokens, lexicon)) if bodily else None
    if titled:
        return titled
    official = None if lexicon.list("official_words").isdisjoint(words) else find_official(tokens, lexicon, country)
    if official:
        return official
    placed = None if lexicon.list("standing_heads").isdisjoint(words) else find_placed(tokens, lexicon)
    return placed or (None if lexicon.list("standing").isdisjoint(words) else find_standing(tokens, lexicon))


def _name_speaker(tokens: Sequence[Token], person: str | None, lexicon: Lexicon, country: str | None) -> str | None:
    """Somebody of no party: a state's organ, an organisation, a person, a speaking noun with its nation and person."""
    speaker = _speaker(tokens, lexicon)
    if speaker and speaker[1] == "state" and is_of_place(tokens, speaker[0], lexicon):
        speaker = speaker[0], "other"
    if speaker and speaker[1] == "state" and _are_anonymous(tokens, speaker[0], lexicon):
        speaker = speaker[0], "other"
    staff = staff_of(tokens, speaker[0], lexicon) if speaker else None
    if staff:
        return staff
    if speaker and speaker[1] == "state":
        head = _state_head(tokens, person, lexicon)
        if head:
            return head
        country = _capital_in(tokens, lexicon) or country
        return f"{country} ({person})" if country and person and _has_role(tokens, lexicon) else country or speaker[0]
    if speaker and speaker[1] == "organisation":
        return lexicon.voices.get(speaker[0].casefold(), speaker[0])
    office = speaker is not None and speaker[0].lower() in lexicon.list("offices")
    if person and not office:
        return person  # Whoever remembers speakers puts an office in front.
    if not speaker:
        return None
    nation = nation_of(tokens, speaker[0], lexicon)
    rank = next((word for token in tokens if (word := token.lower) in lexicon.list("ordinals")), "")
    nation = f"{lexicon.voices.get(rank, rank)} {nation}" if rank else nation
    called = lexicon.voices.get(speaker[0].casefold(), speaker[0])
    nation = f"{nation}{quality_of(tokens, speaker[0], lexicon)}"
    return f"{called.lower()} {person}" if person else f"{nation}{body_of(tokens, lexicon)}{called}"


def _are_anonymous(tokens: Sequence[Token], head: str, lexicon: Lexicon) -> bool:
    """`des militaires joints par RFI`, `unnamed officials`: somebody of the state, and not the state itself."""
    if head.lower() not in lexicon.list("state_persons"):
        return False
    return not lexicon.list("nameless").isdisjoint(token.lower for token in tokens)


def _state_head(tokens: Sequence[Token], person: str | None, lexicon: Lexicon) -> str | None:
    """`President Kaboré`, `Prime Minister Brigi Rafini`: who heads a state speaks under his own name."""
    words = " ".join(token.lower for token in tokens)
    office = next((office for office in lexicon.grammar.get("state_heads", ()) if office in words), None)
    return f"{lexicon.voices.get(office, office)} {person.split()[-1]}" if office and person else None


def _both(tokens: Sequence[Token], lexicon: Lexicon, country: str | None) -> str | None:
    """`RFI and JNIM`, `a military source and a local official`: two speakers joined by `and`, each named by itself."""
    joints = [at for at, token in enumerate(tokens) if token.lower in lexicon.list("plain_and")]
    if joints == [1] and len(tokens) == SHARED_HEAD and tokens[-1].lower in lexicon.list("standing_heads"):
        return spell(tokens)  # `military and local sources`
    if len(joints) != 1 or any(token.kind == "mark" for token in tokens):
        return None
    first, second = tokens[: joints[0]], tokens[joints[0] + 1 :]
    named = [name_source(half, lexicon, country) if _is_whole(half, lexicon) else None for half in (first, second)]
    return f"{named[0]} and {named[1]}" if named[0] and named[1] and named[0] != named[1] else None


def _is_whole(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """A speaker to the last word, behind articles and adjectives: an organisation, an actor or a speaking noun."""
    speaker = lexicon.speakers.match_before(words, len(words)) if words else None
    mention = load_actors().match(words, 0) if words else None
    return speaker is not None or (mention is not None and mention.last == len(words))


def _head_of(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """`sources of RFI`, `un élu du sud du Niger`, `a source close to the army`: who speaks is the head, not its owner.

    What somebody holds for a party, though, speaks for it: `the leader of the MNLA`, `officials of the ministry`.
    """
    for at in lexicon.speakers.places([token.lower for token in tokens]):
        speaker = lexicon.speaker_at(tokens, at)
        owner = at + speaker[1] if speaker and speaker[0] == "organisation" else 0
        heads = [token.lower for token in tokens[owner : owner + 2]] if owner else []
        if (
            len(heads) == 2
            and heads[0] in lexicon.list("possessive")
            and heads[1] in lexicon.lists("lone_heads", "-standing_heads")
        ):
            return tokens[owner + 1 :]  # `RFI's witnesses`
        end = at + speaker[1] if speaker else len(tokens)
        word = tokens[end - 1].lower if speaker else ""
        if not speaker or speaker[0] != "other" or word not in lexicon.list("lone_heads"):
            continue
        nation = end < len(tokens) and tokens[end].lower in lexicon.nationalities
        behind = end + nation
        if behind < len(tokens) and tokens[behind].lower in lexicon.list("head_links"):
            return tokens[:behind]
    return tokens


def _without_parents(names: Sequence[str]) -> list[str]:
    """`ISSP's Amaq agency` is ISSP's: a party and the one it belongs to are one voice."""
    if len(names) == 1:
        return [*names]
    found = {name: find_first_actor(name) for name in dict.fromkeys(names)}
    above = {
        other
        for other, parent in found.items()
        for name, child in found.items()
        if parent and child and name != other and parent.id in load_actors().lineage(child) and parent.id != child.id
    }
    return [name for name in found if name not in above]


def name_person(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """The personal name among the tokens: two or more capitalised words that are no party's name."""
    return _person(tokens, lexicon, find_parties(tokens, lexicon))


def _capital_in(tokens: Sequence[Token], lexicon: Lexicon) -> str | None:
    """`the general staff in Bamako`, `N'Djamena's defence minister`: whose organ it is."""
    return next((lexicon.capitals[token.lower] for token in tokens if token.lower in lexicon.capitals), None)


def _speaker(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[str, str] | None:
    """The last speaking noun phrase with the words before it: `local elected officials`."""
    best: tuple[str, str] | None = None
    first = end = 0
    for at in lexicon.speakers.places([token.lower for token in tokens]):
        found = lexicon.speaker_at(tokens, at) if at >= end else None
        if found:
            kind, length = found
            if tokens[at].lower in lexicon.list("stations"):
                length += _capitals_behind(tokens, at + length)
            joined = best is not None and at == end and _heads_compound(tokens[at + length - 1], kind, best[1], lexicon)
            first = first if joined else at
            end = at + length + (_owned_head(tokens, at + length, lexicon) if kind == "other" else 0)
            if best is None or joined or kind == "organisation" or (kind == "state" and best[1] == "other"):
                best = (spell(tokens[first:end]), kind)
    return best


def _heads_compound(head: Token, kind: str, before: str, lexicon: Lexicon) -> bool:
    """`a government source`, `a hospital official`: the speaking noun straight behind another is the head of both."""
    sourced = head.lower in lexicon.list("standing_heads")
    return kind == "other" and (sourced if before == "state" else before == "other" and not sourced)


def _capitals_behind(tokens: Sequence[Token], at: int) -> int:
    """Capitalised words from there on: `Radio Dandé`, `Studio Tamani`."""
    return next((n for n, token in enumerate(tokens[at:]) if not token.text[0].isupper()), len(tokens) - at)


def _owned_head(tokens: Sequence[Token], at: int, lexicon: Lexicon) -> int:
    """Tokens of the noun that a speaking noun only owns: `the traders' association` is the association."""
    owned = at + 1 < len(tokens) and tokens[at].lower in lexicon.list("possessive")
    head = tokens[at + 1] if owned else None
    of_office = lexicon.lists("documents", "offices_of")  # `the governor's office` is the governor
    stated = head is None or head.lower in lexicon.statements or head.lower in of_office
    return 0 if head is None or stated or not head.text.islower() else 2


def _has_role(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    return any(token.lower in lexicon.roles for token in tokens)


def _person(tokens: Sequence[Token], lexicon: Lexicon, parties: Sequence[tuple[str, int, int]]) -> str | None:
    """A personal name of two or more capitalised words outside the party's own name."""
    taken = {index for _, first, last in parties for index in range(first, last)}
    run: list[str] = []
    best: list[str] = []
    for index, token in enumerate(tokens):
        name_like = token.kind == "word" and is_capitalised(token) and index not in taken
        linked = run and token.lower in NAME_LINKS and index not in taken
        if linked or (name_like and not is_plain(tokens, index, lexicon)):
            run.append(token.text)
        elif run:
            best, run = max(best, run, key=len), []
    best = max(best, run, key=len) if run else best
    while best and best[-1].lower() in NAME_LINKS:
        best.pop()
    if best and best[-1].lower() in lexicon.list("area_nouns"):
        return None  # `the governor of the Sahel Region`
    if len(best) == 1 and not parties and _follows_rank(tokens, best[0], lexicon):
        return best[0]
    return " ".join(best) if len(best) >= 2 else None


def _follows_rank(tokens: Sequence[Token], name: str, lexicon: Lexicon) -> bool:
    """`Colonel Steiger`, `le capitaine Sanou`: one name is enough behind a title."""
    small = lexicon.list("ranks") if lexicon.grammar.get("lower_nations") else frozenset[str]()
    return any(
        token.text == name
        and at
        and tokens[at - 1].lower in lexicon.roles
        and (tokens[at - 1].text[0].isupper() or tokens[at - 1].lower in small)
        for at, token in enumerate(tokens)
    )


def _singular(name: str) -> str:
    return f"{name[:-3]}y" if name.endswith("ies") else name.removesuffix("s")


def _without_number(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """`communiqué no. 14 of the army`: the paper without its number."""
    lengths = ((at, number_length(tokens, at, lexicon)) for at in range(1, len(tokens)))
    at, length = next((found for found in lengths if found[1]), (0, 0))
    return [*tokens[:at], *tokens[at + length :]] if length else tokens
