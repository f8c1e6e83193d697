"""Pictures of PDF pages, as PNG."""

from __future__ import annotations

import struct
import zlib

import pypdfium2 as pdfium

from retrieval.documents.limits import recognised_size

_WIDEST = 4000
_TALLEST_PER_WIDTH = 5

# Small pages are not blown up beyond what scanners deliver.
_MOST_DPI = 300


def picture_to_recognise(page: pdfium.PdfPage) -> bytes:
    """The page as it is shown, as a PNG in the size that suits recognition."""
    width, height = page.get_width(), page.get_height()
    wide, _ = recognised_size(width * _MOST_DPI / 72, height * _MOST_DPI / 72)
    return picture_of(page, wide)


def picture_of(page: pdfium.PdfPage, width: int) -> bytes:
    """The page as it is shown, `width` pixels wide, as a PNG file."""
    scale = max(1, min(width, _WIDEST)) / page.get_width()
    scale = min(scale, _TALLEST_PER_WIDTH * _WIDEST / page.get_height())
    bitmap = page.render(scale=scale, rev_byteorder=True, draw_annots=True)
    try:
        return png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride)
    finally:
        bitmap.close()


def png(pixels: bytes, width: int, height: int, stride: int) -> bytes:
    """RGB pixels, `stride` bytes a row, as a PNG file (RFC 2083)."""
    rows = b"".join(b"\x00" + pixels[row * stride : row * stride + 3 * width] for row in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 4)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, content) for name, content in chunks)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
