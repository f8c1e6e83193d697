# ruff: noqa: E501  (a case is read whole or not at all)
from __future__ import annotations

import pytest

from retrieval.documents.word.reader import read_docx
from word_files import EMU, cell, floating, paragraph, row, shape, table, text_box, word_file, words

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
LINKS = '<Relationship Id="m" Type="x/hyperlink" Target="{}" TargetMode="External"/>'


def texts(body: str, **parts: str) -> list[str]:
    return [line.text.strip() for line in read_docx(word_file(body, **parts), "resume.docx").lines]


def field(code: str, result: str) -> str:
    instruction = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return FIELD.format("begin") + instruction + FIELD.format("separate") + words(result) + FIELD.format("end")


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_text_boxes_of_one_anchor_are_read_column_by_column() -> None:
    places = {"Skills": (20, 150), "Freight": (220, 160), "Contact": (20, 300), "Avery": (20, 20), "Soups": (220, 320)}
    boxes = "".join(
        text_box(text, at=at, size=(560, 100) if text == "Avery" else (180, 100)) for text, at in places.items()
    )

    assert texts(f"<w:p>{boxes}</w:p>") == ["Avery", "Skills", "Contact", "Freight", "Soups"]


def test_boxes_of_labels_are_read_with_the_boxes_beside_them() -> None:
    places = {"工作": (20, 150), "教育": (20, 20), "示例大学": (120, 22), "示例货运": (120, 152)}
    boxes = "".join(text_box(text, at=at, size=(90, 100)) for text, at in places.items())

    assert texts(f"<w:p>{boxes}</w:p>") == ["教育", "示例大学", "工作", "示例货运"]


def test_a_text_box_does_not_part_the_sentence_in_which_it_is_anchored() -> None:
    body = f"<w:p>{words('Led a team of ')}{text_box('Skills')}{words('nine engineers.')}</w:p>"

    assert texts(body) == ["Led a team of nine engineers.", "Skills"]


def test_boxes_within_a_group_are_read() -> None:
    member = shape(paragraph("Grouped")).partition("<wps:wsp>")[2].partition("</a:graphicData>")[0]
    frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{200 * EMU}" cy="{100 * EMU}"/><a:chOff x="0" y="0"/><a:chExt cx="{200 * EMU}" cy="{100 * EMU}"/></a:xfrm>'
    group = (
        f'<a:graphicData uri="g"><wpg:wgp><wpg:grpSpPr>{frame}</wpg:grpSpPr><wps:wsp>{member}</wpg:wgp></a:graphicData>'
    )

    assert texts(f"<w:p>{floating(group)}</w:p>") == ["Grouped"]


def test_a_text_box_in_a_cell_is_read_with_the_cell() -> None:
    body = table(row(cell(f"<w:p>{words('Label')}{text_box('Boxed')}</w:p>"), cell(paragraph("Value"))))

    assert texts(body) == ["Label", "Boxed", "Value"]


def test_nested_tables_are_read_where_they_stand() -> None:
    inner = table(row(cell(paragraph("2019")), cell(paragraph("Fictional Freight"))))
    body = table(row(cell(paragraph("Experience"), inner, paragraph("and more"))))

    assert texts(body) == ["Experience", "2019  Fictional Freight", "and more"]


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p>{control(words('Controlled'))}</w:p>",
        control(paragraph("Controlled")),
        table(control(row(cell(paragraph("Controlled"))))),
        table(row(control(cell(paragraph("Controlled"))))),
        table(row(cell(control(paragraph("Controlled"))))),
        control(paragraph("Controlled"), "<w:showingPlcHdr/>"),
    ],
)
def test_content_controls_are_read_at_every_level(body: str) -> None:
    assert texts(body) == ["Controlled"]


def test_a_placeholder_that_asks_to_be_filled_in_is_not_the_candidates() -> None:
    body = paragraph("Seen") + control(paragraph("Click or tap here to enter text."), "<w:showingPlcHdr/>")

    assert texts(body) == ["Seen"]


def test_a_field_shows_its_result_and_not_its_code() -> None:
    assert texts(f"<w:p>{words('Since ')}{field('DATE @ yyyy', '2019')}{words(' in freight')}</w:p>") == [
        "Since 2019 in freight"
    ]


