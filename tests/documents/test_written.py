"""A record written down by this program is the document that reading its text anew gives."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sahel_tui.documents import written
from sahel_tui.documents.errors import DocumentError
from sahel_tui.documents.parse import parse_document
from sahel_tui.documents.rendering import Article, Part, write_plain
from sahel_tui.documents.written import write_document
from sahel_tui.model import Document

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        (
            *("Mali", "Date: 5", "Infobox", "= x =", "== x ==", "# x", "#x", "[edit]", "[1]", "- item", "a ^ b", "A,"),
            *("le la les", "of the", "\n", "\n\n", "  ", "\u2028", "\x02", "", " ,", "Place:", "- Place: Gao", "·"),
        )
    ),
)
LINES = st.lists(WORDS, max_size=4).map(" ".join)
LABELS = st.sampled_from(("Date", "Place", "Part of", "Combatant1", "Casualties3", "Fatalities"))
PARTS = st.one_of(
    st.builds(Part, st.just(""), st.just(1), LINES),
    st.builds(Part, st.sampled_from(("Coding", "Notes", "References", "See also", "x = y")), st.just(2), LINES),
)
ARTICLES = st.builds(
    Article,
    LINES,
    st.lists(st.tuples(LABELS, LINES), max_size=4),
    st.lists(PARTS, max_size=3),
    st.lists(st.tuples(st.integers(0, 99), LINES), max_size=3),
    st.sampled_from((None, None, None, "https://example.org/a")),
)
NOTED = Article("Clash", [("Date", "2021")], [Part("", 1, "Five fled."), Part("Coding", 2, "Split.")], [(1, "AFP")])


def said(article: Article, *, anew: bool) -> Document | str:
    try:
        return parse_document(write_plain(article), "a", format="plain") if anew else write_document(article, "a")
    except DocumentError as error:
        return str(error)


@given(article=ARTICLES)
@example(article=NOTED)
@settings(max_examples=300)
def test_it_is_what_reading_its_text_gives(article: Article) -> None:
    assert said(article, anew=False) == said(article, anew=True)


def test_a_common_record_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(written, "parse_document", None)
    assert [section.title for section in write_document(NOTED, "a").sections] == ["lead", "Coding", "References"]
