"""The labels of a row in words, and the mark beside a figure."""

from typing import TYPE_CHECKING

import pytest

from sahel_tui.compare.labels import add_labels
from sahel_tui.dataclass import replace
from sahel_tui.model import Count, Figure, Label, Row
from sahel_tui.present.compare_layout import lay_out, measure
from sahel_tui.present.compare_lines import row_lines
from sahel_tui.present.comparison import CompareTable, comparison_table
from sahel_tui.present.glyphs import to_ascii
from sahel_tui.present.labels import LabelSentence, label_line, say_labels
from sahel_tui.present.runs import line_text, line_width
from sahel_tui.present.side_by_side import side_by_side

if TYPE_CHECKING:
    from tests.present.conftest import Sample


def _row(**voices: tuple[int, tuple[Label, ...]]) -> Row:
    figures = tuple(
        Figure(None if voice in ("infobox", "article") else voice, voice, Count(count, count), (0,), labels=labels)
        for voice, (count, labels) in voices.items()
    )
    return Row("main", "combatant2", "", "killed", figures, "disputed")


@pytest.mark.parametrize(
    ("row", "full", "short"),
    [
        (
            _row(Mali=(31, ("highest", "enemy")), JNIM=(5, ("lowest",))),
            "lowest JNIM · highest Mali, about its enemy",
            "lowest JNIM · highest Mali›",
        ),
        (
            _row(Mali=(9, ("lowest",)), RFI=(12, ("highest", "majority")), AFP=(12, ("highest", "majority"))),
            "lowest Mali · highest RFI and AFP · majority 12 (2 independent)",
            "lowest Mali · highest RFI +1 · majority 12 (2)",
        ),
        (
            _row(Mali=(30, ("highest", "latest", "enemy")), Niger=(20, ("enemy",)), infobox=(9, ("lowest",))),
            "lowest infobox · highest Mali · latest Mali · Mali and Niger about their enemy",
            "lowest infobox · highest Mali› · latest Mali›",
        ),
        (
            _row(infobox=(14, ("highest",)), Mali=(14, ("highest",)), article=(3, ("lowest",))),
            "lowest article · highest Mali",
            "lowest article · highest Mali",
        ),
        (
            _row(A=(1, ("lowest",)), B=(1, ("lowest",)), C=(1, ("lowest",)), D=(1, ("lowest",)), E=(2, ("highest",))),
            "lowest A, B and 2 other voices · highest E",
            "lowest A +3 · highest E",
        ),
        (_row(Mali=(31, ("enemy",))), "Mali about its enemy", "Mali about its enemy"),
    ],
)
def test_what_a_codebook_would_take(row: Row, full: str, short: str) -> None:
    assert say_labels(row) == LabelSentence(full, short)


def test_no_labels_no_sentence() -> None:
    assert say_labels(_row(Mali=(31, ()), JNIM=(31, ()))) is None


@pytest.fixture
def table(sample: "Sample") -> CompareTable:
    """The sample's table, its rows labelled."""
    comparison = sample.comparison
    rows = tuple(add_labels(row, comparison.claims, comparison.sides) for row in comparison.rows)
    return comparison_table(sample.event, replace(comparison, rows=rows), sample.documents)


@pytest.mark.parametrize("width", range(1, 80))
def test_a_label_line_keeps_to_its_width_and_drops_whole_labels(table: CompareTable, width: int) -> None:
    line = label_line(table.rows[0].labels[0], width)
    assert line_width(line) <= width
    assert width < 12 or "…" not in line_text(line)


def test_the_mark_stands_behind_the_figure_in_a_quiet_tag(table: CompareTable) -> None:
    layout = lay_out(measure(table, table.rows, 100), 100, (0, 1))
    dead, militants = (row_lines(row, layout)[0] for row in table.rows[:2])
    assert "≠12 = 7 + 5›" in line_text(dead)
    assert line_text(militants).count("›") == 1
    assert any(tag == "muted" and text.startswith("›") for text, tag in militants)
    assert to_ascii("31›") == "31*"


def test_side_by_side_each_sentence_names_its_event(table: CompareTable) -> None:
    both = side_by_side([table, replace(table, title="Another clash")], "both")
    assert [sentence.full for sentence in both.rows[0].labels] == [
        "Ambush near Tessi: lowest JNIM, about its enemy · highest Mali",
        "Another clash: lowest JNIM, about its enemy · highest Mali",
    ]
