"""The speakers of one document so far: their names, the party of each person, the group that `the coalition` is."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from sahel_tui.claims.language.actors import find_first_actor, load_actors, load_people
from sahel_tui.claims.language.name_forms import is_in_capitals, spell
from sahel_tui.claims.language.tokens import Token, fold_word
from sahel_tui.claims.parties.named_bodies import find_apposed
from sahel_tui.claims.parties.naming import name_person, name_source
from sahel_tui.claims.parties.placed_speakers import without_place
from sahel_tui.claims.parties.sides import Combatants
from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.called_groups import KINDS, CalledGroups, gathered_in, some_group

LONGEST_TITLE = 4
"""Words at the head of `The mayor of Tondikiwindi, Almou Hassane, …` that may name an office."""

LONGEST_PERSON = 4
"""Words of a personal name."""

_SOURCES: dict[tuple[object, ...], str | None] = {}
_PERSONS: dict[tuple[object, ...], str | None] = {}
_MOST_NAMES = 1 << 13
"""Names that are kept at hand with whom they mean: texts call their speakers by the same few names."""


def _look_up(
    known: dict[tuple[object, ...], str | None],
    scope: tuple[object, ...],
    tokens: Sequence[Token],
    find: Callable[[], str | None],
) -> str | None:
    """What `find` answers for tokens of these words at these distances."""
    start = tokens[0].start if tokens else 0
    key = (*scope, *[token.text for token in tokens], *[token.start - start for token in tokens])
    if key not in known:
        if len(known) >= _MOST_NAMES:
            known.clear()
        known[key] = find()
    return known[key]


@cache
def _first_names() -> frozenset[str]:
    """The first words of known people's names, as they are written and without accents."""
    return frozenset(person.split()[0] for person in load_people())


