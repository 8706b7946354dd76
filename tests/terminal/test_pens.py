"""Changing pens: whatever the two pens, the escape sequence leads from one to the other."""

from hypothesis import given
from hypothesis import strategies as st

from sahel_tui.tui.wire.pens import PLAIN, Pen, blank_pen, change_pen, pen_for_blank, read_pen

ATTRIBUTES = frozenset({"1", "2", "3", "4", "5", "7", "8", "9"})
ENDED = {"22": "12", "23": "3", "24": "4", "25": "5", "27": "7", "28": "8", "29": "9"}
pens = st.builds(
    Pen,
    st.frozensets(st.sampled_from(sorted(ATTRIBUTES))),
    st.sampled_from(["", "31", "97", "38;5;214", "38;2;1;22;7"]),
    st.sampled_from(["", "41", "107", "48;5;233", "48;2;4;38;5"]),
)


def obey(pen: Pen, sequence: str) -> Pen:
    """What a terminal makes of an SGR sequence."""
    attributes, foreground, background = set(pen.attributes), pen.foreground, pen.background
    codes = sequence.removeprefix("\x1b[").removesuffix("m").split(";") if sequence else []
    while codes:
        length = {"5": 3, "2": 5}[codes[1]] if codes[0] in {"38", "48"} else 1
        code, codes = ";".join(codes[:length]), codes[length:]
        if code in {"", "0"}:
            attributes, foreground, background = set(), "", ""
        elif code in ENDED:
            attributes -= set(ENDED[code])
        elif code in ATTRIBUTES:
            attributes.add(code)
        elif code.startswith(("4", "10")):
            background = "" if code == "49" else code
        else:
            foreground = "" if code == "39" else code
    return Pen(frozenset(attributes), foreground, background)


@given(pens, pens)
def test_a_terminal_that_obeys_has_the_new_pen(old: Pen, new: Pen) -> None:
    assert obey(old, change_pen(old, new)) == new


@given(pens)
def test_reading_the_codes_that_select_a_pen_gives_the_pen(pen: Pen) -> None:
    codes = ";".join(filter(None, [*sorted(pen.attributes), pen.foreground, pen.background]))
    assert read_pen(codes) == pen


@given(pens, pens)
def test_a_space_drawn_with_the_nearest_pen_looks_as_wanted(current: Pen, pen: Pen) -> None:
    assert blank_pen(pen_for_blank(current, blank_pen(pen))) == blank_pen(pen)


def test_bold_ends_without_ending_dim() -> None:
    assert change_pen(Pen(frozenset("12")), Pen(frozenset("2"))) == "\x1b[0;2m"
    assert change_pen(Pen(frozenset("12"), "38;5;214", "48;5;233"), Pen(frozenset("2"), "38;5;214", "48;5;233")) == (
        "\x1b[22;2m"
    )


def test_the_plain_pen_is_three_bytes_away() -> None:
    assert change_pen(Pen(frozenset("1"), "38;5;214", "48;5;233"), PLAIN) == "\x1b[m"
