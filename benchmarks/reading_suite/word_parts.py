"""Parts of Word files that python-docx does not write itself, as raw XML."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_SPACES = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_EMU = 12700  # a point in the units of drawings


def paragraph_xml(text: str, run_properties: str = "", paragraph_properties: str = "") -> str:
    """A paragraph of one run."""
    run = f'<w:r><w:rPr>{run_properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f"<w:p><w:pPr>{paragraph_properties}</w:pPr>{run}</w:p>"


def element(xml: str) -> Any:
    """Parsed, with Word's own prefix known; the outermost tag must carry no attributes of its own before `>`."""
    tag = xml[1 : min(at for at in (xml.find(">"), xml.find(" ")) if at > 0)]
    return parse_xml(f"<{tag} {nsdecls('w', 'r')} {_SPACES}{xml[len(tag) + 1 :]}")


def text_box(file: Document, texts: list[str], place: tuple[float, float, float, float], hidden: bool = False) -> None:
    """A floating box (left, top, width, height in points from the page's corner) as Word writes it, in both forms."""
    inner = "<w:txbxContent>" + "".join(paragraph_xml(text) for text in texts) + "</w:txbxContent>"
    left, top, width, height = place
    visible = ' hidden="1"' if hidden else ""
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="9" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{int(left * _EMU)}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{int(top * _EMU)}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{int(width * _EMU)}" cy="{int(height * _EMU)}"/><wp:wrapNone/>'
        f'<wp:docPr id="{100 + int(left)}" name="Text Box"{visible}/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{int(width * _EMU)}" cy="{int(height * _EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        f"</a:prstGeom></wps:spPr><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor>"
    )
    seen = ";visibility:hidden" if hidden else ""
    style = f"position:absolute;margin-left:{left}pt;margin-top:{top}pt;width:{width}pt;height:{height}pt{seen}"
    old = f'<w:pict><v:shape style="{style}"><v:textbox>{inner}</v:textbox></v:shape></w:pict>'
    run = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    file.add_paragraph()._p.append(element(run))


def content_control(file: Document, text: str) -> None:
    """A paragraph inside a content control, as form templates have them."""
    body = file.element.body
    body.insert(
        len(body) - 1,
        element(f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph_xml(text)}</w:sdtContent></w:sdt>"),
    )


def footnote(file: Document, text: str) -> None:
    """A footnote on the last paragraph."""
    notes = (
        f"<w:footnotes {nsdecls('w')}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="2">{paragraph_xml(text)}</w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), file.part.package)
    file.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    file.paragraphs[-1]._p.append(element('<w:r><w:footnoteReference w:id="2"/></w:r>'))


def columns(file: Document, count: int) -> None:
    """Newspaper columns for the last section."""
    properties = file.sections[-1]._sectPr
    for old in properties.findall("{*}cols"):
        properties.remove(old)
    properties.append(element(f'<w:cols w:num="{count}" w:space="400"/>'))
