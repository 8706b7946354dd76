"""What differs between two captures of one page."""

from collections.abc import Sequence

from sahel_tui.claims import extract_claims
from sahel_tui.dataclass import replace
from sahel_tui.documents import parse_document
from sahel_tui.model import Comparison, Document
from sahel_tui.present.changes import MOST_SENTENCES, change_lines, list_changes, list_documents
from sahel_tui.present.runs import line_text
from sahel_tui.present.text import cell_width

PAGE = """= {title} =

Infobox
- Place: {place}
- Casualties1: {dead} killed (per Mali)

The post fell at dawn. The army said {dead} soldiers were killed.{more}
"""


def capture(dead: int, *, title: str = "Raid on Tessi", place: str = "Tessi", more: str = "") -> Document:
    text = PAGE.format(title=title, place=place, dead=dead, more=more)
    return parse_document(text, f"{title}-{dead}", format="plain")


def changes(*documents: Document) -> list[tuple[str, str]]:
    claims = tuple(claim for document in documents for claim in extract_claims(document))
    return [(change.sign, change.text) for change in list_changes(documents, Comparison(claims))]


def test_only_what_differs_is_told() -> None:
    assert changes(capture(9), capture(12, place="Tessi, Mali")) == [
        ("", "from document 1 to document 2"),
        ("", "infobox"),
        ("−", "place: Tessi"),
        ("+", "place: Tessi, Mali"),
        ("", "figures"),
        ("−", "killed 9 · Mali"),
        ("+", "killed 12 · Mali"),
        ("", "text"),
        ("−", "The army said 9 soldiers were killed."),
        ("+", "The army said 12 soldiers were killed."),
    ]


def test_the_same_text_twice_has_not_changed() -> None:
    assert changes(capture(9), capture(9)) == [("", "from document 1 to document 2"), ("", "nothing has changed")]


def test_many_sentences_are_counted() -> None:
    more = "".join(f" Sentence number {number} says it." for number in range(MOST_SENTENCES + 1))
    assert changes(capture(9), capture(9, more=more))[-1] == ("", "text: 2 of 2 sentences stay, 25 are new")


def test_other_pages_and_rows_of_data_sets_are_no_captures() -> None:
    row = replace(capture(9), name="acled-MLI1", title="Clash at Tessi (ACLED MLI1)")
    other = capture(9, title="Ambush in the east")
    assert changes(capture(9), row, other) == []
    assert changes(row, replace(row, name="acled-MLI2")) == []


def test_one_address_is_one_page_whatever_its_title() -> None:
    address = "https://{}.example/wiki/Raid_on_Tessi"
    one = replace(capture(9), address=address.format("en"))
    other = replace(capture(9, title="Tessi raid"), address=address.format("mirror"))
    assert changes(one, other)[0] == ("", "from document 1 to document 2")


def test_lines_fit_and_documents_are_named() -> None:
    documents: Sequence[Document] = (capture(9), capture(12))
    claims = tuple(claim for document in documents for claim in extract_claims(document))
    lines = [line_text(line) for line in change_lines(list_changes(documents, Comparison(claims)), 30)]
    assert max(map(cell_width, lines)) <= 30
    assert "  − killed 9 · Mali" in lines
    assert list(list_documents(documents))[1] == "2 · Raid on Tessi-12 · Raid on Tessi"
