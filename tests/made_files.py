"""Small files of every kind, made by the tests themselves; all people in them are invented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

CHINESE = "STSong-Light"
WIDTH, HEIGHT = A4

pdfmetrics.registerFont(UnicodeCIDFont(CHINESE))


class PdfPage:
    """A page to write on, from the top left corner, in points; `save` gives the path of a file of one page."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4)

    def write(self, text: str, x: float, y: float, size: float = 10, font: str = "Helvetica") -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def column(self, texts: Sequence[str], x: float, y: float, leading: float = 14, font: str = "Helvetica") -> None:
        for number, text in enumerate(texts):
            self.write(text, x, y + number * leading, font=font)

    def save(self) -> Path:
        self.canvas.showPage()
        self.canvas.save()
        return self.path


def pdf(path: Path, texts: Sequence[str], font: str = "Helvetica") -> Path:
    """A PDF of one page with one line below the other."""
    page = PdfPage(path)
    page.column(texts, 60, 60, font=font)
    return page.save()


def word(path: Path, texts: Sequence[str]) -> Path:
    """A DOCX of paragraphs."""
    file = docx.Document()
    for text in texts:
        file.add_paragraph(text)
    file.save(str(path))
    return path


def add_text_box(file: Document, text: str) -> None:
    """A text box as Word writes it: the new drawing, and the same text once more for older programs."""
    box = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    spaces = (
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"'
    )
    run = parse_xml(
        f"<w:r {nsdecls('w')} {spaces}><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    file.add_paragraph()._p.append(run)


def zipped(parts: dict[str, bytes]) -> bytes:
    """A ZIP of parts."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return content.getvalue()
