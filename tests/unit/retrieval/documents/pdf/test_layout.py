from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from made_files import CHINESE, HEIGHT, PdfPage
from retrieval.documents.pdf.layout import lines_of
from retrieval.documents.pdf.reader import read_pdf
from retrieval.documents.pdf.rules import Rule
from retrieval.documents.pdf.words import Word

FLOWING = [
    "Rebuilt the ordering system with four",
    "engineers while keeping every customer",
    "served, and saved a third of the cost.",
    "Measured what the warehouse really did",
    "before anyone was asked to change what",
    "had worked for years.",
]
OTHER = [
    "Designed the search of an archive with",
    "nine million pictures and made it find",
    "what archivists ask for in practice.",
    "Taught the team to write tests first,",
    "to measure before they tune, and to",
    "leave the place cleaner.",
]


def words(text: str, x: float, y: float, size: float = 10) -> list[Word]:
    """A line of a font in which each letter takes half an em."""
    placed = []
    for at, part in enumerate(text.split(" ")):
        right = x + len(part) * size / 2
        placed.append(Word(part, x, y - size, right, y + 2, y, size, spaced=at > 0))
        x = right + size / 4
    return placed


def stack(texts: list[str], x: float, y: float, pitch: float = 14) -> list[Word]:
    return [word for at, text in enumerate(texts) for word in words(text, x, y + at * pitch)]


def texts(placed: list[Word], rules: list[Rule] | None = None) -> list[str]:
    return [line.text for line in lines_of(placed, rules or [])]


def grid(xs: list[float], ys: list[float]) -> list[Rule]:
    """The borders of a table of equal rows and columns."""
    return [Rule(True, x, ys[0], ys[-1]) for x in xs] + [Rule(False, y, xs[0], xs[-1]) for y in ys]


def test_columns_of_running_text_on_the_same_baselines_are_read_one_after_the_other() -> None:
    assert texts(stack(FLOWING, 50, 100) + stack(OTHER, 300, 100)) == [*FLOWING, *OTHER]


def test_a_short_list_beside_running_text_does_not_cut_its_sentences() -> None:
    short = ["Python", "Go", "Kafka", "Spark", "Redis", "Excel"]

    assert texts(stack(short, 50, 100) + stack(FLOWING, 200, 100)) == [*short, *FLOWING]


def test_three_columns_below_a_line_across_the_page_are_kept_apart() -> None:
    head = "A summary that runs across the whole page and says in one line what all three columns tell"
    third = [line[:30] for line in FLOWING]
    page = words(head, 50, 60) + stack(FLOWING, 50, 100) + stack(OTHER, 260, 100) + stack(third, 470, 100)

    assert texts(page) == [head, *FLOWING, *OTHER, *third]


def test_rows_of_a_table_without_borders_are_read_one_after_the_other_cell_by_cell() -> None:
    page = []
    for row in range(3):
        page += stack(FLOWING[:2], 50, 100 + 50 * row) + stack(OTHER[:3], 300, 100 + 50 * row)

    assert texts(page) == [*FLOWING[:2], *OTHER[:3]] * 3


def test_cells_within_borders_are_read_row_by_row_and_each_to_its_end() -> None:
    page = words("2018 - 2020", 52, 112) + stack(["Fictional", "Freight"], 132, 112) + stack(FLOWING[:3], 222, 112)
    page += words("2016 - 2018", 52, 172) + words("Sample Soups", 132, 172) + stack(OTHER[:2], 222, 172)
    read = texts(page, grid([50, 130, 220, 480], [100, 160, 220]))

    assert read == ["2018 - 2020", "Fictional", "Freight", *FLOWING[:3], "2016 - 2018  Sample Soups", *OTHER[:2]]


def test_labels_of_a_form_stay_with_their_values_and_a_title_set_downwards_is_one_line(tmp_path: Path) -> None:
    page = PdfPage(tmp_path / "a.pdf")
    for x in (60, 130, 260, 330, 500):
        page.canvas.line(x, HEIGHT - 80, x, HEIGHT - 120)
    for x in (60, 130, 500):
        page.canvas.line(x, HEIGHT - 120, x, HEIGHT - 200)
    for y in (80, 100, 120, 200):
        page.canvas.line(60, HEIGHT - y, 500, HEIGHT - y)
    for y, row in ((94, ("姓名", "沈样例", "性别", "女")), (114, ("学历", "硕士", "民族", "汉族"))):
        for x, text in zip((65, 135, 265, 335), row, strict=True):
            page.write(text, x, y, font=CHINESE)
    page.column(list("工作经历"), 90, 138, leading=16, font=CHINESE)
    page.column(["示例货运有限公司", "负责订单系统的重构与上线", "带领四名工程师"], 135, 138, leading=15, font=CHINESE)
    read = [line.text for line in read_pdf(page.save().read_bytes(), "a.pdf", 60).lines]

    assert read[:3] == ["姓名  沈样例  性别  女", "学历  硕士  民族  汉族", "工作经历"]
    assert read[3:] == ["示例货运有限公司", "负责订单系统的重构与上线", "带领四名工程师"]


