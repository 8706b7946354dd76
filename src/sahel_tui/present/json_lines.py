"""JSON that programs read and terminals may show."""

import re

import orjson

# JSON writers escape the controls below U+0020 but pass these on: DEL, C1, direction marks and overrides.
_ACTING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def json_line(record: object) -> str:
    """One JSON object on a line of its own."""
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", orjson.dumps(record).decode()) + "\n"
