"""Pages without a text layer: how much of the same page's text the reader gets from the picture."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from typing import Final

from benchmarks.reading_suite import drawn_layouts
from benchmarks.reading_suite.people import invented_person
from benchmarks.reading_suite.pictures_of_pages import LOOKS, page_picture, write_picture
from benchmarks.reading_suite.readers import ReadBack, Reader
from benchmarks.reading_suite.scoring import without_space
from benchmarks.reading_suite.sheet import latin_fonts
from benchmarks.tables import listed, seconds, show
from records.language import TextLanguage

TITLE: Final = "Scans and photos: characters of the page's text version that were read"
COMMAND: Final = "python -m benchmarks.reading scans"
DPI: Final = {"zh": 200, "en": 150, "mixed": 200}
LANGUAGES: Final[tuple[TextLanguage, ...]] = ("zh", "en", "mixed")
PAGES: Final = ("one column", "left side bar", "two columns, row by row")
KINDS: Final = (".pdf", ".png", ".jpg")


@dataclass(frozen=True)
class Scan:
    """A picture of a page, and the page it was taken of."""

    path: Path
    language: TextLanguage
    look: str
    text_version: Path


@dataclass(frozen=True)
class Read:
    """Shares of the page's characters: found at all, and found in their order (1 − character errors)."""

    found: float
    in_order: float
    seconds: float


def run(readers: Sequence[Reader]) -> None:
    """Bole alone: of the peers only docling recognises text, with models that a hub would have to give."""
    with tempfile.TemporaryDirectory(prefix="bole-scans-") as folder:
        scans = list(write_scans(Path(folder)))
        truths = {path: _characters(readers[0].read(path)) for path in {scan.text_version for scan in scans}}
        backs = [(scan, readers[0].read(scan.path)) for scan in scans]
    scored = [(scan, _score(truths[scan.text_version], back)) for scan, back in backs]
    rows = [
        _row(f"{language}, {look}", [read for scan, read in scored if (scan.language, scan.look) == (language, look)])
        for language in LANGUAGES
        for look in LOOKS
    ]
    header = ["page", "files", "characters read, mean", "worst", "in order, mean", "a page, median", "worst"]
    show(TITLE, COMMAND, header, rows)
    listed("Not read", [f"{scan.path.name}: {back.error}" for scan, back in backs if back.error])


def write_scans(folder: Path) -> Iterator[Scan]:
    """Each layout in each language with each look, in turn as PDF, PNG and JPEG."""
    fonts, number = latin_fonts(), 0
    for language in LANGUAGES:
        for at, layout in enumerate(PAGES):
            text_version = folder / f"text-{language}-{at}.pdf"
            person = invented_person(language, 3000 + at)
            sheet = drawn_layouts.placed(layout, person, fonts[at % len(fonts)])
            picture = page_picture(sheet.save(text_version), DPI[language])
            for look, change in LOOKS.items():
                path = folder / f"{language}-{at}-{look}{KINDS[number % len(KINDS)]}".replace(" ", "-")
                yield Scan(write_picture(path, change(picture)), language, look, text_version)
                number += 1


def _row(name: str, read: Sequence[Read]) -> list[str]:
    found, taken = [one.found for one in read], [one.seconds for one in read]
    ordered = sum(one.in_order for one in read) / len(read)
    figures = (f"{100 * share:.1f}%" for share in (sum(found) / len(found), min(found), ordered))
    return [name, str(len(read)), *figures, seconds(median(taken)), seconds(max(taken))]


def _score(truth: str, back: ReadBack) -> Read:
    """Found at all, and found in the order in which the page's text version is read."""
    got = _characters(back)
    shared = sum((Counter(truth) & Counter(got)).values())
    matched = sum(size for _, _, size in SequenceMatcher(None, truth, got, autojunk=False).get_matching_blocks())
    length = max(len(truth), 1)
    return Read(shared / length, matched / length, back.seconds)


def _characters(back: ReadBack) -> str:
    return without_space("".join(back.lines))
