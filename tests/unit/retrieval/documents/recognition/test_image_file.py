from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from records.errors import CorruptFile, NoTextFound, ResumeNotFound
from retrieval.documents.found import RecognitionNeeded
from retrieval.documents.recognition.image_file import image_picture, read_image
from scans import FakeRecogniser, strokes


def saved(image: Image.Image, kind: str, **settings: object) -> bytes:
    content = io.BytesIO()
    image.save(content, kind, **settings)
    return content.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_pictures_of_every_kind_are_recognised(kind: str) -> None:
    found = read_image(saved(strokes(), kind), "a", 60, FakeRecogniser("Avery Samplewood"))

    assert [line.text for line in found.lines] == ["Avery Samplewood"]
    assert (found.kind, found.source, found.warnings) == ("image", "ocr", ("recognised:1",))


def test_without_a_recogniser_a_picture_asks_for_one() -> None:
    with pytest.raises(RecognitionNeeded):
        read_image(saved(strokes(), "PNG"), "a.png", 60)


def test_each_picture_of_a_tiff_is_a_page() -> None:
    content = saved(strokes(), "TIFF", save_all=True, append_images=[strokes(seed=2), strokes(seed=3)])

    found = read_image(content, "a.tif", 2, FakeRecogniser("Avery Samplewood"))

    assert [line.page for line in found.lines] == [1, 2]
    assert (found.pages, found.warnings) == (3, ("pages_beyond_limit:2", "recognised:1", "recognised:2"))


@pytest.mark.parametrize("recogniser", [FakeRecogniser(), FakeRecogniser(fails=True)])
def test_a_picture_without_text_is_no_resume(recogniser: FakeRecogniser) -> None:
    with pytest.raises(NoTextFound):
        read_image(saved(strokes(), "PNG"), "a.png", 60, recogniser)


def test_an_icon_is_not_worth_recognising() -> None:
    recogniser = FakeRecogniser("never")

    with pytest.raises(NoTextFound):
        read_image(saved(Image.new("RGB", (12, 12)), "PNG"), "a.png", 60, recogniser)
    assert recogniser.pages == []


def bomb() -> bytes:
    """A PNG that claims 60000 pixels a side."""
    head = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)) + b"\0" * 64


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP"])
def test_a_picture_cut_short_is_damaged(kind: str) -> None:
    content = saved(strokes(), kind)

    for length in (12, 40, len(content) // 2):
        with pytest.raises((CorruptFile, NoTextFound)):
            read_image(content[:length], "a", 60, FakeRecogniser())


def test_a_picture_that_unpacks_beyond_the_limit_is_refused() -> None:
    with pytest.raises(CorruptFile):
        read_image(bomb(), "a.png", 60, FakeRecogniser("never"))


def test_a_photo_is_shown_the_way_up_that_the_camera_noted() -> None:
    image = Image.new("RGB", (400, 200), "white")
    turned = Image.Exif()
    turned[0x0112] = 6  # a quarter turn clockwise

    picture = image_picture(saved(image, "JPEG", exif=turned), "a.jpg", 1, 100)

    with Image.open(io.BytesIO(picture)) as shown:
        assert (shown.format, shown.size) == ("PNG", (100, 200))


def test_what_is_transparent_is_shown_on_white() -> None:
    picture = image_picture(saved(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG"), "a.png", 1, 50)

    with Image.open(io.BytesIO(picture)) as shown:
        assert shown.convert("RGB").getpixel((25, 25)) == (255, 255, 255)


def test_only_pictures_that_are_there_are_shown() -> None:
    with pytest.raises(ResumeNotFound):
        image_picture(saved(strokes(), "PNG"), "a.png", 2, 100)
