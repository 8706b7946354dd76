"""Whatever frames follow each other, the bytes of the wire show them: wide, combining and Arabic letters, any pens."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

from sahel_tui.tui.wire.frame import LastFrame
from sahel_tui.tui.wire.painter import Abilities

from .glass import Glass, first_difference

WIDTH, HEIGHT = 12, 6
PIECES = ("a", "bc", " ", "     ", "≠", "世", "e\u0301", "السا", "\u0644\u064e", "\U0001f1f2\U0001f1f1", "│", "…", "ｗ")
STYLES = ("", "bold", "dim", "underline", "reverse", "bold red", "on blue", "color(214) on color(233)", "strike")
rows = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(STYLES)), max_size=8)
frames = st.lists(st.lists(rows, min_size=HEIGHT, max_size=HEIGHT), min_size=1, max_size=4)
abilities = st.builds(Abilities, st.booleans(), st.booleans())


def make_update(frame: list[list[tuple[str, str]]]) -> LayoutUpdate:
    strips = [
        Strip([Segment(text, Style.parse(style)) for text, style in row]).adjust_cell_length(WIDTH, Style.null())
        for row in frame
    ]
    return LayoutUpdate([[strip] for strip in strips], Region(0, 0, WIDTH, HEIGHT))


def draw_stock(update: LayoutUpdate) -> Glass:
    """What Textual itself would show: every row written anew."""
    glass = Glass(WIDTH, HEIGHT)
    for y, strips in enumerate(update.strips):
        glass.feed(f"\x1b[{y + 1};1H")
        for text, style, _ in next(iter(strips)):
            codes = Strip.render_ansi(style or Style.null(), ColorSystem.EIGHT_BIT)
            glass.feed(f"\x1b[{codes}m{text}\x1b[m")
    return glass


@settings(max_examples=75, suppress_health_check=[HealthCheck.too_slow])
@given(frames, abilities, st.lists(st.booleans(), min_size=4, max_size=4))
def test_each_frame_is_shown(shown: list[list[list[tuple[str, str]]]], able: Abilities, forgetting: list[bool]) -> None:
    frame, glass = LastFrame(able), Glass(WIDTH, HEIGHT)
    for picture, forget in zip(shown, forgetting, strict=False):
        if forget:  # the terminal shows anything now, and is drawn in full
            frame.forget()
            glass.feed("\x1b[2;3H\x1b[31mwall: 世界\x1b[m")
        update = make_update(picture)
        glass.feed(frame.encode(update, ColorSystem.EIGHT_BIT, (0, 0)))
        assert first_difference(draw_stock(update), glass) == ""
        again = frame.encode(make_update(picture), ColorSystem.EIGHT_BIT, (0, 0))
        assert again == ""


def test_what_is_read_in_two_pieces_is_shown_as_in_one() -> None:
    text = "a \U0001f468\u200d\U0001f469\u200d\U0001f467. \u26a0\ufe0f \U0001f1f2\U0001f1f1\x1b[m"
    whole = Glass(WIDTH, 1)
    whole.feed(text)
    for cut in range(1, len(text)):
        glass = Glass(WIDTH, 1)
        glass.feed(text[:cut])
        glass.feed(text[cut:])
        assert first_difference(whole, glass) == ""
