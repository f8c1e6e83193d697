from __future__ import annotations

import io
import zipfile

import pytest

from made_files import zipped
from made_mail import attach, mail
from records.errors import CorruptFile, EmptyFile, EncryptedFile, OversizedFile, PackedFile, TooManyFiles, UnsafeName
from retrieval.documents.formats.containers import member_of, members_of

RESUME = b"Avery Samplewood\nEngineer"
PHOTO = b"\x89PNG\r\n\x1a\n" + bytes(20_000)


def names(content: bytes) -> list[str]:
    return [member.name for member in members_of(content, "batch")]


def only(content: bytes) -> bytes:
    (member,) = members_of(content, "batch")
    return member_of(content, "batch", member.place)


def stored_under(name: bytes, content: bytes = RESUME) -> bytes:
    """A ZIP whose one name stands in it as bytes without a declared encoding."""
    placeholder = b"@" * len(name)
    return zipped({placeholder.decode(): content}).replace(placeholder, name)


def with_flag(content: bytes, at_local: int, at_directory: int, value: int) -> bytes:
    changed, directory = bytearray(content), content.index(b"PK\x01\x02")
    changed[at_local] = changed[directory + at_directory] = value
    return bytes(changed)


def test_a_zip_gives_its_files_and_not_what_systems_leave_in_it() -> None:
    content = zipped(
        {"a/": b"", "a/one.txt": RESUME, "__MACOSX/a/._one.txt": b"x", "a/.DS_Store": b"x", "~$o.docx": b"x"}
    )

    assert names(content) == ["one.txt"]
    assert only(content) == RESUME


@pytest.mark.parametrize(("name", "encoding"), [("张样例简历", "gbk"), ("张样例简历", "utf-8"), ("後端履歷", "big5")])
def test_chinese_names_are_read_whatever_computer_packed_them(name: str, encoding: str) -> None:
    assert names(stored_under(f"{name}.txt".encode(encoding))) == [f"{name}.txt"]


def test_accents_of_western_computers_are_not_taken_for_chinese() -> None:
    assert names(stored_under("Résumé Zoë.txt".encode("cp437"))) == ["Résumé Zoë.txt"]


def test_files_of_one_name_are_told_apart_by_their_folders() -> None:
    assert names(zipped({"沈样例/简历.txt": b"1", "李样例/简历.txt": b"2"})) == [
        "沈样例 - 简历.txt",
        "李样例 - 简历.txt",
    ]


@pytest.mark.parametrize("name", ["../../cv.txt", "a/../../cv.txt", "..\\cv.txt"])
def test_a_path_that_leads_out_of_its_folder_is_counted_and_not_opened(name: str) -> None:
    content = zipped({name: RESUME})

    assert names(content) == ["cv.txt"]
    with pytest.raises(UnsafeName):
        only(content)


@pytest.mark.parametrize("name", ["/home/avery/cv.txt", "C:\\people\\cv.txt"])
def test_an_absolute_path_is_only_a_careless_name(name: str) -> None:
    content = zipped({name: RESUME})

    assert (names(content), only(content)) == (["cv.txt"], RESUME)


def test_a_locked_file_is_counted_and_says_so_when_read() -> None:
    content = with_flag(zipped({"cv.txt": RESUME}), 6, 8, 1)

    assert names(content) == ["cv.txt"]
    with pytest.raises(EncryptedFile):
        only(content)


@pytest.mark.parametrize("method", [1, 2, 6, 9, 98, 77])
def test_a_method_of_packing_that_is_not_read_is_named_and_breaks_nothing(method: int) -> None:
    content = with_flag(zipped({"cv.txt": RESUME}), 8, 10, method)

    with pytest.raises(PackedFile):
        only(content)


def test_a_file_damaged_in_its_zip_is_told_to_be_so() -> None:
    content = zipped({"cv.txt": RESUME * 20})
    with pytest.raises(CorruptFile):
        only(content[:45] + bytes(8) + content[53:])


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(OversizedFile):
        members_of(zipped({"a.txt": bytes(20_000_000)}), "bomb.zip")


