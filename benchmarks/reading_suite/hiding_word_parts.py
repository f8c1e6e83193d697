"""Ways to keep text in a Word file without printing it: comments, deleted text, fields, properties, headers."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from benchmarks.reading_suite.hiding_word import append, changed
from benchmarks.reading_suite.payloads import Hiding
from benchmarks.reading_suite.word_parts import paragraph_xml

_CHANGED: Final = 'w:id="7" w:author="A" w:date="2024-01-01T00:00:00Z"'
_KIND: Final = "application/vnd.openxmlformats-officedocument"


def _comment(file: Document, payload: str) -> None:
    comment = f'<w:comment w:id="0" w:author="A" w:initials="A">{paragraph_xml(payload)}</w:comment>'
    content = f"<w:comments {nsdecls('w')}>{comment}</w:comments>"
    kind = f"{_KIND}.wordprocessingml.comments+xml"
    part = Part(PackURI("/word/comments.xml"), kind, content.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    append(file, '<w:p><w:r><w:t>References</w:t></w:r><w:r><w:commentReference w:id="0"/></w:r></w:p>')


def _deleted(file: Document, payload: str) -> None:
    run = f"<w:r><w:delText>{escape(payload)}</w:delText></w:r>"
    append(file, f"<w:p><w:del {_CHANGED}>{run}</w:del><w:r><w:t>References</w:t></w:r></w:p>")


def _moved_away(file: Document, payload: str) -> None:
    run = f"<w:r><w:t>{escape(payload)}</w:t></w:r>"
    append(file, f"<w:p><w:moveFrom {_CHANGED}>{run}</w:moveFrom><w:r><w:t>References</w:t></w:r></w:p>")


def _field_code(file: Document, payload: str) -> None:
    def sign(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> QUOTE "{escape(payload)}" </w:instrText></w:r>'
    shown = "<w:r><w:t>2024</w:t></w:r>"
    append(file, f"<w:p>{sign('begin')}{code}{sign('separate')}{shown}{sign('end')}</w:p>")


def _alternative_text(file: Document, payload: str) -> None:
    told = escape(payload, {'"': "&quot;"})
    picture = (
        f'<w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><wp:docPr id="5" name="Picture" descr="{told}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"/></a:graphic>'
        "</wp:inline></w:drawing>"
    )
    append(file, f"<w:p><w:r>{picture}</w:r></w:p>")


def _keywords(file: Document, payload: str) -> None:
    # python-docx refuses more than 255 characters, as Word does.
    file.core_properties.keywords = payload[:255]


def _description(file: Document, payload: str) -> None:
    file.core_properties.comments = payload[:255]


def _own_property(file: Document, payload: str) -> None:
    spaces = (
        'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'
    )
    value = f"<vt:lpwstr>{escape(payload)}</vt:lpwstr>"
    content = (
        f'<Properties {spaces}><property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Note">'
        f"{value}</property></Properties>"
    )
    part = Part(PackURI("/docProps/custom.xml"), f"{_KIND}.custom-properties+xml", content.encode(), file.part.package)
    file.part.package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _even_header(file: Document, payload: str) -> None:
    """A header for even pages, in a file that keeps one header for all pages."""
    file.sections[0].even_page_header.is_linked_to_previous = False
    file.sections[0].even_page_header.paragraphs[0].text = payload
    file.settings.odd_and_even_pages_header_footer = False


def _first_footer(file: Document, payload: str) -> None:
    """A footer for the first page, which is switched off."""
    file.sections[0].first_page_footer.is_linked_to_previous = False
    file.sections[0].first_page_footer.paragraphs[0].text = payload
    file.sections[0].different_first_page_header_footer = False


def _hidden_in_header(file: Document, payload: str) -> None:
    run = file.sections[0].header.paragraphs[0].add_run(payload)
    run.font.hidden = True


NOT_PRINTED: Final = tuple(
    Hiding(name, changed(change))
    for name, change in (
        ("comment", _comment),
        ("deleted text", _deleted),
        ("text moved away", _moved_away),
        ("field code", _field_code),
        ("alternative text", _alternative_text),
        ("metadata: keywords", _keywords),
        ("metadata: description", _description),
        ("property of its own", _own_property),
        ("header of even pages, off", _even_header),
        ("footer of the first page, off", _first_footer),
        ("vanish in the header", _hidden_in_header),
    )
)
