"""The speakers of one document so far: their names, the party of each person, the group that `the coalition` is."""

from collections.abc import Sequence

from sahel_tui.claims.actors import load_actors
from sahel_tui.claims.naming import name_person, name_source
from sahel_tui.claims.phrases import Sentence
from sahel_tui.claims.sides import Combatants
from sahel_tui.claims.tokens import Token


class KnownSpeakers:
    """Names speakers and remembers them, so that a surname, a pronoun or `the movement` finds its party again."""

    def __init__(self, combatants: Combatants) -> None:
        self.combatants = combatants
        self.lexicon = combatants.lexicon
        self.last: str | None = None
        """Who spoke last."""
        self._last_party: str | None = None
        self._last_group: str | None = None
        self._people: dict[str, str] = {}

    def name(self, tokens: Sequence[Token]) -> str | None:
        """The short name of a speaker, with the party of a person known from before; None for nobody who speaks."""
        source = name_source(tokens, self.lexicon, self.combatants.country)
        if source is None:
            source = self._surname(tokens)
        if source is None:
            return None
        self.last = self._with_party(source, tokens)
        return self.last

    def names(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens name anybody who speaks; nothing is remembered."""
        return bool(name_source(tokens, self.lexicon, self.combatants.country) or self._surname(tokens))

    def is_person(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens are a personal name, or the surname of somebody introduced before."""
        return self._surname(tokens) is not None or name_person(tokens, self.lexicon) is not None

    def _surname(self, tokens: Sequence[Token]) -> str | None:
        """`Sawadogo then announced`: somebody introduced before, now by surname alone."""
        return next((self._people[token.text] for token in tokens if token.text in self._people), None)

    def hear_groups(self, sentence: Sentence) -> None:
        """Remember the group named last: `the coalition` and `the movement` mean it."""
        mentions = [m for m in load_actors().find(sentence.tokens) if m.actor.kind in ("rebel", "jihadist")]
        if mentions:
            words = sentence.tokens[mentions[-1].first : mentions[-1].last]
            self._last_group = name_source(words, self.lexicon, None)

    def _with_party(self, source: str, tokens: Sequence[Token]) -> str:
        if source.casefold() in self.lexicon.list("group_speakers"):
            return self._group() or source
        party, _, person = source.partition(" (")
        if person:
            return self._remember(person.rstrip(")"), source, party)
        known = self._people.get(source.split()[-1])
        if known:
            return known
        if self._last_party and " " in source and self._speaks_for_party(tokens):
            return self._remember(source, f"{self._last_party} ({source})", self._last_party)
        if any(True for _ in load_actors().find(tokens)) or source in self.lexicon.nations:
            self._last_party = source
        return source

    def _remember(self, person: str, label: str, party: str) -> str:
        self._people[person.split()[-1]] = label
        self._last_party = party
        return label

    def _speaks_for_party(self, tokens: Sequence[Token]) -> bool:
        """`Colonel Sidi Mola`, `spokesman Attaher`: somebody of the party named before."""
        return any(token.lower in self.lexicon.party_roles for token in tokens)

    def _group(self) -> str | None:
        """The document's only armed group, else the group named last."""
        side = self.combatants.by_id(self.combatants.group_side())
        actors = [actor for actor in side.actors if actor.kind in ("rebel", "jihadist")] if side else []
        return actors[0].short if len(actors) == 1 else self._last_group
