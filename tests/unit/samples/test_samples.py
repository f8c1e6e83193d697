import io
import re
from collections import Counter
from pathlib import Path

import pypdf
import pypdfium2
import pytest
from docx import Document

from records.language import HAN, language_of, text_language
from samples import posting_files, resume_files

BULLET = re.compile(r"^(?:- |\d+\. )", re.MULTILINE)
MAGIC = {".pdf": b"%PDF-", ".docx": b"PK\x03\x04"}
LARGEST = 200_000


def resume(name: str) -> Path:
    return next(path for path in resume_files() if name in path.name)


def pdf_lines(path: Path) -> list[str]:
    pages = pypdfium2.PdfDocument(path)
    return [line for page in pages for line in page.get_textpage().get_text_range().splitlines() if line.strip()]


def test_there_are_six_postings_in_each_language() -> None:
    languages = Counter(language_of(path.read_text(encoding="utf-8")) for path in posting_files())

    assert languages == {"zh": 6, "en": 6}


@pytest.mark.parametrize("posting", posting_files(), ids=lambda path: path.stem)
def test_a_posting_begins_with_its_title_and_lists_what_it_asks(posting: Path) -> None:
    text = posting.read_text(encoding="utf-8")

    assert text.startswith("# ")
    assert text.count("\n## ") >= 3
    assert len(BULLET.findall(text)) >= 14


@pytest.mark.parametrize("posting", posting_files(), ids=lambda path: path.stem)
def test_a_posting_says_that_its_company_is_invented(posting: Path) -> None:
    assert re.search("invented|虚构", posting.read_text(encoding="utf-8"))


def test_there_are_four_resumes_of_three_kinds() -> None:
    assert Counter(path.suffix for path in resume_files()) == {".pdf": 2, ".docx": 1, ".md": 1}


@pytest.mark.parametrize("path", resume_files(), ids=lambda path: path.stem)
def test_a_resume_is_small_and_is_what_its_name_says(path: Path) -> None:
    content = path.read_bytes()

    assert content.startswith(MAGIC.get(path.suffix, b"# "))
    assert len(content) < LARGEST


def test_the_chinese_pdf_reads_as_whole_lines() -> None:
    lines = pdf_lines(resume("lin-zhixia"))

    assert lines[0] == "林知夏"
    assert 35 <= len(lines) <= 70
    assert any("搭建企业文档问答系统" in line and "81%" in line for line in lines)
    assert text_language("\n".join(lines)) == "zh"


def test_the_mixed_pdf_holds_both_languages_on_one_page() -> None:
    lines = pdf_lines(resume("shen-muyan"))

    assert len(HAN.findall("".join(lines))) > 200
    assert len(re.findall(r"[A-Za-z]{2,}", " ".join(lines))) > 150
    assert {"沈木言", "Muyan Shen"} <= set(lines)
    assert len(pypdfium2.PdfDocument(resume("shen-muyan"))) == 1


def test_a_second_reader_finds_the_same_words_in_the_pdfs() -> None:
    for path in resume_files():
        if path.suffix == ".pdf":
            second = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)
            assert Counter(re.findall(r"\w", second)) == Counter(re.findall(r"\w", "".join(pdf_lines(path))))


def test_the_docx_holds_a_table_and_a_text_box() -> None:
    opened = Document(str(resume("avery-samplewood")))

    assert [cell.text for cell in opened.tables[0].rows[0].cells] == ["Area", "Tools and methods", "Used for"]
    assert "txbxContent" in opened.element.xml
    assert len([paragraph for paragraph in opened.paragraphs if paragraph.text.strip()]) >= 30


def test_the_plain_text_resume_is_chinese_and_long_enough() -> None:
    text = resume("zhou-xingzhi").read_text(encoding="utf-8")

    assert language_of(text) == "zh"
    assert 35 <= len([line for line in text.splitlines() if line.strip()]) <= 70


@pytest.mark.parametrize("path", resume_files(), ids=lambda path: path.stem)
def test_every_resume_says_that_it_is_a_sample(path: Path) -> None:
    if path.suffix == ".pdf":
        text = "".join(pdf_lines(path))
    elif path.suffix == ".docx":
        text = "".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    else:
        text = path.read_text(encoding="utf-8")

    assert re.search("Sample|示例", text)
    assert "example.com" in text
