from __future__ import annotations

import pytest

from records.resume import Box, Line, Resume
from retrieval.document_title import document_title


def reading(*lines: tuple[str, float], file: str = "2309-final_v2.pdf") -> Resume:
    """Lines with their heights in thousandths of the page; 0 for lines without a place."""
    made = tuple(
        Line(n, 1, text, "other", Box(0.1, n / 50, 0.9, n / 50 + height / 1000) if height else None)
        for n, (text, height) in enumerate(lines, 1)
    )
    return Resume(file, "a" * 64, "pdf", 1, "en", "text", made)


def test_the_largest_lines_at_the_top_are_the_title() -> None:
    found = reading(
        ("arXiv:0000.00000", 24), ("Batteries at the Edge", 20), ("of the Grid", 20), ("A. Nobody", 11), ("We", 11)
    )

    assert document_title(found) == "Batteries at the Edge of the Grid"


def test_a_chinese_title_on_two_lines_is_joined_without_a_blank() -> None:
    found = reading(
        ("面向低资源语言的", 20), ("跨语言迁移学习", 20), ("卫虚白", 11), ("摘要：语料不足", 11), ("正文", 11)
    )

    assert document_title(found) == "面向低资源语言的跨语言迁移学习"


@pytest.mark.parametrize(
    "first", ["# Objectives, second half", "《Objectives, second half》", "Objectives, second half"]
)
def test_without_places_the_first_line_is_the_title(first: str) -> None:
    assert document_title(reading((first, 0), ("Ship it", 0))) == "Objectives, second half"


@pytest.mark.parametrize("above", ["Vol. 3, No. 2", "2026年11月", "DOI 10.0000/nowhere", "内部资料"])
def test_what_stands_above_a_title_is_none(above: str) -> None:
    assert document_title(reading((above, 0), ("Storage in small grids", 0))) == "Storage in small grids"


def test_a_document_that_begins_with_a_paragraph_is_called_by_its_file() -> None:
    assert document_title(reading(("word " * 60, 0))) == "2309-final_v2"
