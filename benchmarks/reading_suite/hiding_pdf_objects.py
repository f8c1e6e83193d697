"""Ways to hide text in a PDF beside what its page draws: layers, annotations, fields, metadata, ActualText."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    RectangleObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading_suite.hiding_pdf import BLANK, PLACE, font_of, font_without_ink, visible_page
from benchmarks.reading_suite.payloads import Hiding, tagged
from records.language import Language

TAGS: Final = 0xE0000
PRIVATE: Final = 0xE000
HIDDEN: Final = 2  # the flag of annotations that are neither shown nor printed
_AREA: Final = (40, 540, 560, 590)

Write = Callable[[Path, Language, str], None]


def _edited(draw: Callable[[Canvas, str], None], edit: Callable[[PdfWriter, str], None]) -> Write:
    """Drawn first, then changed as an object tree."""

    def write(path: Path, language: Language, payload: str) -> None:
        canvas = visible_page(path, language)
        canvas.setFont(font_of(language), 8)
        draw(canvas, payload)
        canvas.save()
        writer = PdfWriter(clone_from=PdfReader(path))
        edit(writer, payload)
        writer.write(path)

    return write


def _nothing(_: Canvas, __: str) -> None:
    return


def _plain(canvas: Canvas, payload: str) -> None:
    canvas.drawString(*PLACE, payload)


def _in_marks(opening: str) -> Callable[[Canvas, str], None]:
    def draw(canvas: Canvas, payload: str) -> None:
        canvas._code.append(opening)
        canvas.drawString(*PLACE, payload)
        canvas._code.append("EMC")

    return draw


def _actual_text(canvas: Canvas, payload: str) -> None:
    spoken = payload.encode("utf-16-be").hex().upper()
    canvas._code.append(f"/Span << /ActualText <FEFF{spoken}> >> BDC")
    canvas.drawString(*PLACE, "2024")
    canvas._code.append("EMC")


def _layer_off(writer: PdfWriter, _: str) -> None:
    group = writer._add_object(
        _names({"Type": NameObject("/OCG"), "Name": TextStringObject("Notes")}),
    )
    off = _names({"OFF": ArrayObject([group]), "Order": ArrayObject([group])})
    writer.root_object[NameObject("/OCProperties")] = _names({"OCGs": ArrayObject([group]), "D": off})
    resources = writer.pages[0]["/Resources"].get_object()
    resources[NameObject("/Properties")] = _names({"Layer0": group})  # type: ignore[index]


def _crop(writer: PdfWriter, _: str) -> None:
    writer.pages[0].cropbox = RectangleObject((0, 620, 595, 842))


def _covered(writer: PdfWriter, _: str) -> None:
    shape = DecodedStreamObject()
    shape.set_data(b"1 1 1 rg 0 0 520 50 re f")
    shape.update(_names({"Type": NameObject("/XObject"), "Subtype": NameObject("/Form")}))
    shape[NameObject("/BBox")] = ArrayObject([FloatObject(n) for n in (0, 0, 520, 50)])
    look = _names({"N": writer._add_object(shape)})
    _annotate(writer, {"Subtype": NameObject("/Square"), "AP": look, "F": NumberObject(4)})


def _hidden_note(writer: PdfWriter, payload: str) -> None:
    parts = {"Subtype": NameObject("/FreeText"), "Contents": TextStringObject(payload), "F": NumberObject(HIDDEN)}
    _annotate(writer, {**parts, "DA": TextStringObject("/Helv 10 Tf 0 g")})


def _hidden_field(writer: PdfWriter, payload: str) -> None:
    parts = {"Subtype": NameObject("/Widget"), "FT": NameObject("/Tx"), "T": TextStringObject("notes")}
    field = _annotate(writer, {**parts, "V": TextStringObject(payload), "F": NumberObject(HIDDEN)})
    writer.root_object[NameObject("/AcroForm")] = _names({"Fields": ArrayObject([field])})


def _annotate(writer: PdfWriter, parts: dict[str, object]) -> object:
    note = _names({"Type": NameObject("/Annot"), "Rect": ArrayObject([FloatObject(n) for n in _AREA]), **parts})
    kept = writer._add_object(note)
    writer.pages[0][NameObject("/Annots")] = ArrayObject([kept])
    return kept


def _information(key: str) -> Callable[[PdfWriter, str], None]:
    return lambda writer, payload: writer.add_metadata({key: payload})


def _xmp(writer: PdfWriter, payload: str) -> None:
    packet = (
        '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">'
        f'{payload}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
    stream = DecodedStreamObject()
    stream.set_data(packet.encode())
    stream.update(_names({"Type": NameObject("/Metadata"), "Subtype": NameObject("/XML")}))
    writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _names(parts: dict[str, object]) -> DictionaryObject:
    return DictionaryObject({NameObject(f"/{key}"): value for key, value in parts.items()})


def _stand_ins(canvas: Canvas, payload: str) -> None:
    """Blank letters from the private area, as many as tag characters are wanted."""
    text = "".join(chr(ord(sign) - TAGS + PRIVATE) for sign in tagged(payload))
    canvas.setFont(font_without_ink(text), 8)
    canvas.drawString(*PLACE, text)


def _say_tags(writer: PdfWriter, _: str) -> None:
    """Let the blank letters stand for tag characters in what a reader of the text is told."""
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    for font in (entry.get_object() for entry in fonts.values()):
        if BLANK in str(font.get("/BaseFont", "")):
            table = font["/ToUnicode"].get_object()
            told = re.sub(rb"<E0([0-9A-Fa-f]{2})>", rb"<DB40DC\1>", table.get_data())
            stream = DecodedStreamObject()
            stream.set_data(told)
            font[NameObject("/ToUnicode")] = writer._add_object(stream)


IN_OBJECTS: Final = (
    Hiding("tag characters", _edited(_stand_ins, _say_tags), coded=True),
    Hiding("layer switched off", _edited(_in_marks("/OC /Layer0 BDC"), _layer_off)),
    Hiding("outside the crop box", _edited(_plain, _crop)),
    Hiding("under an annotation", _edited(_plain, _covered)),
    Hiding("hidden annotation", _edited(_nothing, _hidden_note)),
    Hiding("hidden form field", _edited(_nothing, _hidden_field)),
    Hiding("ActualText of another text", _edited(_actual_text, lambda _, __: None)),
    Hiding("metadata: keywords", _edited(_nothing, _information("/Keywords"))),
    Hiding("metadata: subject", _edited(_nothing, _information("/Subject"))),
    Hiding("XMP description", _edited(_nothing, _xmp)),
)
