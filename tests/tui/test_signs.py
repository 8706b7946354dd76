"""Every sign the program draws has a form in ASCII."""

import ast
from collections.abc import Iterator
from pathlib import Path

from sahel_tui.present.text import cell_width, visible
from sahel_tui.tui.signs import SIGNS
from sahel_tui.tui.wire.fallback import replace_unwritable

ROOT = Path(__file__).parents[2] / "src" / "sahel_tui"
FILES = sorted(
    path for folder in ("present", "tui") for path in (ROOT / folder).rglob("*.py") if path.parent.name != "wire"
)


def test_signs_have_a_form_in_ascii() -> None:
    drawn = {sign for path in FILES for text in _strings(path) for sign in text if not sign.isalnum()}
    signs = {sign for sign in drawn if not sign.isascii() and cell_width(sign) == 1 and visible(sign) == sign}
    assert len(signs) > 30
    assert {sign for sign in signs if replace_unwritable(sign, "ascii") == "?"} == set()


def test_a_form_is_one_sign_as_wide() -> None:
    assert all(form.isascii() and len(form) == cell_width(sign) == 1 for sign, form in SIGNS.items())


def _strings(path: Path) -> Iterator[str]:
    """The texts in a module that are no documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value
