"""Pages of made resumes as a scanner or a camera would have them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

_INCH: Final = 72

Look = Callable[[Image.Image], Image.Image]


def page_picture(path: Path, dpi: int) -> Image.Image:
    """The first page, drawn by PDFium."""
    with pypdfium2.PdfDocument(path) as file:
        picture: Image.Image = file[0].render(scale=dpi / _INCH).to_pil().convert("RGB")
        return picture


def as_is(picture: Image.Image) -> Image.Image:
    """Straight from the printer."""
    return picture


def scanned(picture: Image.Image) -> Image.Image:
    """Gray, a little noise, half a degree off."""
    turned = picture.convert("L").rotate(0.5, fillcolor=255, resample=Image.Resampling.BICUBIC)
    noise = np.random.default_rng(7).normal(0, 8, (turned.height, turned.width))
    return Image.fromarray(np.clip(np.asarray(turned, dtype=float) + noise, 0, 255).astype(np.uint8)).convert("RGB")


def photographed(picture: Image.Image) -> Image.Image:
    """A little soft, one and a half degrees off, darker towards one side, much compressed."""
    turned = picture.rotate(-1.5, fillcolor="#e8e4da", resample=Image.Resampling.BICUBIC)
    soft = np.asarray(turned.filter(ImageFilter.GaussianBlur(0.6)), dtype=float)
    shade = np.linspace(0.82, 1.0, turned.width)[None, :, None]
    compressed = io.BytesIO()
    Image.fromarray((soft * shade).astype(np.uint8)).save(compressed, "JPEG", quality=45)
    return Image.open(compressed).convert("RGB")


LOOKS: Final[dict[str, Look]] = {"as printed": as_is, "scanned": scanned, "photographed": photographed}


def write_picture(path: Path, picture: Image.Image) -> Path:
    """A PNG or JPEG, or a PDF that holds nothing but the picture."""
    if path.suffix == ".pdf":
        canvas = Canvas(str(path), pagesize=A4)
        canvas.drawImage(ImageReader(picture), 0, 0, *A4)
        canvas.save()
    else:
        picture.save(path)
    return path
