from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

import hiding
from drawn_fonts import type_3
from hiding import ABOVE, BLOCKS, HIDDEN, SHOWN, Draw, at, covered, on_bar, operators, sized, transparent
from made_files import CHINESE
from retrieval.documents.pdf.page import ReadPage, read_page
from retrieval.documents.unseen import (
    CLIPPED,
    COVERED,
    INVISIBLE,
    NO_CONTRAST,
    NOT_PRINTED,
    OFF_PAGE,
    SWITCHED_OFF,
    TINY,
)

FONTS = ["Helvetica", CHINESE]

TRICKS: dict[str, tuple[Draw, str]] = {
    "white": (operators("1 g"), NO_CONTRAST),
    "nearly white": (operators("0.94 g"), NO_CONTRAST),
    "pale yellow": (operators("1 1 0.93 rg"), NO_CONTRAST),
    "white ink of four colours": (operators("0.01 0 0.01 0 k"), NO_CONTRAST),
    "white outlines": (operators("1 Tr 1 G", "0 Tr"), NO_CONTRAST),
    "nearly the colour of a dark bar": (on_bar((0.1, 0.1, 0.3), (0.12, 0.12, 0.32)), NO_CONTRAST),
    "nearly the colour of a bright bar": (on_bar((1, 0.6, 0.1), (1, 0.62, 0.12)), NO_CONTRAST),
    "black under black": (covered(0), NO_CONTRAST),
    "render mode without ink": (operators("3 Tr", "0 Tr"), INVISIBLE),
    "clipping render mode": (operators("7 Tr", "0 Tr"), INVISIBLE),
    "fully transparent": (transparent(0), INVISIBLE),
    "almost transparent": (transparent(0.04), INVISIBLE),
    "under a white box": (covered(1), COVERED),
    "within black letters": (hiding.within_black_letters, COVERED),
    "white under other text": (hiding.under_other_text, NO_CONTRAST),
    "white in a form": (hiding.in_a_form, NO_CONTRAST),
    "clipped away": (operators("0 0 10 10 re W n"), CLIPPED),
    "clipped to a hair": (operators("60 501 400 0.3 re W n"), CLIPPED),
    "beside the page": (at(-400, 500), OFF_PAGE),
    "far above the page": (at(60, 9000), OFF_PAGE),
    "a point high": (sized(1), TINY),
    "scaled down": (operators("0.1 0 0 0.1 60 450 cm"), TINY),
    "squeezed to hairs": (operators("1 Tz", "100 Tz"), TINY),
    "flattened": (operators("1 0 0 0.05 0 475 cm"), TINY),
}


def read(path: Path) -> ReadPage:
    pdf = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return read_page(pdf[0], 1)
    finally:
        pdf.close()


def texts(path: Path) -> list[str]:
    return [line.text for line in read(path).lines]


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("trick", TRICKS)
def test_text_that_cannot_be_seen_is_hidden_with_its_reason(tmp_path: Path, trick: str, font: str) -> None:
    draw, why = TRICKS[trick]
    page = read(hiding.hiding(tmp_path / "a.pdf", draw, font))

    assert [line.text for line in page.lines if line.text not in (ABOVE, BLOCKS)] == SHOWN
    assert "".join(hidden.text for hidden in page.hidden).replace(" ", "") == HIDDEN[font].replace(" ", "")
    assert why in {hidden.why for hidden in page.hidden}


@pytest.mark.parametrize(
    "draw",
    [
        operators("0.8 g"),
        operators("0.73 g"),
        operators("1 Tr 0 G", "0 Tr"),
        on_bar((0.1, 0.15, 0.25), (1, 1, 1)),
        on_bar((0.84, 0.0, 0.0), (0.0, 0.46, 0.0)),
        transparent(0.5),
        sized(5),
        sized(30),
        operators("60 Tz", "100 Tz"),
    ],
    ids=["#CCC", "#BBB", "outlined", "white on dark", "green on red", "half", "5 points", "30 points", "narrow"],
)
@pytest.mark.parametrize("font", FONTS)
def test_faint_small_and_coloured_text_that_can_be_read_is_kept(tmp_path: Path, draw: Draw, font: str) -> None:
    page = read(hiding.hiding(tmp_path / "a.pdf", draw, font))

    assert page.hidden == ()
    assert page.lines[-1].text.startswith(HIDDEN[font][:6])


def test_of_a_line_half_under_a_box_the_open_half_is_kept(tmp_path: Path) -> None:
    def draw(canvas: Canvas, text: str) -> None:
        canvas.drawString(60, 500, "爱好烹饪与徒步" + text)
        canvas.setFillGray(1)
        canvas.rect(60 + 7 * 11, 490, 400, 30, stroke=0, fill=1)

    page = read(hiding.hiding(tmp_path / "a.pdf", draw, CHINESE))

    assert [line.text for line in page.lines] == [*SHOWN, "爱好烹饪与徒步"]
    assert [hidden.text for hidden in page.hidden] == [HIDDEN[CHINESE]]


