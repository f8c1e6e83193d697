"""Words of strangers in files that others open: nothing that XML refuses, nothing that a spreadsheet runs."""

from __future__ import annotations

import re
from typing import Final

_UNPRINTABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_FORMULA: Final = re.compile(r"[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]")
"""What Excel and LibreOffice take for a formula (OWASP, CSV injection), also behind signs that nobody sees."""


def printable(text: str) -> str:
    """The text without the characters that XML, and so Word and Excel, cannot hold; a PDF's text may contain them."""
    return _UNPRINTABLE.sub("", text)


def without_formula(cell: str) -> str:
    """A cell of a CSV file, with an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def formula_restored(cell: str) -> str:
    """The cell as it was before `without_formula`."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
