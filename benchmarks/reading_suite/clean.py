"""(e) False alarms: clean files in which something is held to be hidden or suspicious."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.reading_suite import clean_pages, clean_word, web
from benchmarks.reading_suite.readers import Reader
from benchmarks.reading_suite.scoring import share
from benchmarks.tables import listed, show
from records.language import Language

TITLE: Final = "False alarms on clean files"
COMMAND: Final = "python -m benchmarks.reading clean"
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")


def run(readers: Sequence[Reader]) -> None:
    """Bole alone: no peer tells what is hidden."""
    with tempfile.TemporaryDirectory(prefix="bole-clean-") as folder:
        files = write_clean(Path(folder))
        backs = {name: readers[0].read(path) for name, path in files.items()}
    alarms = {name: back for name, back in backs.items() if back.hidden or back.suspicious}
    rows = []
    for kind in ("PDF", "DOCX"):
        of_kind = [name for name in backs if name.startswith(kind)]
        wrong = [name for name in of_kind if name in alarms]
        failed = [name for name in of_kind if backs[name].error]
        rows.append([kind, str(len(of_kind)), str(len(wrong)), share(len(wrong), len(of_kind)), str(len(failed))])
    rows.append(["all", str(len(backs)), str(len(alarms)), share(len(alarms), len(backs)), ""])
    show(TITLE, COMMAND, ["kind", "files", "with an alarm", "share", "without text"], rows)
    listed("Alarms", [f"{name}: {'; '.join((*back.hidden, *back.suspicious))[:160]}" for name, back in alarms.items()])


def write_clean(folder: Path) -> dict[str, Path]:
    """At least a hundred files where Chromium is installed, by their names."""
    printed = {
        f"PDF, {kind}, {language}": (folder / f"page-{number:03}.pdf", clean_pages.page(kind, language))
        for number, (kind, language) in enumerate(product(clean_pages.KINDS, LANGUAGES))
    }
    files = {}
    if web.chromium():
        web.print_pages(list(printed.values()))
        files = {name: path for name, (path, _) in printed.items()}
    for number, (kind, language) in enumerate(product(clean_word.KINDS, LANGUAGES)):
        path = folder / f"word-{number:03}.docx"
        files[f"DOCX, {kind}, {language}"] = clean_word.write_clean_word(path, kind, language)
    return files
