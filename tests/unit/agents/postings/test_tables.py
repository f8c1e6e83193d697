from __future__ import annotations

import csv
import io

import pytest

from agents.postings.library import read_posting
from agents.postings.tables import as_csv, as_jsonl, as_markdown, table_rows
from records.errors import TableUnusable

CHINESE = "岗位名称,岗位职责,任职要求\n厨师,负责热菜,3 年以上中餐经验\n"
ENGLISH = 'Title;Description\nCook;"3 years of cooking\nFood hygiene certificate"\n'
COOK = read_posting("Cook\n=1+1 is no formula here\nRequirements\n- 3 years of cooking")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_chinese_columns_are_recognised_in_every_encoding_excel_writes(encoding: str) -> None:
    (row,) = table_rows(CHINESE.encode(encoding), "岗位.csv")

    assert row.number == 2
    assert row.text == "厨师\n岗位职责\n负责热菜\n任职要求\n3 年以上中餐经验"


def test_semicolons_and_line_breaks_in_cells_are_read() -> None:
    (row,) = table_rows(ENGLISH.encode(), "postings.csv")

    assert row.text == "Cook\n3 years of cooking\nFood hygiene certificate"


def test_a_table_without_words_of_postings_is_refused() -> None:
    with pytest.raises(TableUnusable):
        table_rows(b"a,b\n1,2\n", "x.csv")


@pytest.mark.parametrize("written", [as_csv, as_jsonl])
def test_what_is_exported_is_the_same_posting_when_imported(written: object) -> None:
    (row,) = table_rows(written([COOK]).encode(), "file")  # type: ignore[operator]

    assert read_posting(row.text) == COOK


def test_no_cell_of_an_exported_table_is_a_formula() -> None:
    posting = COOK.model_copy(update={"title": "=HYPERLINK(1)"})
    rows = list(csv.reader(io.StringIO(as_csv([posting]).lstrip("\ufeff"))))

    assert rows[1][1] == "'=HYPERLINK(1)"


def test_exported_markdown_holds_the_words() -> None:
    assert COOK.text in as_markdown([COOK, COOK])