def test_a_box_around_one_text_changes_nothing() -> None:
    page = stack(FLOWING, 50, 100) + stack(OTHER, 300, 100)

    assert texts(page, grid([40, 560], [80, 200])) == texts(page)


def test_letters_set_apart_are_words_again() -> None:
    letters = [Word(sign, 50 + 9 * at, 90, 55 + 9 * at, 102, 100, 10, True) for at, sign in enumerate("EDUCATION")]

    assert texts(letters) == ["EDUCATION"]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("2018.12 -", "2020.12", ["2018.12 - 2020.12"]),
        ("Mar 2018 –", "Present Sample City", ["Mar 2018 – Present", "Sample City"]),
        ("avery.samplewood@", "example.com", ["avery.samplewood@example.com"]),
        ("avery@example.com", "example.org", ["avery@example.com", "example.org"]),
        ("Founded in 2018", "2020 people came", ["Founded in 2018", "2020 people came"]),
    ],
)
def test_periods_and_addresses_that_a_narrow_column_breaks_are_made_whole(
    upper: str, lower: str, whole: list[str]
) -> None:
    assert texts(stack([upper, lower], 50, 100)) == whole


PAGE = words("Avery Samplewood", 50, 50, 18) + stack(FLOWING, 50, 100) + stack(OTHER, 300, 104, 15)


@settings(max_examples=40)
@given(st.permutations(PAGE))
def test_the_order_in_which_a_file_draws_its_words_changes_nothing(shuffled: list[Word]) -> None:
    assert texts(shuffled) == texts(PAGE)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 550), st.integers(20, 800), st.integers(6, 20), st.text("ab工作.", min_size=1, max_size=30)
        ),
        max_size=60,
    )
)
def test_no_word_is_lost_or_doubled(placed: list[tuple[int, int, int, str]]) -> None:
    page = [word for x, y, size, text in placed for word in words(text, x, y, size)]
    read = "".join(texts(page, grid([100, 300, 500], [100, 300, 500])))

    assert sorted(read.replace(" ", "")) == sorted("".join(word.text for word in page))


def test_a_period_broken_in_the_margin_is_whole_again_beside_its_job() -> None:
    page = stack(["2018.12 –", "2020.12"], 50, 100) + stack(["Fictional Freight", "Team Lead"], 150, 100)
    page += stack(["2016.01 –", "2018.11"], 50, 150) + stack(["Sample Soups", "Cook"], 150, 150)

    assert texts(page)[:2] == ["2018.12 – 2020.12", "Fictional Freight"]


def test_the_left_column_goes_on_below_the_right_one_and_jobs_across_the_page_come_after_both() -> None:
    page = stack(FLOWING, 50, 100) + stack([line[:30] for line in OTHER[:4]], 300, 100)
    page += words("WORK EXPERIENCE", 50, 200) + words("Fictional Freight", 50, 214) + words("2018 - 2020", 480, 214)
    read = texts(page)

    assert read[:6] == FLOWING
    assert read[-2:] == ["WORK EXPERIENCE", "Fictional Freight  2018 - 2020"]


def test_a_name_that_a_narrow_cell_breaks_is_one_line_and_lines_that_end_early_are_several() -> None:
    page = stack(["Imaginarium", "of Fun", "Cook"], 52, 112) + stack(FLOWING[:3], 132, 112)

    assert texts(page, grid([50, 116, 400], [100, 160]))[:2] == ["Imaginarium of Fun", "Cook"]


def test_letters_placed_one_by_one_are_parted_by_their_places_not_by_reported_blanks() -> None:
    letters = [Word(sign, 50 + 5 * at, 90, 55 + 5 * at, 102, 100, 10, spaced=True) for at, sign in enumerate("rowing")]
    apart = [Word(sign, 83 + 5 * at, 90, 88 + 5 * at, 102, 100, 10, spaced=True) for at, sign in enumerate("boats")]

    assert texts([*letters, *apart]) == ["rowing boats"]


def test_a_period_broken_by_a_narrow_column_flush_right_is_whole() -> None:
    dates = [*words("Jan 2015 – Feb", 30, 100), *words("2019", 72.5, 114)]
    placed = [*dates, *stack(["Marlowe and Finch", "Inventory Planner", *FLOWING], 130, 100)]

    assert "Jan 2015 – Feb 2019" in texts(placed)


def test_what_stands_above_two_titles_on_one_line_is_read_before_the_columns() -> None:
    left = [*words("Avery Samplewood", 50, 40), *stack(["Skills", *FLOWING], 50, 100)]
    right = [*words("avery@example.com", 320, 44.5), *stack(["Education", *OTHER], 320, 100)]

    read = texts([*left, *right])

    assert read.index("avery@example.com") < read.index("Skills") < read.index(FLOWING[-1]) < read.index("Education")


def test_a_title_at_the_foot_of_a_column_names_what_stands_below_both() -> None:
    columns = [*stack([*FLOWING, "Work Experience"], 50, 100), *stack(OTHER, 320, 100)]
    wide = "Brightwater Depot was where she led a shift of nine people and counted the whole stock weekly"

    read = texts([*columns, *words(wide, 50, 230)])

    assert read[-2:] == ["Work Experience", wide]
