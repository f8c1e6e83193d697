from __future__ import annotations

from retrieval.documents.pdf.figures import with_figures
from retrieval.documents.pdf.glyphs import Glyph, Ink

ZERO = 0xF356


def glyphs(text: str) -> list[Glyph]:
    """The text as a font with private figures gives it; a blank marks the character after it."""
    made, spaced = [], False
    for character in text:
        if character == " ":
            spaced = True
            continue
        private = chr(ZERO + int(character)) if character.isdigit() else character
        made.append(Glyph(private, 0, 0, 5, 10, 8, 10, 0, spaced, Ink(0, 0, 5, 10)))
        spaced = False
    return made


def read(text: str) -> str:
    return "".join(glyph.text for glyph in with_figures(glyphs(text)))


def test_years_tell_which_private_characters_are_digits() -> None:
    assert read("2016.09-2019.03 带领 4 人") == "2016.09-2019.03带领4人"


def test_without_years_nothing_is_guessed() -> None:
    assert read("带领 4 人") == "带领" + chr(ZERO + 4) + "人"
