"""Colours, and which of them a person can tell apart: one measure for every kind of file."""

from __future__ import annotations

from typing import Final, NamedTuple

LEAST_RATIO: Final = 1.25
"""The contrast ratio (WCAG 2.2, 1.4.3: 1 for equal colours, 21 for black on white) from which letters can be made out.
The palest grays that resumes use lie above (#CCC on white 1.6, #DDD 1.36), the palest ground colour of Word's themes
(#E7E6E6, 1.24) below: running text of it merges with white paper."""
LEAST_RATIO_LARGE: Final = 1.1
LARGE: Final = 18.0
"""Points (the same source); such letters are made out at less contrast."""

RED_GREEN: Final = 64
YELLOW_BLUE: Final = 96
"""The same lightness in another hue is told apart too. In 256 steps of the opponent colours; the eye resolves yellow
against blue more coarsely than red against green."""

FLARE: Final = 0.05
"""Light that a screen reflects, as a share of white (WCAG)."""
WEIGHTS: Final = (0.2126, 0.7152, 0.0722)
"""What red, green and blue give to the lightness of a colour (WCAG)."""

OPAQUE_FROM: Final = 0.1
"""Ink or fill of a tenth leaves nothing that could be read."""


class Colour(NamedTuple):
    """Red, green and blue, 0 to 255; `ink` from 0 (transparent) to 1."""

    red: float
    green: float
    blue: float
    ink: float = 1.0

    def over(self, ground: Colour) -> Colour:
        """The colour that is seen where this one lies on another."""
        pairs = zip(self[:3], ground[:3], strict=True)
        red, green, blue = (upper * self.ink + lower * (1 - self.ink) for upper, lower in pairs)
        return Colour(red, green, blue, self.ink + ground.ink * (1 - self.ink))

    @property
    def transparent(self) -> bool:
        """Whether nothing of it can be seen."""
        return self.ink < OPAQUE_FROM


WHITE: Final = Colour(255, 255, 255)
BLACK: Final = Colour(0, 0, 0)


def alike(letters: Colour, ground: Colour) -> bool:
    """Whether letters of one colour cannot be seen on the other."""
    seen = letters.over(ground)
    lights = sorted((_light(seen), _light(ground)))
    red, green, blue = (one - other for one, other in zip(seen[:3], ground[:3], strict=True))
    other_hue = abs(red - green) >= RED_GREEN or abs(blue - (red + green) / 2) >= YELLOW_BLUE
    return (lights[1] + FLARE) / (lights[0] + FLARE) < LEAST_RATIO and not other_hue


def linear(share: float) -> float:
    """A channel of sRGB, 0 to 1, as the light it gives off (WCAG)."""
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _light(colour: Colour) -> float:
    return sum(weight * linear(part / 255) for weight, part in zip(WEIGHTS, colour[:3], strict=True))