class KnownSpeakers:
    """Names speakers and remembers them, so that a surname, a pronoun or `the movement` finds its party again."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self.last: str | None = None
        """Who spoke last."""
        self.last_party: str | None = None
        """The belligerent or state that spoke last: `the communiqué` is theirs."""
        self._groups = CalledGroups(combatants)
        self._last_mission: str | None = None
        self.named_before: Sequence[Token] = ()
        """The words of the party named last before this sentence: `the latter`."""
        self.all_before: list[Sequence[Token]] = []
        """Those of all parties named in the sentence before: `the former`."""
        self._named_here: list[Sequence[Token]] = []
        self._abroad: str | None = None
        """The state whose capital opens this sentence: `In Paris, the defence minister said`."""
        self.last_body: str | None = None
        """The organisation named last: `the group` on a page without armed groups."""
        self._company = self._company_in(combatants.lead)
        """The company named last: `the firm`."""
        self._people: dict[str, str] = {}
        self._heard: dict[str, str] = {}
        """Known people of whom the text tells, by surname, whether they spoke or not."""

    def _company_in(self, lead: str) -> str | None:
        """The first company that the lead names."""
        small = lead.casefold()
        found = {at: name for name in self.lexicon.list("companies") if (at := small.find(name)) >= 0}
        return lead[min(found) : min(found) + len(found[min(found)])] if found and len(small) == len(lead) else None

    def _name_source(self, tokens: Sequence[Token]) -> str | None:
        """`name_source` where the staff and the ministry are those of the state that fights."""
        country = self._abroad or self.combatants.fighting_state
        return _look_up(_SOURCES, (country, self.lexicon), tokens, lambda: name_source(tokens, self.lexicon, country))

    def _is_called(self, source: str, tokens: Sequence[Token]) -> bool:
        """The source is the personal name among the tokens."""
        return source == _look_up(_PERSONS, (self.lexicon,), tokens, lambda: name_person(tokens, self.lexicon))

    def name(self, tokens: Sequence[Token], aside: Sequence[Token] = (), title: Sequence[Token] = ()) -> str | None:
        """The short name of a speaker, with the party of a person known from before; None for nobody who speaks.

        `aside` is what stands between the name and its verb: `Ramadane, speaking for the coalition, began with …`;
        `title` what stands before a name between commas: `The mayor of Tondikiwindi, Almou Hassane, …`.
        """
        gathered = gathered_in(tokens, self.lexicon)
        if gathered and (party := self.name(gathered)):
            return party
        group = self._groups.called(tokens) or some_group(tokens, self.lexicon)
        if group:
            self.last = group
            return group
        source = self._name_source(tokens)
        if source is None:
            source = self._surname(tokens) or self._company_called(tokens)
        if source is None:
            return None
        if aside and source.split()[-1].islower():
            source = find_apposed(aside, self.lexicon) or source
        party = self._party_of(aside) if aside and self._is_called(source, tokens) else None
        self.last = self._remember(source, f"{party} ({source})", party) if party else self._with_party(source, tokens)
        if self.last == source and self._is_called(source, tokens):
            self.last = self._with_office(source, (*aside, *tokens, *title[:LONGEST_TITLE]))
        elif source[0].islower() and without_place(source).split()[-1][0].isupper():
            self._people[source.split()[-1]] = source  # `governor Saïdou Sanou`, then `Sanou`
        return self.last

    def _with_office(self, person: str, words: Sequence[Token]) -> str:
        """`Mohamed Dah, the high commissioner of Soum, told AFP`: somebody of no party, with his office."""
        folded = [word.lower for word in words]
        offices = self.lexicon.list("offices")
        spans = (" ".join(folded[at : at + length]) for length in (2, 1) for at in range(len(folded)))
        office = next((name for name in spans if name in offices), None)
        if office is None:
            return person
        label = f"{self.lexicon.voices.get(office, office)} {person}"
        self._people[person.split()[-1]] = label
        return label

    def _company_called(self, tokens: Sequence[Token]) -> str | None:
        """`la société canadienne`, `the Canadian company`: the company that the text is about, by its nation."""
        words = [token.lower for token in tokens]
        definite = len(words) > 1 and words[0] in self.lexicon.list("definite")
        if not definite or not self.lexicon.nationalities.keys() >= {*words[1:]} - self.lexicon.list("company_nouns"):
            return None
        return None if self.lexicon.list("company_nouns").isdisjoint(words) else self._company

    def _party_of(self, aside: Sequence[Token]) -> str | None:
        """The party an apposition names for the person before it."""
        words = {token.lower for token in aside}
        if words & self.lexicon.own and words & self.lexicon.roles:
            return self.last_party
        party = self._name_source(aside) if aside else None
        if party and party.casefold() in self.lexicon.list("group_speakers"):
            return self._groups.by_noun(party)
        speaker = any(self.lexicon.speaker_at(aside, at) for at in range(len(aside)) if aside[at].text[0].isupper())
        return party if party and (self._is_party(party) or party == self.combatants.country or speaker) else None

    def _is_party(self, source: str) -> bool:
        return find_first_actor(source) is not None

    def name_written(self, tokens: Sequence[Token]) -> str | None:
        """An acronym that no table knows, as it is written: `The MBDX counted`; remembered for `the movement`."""
        bare = tokens[tokens[0].lower in self.lexicon.list("determiners") :] if tokens else ()
        if len(bare) != 1 or not is_in_capitals(bare[0]):
            return None
        self.last = self._people[bare[0].text] = bare[0].text
        return self.last

    def names(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens name anybody who speaks; nothing is remembered."""
        return bool(self._name_source(tokens) or self._surname(tokens))

    def is_body(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens are nothing but the name of a party, a state organ or an organisation."""
        mention = load_actors().match(tokens, 0)
        speaker = self.lexicon.speaker_at(tokens, 0)
        return (mention is not None and mention.last == len(tokens)) or (
            speaker is not None and speaker[1] == len(tokens) and speaker[0] in ("state", "organisation")
        )

    def is_place(self, tokens: Sequence[Token]) -> bool:
        """Whether the words name where the event was."""
        return any(token.text in self.combatants.place for token in tokens)

    def is_person(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens are a personal name, or the surname of somebody introduced before."""
        return self._surname(tokens) is not None or name_person(tokens, self.lexicon) is not None

    def _surname(self, tokens: Sequence[Token]) -> str | None:
        """`Sawadogo then announced`: somebody introduced before, now by surname alone."""
        known = (self._people[token.text] for token in tokens if token.text in self._people)
        return next(known, None) or (self._heard.get(tokens[0].text) if len(tokens) == 1 else None)

    def hear(self, sentence: Sentence) -> None:
        """Remember the group named last, which `the coalition` and `the movement` mean, and the last `mission`."""
        self.named_before = self._named_here[-1] if self._named_here else self.named_before
        self.all_before, self._named_here, told = self._named_here, [], sentence.told
        for mention in load_actors().find(sentence.tokens, told["actors"]) if "actors" in told else ():
            self._named_here.append(sentence.tokens[mention.first : mention.last])
            if mention.actor.kind in KINDS:
                self._groups.hear(mention, self._named_here[-1])
            elif mention.actor.kind == "international":
                self._last_mission = mention.text if mention.text.isupper() else mention.actor.short
        for at in told.get("organisations", ()):
            written = sentence.tokens[at].text[0].isupper()
            found = self.lexicon.speaker_at(sentence.tokens, at) if written else None
            if found and found[0] == "organisation":
                self.last_body = spell(sentence.tokens[at : at + found[1]])
                if self.last_body.casefold() in self.lexicon.list("companies"):
                    self._company = self.last_body
        self._hear_people(sentence)
        opens = sentence.folded[:1] != [] and sentence.folded[0] in self.lexicon.lists("place_openers", "speaks_from")
        self._abroad = self.lexicon.capitals.get(sentence.folded[1]) if opens and sentence.folded[1:] else None

    def _hear_people(self, sentence: Sentence) -> None:
        """`Minister Florence Parly` in a sentence without figures, then `Parly said`."""
        for at in sentence.places(_first_names()):
            for end in range(at + 2, min(at + LONGEST_PERSON, len(sentence.tokens)) + 1):
                name = " ".join(token.text for token in sentence.tokens[at:end])
                party = load_people().get(fold_word(name))
                if party:
                    self._heard[name.split()[-1]] = f"{party} ({name})"

    def _with_party(self, source: str, tokens: Sequence[Token]) -> str:
        if source.casefold() in self.lexicon.list("group_speakers"):
            plain = source.casefold() in self.lexicon.list("plain_groups")
            if plain and self.last and self.last in self._people:  # `the Collective (CJB) said`, then `the movement`
                return self.last
            return self._groups.by_noun(source) or (self.last_body if plain else None) or source
        definite = bool(tokens) and tokens[0].lower in self.lexicon.list("definite")
        if self._company and definite and source.casefold() in self.lexicon.list("company_nouns"):
            return self._company
        if source.casefold() in self.lexicon.list("mission_speakers"):
            return self._last_mission or self._listed_mission() or source
        party, _, person = source.partition(" (")
        if person:
            person = person.rstrip(")")
            spoken_for = self._speaks_abroad(person) if party == self.combatants.country else None
            party, source = (spoken_for, f"{spoken_for} ({person})") if spoken_for else (party, source)
            return self._remember(person, source, party)
        known = self._people.get(source.split()[-1])
        if known:
            return known
        spoken_for = load_people().get(fold_word(source)) or (
            self._by_surname(source) if self._has_rank(tokens) else None
        )
        if spoken_for:
            return self._remember(source, f"{spoken_for} ({source})", spoken_for)
        ranked = self._is_jihadist(self.last_party) and self._has_rank(tokens)
        erstwhile = not self.lexicon.list("erstwhile").isdisjoint(token.lower for token in tokens)
        known_party = None if erstwhile else (None if ranked else self.last_party) or self._own_state(tokens)
        if known_party and self._speaks_for_party(tokens) and self._is_called(source, tokens):
            return self._remember(source, f"{known_party} ({source})", known_party)
        if any(True for _ in load_actors().find(tokens)) or source in self.lexicon.nations:
            self.last_party = source
        elif source.isupper() and source.isalpha():
            self._people[source] = source  # `the Collective (CJB) said`, then `the CJB`
        return source

    def _listed_mission(self) -> str | None:
        """The mission among the combatants, which the text may never call by its name."""
        named = ((actor.short, side.label) for side in self.combatants.listed for actor in side.missions)
        return next((short.upper() if short.upper() in label else short for short, label in named), None)

    def _speaks_abroad(self, person: str) -> str | None:
        """`Minister Florence Parly`, `General Lecointre`: whom a known person speaks for."""
        return load_people().get(fold_word(person)) or (self._by_surname(person) if " " not in person else None)

    def _by_surname(self, name: str) -> str | None:
        """`General Lecointre`: the party of the only known person of that surname."""
        surname = fold_word(name.split()[-1])
        parties = {party for person, party in load_people().items() if person.split()[-1] == surname}
        return parties.pop() if len(parties) == 1 and name.split()[-1] == name else None

    def _is_jihadist(self, party: str | None) -> bool:
        """A group without generals and colonels: an officer named behind it is not its own."""
        actor = find_first_actor(party) if party else None
        return actor is not None and actor.kind == "jihadist"

    def _remember(self, person: str, label: str, party: str) -> str:
        self._people[person.split()[-1]] = label
        self.last_party = party
        return label

    def last_group(self) -> str | None:
        """The document's only armed group, else the one named last."""
        return self._groups.by_noun("")

    def own_state(self) -> str | None:
        """The country whose event it is, when no armed group was named whose statement may be meant."""
        return None if self._groups.last() else self.combatants.country

    def _own_state(self, tokens: Sequence[Token]) -> str | None:
        """`Colonel-Major Souleymane Dembélé announced`: an officer of no party named before is the country's own."""
        return (self._abroad or self.combatants.country) if self._has_rank(tokens) else None

    def _has_rank(self, tokens: Sequence[Token]) -> bool:
        """A military rank before a name; not that of a `secretary general`."""
        ranks = self.lexicon.list("ranks")
        return any(token.lower in ranks and after.text[0].isupper() for token, after in pairwise(tokens))

    def _speaks_for_party(self, tokens: Sequence[Token]) -> bool:
        """`Colonel Sidi Mola`, `spokesman Attaher`: somebody of the party named before."""
        return self._has_rank(tokens) or any(token.lower in self.lexicon.party_roles for token in tokens)
