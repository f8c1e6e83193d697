"""Scans made by the tests: pages as pictures, a little crooked, noisy and packed as JPEG; their people are invented."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from made_files import HEIGHT, WIDTH
from records.resume import Box
from retrieval.documents.found import FoundLine
from retrieval.documents.recognition.absent import RecognitionFailedError


def scanned(pdf: Path, dpi: int = 150, tilt: float = 0.4) -> Image.Image:
    """The first page of a PDF as a scanner delivers it."""
    file = pypdfium2.PdfDocument(pdf)
    page = file[0].render(scale=dpi / 72).to_pil().convert("RGB")
    file.close()
    crooked = page.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor="white")
    noise = Image.effect_noise(crooked.size, 20).convert("RGB")
    content = io.BytesIO()
    Image.blend(crooked, noise, 0.06).save(content, "JPEG", quality=70)
    return Image.open(content)


def picture_pdf(path: Path, pictures: Sequence[Image.Image], invisible: Sequence[str] = ()) -> Path:
    """A PDF of full-page pictures, with an invisible text layer on each where one is given."""
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT))
    for picture in pictures:
        canvas.drawImage(ImageReader(picture), 0, 0, WIDTH, HEIGHT)
        for number, text in enumerate(invisible):
            canvas.drawString(60, HEIGHT - 60 - 14 * number, text, mode=3)
        canvas.showPage()
    canvas.save()
    return path


def strokes(size: tuple[int, int] = (600, 800), seed: int = 1) -> Image.Image:
    """A picture with as much ink as a page of text, which says nothing."""
    chance = random.Random(seed)
    picture = Image.new("RGB", size, "white")
    for top in range(40, size[1] - 40, 16):
        for left in range(40, size[0] - 40, 6):
            picture.paste("black", (left, top, left + 3, top + chance.randint(5, 10)))
    return picture


class FakeRecogniser:
    """Reads the same lines on every picture, and remembers how often it was asked."""

    def __init__(self, *texts: str, fails: bool = False) -> None:
        self.texts = texts
        self.fails = fails
        self.pages: list[int] = []

    def lines(self, picture: bytes, page: int) -> tuple[FoundLine, ...]:
        self.pages.append(page)
        assert picture.startswith(b"\x89PNG")
        if self.fails:
            raise RecognitionFailedError
        return tuple(
            FoundLine(page, text, Box(0.1, 0.1 + 0.02 * number, 0.9, 0.115 + 0.02 * number))
            for number, text in enumerate(self.texts)
        )
