from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt
from PIL import Image

from records.errors import EmptyFile, NoTextFound, ResumeNotFound
from retrieval.documents.found import Found, FoundLine, RecognitionNeeded
from retrieval.documents.limits import MOST_RECOGNISED
from retrieval.documents.unseen import COVERED
from retrieval.documents.word.reader import page_picture, read_docx
from scans import FakeRecogniser, strokes

NAME = "Avery Samplewood"
PARAGRAPH = "Led a team of five at Fictional Freight and built its pricing service in Python and Go. " * 3
PARAGRAPH += "Kept all of its databases alive."
SCAN = FakeRecogniser(NAME, "Senior engineer at Fictional Freight")


def read(file: Document, recogniser: FakeRecogniser | None = SCAN) -> Found:
    content = io.BytesIO()
    file.save(content)
    return read_docx(content.getvalue(), "resume.docx", recogniser)


def add(file: Document, picture: Image.Image, width: float = 430, height: float = 600) -> None:
    content = io.BytesIO()
    picture.save(content, "PNG")
    file.add_picture(content, Pt(width), Pt(height))


def of_scans(count: int = 1) -> Document:
    file = docx.Document()
    for number in range(count):
        add(file, strokes(seed=number))
    return file


def test_a_file_of_scans_asks_for_a_recogniser() -> None:
    with pytest.raises(RecognitionNeeded) as needed:
        read(of_scans(2), None)
    assert needed.value.pages == (1, 2)


def test_scans_are_read_in_their_order_each_as_a_page() -> None:
    found = read(of_scans(2))

    assert [(line.page, line.text) for line in found.lines] == [(page, text) for page in (1, 2) for text in SCAN.texts]
    assert (found.pages, found.source, found.warnings) == (2, "ocr", ("recognised:1", "recognised:2"))


def test_a_heading_beside_scans_comes_first() -> None:
    file = of_scans()
    file.add_paragraph("个人简历")

    found = read(file)

    assert [(line.page, line.text) for line in found.lines][:2] == [(1, "个人简历"), (2, NAME)]
    assert (found.pages, found.source, found.warnings) == (2, "mixed", ("recognised:2",))


def test_the_same_scan_is_read_once() -> None:
    file = docx.Document()
    for _ in range(3):
        add(file, strokes())

    assert read(file).pages == 1


def test_scans_beyond_the_limit_are_counted() -> None:
    recogniser = FakeRecogniser(NAME)

    found = read(of_scans(MOST_RECOGNISED + 2), recogniser)

    assert recogniser.pages == list(range(1, MOST_RECOGNISED + 1))
    assert "pages_not_recognised:2" in found.warnings


def test_beside_a_text_a_picture_of_a_page_is_read() -> None:
    file = docx.Document()
    file.add_paragraph(PARAGRAPH)
    add(file, strokes())

    assert read(file).source == "mixed"


@pytest.mark.parametrize(("width", "height"), [(80, 110), (300, 200)], ids=["a portrait", "a diagram"])
def test_beside_a_text_other_pictures_are_not_recognised(width: float, height: float) -> None:
    file = docx.Document()
    file.add_paragraph(PARAGRAPH)
    add(file, strokes(), width, height)

    assert read(file, None).source == "text"


def test_a_ground_below_the_text_is_not_recognised() -> None:
    file = docx.Document()
    file.add_paragraph(PARAGRAPH)
    add(file, strokes())
    inline = file.element.body.find(f".//{qn('wp:inline')}")
    inline.tag = qn("wp:anchor")
    inline.set("behindDoc", "1")

    assert read(file, None).source == "text"


@pytest.mark.parametrize(
    ("picture", "width", "height"),
    [(strokes(), 80, 110), (strokes((200, 60)), 430, 130)],
    ids=["small on the page", "of few pixels"],
)
def test_a_logo_alone_is_no_scan(picture: Image.Image, width: float, height: float) -> None:
    file = docx.Document()
    add(file, picture, width, height)

    with pytest.raises(NoTextFound):
        read(file, None)


def cut_off(file: Document) -> None:
    fill = file.element.body.find(f".//{qn('pic:blipFill')}")
    fill.insert(1, parse_xml(f'<a:srcRect {nsdecls("a")} b="50000" l="-10000"/>'))


def test_what_is_cut_off_a_picture_is_not_read() -> None:
    sizes: list[tuple[int, int]] = []

    class Measure:
        def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:
            with Image.open(io.BytesIO(picture)) as opened:
                sizes.append(opened.size)
            return (FoundLine(page, NAME),)

    file = of_scans()
    cut_off(file)
    content = io.BytesIO()
    file.save(content)
    read_docx(content.getvalue(), "resume.docx", Measure())

    assert sizes == [(600, 400)]


def delete(file: Document) -> None:
    run = file.element.body.find(f".//{qn('w:drawing')}").getparent()
    deleted = OxmlElement("w:del")
    run.addprevious(deleted)
    deleted.append(run)


