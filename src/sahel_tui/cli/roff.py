"""The few signs of the manual page language that a manual page needs."""

from collections.abc import Iterable


def escape(text: str) -> str:
    """Text in which nothing is an order to the typesetter.

    >>> print(escape("--json\\n.TH"))
    \\-\\-json
    \\&.TH
    """
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join(f"\\&{line}" if line.startswith((".", "'")) else line for line in lines)


def heading(text: str) -> str:
    """A section."""
    return f".SH {escape(text).upper()}"


def subheading(text: str) -> str:
    """A part of a section."""
    return f".SS {escape(text)}"


def entry(label: str, text: str) -> str:
    """A word in bold, and what it means."""
    return f".TP\n\\fB{escape(label)}\\fR\n{escape(text)}"


def paragraphs(text: str) -> Iterable[str]:
    """Paragraphs apart from each other; indented lines stand as they are."""
    for block in text.strip("\n").split("\n\n"):
        if block.startswith("  "):
            yield as_written(block.splitlines())
        else:
            yield f".PP\n{escape(block)}"


def as_written(lines: Iterable[str]) -> str:
    """Lines that are not set anew."""
    return "\n".join((".PP", ".nf", *(escape(line) or "\\&" for line in lines), ".fi"))
