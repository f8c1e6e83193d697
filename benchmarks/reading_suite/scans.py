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
    """A picture of a page and the text that stands on it."""

    path: Path
    language: TextLanguage
    look: str
    truth: str


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
        backs = [(scan, readers[0].read(scan.path)) for scan in scans]
    rows = [_row(f"{language}, {look}", backs, language, look) for language in LANGUAGES for look in LOOKS]
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
            truth = without_space("".join(piece.text for piece in sheet.pieces if piece.page == 0))
            for look, change in LOOKS.items():
                path = folder / f"{language}-{at}-{look}{KINDS[number % len(KINDS)]}".replace(" ", "-")
                yield Scan(write_picture(path, change(picture)), language, look, truth)
                number += 1


def _row(name: str, backs: Sequence[tuple[Scan, ReadBack]], language: TextLanguage, look: str) -> list[str]:
    read = [_score(scan, back) for scan, back in backs if scan.language == language and scan.look == look]
    found, taken = [one.found for one in read], [one.seconds for one in read]
    ordered = sum(one.in_order for one in read) / len(read)
    mean = sum(found) / len(found)
    figures = (f"{100 * share:.1f}%" for share in (mean, min(found), ordered))
    return [name, str(len(read)), *figures, seconds(median(taken)), seconds(max(taken))]


def _score(scan: Scan, back: ReadBack) -> Read:
    """Found at all, and found in the order in which the page is read."""
    got = without_space("".join(back.lines))
    shared = sum((Counter(scan.truth) & Counter(got)).values())
    matched = sum(size for _, _, size in SequenceMatcher(None, scan.truth, got, autojunk=False).get_matching_blocks())
    length = max(len(scan.truth), 1)
    return Read(shared / length, matched / length, back.seconds)