def vanish(file: Document) -> None:
    run = file.element.body.find(f".//{qn('w:drawing')}").getparent()
    run.insert(0, parse_xml(f"<w:rPr {nsdecls('w')}><w:vanish/></w:rPr>"))


def make_transparent(file: Document) -> None:
    file.element.body.find(f".//{qn('a:blip')}").append(parse_xml(f'<a:alphaModFix {nsdecls("a")} amt="2000"/>'))


def push_off_page(file: Document) -> None:
    inline = file.element.body.find(f".//{qn('wp:inline')}")
    inline.tag = qn("wp:anchor")
    away = f"<wp:posOffset>{Emu(Pt(2000))}</wp:posOffset>"
    inline.insert(0, parse_xml(f'<wp:positionH {nsdecls("wp")} relativeFrom="page">{away}</wp:positionH>'))


@pytest.mark.parametrize("hide", [delete, vanish, make_transparent, push_off_page])
def test_a_picture_that_nobody_sees_is_not_read(hide: Callable[[Document], None]) -> None:
    file = of_scans()
    hide(file)

    with pytest.raises(NoTextFound):
        read(file, None)


def test_a_scan_that_cannot_be_recognised_is_told() -> None:
    file = of_scans()
    file.add_paragraph(NAME)

    assert read(file, FakeRecogniser(fails=True)).warnings == ("recognition_failed:2",)


def test_a_picture_of_a_kind_that_does_not_open_is_told() -> None:
    file = of_scans()
    file.add_paragraph(NAME)
    part = next(part for part in file.part.package.iter_parts() if "media" in part.partname)
    part._blob = b"\x01\x00\x00\x00 an invented metafile"

    found = read(file)

    assert ([line.text for line in found.lines], found.warnings) == ([NAME], ("recognition_failed:2",))


def test_scans_on_which_nothing_is_read_are_no_resume() -> None:
    with pytest.raises(NoTextFound):
        read(of_scans(), FakeRecogniser())


def lay_over(file: Document, width: float = 600, wrap: str = "wrapNone") -> None:
    """Put the picture at the corner of the page, in front of the text."""
    inline = file.element.body.find(f".//{qn('wp:inline')}")
    inline.tag = qn("wp:anchor")
    inline.append(parse_xml(f"<wp:{wrap} {nsdecls('wp')}/>"))
    for axis in ("H", "V"):
        corner = f'relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:position{axis}'
        inline.insert(0, parse_xml(f"<wp:position{axis} {nsdecls('wp')} {corner}>"))
    inline.find(qn("wp:extent")).set("cx", str(Pt(width)))


def covered(kind: str = "JPEG", text: str = PARAGRAPH) -> Document:
    file = docx.Document()
    content = io.BytesIO()
    strokes().save(content, kind)
    file.add_paragraph(text)
    file.add_picture(content, Pt(600), Pt(800))
    lay_over(file)
    return file


def test_text_below_a_scan_of_the_page_is_covered_unless_the_scan_shows_it() -> None:
    honest, other = FakeRecogniser(PARAGRAPH), FakeRecogniser("A wholly different page of invented words")

    assert [line.text for line in read(covered(), other).lines] == list(other.texts)
    assert [("pricing service" in text.text, text.why) for text in read(covered(), other).hidden] == [(True, COVERED)]
    assert read(covered(), honest).hidden == ()


@pytest.mark.parametrize(
    "file",
    [covered("PNG"), covered(text=PARAGRAPH * 20)],
    ids=["what may be a frame", "a text that may go on to a second page"],
)
def test_text_that_may_be_seen_beside_or_through_a_picture_is_not_covered(file: Document) -> None:
    assert [line.text for line in read(file).lines][:1] == [file.paragraphs[0].text]
    assert read(file).hidden == ()


def test_text_beside_a_picture_over_half_of_the_page_is_not_covered() -> None:
    file = docx.Document()
    file.add_paragraph(PARAGRAPH)
    add(file, strokes())
    lay_over(file, width=300)

    assert read(file).hidden == ()


def test_text_that_a_picture_pushes_away_is_not_covered() -> None:
    file = docx.Document()
    file.add_paragraph(PARAGRAPH)
    add(file, strokes())
    lay_over(file, wrap="wrapTopAndBottom")

    assert read(file).hidden == ()


def test_the_picture_of_a_page_is_shown() -> None:
    content = io.BytesIO()
    of_scans(2).save(content)

    with Image.open(io.BytesIO(page_picture(content.getvalue(), "resume.docx", 2, 300))) as shown:
        assert (shown.format, shown.size) == ("PNG", (300, 400))
    with pytest.raises(ResumeNotFound):
        page_picture(content.getvalue(), "resume.docx", 3, 300)


def test_a_file_of_nothing_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read(docx.Document(), None)
