"""The style sheets of all apps of a run, parsed once: a tenth of each app's start went into parsing them."""

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse_again = Stylesheet._parse_rules
_parsed: dict[tuple[Any, ...], list[RuleSet]] = {}
"""Rules by the text they were parsed from, and by the colours it names; nothing changes a rule once it is parsed."""


def parse_style_sheets_once(patch: pytest.MonkeyPatch) -> None:
    """Leave the parsing of style sheets to the first app that needs them."""
    patch.setattr(Stylesheet, "_parse_rules", _parse_once)


def _parse_once(sheet: Stylesheet, css: str, **options: Any) -> list[RuleSet]:
    key = (css, *sorted(options.items()), *sorted(sheet._variables.items()))
    if key not in _parsed:
        _parsed[key] = _parse_again(sheet, css, **options)
    return _parsed[key]
