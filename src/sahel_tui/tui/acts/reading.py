"""Opening events, going through their figures, and choosing what is on the screen."""

from typing import TYPE_CHECKING

from sahel_tui.tui.commands import command

if TYPE_CHECKING:
    from sahel_tui.tui.article_pane import StopKind
    from sahel_tui.tui.browse import BrowseScreen

NO_EVENT = "there is no event here"
_NO_DISPUTE = "no figure of this document is disputed"
_NO_FIGURE = "no figure was found in this document"
_NO_HIT = "no searched word is in this document"
_READING = "{down} scrolls · {zoom} widens · {help} help · {back} back"
_WHOLE_SCREEN = "this pane has the whole screen already"
_ONE_DOCUMENT = "this event has one document"


@command("enter", group="read", condition=lambda here: here.event, refusal=NO_EVENT, jumps=True)
async def open(screen: "BrowseScreen") -> None:
    """Read the event; on a figure, go to the words that say it."""
    if screen.panes.focus_name == "list":
        await screen.settled()
        seen = "article" in screen.panes.shown
        screen.panes.go_to("article")
        if seen:  # Little else changes: say what the keys do now.
            screen.say(screen.fill(_READING))
    elif screen.panes.focus_name == "infobox":
        _follow_figure(screen)
    else:
        _follow_stop(screen)


def _follow_figure(screen: "BrowseScreen") -> None:
    reading, claims = screen.reader.reading, claims_here(screen)
    if reading and claims:
        screen.show_evidence(reading.comparison.claims[claims[0]])
    else:
        screen.say("no figure of this infobox leads to a text")


def _follow_stop(screen: "BrowseScreen") -> None:
    article = screen.reader.article
    if article.current and article.figure is not None:
        screen.say_stop(article.current, "claim")
    else:
        screen.say(screen.fill("{next_dispute} goes to a disputed figure, {next_claim} to any figure"))


@command("x", group="read", condition=lambda here: here.event, refusal=NO_EVENT)
async def explain(screen: "BrowseScreen") -> None:
    """Explain the figure: its sentence, its parts, who says it, and the rule that read it."""
    from sahel_tui.present.explain import explain_claims
    from sahel_tui.tui.explanation import NO_FIGURE_HERE, ExplanationScreen

    reading = screen.reader.reading
    here = claims_here(screen)
    explained = explain_claims(here, reading.comparison, reading.documents, reading.notes) if reading else []
    if explained:
        await screen.app.push_screen(ExplanationScreen(explained))
    else:
        screen.say(screen.fill(NO_FIGURE_HERE))


def claims_here(screen: "BrowseScreen") -> tuple[int, ...]:
    """The claims of the one figure shown reversed: in the infobox while it has the keys, else in the article."""
    if screen.panes.focus_name == "infobox":
        figure = screen.reader.infobox.figure
        return figure.claims if figure else ()
    claim = screen.reader.article.figure
    return () if claim is None else (claim,)


@command("tab", group="read")
def next_pane(screen: "BrowseScreen") -> None:
    """To the next pane."""
    screen.panes.step(1)


@command("shift+tab", group="read")
def previous_pane(screen: "BrowseScreen") -> None:
    """To the previous pane."""
    screen.panes.step(-1)


@command("i", group="read", condition=lambda here: here.event, refusal=NO_EVENT)
def flip(screen: "BrowseScreen") -> None:
    """Infobox or article."""
    article = screen.reader.article
    if screen.panes.layout_name == "narrow" and screen.panes.focus_name == "article":
        if not article.scroll_to_line(article.article_top if article.top < article.article_top else 0):
            screen.say("infobox and article are both in sight")
    else:
        screen.panes.flip()


@command("]", ")", group="read", condition=lambda here: here.disputes > 0, refusal=_NO_DISPUTE, jumps=True)
def next_dispute(screen: "BrowseScreen") -> None:
    """To the next disputed figure in the text."""
    _step_stop(screen, "disputed", 1)


@command("[", "(", group="read", condition=lambda here: here.disputes > 0, refusal=_NO_DISPUTE, jumps=True)
def previous_dispute(screen: "BrowseScreen") -> None:
    """To the previous disputed figure in the text."""
    _step_stop(screen, "disputed", -1)


@command(".", group="read", condition=lambda here: here.claims > 0, refusal=_NO_FIGURE, jumps=True)
def next_claim(screen: "BrowseScreen") -> None:
    """To the next figure in the text, disputed or not."""
    _step_stop(screen, "claim", 1)


@command("comma", group="read", condition=lambda here: here.claims > 0, refusal=_NO_FIGURE, jumps=True)
def previous_claim(screen: "BrowseScreen") -> None:
    """To the previous figure in the text, disputed or not."""
    _step_stop(screen, "claim", -1)


@command("n", group="read", condition=lambda here: here.hits > 0, refusal=_NO_HIT, jumps=True)
def next_hit(screen: "BrowseScreen") -> None:
    """To the next searched word in the text."""
    _step_stop(screen, "hit", 1)


@command("N", group="read", condition=lambda here: here.hits > 0, refusal=_NO_HIT, jumps=True)
def previous_hit(screen: "BrowseScreen") -> None:
    """To the previous searched word in the text."""
    _step_stop(screen, "hit", -1)


def _step_stop(screen: "BrowseScreen", kind: "StopKind", step: int) -> None:
    """Go to a place in the article, whose figure is then meant; the infobox, which has one too, gives it the keys."""
    screen.panes.show_article()
    if screen.panes.focus_name == "infobox":
        screen.panes.go_to("article")
    stop = None
    for _ in range(min(screen.times, len(screen.reader.article.stops[kind]))):
        stop = screen.reader.article.step(kind, step)
    if stop:
        screen.say_stop(stop, kind)


@command("m", group="read", condition=lambda here: here.documents > 1, refusal=_ONE_DOCUMENT)
def next_document(screen: "BrowseScreen") -> None:
    """To the next document of the event."""
    reading = screen.reader.turn_to_next_document(screen.times)
    if reading and reading.document:
        screen.panes.show_article()
        screen.say(f"document {reading.number + 1} of {len(reading.documents)} · {reading.document.name}")


@command("z", group="read", condition=lambda here: here.layout != "narrow", refusal=_WHOLE_SCREEN)
def zoom(screen: "BrowseScreen") -> None:
    """Give the pane the whole screen, or give it back."""
    screen.panes.toggle_zoom()
