"""What the event list says when it has no events: why, and what to do next."""

from collections.abc import Callable

from sahel_tui.library import MARKS
from sahel_tui.present.runs import Line
from sahel_tui.present.text import visible, wrap
from sahel_tui.tui.listing import Listing

_GUTTER = 2
Fill = Callable[[str], str]
"""Puts keys in the place of the actions that words name in braces."""


def empty_list_lines(listing: Listing, width: int, fill: Fill) -> list[Line]:
    """What a list without events says, wrapped to `width` cells; its first line is empty."""
    texts = _empty_list_texts(listing, fill)
    room = width - _GUTTER - 1
    pieces = [(text[start:end], number) for number, text in enumerate(texts) for start, end in wrap(text, room)]
    return [(), *(((" " * _GUTTER, ""), (piece, "" if number == 0 else "muted")) for piece, number in pieces)]


def _empty_list_texts(listing: Listing, fill: Fill) -> list[str]:
    question, hits = listing.question, listing.hits
    if question.query:
        texts = [f"Nothing found for “{visible(question.query.strip())}”."]
        texts += (
            [f"Did you mean {visible(hits.suggestion)}? Tab in the search line takes it."] if hits.suggestion else []
        )
        texts += [fill("Only disputed events are listed: {disputed_only} lists all.")] if question.disputed_only else []
        words = question.query.split()
        if not any(sign in question.query for sign in ':"<>='):
            texts.append(f"note:{visible(words[-1])} searches what you noted.")
        if any(sign in question.query.lower() for sign in ("note:", *(f"is:{mark}" for mark in MARKS))):
            texts.append(fill("{annotate} notes something on an event or a figure, {bookmark} bookmarks an event."))
        return [*texts, fill("{escape} goes back to where you were.")]
    if question.disputed_only:
        return ["No event has disputed figures.", fill("{disputed_only} lists all events.")]
    return ["This library is empty.", fill("{bring_in} imports a file or a folder.")]
