from __future__ import annotations

import io
import struct
import zipfile

import pytest

from made_files import zipped
from records.errors import CorruptFile, EncryptedFile, OversizedFile
from retrieval.documents.archives import opened, unpacked

MIB = 1024 * 1024


def archive_of(names: list[str], content: bytes = b"x") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def test_a_sound_archive_gives_its_members() -> None:
    archive = opened(zipped({"a/b.txt": b"words"}), "a.zip")

    assert unpacked(archive, "a/b.txt", "a.zip") == b"words"


@pytest.mark.parametrize(
    "name", ["../evil", "a/../../evil", "/etc/evil", "C:\\evil", "..\\evil", "a\x1fb", "\\\\host\\evil"]
)
def test_names_that_lead_out_of_the_archive_are_refused(name: str) -> None:
    with pytest.raises(CorruptFile):
        opened(archive_of(["good.txt", name]), "a.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [["a.txt", "a.txt"], ["word/a.xml", "Word/A.xml"], ["word/a.xml", "word\\a.xml"]])
def test_two_members_of_one_name_are_refused(names: list[str]) -> None:
    with pytest.raises(CorruptFile):
        opened(archive_of(names), "a.zip")


def test_a_name_cut_by_a_zero_byte_is_refused() -> None:
    content = archive_of(["good.txt_evil"]).replace(b"good.txt_evil", b"good.txt\x00evil")

    with pytest.raises(CorruptFile):
        opened(content, "a.zip")


def test_a_password_is_told_apart_from_damage() -> None:
    content = bytearray(archive_of(["a.txt"]))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(mark) + place] |= 1

    with pytest.raises(EncryptedFile):
        opened(bytes(content), "a.zip")


@pytest.mark.parametrize(
    "content",
    [
        zipped({"bomb": b"\0" * 20 * MIB}),
        archive_of([f"{number}" for number in range(5_001)]),
        b"PK\x03\x04" + b"PK\x01\x02" * 30_000,
    ],
    ids=["packed too well", "too many members", "a directory too long to be read"],
)
def test_an_archive_that_would_blow_up_is_refused_unread(content: bytes) -> None:
    with pytest.raises(OversizedFile):
        opened(content, "a.zip")


def test_a_size_understated_by_the_directory_gives_no_more_than_it_states() -> None:
    content = bytearray(archive_of(["a"], b"long words " * 1_000))
    size = content.index(b"PK\x01\x02") + 24
    content[size : size + 4] = struct.pack("<I", 5)
    archive = opened(bytes(content), "a.zip")

    with pytest.raises(CorruptFile):
        unpacked(archive, "a", "a.zip")


def test_a_member_beyond_the_limit_is_refused() -> None:
    archive = opened(zipped({"a": b"words"}), "a.zip")

    with pytest.raises(OversizedFile):
        unpacked(archive, "a", "a.zip", most=4)


def test_members_that_share_their_bytes_are_refused() -> None:
    content = archive_of(["a", "b"], b"words that are long enough to overlap" * 20)
    first, second = content.index(b"PK\x01\x02"), content.rindex(b"PK\x01\x02")
    shared = bytearray(content)
    shared[second + 42 : second + 46] = content[first + 42 : first + 46]

    with pytest.raises(CorruptFile):
        opened(bytes(shared), "a.zip")
