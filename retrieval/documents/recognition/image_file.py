"""Pictures as resumes: photos and scans as PNG, JPEG, TIFF, GIF, BMP or WebP."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypeAlias

from PIL import Image, ImageOps

from records.errors import CorruptFile, NoTextFound, ResumeNotFound
from retrieval.documents.found import Found, FoundLine, Recogniser, RecognitionNeeded
from retrieval.documents.limits import MOST_RECOGNISED, recognised_size
from retrieval.documents.recognition.absent import RecognitionFailedError

_FORMATS = ("PNG", "JPEG", "TIFF", "GIF", "BMP", "WEBP")
# Unpacked, four bytes a pixel: a quarter of a worker's memory. A page scanned at 600 dpi has 35 million.
_MOST_PIXELS = 40_000_000
_LEAST = 16  # pixels: the height of one line of small print
_WIDEST = 4000
# What Pillow raises on broken files, beside its own errors, which are OSErrors.
_STUMBLES = (ArithmeticError, AttributeError, EOFError, LookupError, OSError, SyntaxError, TypeError, ValueError)
_BROKEN = (*_STUMBLES, struct.error, Image.DecompressionBombError, Image.DecompressionBombWarning)

Edges: TypeAlias = tuple[float, float, float, float]
"""Shares of a picture's width or height: left, top, right, bottom."""


def read_image(content: bytes, file: str, max_pages: int, recogniser: Recogniser | None = None) -> Found:
    """The lines of a picture, or of the pictures of a TIFF, as recognised; warnings as for PDF."""
    with _opened(content, file) as image:
        frames = _frames(image)
        pages = list(range(1, min(frames, max_pages) + 1))
        if recogniser is None:
            raise RecognitionNeeded(tuple(pages))
        lines: list[FoundLine] = []
        notes = [f"pages_beyond_limit:{max_pages}"] if frames > max_pages else []
        if len(pages) > MOST_RECOGNISED:
            notes.append(f"pages_not_recognised:{len(pages) - MOST_RECOGNISED}")
        for page in pages[:MOST_RECOGNISED]:
            found, note = _recognised(_upright(image, page), page, recogniser)
            lines.extend(found)
            notes.append(f"{note}:{page}")
    if not any(line.text.strip() for line in lines):
        raise NoTextFound(file=file)
    return Found("image", frames, tuple(lines), warnings=tuple(notes), source="ocr")


def image_picture(content: bytes, file: str, page: int, width: int) -> bytes:
    """A PNG of a picture so many pixels wide; `page` counts the pictures of a TIFF from 1."""
    with _opened(content, file) as image:
        if not 1 <= page <= _frames(image):
            raise ResumeNotFound(file=f"{file} p. {page}")
        shown = _upright(image, page)
        wide = max(1, min(width, _WIDEST))
        return _png(shown.resize((wide, max(1, min(5 * _WIDEST, round(shown.height * wide / shown.width))))))


def picture_size(content: bytes, file: str) -> tuple[int, int]:
    """Width and height in pixels, as far as they count for recognition; raises CorruptFile."""
    with _opened(content, file) as image:
        return image.size


def read_picture(
    content: bytes, page: int, recogniser: Recogniser, cut: Edges = (0.0, 0.0, 0.0, 0.0)
) -> tuple[tuple[FoundLine, ...], str]:
    """The lines of a picture in another file, without what is cut off its edges, and the code of their warning.

    Raises CorruptFile.
    """
    with _opened(content, f"p. {page}") as image:
        shown = _upright(image, 1)
        width, height = shown.size
        left, top = round(cut[0] * width), round(cut[1] * height)
        right, bottom = round((1 - cut[2]) * width), round((1 - cut[3]) * height)
        if right <= left or bottom <= top:
            return (), "page_without_text"
        return _recognised(shown.crop((left, top, right, bottom)), page, recogniser)


def _recognised(shown: Image.Image, page: int, recogniser: Recogniser) -> tuple[tuple[FoundLine, ...], str]:
    """The lines of one picture and the code of the warning that goes with them."""
    if min(shown.size) < _LEAST:
        return (), "page_without_text"
    try:
        lines = recogniser.lines(_png(shown.resize(recognised_size(*shown.size))), page)
    except RecognitionFailedError:
        return (), "recognition_failed"
    return lines, "recognised" if lines else "page_without_text"


@contextmanager
def _opened(content: bytes, file: str) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            # Notes on damaged descriptions say nothing about the picture; but one so large is beyond the limit here.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(content), formats=_FORMATS)
            if image.width * image.height > _MOST_PIXELS:
                raise CorruptFile(file=file)
            # JPEG unpacks at half, a quarter or an eighth of its size where that is enough.
            image.draft("RGB", recognised_size(*image.size))
            yield image
    except _BROKEN as broken:
        raise CorruptFile(file=file) from broken


def _frames(image: Image.Image) -> int:
    """Pages of a TIFF; of an animation, only the first picture counts."""
    return int(getattr(image, "n_frames", 1)) if image.format == "TIFF" else 1


def _upright(image: Image.Image, page: int) -> Image.Image:
    """One picture as a person sees it: turned as the camera noted, on white where it is transparent."""
    image.seek(page - 1)
    if image.width * image.height > _MOST_PIXELS:
        raise ValueError
    frame = ImageOps.exif_transpose(image)
    if frame.has_transparency_data:
        frame = Image.alpha_composite(Image.new("RGBA", frame.size, "white"), frame.convert("RGBA"))
    return frame.convert("RGB")


def _png(image: Image.Image) -> bytes:
    content = io.BytesIO()
    image.save(content, "PNG", compress_level=1)
    return content.getvalue()
