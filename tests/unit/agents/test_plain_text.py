from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.plain_text import formula_restored, printable, without_formula


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠A1",
        " =1",
        "\u200b=1",
        "\ufeff@A",
    ],
)
def test_what_a_spreadsheet_would_run_begins_with_an_apostrophe(cell: str) -> None:
    assert without_formula(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Avery", "a=b", "C++", "'tis", "3 of 4", "简历"])
def test_other_cells_are_left_as_they_are(cell: str) -> None:
    assert without_formula(cell) == cell


@given(st.text(alphabet="=+-@＝＋ \t\r\na1", max_size=6))
def test_a_cell_written_is_read_back_as_it_was(cell: str) -> None:
    assert formula_restored(without_formula(cell)) == cell


def test_what_xml_refuses_is_left_out_and_nothing_else() -> None:
    assert printable("a\x00b\x0bc\x1fd\x7fe\ud800f\uffffg\th\ni") == "abcdefg\th\ni"
