"""Pairs as people save them: other headers, other encodings, other separators, and rows that are no pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from agents.labelled_pairs import Pair, read_pairs
from records.errors import NotPairs, ResumeNotFound

PAIRS = (Pair("会 Excel", "用 Excel 做报表", True), Pair("会 Python", "做饭", False))


def saved(folder: Path, content: str | bytes) -> Path:
    file = folder / "pairs.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


@pytest.mark.parametrize(
    "header",
    [
        "query,text,label",
        "Requirement,Resume,Match",
        "job,line,relevant",
        "要求,简历,是否匹配",
        "岗位要求,简历内容,标注",
        " 任职要求 ,文本,是否相关",
    ],
)
def test_usual_names_of_columns_are_known(tmp_path: Path, header: str) -> None:
    file = saved(tmp_path, f"{header}\n会 Excel,用 Excel 做报表,1\n会 Python,做饭,0\n")

    assert read_pairs(file).pairs == PAIRS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_encoding_does_not_matter(tmp_path: Path, encoding: str) -> None:
    text = "要求,简历,是否匹配\n会 Excel,用 Excel 做报表,是\n会 Python,做饭,否\n"

    assert read_pairs(saved(tmp_path, text.encode(encoding))).pairs == PAIRS


@pytest.mark.parametrize("separator", [",", ";", "\t", "，", "；", "|"])
def test_the_separator_does_not_matter(tmp_path: Path, separator: str) -> None:
    rows = (("要求", "简历", "是否匹配"), ("会 Excel", "用 Excel 做报表", "是"), ("会 Python", "做饭", "否"))

    assert read_pairs(saved(tmp_path, "\n".join(separator.join(row) for row in rows))).pairs == PAIRS


def test_columns_may_stand_in_any_order_among_others(tmp_path: Path) -> None:
    file = saved(tmp_path, "编号,是否匹配,简历,备注,要求\n1,是,用 Excel 做报表,,会 Excel\n2,否,做饭,好,会 Python\n")

    assert read_pairs(file).pairs == PAIRS


@pytest.mark.parametrize(
    ("label", "belongs"),
    [("1", True), ("YES", True), ("是", True), ("true", True), ("0", False), ("No", False), ("否", False)],
)
def test_labels_are_read_as_people_write_them(tmp_path: Path, label: str, belongs: bool) -> None:
    file = saved(tmp_path, f"query,text,label\na,b, {label} \n")

    assert read_pairs(file).pairs == (Pair("a", "b", belongs),)


def test_a_cell_may_hold_several_lines_and_the_separator(tmp_path: Path) -> None:
    file = saved(tmp_path, 'query,text,label\na,"b, c\nd",1\n')

    assert read_pairs(file).pairs == (Pair("a", "b, c\nd", True),)


def test_rows_that_are_no_pairs_are_left_out_by_the_number_a_spreadsheet_shows(tmp_path: Path) -> None:
    rows = ["query,text,label", "a,b,1", ",b,1", "a,,1", "a,c,maybe", "", "a", "a,b,1", "a,b,0", "x,y,0"]

    labelled = read_pairs(saved(tmp_path, "\n".join(rows)))

    assert labelled.pairs == (Pair("a", "b", True), Pair("x", "y", False))
    assert labelled.faults == (
        (3, "no_query"),
        (4, "no_text"),
        (5, "no_label"),
        (7, "no_text"),
        (8, "repeated"),
        (9, "contradicted"),
    )


@pytest.mark.parametrize("content", ["", "\n\n", "a,b,1\nc,d,0\n", "query,text\na,b\n", b"\x00\x01\x02\xff" * 40])
def test_a_file_without_named_columns_is_refused(tmp_path: Path, content: str | bytes) -> None:
    with pytest.raises(NotPairs, match=r"pairs\.csv"):
        read_pairs(saved(tmp_path, content))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ResumeNotFound):
        read_pairs(tmp_path / "nowhere.csv")
