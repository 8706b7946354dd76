"""Headings in text copied from a web page: `Background[edit]`, or a short line above a paragraph."""

import re
from collections.abc import Sequence

from sahel_tui.documents.lines import Line, count_words, ends_sentence, is_sentence
from sahel_tui.documents.outline import Heading, is_list_title, parse_heading, strip_edit

_LEVEL = 2
_LONGEST = 90
_MOST_WORDS = 12
_LONGEST_RUN = 2
"""A heading and its sub-heading may follow each other; three short lines are a list."""

_PARAGRAPH = 40
_NO_HEADING = re.compile(r"[-*•·–^↑(~+]|\d{1,4}[.)]\s|.*(?:[|\[\]]|https?://)")
_OPENING = frozenset({
    *("background", "context", "prelude", "history", "overview", "events", "timeline", "attack", "the attack"),
    *("attacks", "battle", "the battle", "massacre", "the massacre", "ambush", "bombing"),
    *("contexte", "prélude", "historique", "déroulement", "les faits", "l'attaque"),
})  # fmt: skip


def find_headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """Headings by line index; without any marked one, short lines above a paragraph are taken for headings."""
    marked = {index: heading for index, line in enumerate(lines) if (heading := parse_marked(line.text))}
    if marked:
        lists = (index for index in range(1, len(lines)) if index not in marked and _is_list_heading(lines, index))
        return marked | {index: Heading(lines[index].text, _LEVEL) for index in lists}
    return {index: Heading(lines[index].text, _LEVEL) for index in _short_headings(lines)}


def parse_marked(text: str) -> Heading | None:
    """The heading of a line with an edit link or equals signs."""
    title = strip_edit(text)
    if title and title != text and len(title) <= _LONGEST:
        return Heading(title, _LEVEL)
    return parse_heading(text) if text.startswith(("==", "##")) else None


def opens_body(line: Line, following: Line, *, after_lead: bool, first: bool) -> bool:
    """Whether `line` is the heading of the first section although no heading is marked and no lead stands above it.

    It stands apart, or is the `first` line below the title.
    """
    is_heading = (line.gap or first) and may_be_heading(line.text) and _opens_text(following)
    return is_heading and (after_lead or line.text.casefold() in _OPENING)


def may_be_heading(text: str) -> bool:
    """Whether a line has the form of a heading: short, a capital or digit first, no end mark, no link or list mark.

    >>> may_be_heading("Prelude"), may_be_heading("Les pertes"), may_be_heading("He fled."), may_be_heading("• 3 dead")
    (True, True, False, False)
    """
    return (
        len(text) <= _LONGEST
        and not _NO_HEADING.match(text)
        and (text[0].isupper() or text[0].isdigit() or text[0] in "\"'“«‘")
        and any(character.isalpha() for character in text)
        and count_words(text) <= _MOST_WORDS
        and not ends_sentence(text)
    )


def _is_list_heading(lines: Sequence[Line], index: int) -> bool:
    return len(lines[index].text) < _LONGEST and is_list_title(lines[index].text) and index + 1 < len(lines)


def _short_headings(lines: Sequence[Line]) -> list[int]:
    """Runs of one or two short lines between paragraphs; the first line of all belongs to the lead unless it opens."""
    found: list[int] = []
    run: list[int] = []
    for index, line in enumerate(lines):
        if _is_list_heading(lines, index):
            found.extend([*_headings_of(run, lines), index])
            run = []
        elif may_be_heading(line.text) and (run or _may_follow(lines, index)):
            run.append(index)
        else:
            found.extend(_headings_of(run, lines) if run and _opens_text(line) else [])
            run = []
    return found


def _may_follow(lines: Sequence[Line], index: int) -> bool:
    """A heading stands below a blank line, or below a line that ends a sentence or a table row."""
    if index == 0 or lines[index].gap:
        return True
    before = lines[index - 1].text
    return ends_sentence(before) or before.endswith("|")


def _headings_of(run: list[int], lines: Sequence[Line]) -> list[int]:
    """The headings in a run of short lines: all of a short run, else only a last line that stands apart."""
    if len(run) <= _LONGEST_RUN:
        return run
    return run[-1:] if lines[run[-1]].gap else []


def _opens_text(line: Line) -> bool:
    """Whether a line can be the first under a heading: prose that does not start in mid-sentence, or a table row."""
    starts = not line.text[0].islower()
    return "|" in line.text or (starts and (len(line.text) >= _PARAGRAPH or is_sentence(line.text, words=3)))
