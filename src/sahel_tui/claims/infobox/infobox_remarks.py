"""What a parenthesis or an inline `per X` says about the figures before it: a voice, the victims, parts, a caveat."""

from collections.abc import Callable, Sequence

from sahel_tui.claims.counts.count_matches import CountMatch
from sahel_tui.claims.counts.counts import CountFinder
from sahel_tui.claims.language.actors import load_actors
from sahel_tui.claims.language.tokens import Token
from sahel_tui.claims.language.words import Lexicon
from sahel_tui.claims.parties.naming import name_source
from sahel_tui.claims.parties.victims import Victims, find_victims
from sahel_tui.dataclass import dataclass, field
from sahel_tui.model import Count

PERSON_KINDS = frozenset(("state", "mercenary", "international", "group", "fighter", "civilian"))


@dataclass(slots=True)
class Remark:
    """A parenthesis understood."""

    source: str | None = None
    party: list[Token] = field(default_factory=list)
    """Words that name the victims: `9 killed (VDP)`, `1 killed, 2 wounded (Mali)`."""
    parts: list[list[Token]] = field(default_factory=list)
    """Words with figures of their own: `35 killed (including 2 officers, 4 VDP)`."""
    words: list[Token] = field(default_factory=list)
    """Everything in it; a casualty word among them (`3 (KIA)`) counts."""
    early: bool = False
    """`(early toll)`, `(first security sources)`."""
    late: bool = False
    """`(final toll)`."""
    disputed: bool = False
    unnamed: bool = False
    """`(other estimates)`: not the voice beside it."""

    @property
    def closes(self) -> bool:
        """What it says holds for the figures before it, not for later ones; dates and parts do not close."""
        return bool(self.source or self.party or self.early or self.late or self.unnamed)


