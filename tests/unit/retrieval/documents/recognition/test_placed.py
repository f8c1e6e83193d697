from __future__ import annotations

import math

from retrieval.documents.recognition.placed import ReadText, placed_lines

WIDTH, HEIGHT = 1400, 2000


def text(words: str, left: float, top: float, right: float, height: float = 30) -> ReadText:
    return ReadText(words, 0.99, ((left, top), (right, top), (right, top + height), (left, top + height)))


def tilted(read: ReadText, degrees: float) -> ReadText:
    angle = math.radians(degrees)
    corners = tuple(
        (x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in read.corners
    )
    return ReadText(read.text, read.score, corners)  # type: ignore[arg-type]


def columns() -> list[ReadText]:
    left = ["EDUCATION", "University of Nowhere", "BSc in Applied Fiction", "2011 - 2015", "SKILLS", "Python and Go"]
    right = ["EXPERIENCE", "Fictional Freight, senior engineer and team lead", "Led five people and built pricing"]
    right += ["Invented Insurance, engineer for claims handling", "Wrote the nightly run", "Kept the databases alive"]
    places = [(words, 100.0, 480.0) for words in left], [(words, 600.0, 1300.0) for words in right]
    return [text(words, x, 200 + 50 * row, end) for side in places for row, (words, x, end) in enumerate(side)]


def test_two_columns_are_read_one_after_the_other() -> None:
    mixed = sorted(columns(), key=lambda read: read.corners[0][1])

    lines = [line.text for line in placed_lines(mixed, WIDTH, HEIGHT, 1)]

    assert lines == [read.text for read in columns()]


def test_a_crooked_page_is_read_in_the_same_order() -> None:
    straight = [line.text for line in placed_lines(columns(), WIDTH, HEIGHT, 1)]
    crooked = [tilted(read, 1.5) for read in columns()]

    assert [line.text for line in placed_lines(crooked, WIDTH, HEIGHT, 1)] == straight


def test_a_line_keeps_its_place_as_fractions_of_the_picture() -> None:
    (line,) = placed_lines([text("Avery Samplewood", 140, 200, 700)], WIDTH, HEIGHT, 3)

    assert line.page == 3
    assert line.box is not None
    assert (line.box.left, line.box.top, line.box.right, line.box.bottom) == (0.1, 0.1, 0.5, 0.115)


def test_texts_on_one_line_are_joined_and_blanks_kept() -> None:
    parts = [text("Fictional Freight", 100, 200, 400), text("2019 - 2022", 1100, 202, 1300)]

    (line,) = placed_lines(parts, WIDTH, HEIGHT, 1)

    assert line.text == "Fictional Freight  2019 - 2022"


def test_signs_far_apart_within_one_text_are_set_off() -> None:
    signs = tuple(
        (sign, (100.0 + 15 * at + 200 * (at > 4), 200.0), (112.0 + 15 * at + 200 * (at > 4), 200.0))
        for at, sign in enumerate("AveryPython")
    )
    read = ReadText("AveryPython", 0.9, ((100, 200), (470, 200), (470, 230), (100, 230)), signs)

    assert placed_lines([read], WIDTH, HEIGHT, 1)[0].text == "Avery  Python"


def test_text_along_the_margin_comes_last() -> None:
    margin = ReadText("printed by nobody", 0.9, ((20, 300), (50, 300), (50, 900), (20, 900)))

    lines = placed_lines([margin, text("Avery Samplewood", 140, 200, 700)], WIDTH, HEIGHT, 1)

    assert [line.text for line in lines] == ["Avery Samplewood", "printed by nobody"]


def test_no_text_is_no_line() -> None:
    assert placed_lines([], WIDTH, HEIGHT, 1) == []
