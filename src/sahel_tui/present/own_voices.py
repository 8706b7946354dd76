"""The voices of the documents themselves, one for each document where documents do not say the same."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from sahel_tui.dataclass import replace
from sahel_tui.model import Claim, Comparison, Document, Figure
from sahel_tui.present.names import ARTICLE, INFOBOX


def number_own_voices(comparison: Comparison, documents: Sequence[Document]) -> Comparison:
    """The comparison with `infobox` as `infobox 1`, `infobox 2` in every row if it is so in one.

    A figure on which two infoboxes agree stands in both, each with the claims of its own document.
    """
    spoken = {figure.voice for row in comparison.rows for figure in row.figures}
    kinds = {kind for kind in (INFOBOX, ARTICLE) if any(voice.startswith(f"{kind} ") for voice in spoken)}
    if not kinds:
        return comparison
    places = [document.id for document in documents]
    rows = []
    for row in comparison.rows:
        split = [
            list(_split_figure(whole, comparison.claims, places)) if whole.voice in kinds else [whole]
            for whole in row.figures
        ]
        starts = list(accumulate(map(len, split), initial=0))
        pair = tuple(starts[place] for place in row.pair)
        rows.append(replace(row, figures=tuple(figure for figures in split for figure in figures), pair=pair))
    return replace(comparison, rows=tuple(rows))


def _split_figure(figure: Figure, claims: Sequence[Claim], documents: Sequence[str]) -> Iterator[Figure]:
    for number, document in enumerate(documents, 1):
        evidence, parts, earlier = (
            tuple(index for index in indexes if claims[index].document == document)
            for indexes in (figure.claims, figure.parts, figure.earlier)
        )
        if evidence:
            voice = f"{figure.voice} {number}"
            yield replace(figure, voice=voice, claims=evidence, parts=parts, earlier=earlier)


def infobox_of(voice: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Ids of the documents whose infobox a voice is: all for `infobox`, one for `infobox 2`, else none."""
    if voice == INFOBOX:
        return tuple(document.id for document in documents)
    kind, _, number = voice.partition(" ")
    known = kind == INFOBOX and number.isdecimal() and 0 < int(number) <= len(documents)
    return (documents[int(number) - 1].id,) if known else ()