class RemarkReader:
    """Reads the remarks of one field; `is_victim` tells whether a bare party can be its own victims."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        country: str | None,
        is_victim: Callable[[Sequence[Token]], bool],
        own: str | None = None,
    ) -> None:
        self.text = text
        self.lexicon = lexicon
        self.country = country
        self.is_victim = is_victim
        self.own = own
        """Whose losses the field counts: `(own claim)`."""

    def read(self, tokens: list[Token]) -> Remark:
        """All chunks between the commas of a parenthesis, the first voice deciding."""
        remark = Remark(words=tokens)
        silent = self.lexicon.lists("excluding", "contested")  # `(per Mali, denied by France)`
        for chunk in split_at_commas(tokens):
            if chunk[0].lower not in silent:
                self._read_chunk(chunk, remark)
        remark.late = self._has_mark("late", tokens)
        remark.early = self._has_mark("early", tokens) and not remark.late
        remark.unnamed = not remark.source and self._is_unnamed(tokens)
        remark.disputed = any(token.lower in self.lexicon.list("contested") for token in tokens)
        return remark

    def _is_unnamed(self, tokens: Sequence[Token]) -> bool:
        others = any(token.lower in self.lexicon.list("unnamed_others") for token in tokens)
        return others and any(token.lower in self.lexicon.list("mere_reports") for token in tokens)

    def _has_mark(self, mark: str, tokens: Sequence[Token]) -> bool:
        return any(self.lexicon.marks[mark].match(tokens, at) for at in range(len(tokens)))

    def _read_chunk(self, chunk: list[Token], remark: Remark) -> None:
        voice = self.cue_voice(chunk)
        bare = not self.find_cue(chunk) and not self.has_counts(chunk)
        if voice or (bare and (voice := self._bare_voice(chunk, remark))):
            remark.source = f"{remark.source} and {voice}" if remark.source else voice
        elif self.has_counts(chunk) or (remark.parts and self.count_parts(chunk)):
            remark.parts.append(chunk)
        elif not remark.source and self._names_victims(chunk):
            remark.party += chunk

    def cue_voice(self, chunk: Sequence[Token]) -> str | None:
        """`per Mali`, `at Ségué per local sources`, `selon le CSP`: the voice behind a source cue."""
        cue = self.find_cue(chunk)
        if cue is None:
            return None
        words = chunk[cue[1] :]
        if (
            len(words) == 2
            and words[0].lower in self.lexicon.list("plural_the")
            and words[1].lower in self.lexicon.list("standing_heads")
        ):
            return None  # `selon les sources`: they differ
        return name_source(words, self.lexicon, self.country) or (self._as_written(words) if words else None)

    def find_cue(self, tokens: Sequence[Token]) -> tuple[int, int] | None:
        """First token of a source cue and the token after it."""
        for at in range(len(tokens)):
            found = self.lexicon.according_to.match(tokens, at)
            if found:
                return at, at + found[1]
        return None

    def has_counts(self, tokens: Sequence[Token]) -> bool:
        """`including 2 VDP`, `5 soldiers and a gendarme`; dates and lone articles are no counts."""
        found = CountFinder(tokens, self.lexicon).find() or self._lone_part(tokens)
        return any(not match.article for match in found)

    def adds(self, tokens: Sequence[Token]) -> bool:
        """`19 (+3 attackers)`, `4 (plus the bomber)`, `12 (excluding 2 perpetrators)`: no part of the figure before."""
        return tokens[0].lower in self.lexicon.list("added_parts")

    def _lone_part(self, tokens: Sequence[Token]) -> list[CountMatch]:
        """`(including the perpetrator)`, `(+ le kamikaze)`: one person behind a definite article."""
        opened = self.lexicon.marks["subset_before"].match(tokens, 0)
        at = opened[1] if opened else int(self.adds(tokens))
        if not at or at + 1 >= len(tokens) or tokens[at].lower not in self.lexicon.list("definite"):
            return []
        victims = find_victims(tokens, at + 1, self.lexicon)
        single = victims.last == len(tokens) and not victims.head.endswith(("s", "x", "men"))
        return [CountMatch(at, at + 1, Count(1, 1))] if single and victims.kind in PERSON_KINDS else []

    def count_parts(self, tokens: Sequence[Token]) -> list[CountMatch]:
        """The counts of listed parts; beside figures one person is one, too: `37 hostages, a guard, 29 militants`."""
        found = CountFinder(tokens, self.lexicon).find() or self._lone_part(tokens)
        kinds = (find_victims(tokens, match.last, self.lexicon).kind for match in found)
        return [match for match, kind in zip(found, kinds, strict=True) if not match.article or kind in PERSON_KINDS]

    def statement_voice(self, chunk: Sequence[Token]) -> str | None:
        """`JNIM claim`, `Government claim`, `civilian/military estimate`; an `early toll` names nobody."""
        if len(chunk) < 2 or chunk[-1].lower not in self.lexicon.statements:
            return None
        words = chunk[:-1]
        timed = self.lexicon.marks["early"].match(words, 0) or self.lexicon.marks["late"].match(words, 0)
        words = words[timed[1] :] if timed else words  # `initial army toll`
        if not words or words[0].lower in self.lexicon.list("caveats"):
            return None
        if self.own and len(words) == 1 and words[0].lower in self.lexicon.list("self_owned"):
            return self.own
        if self.country and words[0].lower in self.lexicon.list("official_words"):
            return self.country
        described = all(word.lower in self.lexicon.unconfirmed or word.kind == "mark" for word in words)
        if described:
            return self._as_written(chunk)
        members = f"{words[-1].lower}s"
        if len(words) == 1 and members in self.lexicon.list("group_speakers"):
            return members  # `jihadist claim`
        return name_source(chunk, self.lexicon, self.country) or self._as_written(words)

    def owned_voice(self, words: Sequence[Token]) -> str | None:
        """`Bilan de l'armée`, `Claim by JNIM`: a statement before whose it is; `official` ones are the state's."""
        lexicon = self.lexicon
        stated = [
            at for at, word in enumerate(words[:2]) if word.lower in lexicon.lists("owned_statements", "statements")
        ]
        if not stated:
            return None
        behind = words[stated[0] + 1 :]
        if behind and behind[0].lower in lexicon.list("official_words"):
            return self.country
        owned = len(behind) > 1 and behind[0].lower in lexicon.lists("of", "agents")
        return self._name(behind[1:]) if owned else None

    def said_by(self, label: Sequence[Token]) -> str | None:
        """`JNIM claims 40 killed`: who says the figure behind such a label."""
        says = len(label) > 1 and label[-1].lower in self.lexicon.say and label[-1].text.islower()
        named = says and (names_party(label[:-1], self.lexicon) or self.lexicon.speakers.match(label, 0))
        return self._name(label[:-1]) if named else None

    def _bare_voice(self, chunk: Sequence[Token], remark: Remark) -> str | None:
        """A voice without a cue: a statement, an organisation that only reports, a party that cannot be the victims."""
        relayed = next((at for at, word in enumerate(chunk) if at and word.lower in self.lexicon.list("relaying")), 0)
        chunk = chunk[: relayed or None]  # `security sources via AFP`
        if len(chunk) == 1 and chunk[0].lower in self.lexicon.list("official_words"):
            return None  # `26 killed (official), 60 killed (unofficial)`
        statement = self.statement_voice(chunk) or self.owned_voice(chunk)
        if statement or (self._names_victims(chunk) and not self._continues(chunk, remark)):
            return statement
        speaker = self.lexicon.speakers.match_before(chunk, len(chunk)) or self._opens_voice(chunk)
        known = speaker or names_party(chunk, self.lexicon) or self._is_titled(chunk)
        return self._name(chunk) if known else None

    def _opens_voice(self, chunk: Sequence[Token]) -> bool:
        """`(mayor of Tessal)`, `(gouvernement malien)`: a speaking noun with a place or a nation behind it."""
        speaker = self.lexicon.speakers.match(chunk, 0)
        behind = chunk[speaker[1] :] if speaker else ()
        placed = len(behind) > 1 and behind[0].lower in self.lexicon.list("of") and behind[-1].text[:1].isupper()
        return placed or (len(behind) == 1 and behind[0].lower in self.lexicon.nationalities)

    def _is_titled(self, chunk: Sequence[Token]) -> bool:
        """`(President Barry)`, `(Sahel Conflict Data Project)`: who heads a state, a name that ends like a body's."""
        if len(chunk) < 2 or not (chunk[0].text[:1].isupper() and chunk[-1].text[:1].isupper()):
            return False
        if chunk[0].lower in self.lexicon.list("institutions"):
            return True  # `(Collective against Impunity)`
        if not all(token.text[:1].isupper() for token in chunk):
            return False
        speaker = self.lexicon.speakers.match(chunk, 0)
        heads = speaker is not None and speaker[0] == "state" and speaker[1] < len(chunk)
        return heads or chunk[-1].lower in self.lexicon.list("institutions")

    def _continues(self, chunk: Sequence[Token], remark: Remark) -> bool:
        """`(per France, MSA)`: a second party behind a voice speaks as well."""
        return remark.source is not None and names_party(chunk, self.lexicon)

    def _name(self, chunk: Sequence[Token]) -> str | None:
        return name_source(chunk, self.lexicon, self.country)

    def _names_victims(self, chunk: Sequence[Token]) -> bool:
        """`(VDP)`, `(soldiers)`, `(Mali)`: the victims, unless only a voice is called so or it cannot be theirs."""
        victims = find_victims(chunk, 0, self.lexicon)
        if self._only_speaks(chunk):
            return False
        noun = victims.kind in PERSON_KINDS and victims.last == len(chunk)
        return (noun or names_party(chunk, self.lexicon)) and self.is_victim(chunk)

    def _only_speaks(self, chunk: Sequence[Token]) -> bool:
        """`(AFP)`, `(local officials)`, `(Nigerien government)`, `(locals)`; soldiers may as well be victims."""
        if any(word.lower in self.lexicon.list("never_victims") for word in chunk):
            return True
        speaker = self.lexicon.speakers.match(chunk, 0)
        if speaker is None:
            return False
        return speaker[0] == "organisation" or speaker[1] > 1 or chunk[0].lower.rstrip("s") in self.lexicon.roles

    def _as_written(self, tokens: Sequence[Token]) -> str:
        """The words of an unknown source without a leading article."""
        first = 1 if tokens[0].lower in self.lexicon.list("determiners") and len(tokens) > 1 else 0
        return self.text[tokens[first].start : tokens[-1].end]


