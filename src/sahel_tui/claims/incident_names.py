"""Names of incidents: places as ids, and the two places of a double event."""

import re
import unicodedata
from collections.abc import Collection
from functools import cache, lru_cache

PAIR_TITLE = re.compile(
    r"^(?:.*?\b)?([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?) (?:and|et) ([A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?)\b"
)


@lru_cache(maxsize=4096)
def slug(text: str) -> str:
    """Lower-case letters and digits joined by hyphens, accents dropped."""
    plain = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-") or "other"


def find_pair(title: str) -> tuple[str, ...]:
    """The two places of a double event: `Solhan and Tadaryat massacres`."""
    match = PAIR_TITLE.match(title)
    return (match[1], match[2]) if match else ()


@cache
def split_names(names: Collection[str]) -> frozenset[str]:
    """The words of some names that a language has: the same for all its documents."""
    return frozenset(word for name in names for word in name.split())
