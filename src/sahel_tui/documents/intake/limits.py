"""How much one input may unpack to: archives made to flood a reader are stopped, with a word on why."""

LARGEST_INPUT = 200 * 1024**3
"""Bytes that everything inside one file may unpack to; the largest dumps have half of it."""

LARGEST_RATIO = 800
"""Times its packed size that a file may unpack to, once past `FREE`; text seldom passes a hundred."""

FREE = 64 * 1024**2
"""Bytes anything may unpack to, whatever its packed size."""

MOST_MEMBERS = 200_000
"""Files in all archives of one input."""

DEEPEST = 5
"""Archives and compressions inside each other; `.tar.gz` counts two."""


class InputError(Exception):
    """Why bytes cannot be had: damaged, locked, unsupported."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice


class LimitError(InputError):
    """An input is over a limit: nothing more of it is read."""


class Budget:
    """What is left of the limits of one input, shared by all that is packed in it."""

    def __init__(self, packed: int) -> None:
        self.spent = False
        """A limit was passed: no further member is opened."""
        self._most = min(LARGEST_INPUT, max(FREE, packed * LARGEST_RATIO))
        self._packed = packed
        self._unpacked = 0
        self._members = 0

    def take_bytes(self, count: int) -> None:
        """Note `count` unpacked bytes; raises LimitError when there are too many."""
        self._unpacked += count
        if self._unpacked > self._most:
            size = f"{self._most / 1024**2:,.0f} MB from {self._packed / 1024**2:,.1f} MB"
            self._stop(f"it unpacks to more than {size}", "unpack it yourself and read what is in it, if you trust it")

    def take_member(self) -> None:
        """Note one more file of an archive; raises LimitError when there are too many."""
        self._members += 1
        if self._members > MOST_MEMBERS:
            self._stop(f"there are more than {MOST_MEMBERS:,} files in it", "split it into several archives")

    def check_depth(self, depth: int) -> None:
        """Raise LimitError for what is packed more than `DEEPEST` times."""
        if depth > DEEPEST:
            raise LimitError(
                f"it is packed more than {DEEPEST} times over", "unpack it yourself and read what is in it"
            )

    def _stop(self, reason: str, advice: str) -> None:
        self.spent = True
        raise LimitError(reason, advice)
