"""How colours are seen: contrast as WCAG defines it, and distances for readers who lack a kind of cone."""

from collections.abc import Sequence

Rgb = tuple[float, float, float]

CONES: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "all": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no long (protanopia)": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no medium (deuteranopia)": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "no short (tritanopia)": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""From linear RGB to the linear RGB that looks the same to such readers: Machado, Oliveira and Fernandes, A
Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE TVCG 15 (2009), severity 1.0."""

_OKLAB = (
    (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    ),
    (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    ),
)
"""From linear RGB to cone responses, and from their cube roots to Oklab: Björn Ottosson, A perceptual color space for
image processing (2020)."""


def contrast(one: str, other: str) -> float:
    """The ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.1, relative luminance and contrast ratio)."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def distance(one: str, other: str, cones: str) -> float:
    """How far apart two colours look in Oklab to a reader with these `CONES`; about 0.02 can just be noticed."""
    first, second = (_oklab(_multiply(CONES[cones], _linear(colour))) for colour in (one, other))
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Rgb:
    red, green, blue = (int(colour.lstrip("#")[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return (_linearise(red), _linearise(green), _linearise(blue))


def _linearise(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _oklab(linear: Rgb) -> Rgb:
    to_cones, to_lab = _OKLAB
    long, medium, short = (max(0.0, response) ** (1 / 3) for response in _multiply(to_cones, linear))
    return _multiply(to_lab, (long, medium, short))


def _multiply(matrix: Sequence[Rgb], vector: Rgb) -> Rgb:
    x, y, z = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return (x, y, z)
