"""Writes the whole suite of resumes with known contents into a folder."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.reading_suite import drawn_layouts, web, word_layouts
from benchmarks.reading_suite.made import Made, Maker
from benchmarks.reading_suite.people import Person, invented_person
from benchmarks.reading_suite.sheet import latin_fonts
from records.language import TextLanguage

LANGUAGES: Final[tuple[TextLanguage, ...]] = ("zh", "en", "mixed")
CONVERTING_SECONDS: Final = 180


def write_suite(folder: Path) -> list[Made]:
    """Every layout in every language by every maker that is installed."""
    word = _word(folder)
    return [*_drawn(folder), *_printed(folder), *word, *_converted(folder, word)]


def missing_makers() -> list[str]:
    """What is not installed and leaves its part of the suite out."""
    missing = [] if web.chromium() else ["Chromium"]
    return missing if shutil.which("soffice") else [*missing, "LibreOffice"]


def _drawn(folder: Path) -> list[Made]:
    fonts, made = latin_fonts(), []
    for number, (layout, language) in enumerate(product(drawn_layouts.LAYOUTS, LANGUAGES)):
        person = invented_person(language, number)
        path = folder / f"reportlab-{number:03}-{language}.pdf"
        drawn_layouts.draw(path, layout, person, fonts[number % len(fonts)])
        made.append(_made(path, layout, "reportlab", person))
    return made


def _printed(folder: Path) -> list[Made]:
    if not web.chromium():
        return []
    made, pages = [], []
    for number, (layout, language) in enumerate(product(web.LAYOUTS, LANGUAGES)):
        person = invented_person(language, 1000 + number)
        path = folder / f"chromium-{number:03}-{language}.pdf"
        pages.append((path, web.html(person, layout, number)))
        made.append(_made(path, layout, "Chromium", person))
    web.print_pages(pages)
    return made


def _word(folder: Path) -> list[Made]:
    made = []
    for number, (layout, language) in enumerate(product(word_layouts.LAYOUTS, LANGUAGES)):
        person = invented_person(language, 2000 + number)
        path = folder / f"word-{number:03}-{language}.docx"
        word_layouts.write_word(path, layout, person, number)
        made.append(_made(path, layout, "python-docx", person))
    return made


def _converted(folder: Path, word: Sequence[Made]) -> list[Made]:
    """One PDF for each layout of Word, its languages in turn, as LibreOffice prints it."""
    soffice = shutil.which("soffice")
    if not soffice:
        return []
    chosen = [word[3 * number + number % 3] for number in range(len(word) // 3)]
    target = folder / "libreoffice"
    command = [soffice, f"-env:UserInstallation=file://{folder}/.office", "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(target), *(str(made.path) for made in chosen)],
        check=True,
        capture_output=True,
        timeout=CONVERTING_SECONDS,
    )
    return [
        Made(
            target / made.path.with_suffix(".pdf").name,
            made.layout,
            "LibreOffice",
            made.language,
            made.facts,
            made.sentences,
        )
        for made in chosen
    ]


def _made(path: Path, layout: str, maker: Maker, person: Person) -> Made:
    return Made(path, layout, maker, person.language, person.facts, person.sentences)