def test_a_field_within_a_fields_code_is_not_shown() -> None:
    inner = field("MERGEFIELD x", "unseen")
    code = f"<w:r><w:instrText>IF </w:instrText></w:r>{inner}<w:r><w:instrText> = 1</w:instrText></w:r>"
    whole = FIELD.format("begin") + code + FIELD.format("separate") + words("seen") + FIELD.format("end")

    assert texts(f"<w:p>{whole}</w:p>") == ["seen"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert texts(f"<w:p>{FIELD.format('begin')}{words('Seen')}</w:p>") == ["Seen"]


def test_the_page_number_of_a_footer_is_no_line() -> None:
    number = f"<w:p>{words('Page ')}{field('PAGE', '1')}{words(' of ')}{field('NUMPAGES', '3')}</w:p>"
    section = '<w:headerReference w:type="default" r:id="header"/>'

    assert texts(paragraph("Seen"), section=section, header1=number + paragraph("Avery")) == ["Avery", "Seen"]


@pytest.mark.parametrize(
    ("kind", "more", "shown"),
    [("first", "", False), ("first", "<w:titlePg/>", True), ("even", "", False), ("default", "", True)],
)
def test_only_headers_that_a_page_shows_are_read(kind: str, more: str, shown: bool) -> None:
    section = f'<w:headerReference w:type="{kind}" r:id="header"/>{more}'
    lines = texts(paragraph("Seen"), section=section, header1=paragraph("Head"))

    assert lines == (["Head", "Seen"] if shown else ["Seen"])


def test_a_note_follows_the_paragraph_that_refers_to_it() -> None:
    notes = f'<w:footnote w:type="separator" w:id="0">{paragraph("---")}</w:footnote><w:footnote w:id="2">{paragraph("The note")}</w:footnote>'
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'

    assert texts(paragraph("First", more=reference) + paragraph("Second"), footnotes=notes) == [
        "First",
        "The note",
        "Second",
    ]


def test_numbers_of_lists_are_counted() -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%2)"/></w:lvl>'
    )
    numbering = f'<w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    place = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = "".join(
        paragraph(text, properties=place.format(level))
        for text, level in (("甲", 0), ("a", 1), ("b", 1), ("乙", 0), ("c", 1))
    )

    assert texts(body, numbering=numbering) == ["一、 甲", "(1) a", "(2) b", "二、 乙", "(1) c"]


def test_boxes_that_are_ticked_stay_ticked() -> None:
    sign = '<w:r><w:sym w:font="Wingdings" w:char="F0{}"/></w:r>'

    assert texts(f"<w:p>{sign.format('FE')}{words('男 ')}{sign.format('A8')}{words('女')}</w:p>") == ["☑男 ☐女"]


@pytest.mark.parametrize(
    ("target", "shown", "line"),
    [
        ("mailto:avery@example.com", "E-mail", "E-mail me  avery@example.com"),
        ("https://example.com/avery?from=cv", "Site", "Site me  example.com/avery"),
        ("mailto:avery@example.com", "avery@example.com", "avery@example.com me"),
        ("javascript:alert(1)", "Site", "Site me"),
    ],
)
def test_an_address_behind_words_stands_at_the_end_of_their_line(target: str, shown: str, line: str) -> None:
    body = f'<w:p><w:hyperlink r:id="m">{words(shown)}</w:hyperlink>{words(" me")}</w:p>'

    assert texts(body, links=LINKS.format(target)) == [line]


def test_a_formula_keeps_its_fraction() -> None:
    part = "<m:r><m:t>{}</m:t></m:r>"
    formula = f"<m:oMath><m:f><m:num>{part.format(1)}</m:num><m:den>{part.format(2)}</m:den></m:f></m:oMath>"

    assert texts(f"<w:p>{words('Cut costs by ')}{formula}</w:p>") == ["Cut costs by 1/2"]


def test_a_direction_override_of_word_is_handed_on() -> None:
    assert texts(f'<w:p><w:bdo w:val="rtl">{words("cba")}</w:bdo></w:p>') == ["\u202ecba\u202c"]


def test_inserted_and_moved_text_is_read() -> None:
    assert texts(f'<w:p><w:ins w:id="1">{words("In")}</w:ins><w:moveTo w:id="2">{words("to")}</w:moveTo></w:p>') == [
        "Into"
    ]