def split_at_commas(tokens: Sequence[Token]) -> list[list[Token]]:
    """The non-empty stretches between commas, semicolons and brackets."""
    chunks: list[list[Token]] = [[]]
    for token in tokens:
        if token.text in (",", ";", "(", ")"):
            chunks.append([])
        else:
            chunks[-1].append(token)
    return [chunk for chunk in chunks if chunk]


def name_party(words: Sequence[Token], lexicon: Lexicon) -> Victims | None:
    """The people a label, header or parenthesis names: a noun phrase, else actors and countries; None when nobody."""
    for first in range(len(words)):
        found = find_victims(words, first, lexicon)
        if found.kind in PERSON_KINDS:
            return found
    names = party_names(words, lexicon)
    if not names:
        return None
    actors = [mention.actor for mention in load_actors().find(words)]
    countries = [name for name in names if name in lexicon.nationalities.values()]
    return Victims(" and ".join(names), "" if actors else "state", actors=actors, nations=countries)


def names_party(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """A known actor or a country stands among the words (`Mali`, `MSA and GATIA`, `Flag of Mali.svg`)."""
    return bool(party_names(tokens, lexicon))


def party_names(tokens: Sequence[Token], lexicon: Lexicon) -> list[str]:
    """Countries named among the words, then the names of actors as written."""
    if not tokens:
        return []
    named = (lexicon.countries.match(tokens, at) for at in range(len(tokens)) if tokens[at].text[:1].isupper())
    countries = list(dict.fromkeys(match[0] for match in named if match))
    return countries + [mention.text for mention in load_actors().find(tokens) if mention.text not in countries]
