"""Words that bring an event into a text: an indefinite noun of one, a bomb, somebody who was not told of before."""

from collections.abc import Sequence

from sahel_tui.claims.phrases.phrases import Sentence
from sahel_tui.claims.voices.voices import Voice

LONGEST_NOUN = 5
"""Tokens from an article to the noun of its event: `a large and bloody raid`."""

LONGEST_TIME = 10
"""Tokens of the time that opens a sentence: `Late in the evening of 6 March 2022,`."""


def find_next_day(sentence: Sentence) -> int | None:
    """Index of the token where `next day` begins; None without it."""
    return next(iter(sentence.told.get("next_day", ())), None)


def introduces_event(sentence: Sentence) -> bool:
    """`a second raid`, `air strikes`, `a mine`, `French jets`, `struck again`; the story's own have `the` or `its`."""
    again = sentence.lexicon.phrases["again"]
    returns = any(again.match(sentence.tokens, at) for at in sentence.places(again.first_words))
    at = behind_time(sentence)
    return returns or names_new_event(sentence) or is_new_subject(sentence, at) or _are_unnamed(sentence, at)


def names_new_event(sentence: Sentence, first: int = 0, last: int | None = None) -> bool:
    """`a second raid`, `an army air strike`, `drone strikes`, `two mines`, among some tokens."""
    events = sentence.places(sentence.lexicon.lists("event_nouns", "devices"))
    end = len(sentence.tokens) if last is None else last
    return any(first <= at < end and is_indefinite(sentence, at) for at in events)


def opens_new_deed(sentence: Sentence, voices: Sequence[Voice]) -> bool:
    """`An army operation on 3 December ended, so the staff said, with …`, `The army retaliated in May and claimed …`.

    The sentence opens with what happened, and who speaks of it comes behind.
    """
    first = min((voice.cue for voice in voices if voice.cue), default=len(sentence.tokens))
    avenged = any(at < first for at in sentence.places(sentence.lexicon.list("retaliating")))
    events = sentence.places(sentence.lexicon.list("event_nouns"))
    opening = range(min(first, behind_time(sentence) + LONGEST_NOUN))
    return avenged or any(at in opening and is_indefinite(sentence, at) for at in events)


def strikes_first(sentence: Sentence, voices: Sequence[Voice]) -> bool:
    """`On 25 August drones struck the town, and …`: an attack in a clause that ends before any count or speech.

    `JNIM, which had attacked the camp, …` only says who it was.
    """
    lexicon, told = sentence.lexicon, sentence.told
    counted = [quantity.first for quantity in sentence.quantities if quantity.category]
    end = min([voice.cue for voice in voices if voice.cue] + counted, default=0)
    ends = {",", ";", ":", "—"} | lexicon.list("relative_pronouns")
    by_the_way = lexicon.lists("pluperfect", "had", "relative_pronouns", "which", "where", "having")
    deeds = [at for name in ("targets", "attacked", "seizures") for at in told.get(name, ()) if at < end]
    return any(
        by_the_way.isdisjoint(sentence.lowers(max(0, at - 2), at)) and not ends.isdisjoint(sentence.folded[at:end])
        for at in deeds
    )


def is_indefinite(sentence: Sentence, noun: int) -> bool:
    """An article or a number stands before the noun and its adjectives, or nothing before a plural."""
    lexicon = sentence.lexicon
    for at in range(noun - 1, max(-1, noun - LONGEST_NOUN), -1):
        word, token = sentence.folded[at], sentence.tokens[at]
        if word in lexicon.list("articles") or word in lexicon.numbers or token.kind == "number":
            return at not in sentence.dates
        if word in lexicon.list("definite") or word in lexicon.lists("determiners", "own", "possessive"):
            return False
        if token.kind == "mark" or word in lexicon.lists(
            "place_openers", "agents", "of", "adverbial_openers", "having"
        ):
            return _is_bare_plural(sentence, noun, at)
    return noun < LONGEST_NOUN and _is_bare_plural(sentence, noun, -1)


def _is_bare_plural(sentence: Sentence, noun: int, before: int) -> bool:
    """`drone strikes`, `des frappes`; `of the attacks` and `in fighting` are told of already."""
    own = noun - 1 == before or noun - before < LONGEST_NOUN
    return (
        own
        and sentence.folded[noun].endswith("s")
        and sentence.folded[noun][:-1] in sentence.lexicon.lists("event_nouns", "devices")
    )


