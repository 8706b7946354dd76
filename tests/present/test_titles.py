"""Titles in fewer cells lose what is said elsewhere first, and the place last."""

import pytest

from sahel_tui.present.text import cell_width
from sahel_tui.present.titles import shorten_title

ROW = "Government of Mali – JNIM, Boulikessi village (UCDP 237564)"
LONG = "Jama'at Nasr al-Islam wal Muslimin – Islamic State in the Greater Sahara, In Delimane town (UCDP 3)"


@pytest.mark.parametrize(
    ("title", "width", "shown"),
    [
        (ROW, 80, ROW),
        (ROW, 50, "Government of Mali – JNIM, Boulikessi village"),
        (ROW, 25, "Mali – JNIM, Boulikessi"),
        (ROW, 21, "Mali–JNIM, Boulikessi"),
        (ROW, 18, "JNIM, Boulikessi"),
        ("Government of Mali – Civilians, Lere town (UCDP 12989)", 18, "Mali–Civili…, Lere"),
        (LONG, 23, "JNIM–Isla…, In Delimane"),
        ("Armed clash at Kidal (ACLED MLI123)", 22, "Armed clash at Kidal"),
        ("Armed clash at Kidal (ACLED MLI123)", 12, "Kidal"),
        ("Third Battle of Kidal", 12, "Third Kidal"),
        ("Third Battle of Kidal", 10, "Kidal"),
        ("Clash at village 12", 14, "Clash a…age 12"),
        ("Attaque d'Inata", 10, "Inata"),
        ("Farabougou attack (2025)", 15, "Farabougou att…"),
        ("Diafarabé and Koumara attacks", 22, "Diafarabé and Koumara…"),
    ],
)
def test_shortened_by_meaning(title: str, width: int, shown: str) -> None:
    assert shorten_title(title, width, "2025-08-19") == shown


@pytest.mark.parametrize("title", [ROW, LONG, "Battle of Ber (2023)", "– , (UCDP 1)", ""])
def test_never_wider_than_there_is_room(title: str) -> None:
    assert all(cell_width(shorten_title(title, width, "2023-01-01")) <= width for width in range(100))
