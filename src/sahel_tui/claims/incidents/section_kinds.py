"""What the sections of an article tell of: the event, what came before and beside it, or the parts of a long one."""

from typing import Literal

from sahel_tui.claims.language.words import Lexicon
from sahel_tui.model import Section

SectionKind = Literal["background", "campaign", "main"]


def kind_of_section(section: Section, event: str, lexicon: Lexicon, *, whole: bool, long: bool) -> SectionKind:
    """By its heading and the length of the event called `event`; `whole` for one such as `Death toll`."""
    title = section.title.casefold()
    aside = any([word in title and word not in event.casefold() for word in lexicon.sections["aside"]])
    if aside or any([word in title for word in lexicon.sections["background"]]):
        return "background"  # So is what was done to prisoners later: `Executions`
    if section.kind == "lead" or whole:
        return "main"
    return "campaign" if long else "main"
