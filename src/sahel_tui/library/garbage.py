"""How often a process that makes millions of objects looks for those that nobody needs any more."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 50_000
"""Objects made before garbage is looked for: reading claims and writing events leave next to none."""


def look_rarely() -> None:
    """From now on."""
    gc.set_threshold(_MANY)


@contextmanager
def looking_rarely() -> Iterator[None]:
    """Until the block ends: each look goes through all that an import remembers of its documents."""
    before = gc.get_threshold()
    look_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
