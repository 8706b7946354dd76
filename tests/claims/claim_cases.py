"""Reads the cases of `cases/` and tells where the claims found differ from theirs; cases/README.md has the format."""

import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sahel_tui.claims import extract_claims
from sahel_tui.documents import parse_document
from sahel_tui.model import MAIN_INCIDENT, Claim, Count, Document

CASES = Path(__file__).parent / "cases"
HEAD = re.compile(r"^=== (?P<name>.+)\n", re.MULTILINE)
STRICT_FLAGS = frozenset({"subset", "total", "superseded", "combined"})
WHOLE_DOCUMENT = ("= ", "# http")
ENGLISH = ("Attack on Tessal", "Tessal, Mali", "March 3, 2022", "JNIM")
FRENCH = ("Attaque de Tessal", "Tessal, Mali", "3 mars 2022", "GSIM")
ANY, OTHER = "*", "other"
VAGUE = frozenset({"dozens", "several", "hundreds", "thousands", "unknown"})


@dataclass(frozen=True)
class Expected:
    """One line below the `---` of a case; several answers in `sides` and `sources` are all right, `*` is any."""

    category: str
    quote: str
    figure: str
    sides: tuple[str, ...]
    sources: tuple[str, ...]
    incident: str
    flags: frozenset[str]


@dataclass(frozen=True)
class Case:
    text: str
    expected: tuple[Expected, ...]


def list_files() -> tuple[list[str], list[str]]:
    """The names of the files whose cases must be right, and of those whose cases must not be, under known_failures/."""
    names = sorted(path.relative_to(CASES).with_suffix("").as_posix() for path in CASES.rglob("*.txt"))
    return [name for name in names if not is_known(name)], [name for name in names if is_known(name)]


def is_known(name: str) -> bool:
    """Whether a file holds cases that are not yet read rightly."""
    return name.startswith("known_failures/")


def read_cases(name: str) -> list[tuple[str, Case]]:
    """The titles and the cases of a file, each title once."""
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    cases = list(split_cases(text, french="french" in name.split("/")))
    assert cases, f"no case in {name}"
    assert len({title for title, _ in cases}) == len(cases), f"a title twice in {name}"
    return cases


def list_faults(cases: Iterable[tuple[str, Case]]) -> dict[str, str]:
    """What to know of each case that is not read rightly, by its title; one that ends in an error hides no other."""
    faults = {}
    for title, case in cases:
        try:
            differences = list_differences(case)
        except Exception:
            differences = traceback.format_exc().splitlines()
        if differences:
            faults[title] = "\n".join([f"=== {title}", case.text.strip(), "", *differences, ""])
    return faults


def split_cases(text: str, *, french: bool) -> Iterator[tuple[str, Case]]:
    """The title and the case of each `=== title` block."""
    parts = HEAD.split(text)
    for title, block in zip(parts[1::2], parts[2::2], strict=True):
        body, _, answers = block.partition("\n---\n")
        lines = [line for line in answers.splitlines() if line.strip()]
        yield title, Case(wrap(body.strip("\n"), french=french), tuple(read_expected(line) for line in lines))


def wrap(body: str, *, french: bool) -> str:
    """A whole document from what a case gives: prose, infobox lines (`- `) and prose, or the document itself."""
    if body.startswith("@document\n"):
        return body.removeprefix("@document\n")
    if body.startswith(WHOLE_DOCUMENT):
        return body
    own = re.match(r"(?:- .*(?:\n|$))*", body)
    box = own[0] if own else ""
    title, place, date, enemy = FRENCH if french else ENGLISH
    default = {"Conflict": title, "Place": place, "Date": date, "Combatant1": "Mali", "Combatant2": enemy}
    if re.search(r"^- (?:Title|Fatalities|Victims):", box, re.MULTILINE):
        default = {"Date": date}
    added = "".join(f"- {key}: {value}\n" for key, value in default.items() if f"- {key}:" not in box)
    return f"= {title} =\n\nInfobox\n{added}{box.rstrip()}\n\n{body[len(box) :].strip()}\n"


def read_expected(line: str) -> Expected:
    """`category | quote | figure | side | source | incident | flags`; the quote may hold bars itself."""
    category, *quote, figure, side, source, incident, flags = (part.strip() for part in line.split("|"))
    return Expected(
        category,
        " | ".join(quote),
        figure,
        tuple(side.split("/")),
        tuple(fold_source(name) for name in source.split("/")),
        incident,
        frozenset(flag.strip() for flag in flags.split(",") if flag.strip()),
    )


