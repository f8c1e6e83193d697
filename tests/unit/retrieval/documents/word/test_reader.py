from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor

from made_files import add_text_box, word, zipped
from records.errors import CorruptFile, EmptyFile, OversizedFile
from retrieval.documents.found import Found
from retrieval.documents.word.reader import read_docx


def read(file: Document) -> Found:
    content = io.BytesIO()
    file.save(content)
    return read_docx(content.getvalue(), "resume.docx")


def texts(file: Document) -> list[str]:
    return [line.text.strip() for line in read(file).lines]


def test_header_body_and_footer_are_read_in_that_order() -> None:
    file = docx.Document()
    file.sections[0].footer.paragraphs[0].text = "References on request"
    file.sections[0].header.paragraphs[0].text = "Avery Samplewood"
    file.add_paragraph("Backend engineer")

    assert texts(file) == ["Avery Samplewood", "Backend engineer", "References on request"]


def test_a_row_of_short_cells_is_one_line_and_long_cells_are_read_one_by_one() -> None:
    file = docx.Document()
    table = file.add_table(rows=2, cols=4)
    for cell, text in zip(table.rows[0].cells, ("姓名", "沈样例", "性别", "女"), strict=True):
        cell.text = text
    merged = table.rows[1].cells[1].merge(table.rows[1].cells[3])
    table.rows[1].cells[0].text = "工作经历"
    merged.text = "示例货运\n负责订单系统"

    assert texts(file) == ["姓名  沈样例  性别  女", "工作经历", "示例货运", "负责订单系统"]


def test_cells_merged_down_the_page_are_read_once() -> None:
    file = docx.Document()
    table = file.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Experience"
    table.cell(0, 1).text = "Fictional Freight"
    table.cell(1, 1).text = "Sample Soups"

    assert texts(file) == ["Experience  Fictional Freight", "Sample Soups"]


def test_a_text_box_is_read_once_though_the_file_holds_it_twice() -> None:
    file = docx.Document()
    add_text_box(file, "In a box")
    file.add_paragraph("After the box")

    assert texts(file) == ["In a box", "After the box"]


def test_content_controls_are_read() -> None:
    file = docx.Document()
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Controlled</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    file.element.body.insert(0, parse_xml(control))

    assert texts(file) == ["Controlled"]


def test_line_breaks_part_lines_and_tabs_set_off() -> None:
    file = docx.Document()
    file.add_paragraph("Fictional Freight\t2019-2021\nOrder systems")

    assert texts(file) == ["Fictional Freight  2019-2021", "Order systems"]


def test_list_paragraphs_keep_a_bullet() -> None:
    file = docx.Document()
    file.add_paragraph("Led a team", style="List Bullet")

    assert texts(file) == ["• Led a team"]


def test_hidden_tiny_and_white_runs_are_hidden() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Seen")
    paragraph.add_run(" vanished").font.hidden = True
    paragraph.add_run(" tiny").font.size = Pt(1)
    paragraph.add_run(" white").font.color.rgb = RGBColor(255, 255, 255)
    found = read(file)

    assert [line.text.strip() for line in found.lines] == ["Seen"]
    assert [hidden.text for hidden in found.hidden] == ["vanished", "tiny", "white"]


def test_white_runs_on_a_shaded_cell_can_be_seen() -> None:
    file = docx.Document()
    cell = file.add_table(rows=1, cols=1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
    cell.paragraphs[0].add_run("Banner").font.color.rgb = RGBColor(255, 255, 255)

    assert texts(file) == ["Banner"]


def test_deleted_text_is_not_read() -> None:
    file = docx.Document()
    paragraph = file.add_paragraph("Kept")
    deleted = f"<w:del {nsdecls('w')}><w:r><w:delText>Deleted</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(deleted))

    assert texts(file) == ["Kept"]


def test_an_empty_document_is_empty_and_a_torn_one_damaged(tmp_path: Path) -> None:
    torn = word(tmp_path / "a.docx", ["Avery Samplewood"]).read_bytes()[:-400]

    with pytest.raises(EmptyFile):
        read(docx.Document())
    with pytest.raises(CorruptFile):
        read_docx(torn, "resume.docx")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<w>" + b" " * 30_000_000 + b"</w>"})

    with pytest.raises(OversizedFile):
        read_docx(bomb, "resume.docx")


def test_entities_are_neither_resolved_nor_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    body = (
        f'<!DOCTYPE w [<!ENTITY file SYSTEM "{secret.as_uri()}">]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Seen &file;</w:t></w:r></w:p></w:body></w:document>"
    )
    found = read_docx(zipped({"word/document.xml": body.encode()}), "resume.docx")

    assert "secret" not in "".join(line.text for line in found.lines)