def test_too_many_files_are_refused() -> None:
    with pytest.raises(TooManyFiles):
        members_of(zipped({f"{number}.txt": b"x" for number in range(2001)}), "many.zip")


@pytest.mark.parametrize("parts", [{}, {"a/": b"", ".DS_Store": b"x"}])
def test_a_zip_of_nothing_is_empty(parts: dict[str, bytes]) -> None:
    with pytest.raises(EmptyFile):
        members_of(zipped(parts), "a.zip")


def test_an_office_file_is_no_container() -> None:
    assert members_of(zipped({"[Content_Types].xml": b"<t/>", "word/document.xml": b"<w/>"}), "a.docx") == ()


def test_a_folder_called_word_does_not_make_a_zip_a_word_file() -> None:
    assert names(zipped({"word/cv.txt": RESUME})) == ["cv.txt"]


def test_containers_inside_are_searched_to_the_third_and_no_deeper() -> None:
    content = RESUME
    for depth in (4, 3, 2, 1):
        content = zipped({f"{depth}.zip" if depth < 4 else "cv.txt": content})

    (member,) = members_of(content, "outer.zip")
    assert (member.name, len(member.place)) == ("3.zip", 3)
    assert member_of(content, "outer.zip", member.place).startswith(b"PK")


def test_a_broken_zip_inside_does_not_hide_its_neighbours() -> None:
    assert names(zipped({"broken.zip": b"PK\x03\x04 broken", "cv.txt": RESUME})) == ["broken.zip", "cv.txt"]


def test_a_zip_whose_first_file_is_a_pdf_is_a_zip() -> None:
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as package:
        package.writestr("cv.pdf", b"%PDF-1.4\n1 0 obj<<>>endobj")

    assert names(stored.getvalue()) == ["cv.pdf"]


def test_an_email_gives_its_attachments_and_not_its_greeting() -> None:
    content = bytes(attach(mail(html="<p>Hello</p>"), "张样例的简历.pdf", b"%PDF-1.4 x", "application/pdf"))

    assert names(content) == ["张样例的简历.pdf"]
    assert only(content) == b"%PDF-1.4 x"


def test_a_name_in_raw_chinese_bytes_is_read() -> None:
    content = bytes(attach(mail(), "@@@@@@.pdf", b"%PDF-1.4 x")).replace(b"@@@@@@", "简历样".encode("gbk"))

    assert names(content) == ["简历样.pdf"]


def test_an_email_in_a_zip_is_opened() -> None:
    content = zipped({"application.eml": bytes(attach(mail(), "cv.txt", RESUME))})

    assert names(content) == ["cv.txt"]
    assert only(content) == RESUME


def test_a_forwarded_email_is_opened() -> None:
    outer = mail("See below")
    outer.add_attachment(attach(mail(), "cv.txt", RESUME))

    assert only(bytes(outer)) == RESUME


def test_logos_signatures_and_calendars_are_no_resumes() -> None:
    message = attach(mail(), "logo.png", b"\x89PNG\r\n\x1a\n" + bytes(500), "image/png")
    message = attach(message, "smime.p7s", b"x" * 3000, "application/pkcs7-signature")

    assert members_of(bytes(message), "a.eml") == ()


def test_a_photographed_resume_is_one() -> None:
    assert names(bytes(attach(mail(), "scan.png", PHOTO, "image/png"))) == ["scan.png"]


def test_a_large_picture_in_an_otherwise_empty_email_is_the_resume() -> None:
    message = mail("Hi", '<img src="cid:page@x">')
    message.add_attachment(PHOTO * 6, maintype="image", subtype="png", disposition="inline", cid="<page@x>")

    assert len(members_of(bytes(message), "a.eml")) == 1


def test_an_email_without_attachments_is_no_container() -> None:
    assert members_of(bytes(mail("Avery Samplewood, engineer")), "a.eml") == ()
