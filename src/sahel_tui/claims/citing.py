"""The references behind a claim, and what an entry of a reference list says: publisher, title, date, address."""

import re
from bisect import bisect_right

from sahel_tui.claims.language.sentences import find_sentence
from sahel_tui.claims.references import ACCESS, PUBLISHER, STATED_LANGUAGE, TITLE
from sahel_tui.documents.dates import parse_dates
from sahel_tui.model import Citation, Claim, Document, Reference

_MARKS = re.compile(r"(?:\[\d{1,4}\](?:\s?,\s?(?=\[))?)+")
_NUMBER = re.compile(r"\d+")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_HEAD = re.compile(r"\s*(?P<name>[^\W\d][^,.;:\n«\"“]*?(?:\.[a-z]{2,4}\b)?)\s*(?=[,.;:\n]|$)")
_MOST_READ = 2_000
"""Characters of an entry; the longest real ones have a few hundred."""


def find_cited(document: Document, claim: Claim) -> tuple[int, ...]:
    """Numbers of the entries that the marks behind a claim name, or of the entry it stands in; none without marks.

    The marks are the first after the claim in its sentence or infobox line: `14 dead[1][2] and 31 hurt[3].`
    """
    at = bisect_right(document.references, claim.start, key=lambda entry: entry.start)
    if at and claim.start < document.references[at - 1].end:
        return (document.references[at - 1].number,)
    if document.text.find("[", claim.end, document.text.find("\n", claim.end)) < 0:
        return ()
    sentence = find_sentence(document.text, claim.start, claim.end)
    marks = _MARKS.search(document.text, claim.end, sentence.end)
    if marks is None:
        return ()
    known = {entry.number for entry in document.references}
    numbers = (int(number) for number in _NUMBER.findall(marks[0]))
    return tuple(dict.fromkeys(number for number in numbers if number in known))


def read_citation(document: Document, reference: Reference) -> Citation:
    """What an entry says; what it leaves out is empty, and the whole entry is its title when nothing can be told."""
    return parse_citation(document.text[reference.start : reference.end])


def parse_citation(text: str) -> Citation:
    """The parts of an entry: publisher, quoted title, ISO date, address.

    >>> parse_citation('"14 soldats tués". RFI (in French). 2023-01-12. https://rfi.example/1')
    Citation(publisher='RFI', title='14 soldats tués', date='2023-01-12', address='https://rfi.example/1')
    >>> parse_citation("Sputnik Africa, October 3, 2023. https://s.example/2").publisher
    'Sputnik Africa'
    """
    text = " ".join(text[:_MOST_READ].split())
    address = _ADDRESS.search(text)
    said = ACCESS.sub("", _ADDRESS.sub("", text))
    for pattern in STATED_LANGUAGE.values():
        said = pattern.sub("", said)
    title = TITLE.search(said)
    publisher = PUBLISHER.match(said, title.end()) if title else _HEAD.match(said)
    name = publisher["name"].strip() if publisher else ""
    if parse_dates(name)[0]:
        name = ""
    around = f"{said[: title.start()]} {said[title.end() :]}" if title else said
    date = parse_dates(around)[0]
    words = next(filter(None, title.groups()), "") if title else ""
    if not (words or name or date):
        words = said.strip(" .")
    return Citation(name, words, date, address[0].rstrip(".,;)") if address else "")
