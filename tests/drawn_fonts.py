"""A PDF whose font is drawn by the file itself (Type 3), with flat characters among tall ones."""

from __future__ import annotations

from pathlib import Path

TEXT = "2016—2023 一二"
# What each character draws, in thousandths of an em: left, bottom, width, height.
_FLAT = {"—": (50, 320, 900, 60), "一": (50, 350, 900, 70), " ": (0, 0, 0, 0)}
_TALL = (80, 0, 400, 700)
_WIDTHS = {"—": 1000, "一": 1000, "二": 1000, " ": 300}


def type_3(path: Path, box: str | None) -> Path:
    """One line; `box` is what the font says of every character's extent, None for each one's own."""
    signs = sorted(set(TEXT))
    codes = {sign: at for at, sign in enumerate(signs, start=1)}
    objects = [_stream(_glyph(sign, box)) for sign in signs]
    drawn = " ".join(f"/g{code} {code} 0 R" for code in codes.values())
    names = " ".join(f"/g{code}" for code in codes.values())
    widths = " ".join(str(_WIDTHS.get(sign, 560)) for sign in signs)
    told = "".join(f"<{code:02x}> <{ord(sign):04x}> " for sign, code in codes.items())
    at = len(objects)
    shown = "".join(f"{codes[sign]:02x}" for sign in TEXT)
    objects += [
        _stream(
            f"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /x def 1 begincodespacerange "
            f"<00> <ff> endcodespacerange {len(signs)} beginbfchar {told} endbfchar endcmap end end"
        ),
        (
            f"<< /Type /Font /Subtype /Type3 /FontBBox [0 -200 1000 900] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs "
            f"<< {drawn} >> /Encoding << /Type /Encoding /Differences [1 {names}] >> /FirstChar 1 /LastChar {at} "
            f"/Widths [{widths}] /ToUnicode {at + 1} 0 R /Resources << >> >>"
        ),
        _stream(f"BT /F 11 Tf 60 700 Td <{shown}> Tj ET"),
        (
            f"<< /Type /Page /Parent {at + 5} 0 R /MediaBox [0 0 595 842] /Contents {at + 3} 0 R "
            f"/Resources << /Font << /F {at + 2} 0 R >> >> >>"
        ),
        f"<< /Type /Pages /Kids [{at + 4} 0 R] /Count 1 >>",
        f"<< /Type /Catalog /Pages {at + 5} 0 R >>",
    ]
    body = "".join(f"{number} 0 obj\n{content}\nendobj\n" for number, content in enumerate(objects, start=1))
    path.write_text(f"%PDF-1.7\n{body}trailer << /Root {at + 6} 0 R /Size {at + 7} >>\n%%EOF\n")
    return path


def _glyph(sign: str, box: str | None) -> str:
    left, bottom, width, height = _FLAT.get(sign, _TALL)
    own = f"{left} {bottom} {left + width} {bottom + height}"
    return f"{_WIDTHS.get(sign, 560)} 0 {box or own} d1 {left} {bottom} {width} {height} re f"


def _stream(content: str) -> str:
    return f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
