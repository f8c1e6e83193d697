"""Ordinary Word files with everything that may look like hiding and is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
from docx.document import Document

from benchmarks.reading_suite.hiding_word import append
from benchmarks.reading_suite.payloads import VISIBLE
from benchmarks.reading_suite.word_parts import content_control, footnote, paragraph_xml, text_box
from records.language import Language

_DARK: Final = '<w:shd w:val="clear" w:color="auto" w:fill="1F2D3D"/>'
_WHITE: Final = '<w:color w:val="FFFFFF"/>'


def _run(properties: str, paragraph: str = "") -> Callable[[Document, str], None]:
    return lambda file, text: append(file, paragraph_xml(text, properties, paragraph))


def _cell(file: Document, text: str) -> None:
    cell = f"<w:tc><w:tcPr>{_DARK}</w:tcPr>{paragraph_xml(text, _WHITE)}</w:tc>"
    properties = '<w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
    append(file, f"<w:tbl>{properties}<w:tr>{cell}</w:tr></w:tbl>")


def _heading_style(file: Document, text: str) -> None:
    file.add_heading(text, level=1)


def _row_of_fixed_height(file: Document, text: str) -> None:
    row = f'<w:trPr><w:trHeight w:val="700" w:hRule="exact"/></w:trPr><w:tc><w:tcPr/>{paragraph_xml(text)}</w:tc>'
    properties = '<w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
    append(file, f"<w:tbl>{properties}<w:tr>{row}</w:tr></w:tbl>")


def _described(file: Document, _: str) -> None:
    """What Word, printers and companies put in by themselves."""
    properties = file.core_properties
    properties.title, properties.author, properties.subject = "Resume", "Avery Samplewood", "Application 2024"
    properties.keywords, properties.comments, properties.category = "resume, CV", "Draft 3", "personal"


def _picture_with_words(file: Document, _: str) -> None:
    picture = (
        '<w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><wp:docPr id="5" name="Picture 1" '
        'descr="Portrait photo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/'
        'picture"/></a:graphic></wp:inline></w:drawing>'
    )
    append(file, f"<w:p><w:r>{picture}</w:r></w:p>")


def _page_number(file: Document, _: str) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> PAGE \\* MERGEFORMAT </w:instrText></w:r><w:r><w:t>1</w:t></w:r>'
    append(file, f"<w:p>{sign.format('begin')}{code}{sign.format('end')}</w:p>")


def _link_field(file: Document, text: str) -> None:
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://example.com/portfolio" </w:instrText></w:r>'
    shown = f"<w:r><w:t>{text}</w:t></w:r>"
    append(file, f"<w:p>{sign.format('begin')}{code}{sign.format('separate')}{shown}{sign.format('end')}</w:p>")


def _header(file: Document, text: str) -> None:
    file.sections[0].header.paragraphs[0].text = text
    file.sections[0].footer.paragraphs[0].text = "1 / 1"


KINDS: Final[dict[str, Callable[[Document, str], None]]] = {
    "gray 999999": _run('<w:color w:val="999999"/>'),
    "gray BFBFBF": _run('<w:color w:val="BFBFBF"/>'),
    "theme's gray": _run('<w:color w:val="7F7F7F" w:themeColor="background1" w:themeShade="80"/>'),
    "white on dark shading": _run(_WHITE + _DARK),
    "white in a dark paragraph": _run(_WHITE, _DARK),
    "white in a dark cell": _cell,
    "theme's white on dark shading": _run('<w:color w:val="FFFFFF" w:themeColor="background1"/>' + _DARK),
    "6 point": _run('<w:sz w:val="12"/>'),
    "automatic colour": _run('<w:color w:val="auto"/>'),
    "vanish switched off": _run('<w:vanish w:val="0"/>'),
    "80 % wide": _run('<w:w w:val="80"/>'),
    "tracked letters": _run('<w:spacing w:val="80"/>'),
    "superscript": _run('<w:vertAlign w:val="superscript"/>'),
    "highlighted": _run('<w:highlight w:val="yellow"/>'),
    "small line spacing": _run("", '<w:spacing w:line="240" w:lineRule="exact"/>'),
    "row of fixed height": _row_of_fixed_height,
    "deep indent": _run("", '<w:ind w:left="4000"/>'),
    "heading": _heading_style,
    "text box": lambda file, text: text_box(file, [text], (80, 500, 300, 60)),
    "content control": content_control,
    "footnote": footnote,
    "ordinary metadata": _described,
    "picture described": _picture_with_words,
    "page number": _page_number,
    "link": _link_field,
    "header and footer": _header,
    "emoji and joined signs": lambda file, text: append(file, paragraph_xml(f"👩\u200d💻 {text} ❤\ufe0f")),
    "soft hyphens": lambda file, text: append(file, paragraph_xml(f"co\u00adop\u00ader\u00ada\u00adtion, {text}")),
}


def write_clean_word(path: Path, kind: str, language: Language) -> Path:
    """An ordinary resume with this kind of thing at its end."""
    file = docx.Document()
    for text in VISIBLE[language]:
        file.add_paragraph(text)
    KINDS[kind](file, VISIBLE[language][4])
    file.save(str(path))
    return path
