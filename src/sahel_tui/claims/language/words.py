"""The word tables of a language, read from `lexicon/<language>.toml` and laid out for look-up."""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from sahel_tui.claims.language.letter_trees import any_word, find_beginnings
from sahel_tui.claims.language.named_words import LISTS, MARKS, PHRASE_LISTS, NamedWords, Told
from sahel_tui.claims.language.phrase_trees import Phrases
from sahel_tui.claims.language.tokens import Token, fold_word, tokenise
from sahel_tui.claims.language.word_lists import NO_WORDS, WordLists
from sahel_tui.dataclass import dataclass
from sahel_tui.model import Category

Form = Literal["participle", "active", "intransitive", "after", "before"]
"""Where a trigger stands to its count: `14 were killed`, `killing 14`, `14 died`, `14 dead`, `death toll of 14`."""

FORMS: tuple[Form, ...] = ("participle", "active", "intransitive", "after", "before")
SPEAKERS = {"state": "state_sources", "other": "other_sources", "organisation": "organisations"}
GRAMMAR_LISTS = (
    *("among", "and", "auxiliaries", "be", "boundary", "event_nouns"),
    *("months", "others", "partitive", "put_at", "stop"),
)
SMALL_LISTS = ("another", "articles", "both", "any", "only_one", "other_one")
"""Lists of words that a small count may start with."""

ATTRIBUTION_LISTS = (
    *("adverbs", "according_to", "carry", "citing", "organisations", "other_sources", "own", "party_roles"),
    *("pronouns", "roles", "say", "state_sources", "statements", "subject_stops", "unconfirmed"),
)


class Trigger(NamedTuple):
    """One reading of a casualty word: its family (`killed`, `lost`, `taken` …) and its form."""

    family: str
    form: Form


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All tables of one language; the TOML file documents each."""

    language: str
    numbers: Mapping[str, int]
    half: Phrases[bool]
    """`half a`, before a collective."""
    grammar: Mapping[str, Any]
    list: Callable[[str], frozenset[str]]
    """A word list of `grammar` or `attribution` by its name, as a set; empty when the language has none."""
    lists: Callable[..., frozenset[str]]
    """The words of several such lists together, each union made once; a mark stands for itself (`","`), and a list
    behind a minus sign (`"-articles"`) takes its words away again."""
    count_words: frozenset[str]
    """What a count may start with, number words among it, when it does not start with digits."""
    small_words: frozenset[str]
    """What a count of one, two or none without a numeral starts with."""
    bare_words: frozenset[str]
    """What a count without a hedge may start with."""
    hedges: Phrases[str]
    hedges_after: Phrases[str]
    vague: Phrases[str]
    triggers: Phrases[tuple[Trigger, ...]]
    split_verbs: tuple[tuple[Category, frozenset[str], Phrases[bool]], ...]
    """Verbs in two parts around their object by category: `sent … to hospital`."""
    euphemisms: frozenset[str]
    nouns: Phrases[str]
    stop: frozenset[str]
    be: frozenset[str]
    auxiliaries: frozenset[str]
    boundary: frozenset[str]
    conjunctions: Phrases[bool]
    among: Phrases[bool]
    """Openings of a phrase that names among whom figures are counted."""
    partitive: Phrases[bool]
    """`of them`, `d'entre eux`: behind a number, part of the people named before."""
    phrases: Mapping[str, Phrases[bool]]
    """The lists of `PHRASE_LISTS`; one that the language lacks matches nothing."""
    months: Mapping[str, int]
    say: frozenset[str]
    according_to: Phrases[bool]
    citing: Phrases[bool]
    speakers: Phrases[str]
    """Nouns that speak: `state`, `other`, `organisation`."""
    capitalised: frozenset[str]
    """Organisations written in capitals, folded."""
    statements: frozenset[str]
    roles: frozenset[str]
    pronouns: frozenset[str]
    own: frozenset[str]
    unconfirmed: frozenset[str]
    adverbs: frozenset[str]
    """Words that may stand between a speaker and the verb."""
    party_roles: frozenset[str]
    subject_stops: frozenset[str]
    carry: Phrases[bool]
    """Openings of a sentence that lets the voice before go on."""
    tell: Callable[[Sequence[str]], Told]
    """Where among folded words those of `named_words.LISTS` stand, and the phrases of `phrases` and `marks` start."""
    marks: Mapping[str, Phrases[str]]
    sections: Mapping[str, tuple[str, ...]]
    incident_cues: re.Pattern[str]
    """Words that place a sentence before the event, or at another one."""
    later_cues: re.Pattern[str]
    """Words that place it after the event: another one, or a later report; like all patterns here, in small letters."""
    nationalities: Mapping[str, str]
    nations: frozenset[str]
    """Names of states as written in English."""
    nation_words: frozenset[str]
    """Nationalities and names of states, folded: a phrase without one names no nation."""
    acronyms: Mapping[str, str]
    """Acronyms of this language and the English ones of the same groups."""
    voices: Mapping[str, str]
    """Speaking nouns of this language by the English name of the same voice, folded."""
    countries: Phrases[str]
    """Names of states as written in English, with themselves."""
    capitals: Mapping[str, str]
    """Capital cities that speak for their state."""
    may_speak: re.Pattern[str]
    """Finds a verb of saying or `according to`: a sentence without one has no voice of its own."""
    may_part: re.Pattern[str]
    """Finds `of them`, `among them`: what tells a part of those counted before."""
    may_count: re.Pattern[str]
    """Finds a casualty word: a sentence without one counts nobody."""
    counting: frozenset[str]
    """What casualty words begin with, up to a hyphen or apostrophe: texts without any are told apart sooner."""

    def speaker_at(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """Kind and length of the speaking noun at `tokens[at]`; an organisation is written with a capital (`WHO`)."""
        if at >= len(tokens) or tokens[at].lower not in self.speakers.first_words:
            return None
        found = self.speakers.match(tokens, at)
        if found and found[0] == "organisation":
            written = "".join(token.text for token in tokens[at : at + found[1]])
            if not written[0].isupper() or (written.lower() in self.capitalised and not written.isupper()):
                return None
        return found


def _triggers(table: Mapping[str, Any]) -> Phrases[tuple[Trigger, ...]]:
    readings: dict[str, list[Trigger]] = {}
    for family, forms in table.items():
        for form in FORMS:
            reading = Trigger(family, form)
            for phrase in forms.get(form, ()):
                readings.setdefault(phrase.lower(), []).append(reading)
    return Phrases((phrase, tuple(found)) for phrase, found in readings.items())


def _keyed(table: Mapping[str, Sequence[str]]) -> Phrases[str]:
    return Phrases((phrase, key) for key, phrases in table.items() for phrase in phrases)


def _fill(phrases: Iterable[str], grammar: Mapping[str, Any]) -> Iterator[str]:
    """Each phrase; one that names a list of the grammar in braces (`another {event_nouns}`) with each of its words."""
    for phrase in phrases:
        before, brace, rest = phrase.partition("{")
        name, _, behind = rest.partition("}")
        yield from (f"{before}{word}{behind}" for word in grammar[name]) if brace else (phrase,)


def _contract(phrases: Iterable[str], grammar: Mapping[str, Any]) -> Iterator[str]:
    """Each phrase, and what its last word becomes before an article: `aux dires de`, `aux dires du`."""
    forms: Mapping[str, Sequence[str]] = grammar.get("contractions", {})
    for phrase in phrases:
        before, space, last = phrase.rpartition(" ")
        yield from (phrase, *(f"{before} {form}" for form in forms.get(last, ()) if space))


def _flags(phrases: Iterable[str]) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in phrases)


def _countries(nations: Mapping[str, str], names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every state under its English name and the language's own: `Tchad`."""
    yield from ((name, name) for name in sorted(set(nations.values())))
    yield from ((name, nations[name]) for name in names)