def test_text_on_a_layer_that_is_switched_off_is_hidden(tmp_path: Path) -> None:
    path = hiding.hiding(tmp_path / "a.pdf", operators("/OC /Layer BDC", "EMC"), "Helvetica")
    page = read(hiding.on_a_layer_switched_off(path))

    assert [line.text for line in page.lines] == SHOWN
    assert [hidden.why for hidden in page.hidden] == [SWITCHED_OFF]


def test_text_behind_an_annotation_is_hidden(tmp_path: Path) -> None:
    path = hiding.hiding(tmp_path / "a.pdf", at(60, 500), "Helvetica")
    page = read(hiding.with_annotation(path, b"1 g 0 0 400 40 re f"))

    assert [line.text for line in page.lines] == SHOWN
    assert [hidden.why for hidden in page.hidden] == [COVERED]


NOTE = b"BT /F1 12 Tf 5 12 Td (Written in a note) Tj ET"


def test_what_an_annotation_shows_is_read_and_a_hidden_one_is_not(tmp_path: Path) -> None:
    path = hiding.hiding(tmp_path / "a.pdf", lambda canvas, text: None, "Helvetica")
    shown = hiding.with_annotation(path, NOTE)

    assert texts(shown) == [*SHOWN, "Written in a note"]
    for flag in (2, 32):
        assert texts(hiding.with_annotation(path, NOTE, flag)) == SHOWN


def test_words_that_stand_for_other_drawn_words_do_not_replace_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas, text: str) -> None:
        canvas._code.append(f"/Span <</ActualText ({text})>> BDC")
        canvas.drawString(60, 500, "Hobbies")
        canvas._code.append("EMC")

    page = read(hiding.hiding(tmp_path / "a.pdf", draw, "Helvetica"))

    assert [line.text for line in page.lines] == [*SHOWN, "Hobbies"]
    assert [(hidden.text, hidden.why) for hidden in page.hidden] == [(HIDDEN["Helvetica"], NOT_PRINTED)]


def test_a_shadow_and_an_outline_do_not_double_a_text(tmp_path: Path) -> None:
    def draw(canvas: Canvas, text: str) -> None:
        canvas.setFillColor(HexColor("#999999"))
        canvas.drawString(60.8, 499.2, text)
        canvas.setFillColor(HexColor("#000000"))
        canvas.drawString(60, 500, text)

    page = read(hiding.hiding(tmp_path / "a.pdf", draw, "Helvetica"))

    assert [line.text for line in page.lines] == [*SHOWN, HIDDEN["Helvetica"]]
    assert page.hidden == ()


def test_white_letters_outlined_one_by_one_are_read_once(tmp_path: Path) -> None:
    def draw(canvas: Canvas, text: str) -> None:
        canvas._code.append("1 g 0 G")
        canvas.drawString(60, 500, text)
        canvas._code.append("1 Tr")
        for number, sign in enumerate(text):
            canvas.drawString(60 + canvas.stringWidth(text[:number], "Helvetica", 11), 500, sign)
        canvas._code.append("0 Tr")

    page = read(hiding.hiding(tmp_path / "a.pdf", draw, "Helvetica"))

    assert [line.text for line in page.lines] == [*SHOWN, HIDDEN["Helvetica"]]
    assert page.hidden == ()


def test_letters_in_the_stripes_of_their_ground_are_not_held_for_drawn_shapes(tmp_path: Path) -> None:
    stripes = " ".join(f"{x} 480 1.5 60 re" for x in range(30, 560, 3)) + " f"
    page = read(hiding.hiding(tmp_path / "a.pdf", operators(f"{stripes} 3 Tr", "0 Tr"), "Helvetica"))

    assert [line.text for line in page.lines] == SHOWN
    assert [hidden.text for hidden in page.hidden] == [HIDDEN["Helvetica"]]


def test_dashes_and_the_chinese_one_are_seen_in_fonts_that_tell_no_closer_box_than_the_em(tmp_path: Path) -> None:
    page = read(type_3(tmp_path / "a.pdf", box="0 -200 1000 900"))

    assert [line.text for line in page.lines] == ["2016—2023 一二"]


def test_flat_characters_of_drawn_fonts_are_as_large_as_the_others(tmp_path: Path) -> None:
    page = read(type_3(tmp_path / "a.pdf", box=None))

    assert [line.text for line in page.lines] == ["2016—2023 一二"]
    assert page.hidden == ()
