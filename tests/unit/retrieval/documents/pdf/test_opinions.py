from __future__ import annotations

from records.resume import Box, HiddenText
from retrieval.documents.found import FoundLine
from retrieval.documents.pdf.ink import Ink
from retrieval.documents.pdf.opinions import Opinion, opinion_of, with_recognised
from retrieval.documents.pdf.page import ReadPage

GARBLED = "\ufffd" * 40


def line(text: str, top: float = 0.1, left: float = 0.1, right: float = 0.9) -> FoundLine:
    return FoundLine(1, text, Box(left, top, right, top + 0.02))


def opinion(*texts: str, covered: int = 0, uncovered: int = 0, second: tuple[str, ...] = ()) -> Opinion:
    read = ReadPage(tuple(line(text, 0.1 + 0.03 * number) for number, text in enumerate(texts)), drawn=bool(texts))
    return opinion_of(read, Ink(covered, uncovered), second, 1)


def test_text_that_accounts_for_the_ink_is_believed() -> None:
    assert opinion("Avery Samplewood", covered=400, uncovered=300).wanted == "nothing"


def test_a_blank_page_asks_for_nothing_and_says_so() -> None:
    blank = opinion()

    assert (blank.wanted, blank.warnings) == ("nothing", ("page_without_text:1",))


def test_ink_without_text_asks_for_recognition() -> None:
    assert opinion(uncovered=9000).wanted == "all"


def test_far_more_ink_than_the_text_accounts_for_asks_for_the_rest() -> None:
    assert opinion("scanned by an invented scanner", covered=600, uncovered=30_000).wanted == "rest"


def test_a_logo_beside_much_text_asks_for_nothing() -> None:
    assert opinion("Avery Samplewood " * 50, covered=20_000, uncovered=1900).wanted == "nothing"


def test_the_second_reader_is_believed_where_pdfium_makes_no_sense() -> None:
    read = opinion(GARBLED, covered=900, second=("Avery Samplewood", "Fictional Freight, senior engineer"))

    assert [line.text for line in read.lines] == ["Avery Samplewood", "Fictional Freight, senior engineer"]
    assert (read.wanted, read.warnings) == ("nothing", ("second_reader:1",))


def test_a_second_reader_with_far_too_little_text_is_not_believed() -> None:
    read = opinion(covered=0, uncovered=60_000, second=("Page 1",))

    assert (read.lines, read.wanted) == ((), "all")


def test_two_readers_that_make_no_sense_leave_it_to_recognition() -> None:
    assert opinion(GARBLED, covered=900, second=(GARBLED,)).wanted == "all"


def test_the_second_reader_is_not_asked_where_something_is_hidden() -> None:
    read = ReadPage((), (HiddenText(1, "invisible words", "invisible text"),), drawn=True)

    assert opinion_of(read, Ink(0, 0), ("invisible words",), 1).lines == ()


def test_recognised_lines_replace_what_made_no_sense() -> None:
    read = with_recognised(opinion(GARBLED, covered=900), (line("Avery Samplewood"),))

    assert [line.text for line in read.lines] == ["Avery Samplewood"]
    assert (read.source, read.warnings) == ("ocr", ("recognised:1",))


def test_recognised_lines_come_in_where_they_stand_beside_text_that_stays() -> None:
    page = opinion("Scanned by an invented scanner", covered=600, uncovered=30_000)
    recognised = (line("Avery", 0.02), line("Scanned by an invented scaner", 0.1), line("Fictional Freight", 0.5))

    read = with_recognised(page, recognised)

    assert [line.text for line in read.lines] == ["Avery", "Scanned by an invented scanner", "Fictional Freight"]
    assert read.source == "mixed"


def test_nothing_recognised_leaves_the_page_as_it_was() -> None:
    page = opinion(uncovered=9000)

    assert with_recognised(page, ()) == page


def test_a_layer_under_a_scan_that_says_what_the_scan_shows_is_no_hidden_text() -> None:
    shown = "Avery Samplewood, senior engineer at Fictional Freight since March 2019"
    page = opinion_of(ReadPage((), (HiddenText(1, shown, "invisible text"),), True), Ink(0, 9000), (), 1)

    assert with_recognised(page, (line(shown),)).hidden == ()


def test_what_invisible_characters_say_is_hidden_whatever_the_scan_shows() -> None:
    told = HiddenText(1, "Avery Samplewood", "invisible characters")
    page = opinion_of(ReadPage((), (told,), True), Ink(0, 9000), (), 1)

    assert with_recognised(page, (line("Avery Samplewood"),)).hidden == (told,)
