"""Ways to hide text in the paragraphs, tables and drawings of a Word file."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import docx
from docx.document import Document
from docx.shared import Pt
from PIL import Image

from benchmarks.reading_suite.payloads import VISIBLE, Hiding, coded, tagged
from benchmarks.reading_suite.word_parts import element, paragraph_xml, text_box
from records.language import Language

_SHADE: Final = "2C3E50"
_W14: Final = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'

Change = Callable[[Document, str], None]


def changed(change: Change) -> Callable[[Path, Language, str], None]:
    """An ordinary resume to which something is done."""

    def write(path: Path, language: Language, payload: str) -> None:
        file = docx.Document()
        for text in VISIBLE[language]:
            file.add_paragraph(text)
        change(file, payload)
        file.save(str(path))

    return write


def append(file: Document, xml: str) -> None:
    """Something at the end of the body, before the section's own properties."""
    file.element.body.insert(len(file.element.body) - 1, element(xml))


def _run(properties: str) -> Change:
    return lambda file, payload: append(file, paragraph_xml(payload, properties))


def _paragraph(properties: str, run: str = "") -> Change:
    return lambda file, payload: append(file, paragraph_xml(payload, run, properties))


def _style(kind: str, properties: str) -> Change:
    """The same by way of a style, which is where a reader must look it up."""

    def change(file: Document, payload: str) -> None:
        style = f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="Quiet"><w:name w:val="Quiet"/>'
        file.styles.element.append(element(f"{style}<w:rPr>{properties}</w:rPr></w:style>"))
        if kind == "character":
            append(file, paragraph_xml(payload, '<w:rStyle w:val="Quiet"/>'))
        else:
            append(file, paragraph_xml(payload, "", '<w:pStyle w:val="Quiet"/>'))

    return change


def _cell(fill: str, run: str) -> Change:
    def change(file: Document, payload: str) -> None:
        append(file, _row("", f'<w:tcPr><w:shd w:val="clear" w:fill="{fill}"/></w:tcPr>', payload, run))

    return change


def _table_row(properties: str) -> Change:
    return lambda file, payload: append(file, _row(f"<w:trPr>{properties}</w:trPr>", "<w:tcPr/>", payload, ""))


def _row(row: str, cell: str, payload: str, run: str) -> str:
    inner = f"<w:tr>{row}<w:tc>{cell}{paragraph_xml(payload, run)}</w:tc></w:tr>"
    properties = '<w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="8000"/></w:tblGrid>'
    return f"<w:tbl>{properties}{inner}</w:tbl>"


def _box(place: tuple[float, float, float, float], hidden: bool) -> Change:
    return lambda file, payload: text_box(file, [payload], place, hidden)


def _box_under_picture(file: Document, payload: str) -> None:
    """A picture is laid exactly over the text box."""
    place = (80.0, 500.0, 400.0, 60.0)
    text_box(file, [payload], place)
    picture = io.BytesIO()
    Image.new("RGB", (40, 6), "#7A8F6A").save(picture, "PNG")
    picture.seek(0)
    shape = file.add_paragraph().add_run().add_picture(picture, Pt(place[2]), Pt(place[3]))
    inline = shape._inline
    anchor = element(
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="99" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="page"><wp:posOffset>{Pt(place[0])}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="page"><wp:posOffset>{Pt(place[1])}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{Pt(place[2])}" cy="{Pt(place[3])}"/><wp:wrapNone/></wp:anchor>'
    )
    for part in inline.findall("{*}docPr") + inline.findall("{*}graphic"):
        anchor.append(part)
    inline.getparent().replace(inline, anchor)


def _in_a_line(coding: Callable[[str], str]) -> Change:
    return lambda file, payload: append(file, paragraph_xml(f"Stock control{coding(payload)} and spreadsheets"))


def _overridden(text: str) -> str:
    """Stored as it is, shown backwards."""
    return f"\u202e{text}\u202c"


BODY: Final = tuple(
    Hiding(name, changed(change), in_code)
    for name, change, in_code in (
        ("vanish", _run("<w:vanish/>"), False),
        ("vanish by character style", _style("character", "<w:vanish/>"), False),
        ("vanish by paragraph style", _style("paragraph", "<w:vanish/>"), False),
        ("vanish with specVanish", _run("<w:vanish/><w:specVanish/>"), False),
        ("white", _run('<w:color w:val="FFFFFF"/>'), False),
        ("white by paragraph style", _style("paragraph", '<w:color w:val="FFFFFF"/>'), False),
        ("theme's white", _run('<w:color w:val="000000" w:themeColor="background1"/>'), False),
        ("near-white FDFDFD", _run('<w:color w:val="FDFDFD"/>'), False),
        ("colour of its shading", _run(f'<w:color w:val="{_SHADE}"/><w:shd w:val="clear" w:fill="{_SHADE}"/>'), False),
        (
            "colour of the paragraph's shading",
            _paragraph(f'<w:shd w:val="clear" w:fill="{_SHADE}"/>', f'<w:color w:val="{_SHADE}"/>'),
            False,
        ),
        ("colour of its highlight", _run('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>'), False),
        ("white in a white cell", _cell("FFFFFF", '<w:color w:val="FFFFFF"/>'), False),
        ("dark in a dark cell", _cell(_SHADE, f'<w:color w:val="{_SHADE}"/>'), False),
        ("transparent fill", _run(f'<w14:textFill {_W14}><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha '
                                  'w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>'), False),
        ("1 point", _run('<w:sz w:val="2"/>'), False),
        ("1 point by style", _style("character", '<w:sz w:val="2"/>'), False),
        ("1 % wide", _run('<w:w w:val="1"/>'), False),
        ("row 1 twip high", _table_row('<w:trHeight w:val="1" w:hRule="exact"/>'), False),
        ("lines 1 twip high", _paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'), False),
        ("frame off the page", _paragraph('<w:framePr w:w="3000" w:hAnchor="page" w:vAnchor="page" w:x="-9000" '
                                          'w:y="2000"/>'), False),
        ("indented off the page", _paragraph('<w:ind w:left="28000"/>'), False),
        ("hidden text box", _box((80, 500, 400, 60), True), False),
        ("text box off the page", _box((-2000, 100, 400, 60), False), False),
        ("text box under a picture", _box_under_picture, False),
        ("tag characters", _in_a_line(tagged), True),
        ("zero-width code", _in_a_line(coded), True),
        ("bidi override", _in_a_line(_overridden), False),
    )
)  # fmt: skip