def _count_words(
    table: Mapping[str, Any], grammar: Mapping[str, Any], hedges: Mapping[str, Sequence[str]]
) -> frozenset[str]:
    """First words of hedges, vague words, ranges, articles and collectives."""
    phrases = [phrase for kind in (hedges, table.get("vague", {})) for entries in kind.values() for phrase in entries]
    for name in ("half_collective", "between", "collective", "as_many", *SMALL_LISTS):
        phrases += grammar.get(name, ())
    return frozenset(tokens[0].lower for phrase in (*phrases, "~", "≈") if (tokens := tokenise(phrase)))


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of `language` (`en`, `fr` …); English when there is no file for it."""
    folder = files("sahel_tui.claims") / "lexicon"
    path = folder / f"{language}.toml"
    path = path if path.is_file() else folder / "en.toml"
    return build_lexicon(tomllib.loads(path.read_text(encoding="utf-8")))


def build_lexicon(table: Mapping[str, Any]) -> Lexicon:
    """Lay out one parsed TOML file; `language`, `numbers` and `triggers` are required, other tables may be left out."""
    grammar = {"collective": {}, "implied": {}, **dict.fromkeys(GRAMMAR_LISTS, ()), **table.get("grammar", {})}
    said = {**dict.fromkeys(ATTRIBUTION_LISTS, ()), **table.get("attribution", {})}
    said |= {name: tuple(_contract(said[name], grammar)) for name in ("according_to", "citing")}
    grammar |= {name: tuple(_contract(_fill(grammar.get(name, ()), grammar), grammar)) for name in PHRASE_LISTS}
    hedges = dict(table.get("hedges", {}))
    after = {name: hedges.pop(f"after_{name}", ()) for name in ("at_least", "at_most", "approx")}
    lists = WordLists(
        {name: frozenset(words) for name, words in (*grammar.items(), *said.items()) if not isinstance(words, bool)}
    )
    split: Mapping[Category, Any] = table.get("split", {})
    half = _flags(grammar.get("half_collective", ()))
    lists["split_openers"] = frozenset(verb for parts in split.values() for verb in parts["verbs"])
    lists["noun_openers"] = lists.get("articles", NO_WORDS) | lists.get("determiners", NO_WORDS)
    lists["number_words"] = frozenset(table["numbers"])
    lists["month_names"] = frozenset(month.lower() for month in grammar["months"])
    bare = half.first_words | lists.join("number_words", "collective", "articles", "~", "≈")
    lists["start_words"] = bare | lists.join(*SMALL_LISTS, "between")  # What a count starts with that is no phrase.
    tables = (table.get(name, {}) for name in ("marks", "sections", "incidents", "nationalities"))
    marks, sections, incidents, nations = tables
    phrases = {name: _flags(grammar.get(name, ())) for name in PHRASE_LISTS}
    asked: dict[str, Phrases[Any]] = {name: _flags(said[name]) for name in ("according_to", "citing", "organisations")}
    asked |= {"partitive": _flags(grammar["partitive"]), "hedges_after": _keyed(after), "hedges": _keyed(hedges)}
    asked |= {"vague": _keyed(table.get("vague", {})), "triggers": _triggers(table["triggers"])}
    cued = {name: tuple(_fill(incidents.get(name, ()), grammar)) for name in ("cues", "later_cues")}
    asked |= {"incident_cues": _flags(cued["cues"]), "later_cues": _flags(cued["later_cues"])}
    marked = {name: Phrases((phrase, name) for phrase in marks.get(name, ())) for name in MARKS}
    named, opening = grammar.get("name_nouns", ()), lists["split_openers"]
    counting = {*asked["triggers"].first_words, *grammar["implied"], *named, *opening, *grammar.get("households", ())}
    return Lexicon(
        language=table["language"],
        numbers=table["numbers"],
        half=half,
        grammar=grammar,
        list=lists.__getitem__,
        lists=cache(lists.join),
        small_words=lists.join(*SMALL_LISTS),
        bare_words=bare,
        count_words=_count_words(table, grammar, hedges) | frozenset(table["numbers"]),
        hedges=asked["hedges"],
        hedges_after=asked["hedges_after"],
        vague=asked["vague"],
        triggers=asked["triggers"],
        split_verbs=tuple(
            (category, frozenset(parts["verbs"]), _flags(parts["ends"])) for category, parts in split.items()
        ),
        euphemisms=frozenset(table["triggers"].get("killed", {}).get("euphemism", ())),
        nouns=_keyed(table.get("nouns", {})),
        stop=frozenset(grammar["stop"]),
        be=frozenset(grammar["be"]),
        auxiliaries=frozenset(grammar["auxiliaries"]),
        boundary=frozenset(grammar["boundary"]),
        conjunctions=_flags(grammar["and"]),
        among=_flags(grammar["among"]),
        partitive=asked["partitive"],
        phrases=phrases,
        tell=NamedWords({name: lists[name] for name in LISTS}, {**phrases, **marked, **asked}).find,
        months={month.lower(): number for number, month in enumerate(grammar["months"], 1)},
        say=frozenset(said["say"]),
        according_to=asked["according_to"],
        citing=asked["citing"],
        speakers=_keyed({kind: said[name] for kind, name in SPEAKERS.items()}),
        statements=frozenset(said["statements"]),
        roles=frozenset(said["roles"]),
        pronouns=frozenset(said["pronouns"]),
        own=frozenset(said["own"]),
        unconfirmed=frozenset(said["unconfirmed"]),
        adverbs=frozenset(said["adverbs"]),
        party_roles=frozenset(said["party_roles"]),
        subject_stops=frozenset(said["subject_stops"]),
        carry=_flags(said["carry"]),
        marks=marked,
        sections={name: tuple(sections.get(name, ())) for name in ("background", "whole", "aftermath", "aside")},
        incident_cues=any_word(cued["cues"]),
        later_cues=any_word(cued["later_cues"]),
        may_speak=any_word(
            (*said["say"], *said["according_to"], *grammar.get("say_phrases", ()), *grammar.get("toll_ends", ()))
        ),
        nationalities=nations,
        nations=frozenset(nations.values()),
        nation_words=frozenset(fold_word(word) for names in nations.items() for word in names),
        acronyms=table.get("acronyms", {}),
        voices=table.get("voices", {}),
        capitalised=frozenset(name.lower() for name in said["organisations"] if name.isupper()),
        countries=Phrases(_countries(nations, grammar.get("country_names", ()))),
        capitals=table.get("capitals", {}),
        may_part=any_word(tuple(grammar.get("part_openers", ()))),
        may_count=any_word(counting),
        counting=find_beginnings(counting),
    )
