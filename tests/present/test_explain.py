"""A claim explained: its parts in words, where its source is named, and why it is or is not compared."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sahel_tui import claims as rules
from sahel_tui.claims import extract_claims
from sahel_tui.claims.parties.sides import find_sides
from sahel_tui.claims.phrases.revisions import STAGES
from sahel_tui.compare import compare_claims
from sahel_tui.dataclass import replace
from sahel_tui.documents import parse_document
from sahel_tui.library import Library
from sahel_tui.model import Claim, Comparison, Count
from sahel_tui.present.evidence import evidence_lines
from sahel_tui.present.explain import ExplainRow, Explanation, count_in_words, explain_claims
from sahel_tui.present.explain_words import FLAG_MEANINGS, RULE_MEANINGS, describe_flag, describe_rule
from sahel_tui.present.runs import line_text

if TYPE_CHECKING:
    from tests.present.conftest import Sample

SOURCES = sorted(Path(rules.__file__).parent.rglob("*.py"))
TEXT = """= Ambush near Tessi =

Infobox
- Conflict: Ambush near Tessi
- Place: Tessi, Mali
- Date: January 10, 2023
- Combatant1: Mali
- Combatant2: Jama'at Nasr al-Islam wal Muslimin
- Casualties1: {casualties}

The village lies in Mali. {text}

== References ==
- [1] "Nine soldiers killed near Tessi". AFP. January 12, 2023.
"""


def explain_text(text: str = "", casualties: str = "none") -> list[Explanation]:
    """The claims of a small document, explained."""
    document = parse_document(TEXT.format(text=text, casualties=casualties), "tessi.txt")
    found = extract_claims(document)
    comparison = compare_claims(found, find_sides(document, found))
    return explain_claims(range(len(found)), comparison, [document])


def find_row(explanation: Explanation, label: str) -> ExplainRow:
    return next(row for row in explanation.rows if row.label == label)


# What is said of a claim.


def test_every_part_is_said(sample: "Sample") -> None:
    (explanation,) = explain_claims([6], sample.comparison, sample.documents)
    assert explanation.heading == "14 killed · Mali · Fighting · document 1"
    assert line_text(evidence_lines(explanation.evidence, 200)[0][0]) == "The army said ▐fourteen soldiers were dead▌."
    assert [row.label for row in explanation.rows] == [
        *("count", "category", "victims", "side", "source", "incident", "read as", "verdict", "figure"),
        *("document", "place"),
    ]
    assert find_row(explanation, "side") == ("side", "Mali, Wagner Group", "", "combatant1")
    read = find_row(explanation, "read as")
    assert read == ("read as", describe_rule(read.name), "", sample.comparison.claims[6].rule)
    assert find_row(explanation, "source")[:3] == ("source", "Mali", "named here as “army”")
    assert find_row(explanation, "incident")[1::2] == ("the event itself", "main")
    assert find_row(explanation, "verdict")[:3] == (
        "verdict",
        "disputed ×1.2",
        "Mali's 14 and JNIM's 12 cannot both be true",
    )
    assert explanation.disputed


def test_the_only_document_needs_no_number(sample: "Sample") -> None:
    (explanation,) = explain_claims([6, 6, 13], sample.comparison, sample.documents[:1])
    assert explanation.heading == "14 killed · Mali · Fighting"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(14, 14), "14"),
        (Count(1_400, 1_400, hedge="approx"), "about 1,400"),
        (Count(31, None, hedge="at_least"), "31 or more"),
        (Count(None, 98, hedge="at_most"), "98 or fewer"),
        (Count(89, 98, hedge="range"), "89 to 98"),
        (Count(vague="dozens"), "dozens: no figure"),
        (Count(vague="unknown"), "unknown: no figure"),
        (Count(0, 0, "none"), "none: zero"),
    ],
)
def test_a_count_is_said_with_its_hedge(count: Count, words: str) -> None:
    assert count_in_words(count) == words


def test_another_incident_is_never_compared_with_the_main_one(sample: "Sample") -> None:
    claims = tuple(replace(claim, incident="market-raid") for claim in sample.comparison.claims)
    (explanation,) = explain_claims([11], replace(sample.comparison, claims=claims), sample.documents)
    words = "its figures are not compared with the event's"
    assert find_row(explanation, "incident") == ("incident", "market raid", words, "market-raid")


def test_what_a_claim_is_for_its_figure(sample: "Sample") -> None:
    earlier, part = explain_claims([5, 1], sample.comparison, sample.documents)
    assert find_row(earlier, "figure").note == "given for the row; this 12 was replaced"
    assert find_row(part, "figure")[:3] == ("figure", "12 = 7 + 5 per JNIM", "added up; this is one of the parts")


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        ({"flags": ("citation",)}, "what a title says is left to the reader"),
        ({"flags": ("subset",)}, "a part is not set beside the figures of the whole"),
        ({"source": None, "count": Count(1, 1)}, "a single death in the document's own words is no toll"),
        ({}, "the figure of its voice rests on other words"),
    ],
)
def test_a_claim_in_no_row_says_why(sample: "Sample", claim: dict[str, object], note: str) -> None:
    alone = Comparison((replace(sample.comparison.claims[6], **claim),), sample.comparison.sides)
    (explanation,) = explain_claims([0], alone, sample.documents)
    assert find_row(explanation, "verdict")[:3] == ("verdict", "not compared", note)
    assert not explanation.disputed


def test_several_flags_take_a_row_each(sample: "Sample") -> None:
    flagged = replace(sample.comparison.claims[6], flags=("subset", "approx"))
    (explanation,) = explain_claims([0], Comparison((flagged,)), sample.documents)
    flags = explanation.rows[6:8]
    assert flags == (("flags", FLAG_MEANINGS["subset"], "", "subset"), ("", FLAG_MEANINGS["approx"], "", "approx"))


# Where the source is named.


@pytest.mark.parametrize(
    ("text", "source", "note"),
    [
        ("Mali said twelve soldiers were killed.", "Mali", "named here as “Mali”"),
        (
            "In Mali the Malian presidency said twelve soldiers were killed.",
            "Mali",
            "named here as “Malian presidency”",
        ),
        ("RFI counted twelve soldiers killed.", "RFI", "named here as “RFI”"),
        (
            "JNIM published a statement. It said twelve soldiers were killed.",
            "JNIM",
            "named in the sentence before: “▐JNIM▌ published a statement.”",
        ),
        ("Twelve soldiers were killed.", "the document's own voice", ""),
    ],
)
def test_where_the_source_is_named(text: str, source: str, note: str) -> None:
    (explanation,) = (found for found in explain_text(text) if found.heading.startswith("12 killed"))
    assert find_row(explanation, "source")[:3] == ("source", source, note)


@pytest.mark.parametrize(
    ("casualties", "line"),
    [
        ("Per JNIM:\n12 killed\n3 wounded", "Casualties1: Per ▐JNIM▌:"),
        ("12 killed\n3 wounded\n(according to JNIM)", "(according to ▐JNIM▌)"),
        ("9 killed\n(per JNIM)\n12 killed\n3 wounded\n(claimed by JNIM)", "(claimed by ▐JNIM▌)"),
    ],
)
def test_an_infobox_source_may_stand_in_another_line(casualties: str, line: str) -> None:
    found = explain_text(casualties=casualties)
    killed = next(explanation for explanation in found if explanation.heading.startswith("12 killed"))
    assert find_row(killed, "source")[:3] == ("source", "JNIM", f"named in another line of the field: “{line}”")


def test_a_cited_title_names_its_publisher_behind_it() -> None:
    (cited,) = (found for found in explain_text() if found.heading.startswith("9 killed"))
    assert find_row(cited, "source").value == "AFP"
    assert "AFP" in find_row(cited, "source").note
    assert find_row(cited, "read as").value.startswith("in a title that the reference list quotes: ")


# Nothing the rules can say lacks words.


def _literals(node: ast.AST) -> Iterator[str]:
    """The strings of an expression; of `f"member{number}"` the part before the number."""
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
            yield part.value


def _find_flags(tree: ast.AST) -> Iterator[str]:
    """Strings put into an attribute or argument called `flags`, or yielded by a function of that name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("flags.append"):
            yield from _literals(node.args[0])
        elif isinstance(node, ast.keyword) and node.arg == "flags":
            yield from _literals(node.value)
        elif isinstance(node, ast.Assign | ast.AugAssign) and node.value:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(ast.unparse(target).endswith("flags") for target in targets):
                yield from _literals(node.value)
        elif isinstance(node, ast.FunctionDef) and node.name == "_flags":
            for inner in ast.walk(node):
                yield from _literals(inner.value) if isinstance(inner, ast.Yield) and inner.value else ()