def fold_source(source: str) -> str:
    """A source without case, article and the person in brackets; `-` is no source."""
    return re.sub(r"^(?:(?:the|an?|les?|la|une?|des|du)\s+|l')|\s*\(.*\)$", "", source.strip().casefold()).strip()


def read_figure(figure: str) -> Count:
    """The count a figure such as `14`, `89–98`, `31+`, `≤98`, `~50`, `dozens` or `none` stands for."""
    if figure == "none":
        return Count(0, 0, "none")
    if figure in VAGUE:
        return Count(vague=figure)
    low, dash, high = figure.strip("≤~+").replace(",", "").partition("–")
    if dash:
        return Count(int(low), int(high))
    return Count(None if figure[0] == "≤" else int(low), None if figure[-1] == "+" else int(low))


def show_figure(count: Count) -> str:
    """The figure of a count in the form the cases write it."""
    return count.vague or str(count).replace(",", "")


def find_spans(case: Case, document: Document) -> list[tuple[int, int]]:
    """Where each expected quote stands: the first place after the quote before it, else overlapping it."""
    spans: list[tuple[int, int]] = []
    for expected in case.expected:
        start, end = spans[-1] if spans else (0, 0)
        found = document.text.find(expected.quote, end)
        found = document.text.find(expected.quote, start) if found < 0 else found
        assert found >= 0, f"the case quotes {expected.quote!r}, which its text does not have there"
        spans.append((found, found + len(expected.quote)))
    return spans


def pair(case: Case, spans: Sequence[tuple[int, int]], claims: Sequence[Claim]) -> list[Claim | None]:
    """For each expected claim the found one: same category, overlapping, best with the same figure."""
    free = list(claims)
    chosen: list[Claim | None] = []
    for expected, (start, end) in zip(case.expected, spans, strict=True):
        near = [c for c in free if c.category == expected.category and c.start < end and start < c.end]
        near.sort(key=lambda c: (bool(find_faults(expected, c)), c.end - c.start, c.start))
        chosen.append(near[0] if near else None)
        if near:
            free.remove(near[0])
    return chosen


def find_faults(expected: Expected, found: Claim) -> list[str]:
    """The fields in which the found claim is not the expected one."""
    wanted, count = read_figure(expected.figure), found.count
    checks = {
        "figure": (wanted.low, wanted.high, wanted.vague) == (count.low, count.high, count.vague),
        "side": found.side in expected.sides or ANY in expected.sides,
        "source": fold_source(found.source or "-") in expected.sources or ANY in expected.sources,
        "incident": expected.incident in (ANY, MAIN_INCIDENT if found.incident == MAIN_INCIDENT else OTHER),
        "flags": expected.flags & STRICT_FLAGS <= {re.split(r"\W", flag)[0] for flag in found.flags},
    }
    return [field for field, right in checks.items() if not right]


def describe(mark: str, claim: Claim | Expected) -> str:
    """One line of the table of a failure."""
    if isinstance(claim, Expected):
        side, source = "/".join(claim.sides), "/".join(claim.sources)
        figure, flags = claim.figure, ", ".join(sorted(claim.flags))
    else:
        side, source, figure = claim.side, claim.source or "-", show_figure(claim.count)
        flags = ", ".join(claim.flags) + f"  [{claim.rule}]"
    quote = claim.quote.replace("\n", " ")
    return f"  {mark:9}{claim.category} | {quote} | {figure} | {side} | {source} | {claim.incident} | {flags}"


def list_differences(case: Case) -> list[str]:
    """Expected and found lines wherever they differ; nothing when all is right."""
    document = parse_document(case.text, "case.txt")
    claims = extract_claims(document)
    chosen = pair(case, find_spans(case, document), claims)
    lines = []
    for expected, found in zip(case.expected, chosen, strict=True):
        faults = find_faults(expected, found) if found else ["missing"]
        if faults:
            lines += [f"{', '.join(faults)}:", describe("expected", expected)]
            lines += [describe("found", found)] if found else []
    extra = [claim for claim in claims if claim not in chosen]
    return lines + [describe("extra", claim) for claim in extra]