def is_new_subject(sentence: Sentence, at: int) -> bool:
    """`a military vehicle`, `French jets`, `unknown gunmen`: whoever acts is new; whom a figure counts only suffers."""
    lexicon = sentence.lexicon
    if at >= len(sentence.tokens) or _is_speech(sentence, at):
        return False
    known = [each for each in sentence.quantities if each.category and each.match.count.vague != "unknown"]
    counted = any(quantity.first <= at < quantity.last for quantity in known)
    word = sentence.folded[at]
    unknown = word in lexicon.list("unknown_adjectives") or (
        word in lexicon.nationalities and word not in lexicon.nations and sentence.tokens[at].text[0].isupper()
    )
    opens = word in lexicon.list("articles") or word in lexicon.list("plural_articles") or unknown
    attacks = not lexicon.list("attacker_nouns").isdisjoint(sentence.lowers(at + 1, at + 3))
    return opens and not counted and not attacks


def _are_unnamed(sentence: Sentence, at: int) -> bool:
    """`gunmen killed twelve worshippers`: fighters with no article, who need not be those of the event."""
    noun = sentence.lexicon.nouns.match(sentence.tokens, at) if at < len(sentence.tokens) else None
    return (
        noun is not None and noun[0] == "group" and sentence.folded[at] not in sentence.lexicon.list("attacker_nouns")
    )


def _is_speech(sentence: Sentence, at: int) -> bool:
    """`a spokesman`, `a new statement`, `an officer of the mission`: who speaks, or what is said in."""
    lexicon = sentence.lexicon
    said = lexicon.lists("statements", "roles", "documents", "aftermath")
    near = range(at, min(at + LONGEST_NOUN, len(sentence.tokens)))
    return any(sentence.folded[place] in said or lexicon.speaker_at(sentence.tokens, place) for place in near)


def behind_time(sentence: Sentence) -> int:
    """Index of the token behind the time that opens a sentence: `On 6 March`, `The next day,`; 0 without one."""
    lexicon = sentence.lexicon
    times = lexicon.lists("time_words", "time_units", "day_openers", "definite", "weekdays", "times_of_day", ",")
    at, plural = 0, lexicon.list("plural_articles")
    while at < min(LONGEST_TIME, len(sentence.tokens)) and (at in sentence.dates or sentence.folded[at] in times):
        if at and sentence.folded[at - 1] == "," and sentence.folded[at] in plural:
            return at
        at += 1
    return at


def is_sent_into(sentence: Sentence) -> bool:
    """`A platoon sent to the scene struck a mine, which …`, `A column sent from Gao fell into an ambush`."""
    opening = behind_time(sentence)
    sent = sentence.places(sentence.lexicon.list("dispatched"))
    first = next((at for at in sent if opening < at <= opening + LONGEST_NOUN), None)
    starts = (max(0, opening - 1), opening)  # `Des gendarmes`
    if first is None or not any(is_new_subject(sentence, at) for at in starts):
        return False
    end = min((each.first for each in sentence.quantities if each.category), default=0)
    return names_new_event(sentence, first, end) or any(first < at < end for at in sentence.told.get("attacked", ()))


def does_itself(sentence: Sentence, voice: Voice) -> bool:
    """`claimed to have killed forty`, `said it had killed forty`, `assure avoir tué`: the speaker tells what he did."""
    lexicon = sentence.lexicon
    did = lexicon.lists("to_have", "perfect_infinitives", "having", "had", "pluperfect")
    for quantity in sentence.quantities:
        word = quantity.word
        if quantity.category != "killed" or word is None or not voice.cue < word.first < quantity.first:
            continue
        between = sentence.lowers(voice.cue + 1, word.first)
        others = [w for w in between if w not in did and w not in lexicon.pronouns and w not in lexicon.adverbs]
        own = not lexicon.pronouns.isdisjoint(between) or not lexicon.lists("to_have", "having").isdisjoint(between)
        if own and not [w for w in others if w not in lexicon.lists("that_clause", "of", "plain_and")]:
            return not did.isdisjoint(between)
    return False