def _find_rules(tree: ast.AST, infobox: bool) -> Iterator[str]:
    """Strings given to `rule`, to `assign` as the rule, and the categories' rules of infobox items."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "assign":
            yield from _literals(node.args[3])
        elif isinstance(node, ast.keyword) and node.arg == "rule" and isinstance(node.value, ast.Constant):
            yield from _literals(node.value)
        elif isinstance(node, ast.Assign):
            targets = node.targets[0].elts if isinstance(node.targets[0], ast.Tuple) else node.targets
            values = node.value.elts if isinstance(node.value, ast.Tuple) else [node.value]
            if len(targets) == len(values):
                pairs = zip(targets, values, strict=True)
                yield from (
                    text for to, value in pairs if ast.unparse(to).endswith(".rule") for text in _literals(value)
                )
        elif infobox and isinstance(node, ast.Constant) and re.fullmatch(r"[a-z]+_category", str(node.value)):
            yield f"infobox_{node.value}"


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    """The modules that find claims, by name."""
    return {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def test_every_flag_the_rules_set_has_words(trees: dict[str, ast.Module]) -> None:
    assert set(FLAG_MEANINGS) == {flag for tree in trees.values() for flag in _find_flags(tree)} - STAGES


def test_every_rule_is_described(trees: dict[str, ast.Module]) -> None:
    rules_set = {rule for name, tree in trees.items() for rule in _find_rules(tree, name == "infobox_readings")}
    assert set(RULE_MEANINGS) == rules_set


def test_every_claim_of_the_bundled_events_is_explained(bundled_library: Path) -> None:
    from sahel_tui.library import open_library

    with open_library(bundled_library) as library:
        for claim, explanation in _explain_all(library):
            assert describe_rule(claim.rule), claim.rule
            assert all(describe_flag(flag) for flag in claim.flags), claim.flags
            assert sum(text.count("▐") for text, _ in evidence_lines(explanation.evidence, 10_000)[0][0]) <= 1


def _explain_all(library: Library) -> Iterator[tuple[Claim, Explanation]]:
    for event in library.search(limit=1_000).events:
        comparison = library.comparison(event.id)
        found = explain_claims(range(len(comparison.claims)), comparison, library.documents(event.id))
        assert len(found) == len(comparison.claims)
        yield from zip(comparison.claims, found, strict=True)


def test_a_flag_or_rule_of_another_version_is_shown_without_words(sample: "Sample") -> None:
    strange = replace(sample.comparison.claims[6], flags=("novel",), rule="novel_rule")
    (explanation,) = explain_claims([0], Comparison((strange,)), sample.documents)
    assert find_row(explanation, "flags")[:3] == ("flags", "novel", "")
    assert find_row(explanation, "read as")[:3] == ("read as", "novel_rule", "")
