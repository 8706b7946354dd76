"""Invented events in any number: the same seed gives the same documents, and every figure's place in them is known.

Places, people and most words are made of syllables; words are as unevenly frequent as in real texts (Zipf), so that an
index over them behaves like one over real articles.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate
from random import Random

from sahel_tui.model import Claim, Comparison, Count, Document, Event, Field, Figure, Row, Section, Side

WORDS, PLACES = 20_000, 5_000
_SYLLABLES = (
    *("ba", "bo", "da", "di", "dou", "fa", "ga", "gou", "ka", "ki", "ko", "la", "lé", "ma"),
    *("mo", "na", "nia", "ou", "ra", "sa", "sé", "ta", "ti", "to", "wa", "ya", "zé"),
)
_KINDS = ("Attack on", "Battle of", "Ambush near", "Raid on", "Clashes at", "Bombing of", "Siege of", "Killings in")
_REGIONS = ("Mopti", "Gao", "Kidal", "Ménaka", "Tillabéri", "Diffa", "Soum", "Liptako")
_FIGHTERS = ("Mali", "JNIM", "Burkina Faso", "Islamic State – Sahel Province", "Niger", "Boko Haram", "GATIA", "MNLA")
_SPEAKERS = ("RFI", "AFP", "Reuters", "MINUSMA", "ACLED")
_SENTENCES = (
    "{speaker} reported that {number} people were {done} when armed men came to {place}.",
    "According to {speaker}, at least {number} fighters were {done} near {place}.",
    "The army said {number} of its soldiers were {done} on the road to {place}.",
    "Witnesses in {place} spoke of {number} {done}.",
)
_FIRST_DAY = date(1990, 1, 1)
_DAYS = 13_000
_FILLER = 12
"""Words of a sentence without a figure."""
_FIGURES = 0.1
"""Share of the sentences that give a figure."""


class Inventor:
    """Makes documents and events out of a seed."""

    def __init__(self, seed: int = 1) -> None:
        self.random = Random(seed)
        self.words = self._make_words(WORDS)
        self._weights = list(accumulate(1 / rank for rank in range(1, WORDS + 1)))
        self.places = [word.capitalize() for word in self._make_words(PLACES)]

    def make_texts(self, number: int, length: int) -> Iterator[tuple[str, str]]:
        """So many file names and plain exports, each about `length` characters long."""
        for place in range(number):
            document, _ = self._make_document(length)
            yield f"{place:07}.txt", document.text

    def make_events(self, number: int, length: int) -> Iterator[tuple[Event, Document, Comparison]]:
        """So many events of one document each, by date, with the claims of their infoboxes."""
        days = sorted(self.random.choices(range(_DAYS), k=number))
        for place, day in enumerate(days):
            document, figures = self._make_document(length, _FIRST_DAY + timedelta(day))
            comparison = compare_figures(document, figures)
            disputed = len(comparison.disputed)
            event = Event(
                f"{place:07}-{document.title.lower().replace(' ', '-')}",
                document.title,
                *[(_FIRST_DAY + timedelta(day)).isoformat()] * 2,
                document.value("place") or "",
                1,
                disputed,
                "disputed" if disputed else "agree",
                min(figures),
                max(figures),
            )
            yield event, document, comparison

    def _make_words(self, number: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < number:
            found["".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4)))] = None
        return list(found)

    def _make_document(self, length: int, day: date | None = None) -> tuple[Document, tuple[int, int]]:
        choose = self.random.choice
        day = day or _FIRST_DAY + timedelta(self.random.randrange(_DAYS))
        place, figures = choose(self.places), self._make_figures()
        title = f"{choose(_KINDS)} {place}"
        first, second = self.random.sample(_FIGHTERS, 2)
        values = {
            "Conflict": title,
            "Place": f"{place}, {choose(_REGIONS)} Region",
            "Date": f"{day.day} {day:%B %Y}",
            "Combatant1": first,
            "Combatant2": second,
            "Casualties1": f"{figures[0]} killed (per {first}), {figures[1]} killed (per {second})",
        }
        text, fields = f"= {title} =\n\nInfobox\n", []
        for label, value in values.items():
            text += f"- {label}: "
            fields.append(Field(label.lower(), label, len(text), len(text) + len(value)))
            text += f"{value}\n"
        start = len(text) + 1
        lead = self._make_prose(max(200, (length - start) // 4))
        body = self._make_prose(max(200, length - start - len(lead)))
        text += f"\n{lead}\n\n== Aftermath ==\n"
        sections = (
            Section("lead", 1, start, start, start + len(lead), "lead"),
            Section("Aftermath", 2, start + len(lead) + 2, len(text), len(text) + len(body)),
        )
        text += f"{body}\n"
        name = sha256(text.encode()).hexdigest()[:12]
        return Document(name, f"{name}.txt", title, text, "plain", "en", None, tuple(fields), sections), figures

    def _make_figures(self) -> tuple[int, int]:
        low = int(self.random.paretovariate(0.9)) % 5_000 + 1
        return low, low if self.random.random() < 0.7 else low + self.random.randint(1, 40)

    def _make_prose(self, length: int) -> str:
        sentences: list[str] = []
        size = 0
        while size < length:
            sentences.append(self._make_sentence())
            size += len(sentences[-1]) + 1
        return " ".join(sentences)

    def _make_sentence(self) -> str:
        if self.random.random() < _FIGURES:
            return self.random.choice(_SENTENCES).format(
                speaker=self.random.choice(_SPEAKERS),
                number=self.random.randint(2, 90),
                done=self.random.choice(("killed", "wounded")),
                place=self.random.choice(self.places),
            )
        return " ".join(self.random.choices(self.words, cum_weights=self._weights, k=_FILLER)).capitalize() + "."


def compare_figures(document: Document, figures: tuple[int, int]) -> Comparison:
    """The two claims of the infobox and their row, as the rules would find them, at a hundredth of the time."""
    fighters = [str(document.value(key)) for key in ("combatant1", "combatant2")]
    losses = next(field for field in document.fields if field.key == "casualties1")
    claims: list[Claim] = []
    start = losses.start
    for number, source in zip(figures, fighters, strict=True):
        end = start + len(f"{number} killed")
        span = (document.id, "infobox:casualties1", start, end, document.text[start:end])
        claims.append(Claim(*span, "killed", Count(number, number), fighters[0], "combatant1", source, rule="invented"))
        start = end + len(f" (per {source}), ")
    disputed = figures[0] != figures[1]
    rows = Row(
        "main",
        "combatant1",
        fighters[0],
        "killed",
        tuple(Figure(c.source, str(c.source), c.count, (n,), disputed=disputed) for n, c in enumerate(claims)),
        "disputed" if disputed else "agree",
        round(figures[1] / figures[0], 1) if disputed else None,
        "",
    )
    sides = tuple(Side(f"combatant{number}", name) for number, name in enumerate(fighters, 1))
    return Comparison(tuple(claims), sides, (rows,))
