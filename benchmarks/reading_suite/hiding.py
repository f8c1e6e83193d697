"""(d) What of hidden text leaks into the text, and what of it is reported, trick by trick."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final

from benchmarks.reading_suite.hiding_pdf import DRAWN, drawn
from benchmarks.reading_suite.hiding_pdf_objects import IN_OBJECTS
from benchmarks.reading_suite.hiding_word import BODY, append, changed
from benchmarks.reading_suite.hiding_word_parts import NOT_PRINTED
from benchmarks.reading_suite.payloads import MARKERS, PAYLOADS, Hiding, coded, tagged
from benchmarks.reading_suite.readers import ReadBack, Reader
from benchmarks.reading_suite.scoring import without_space
from benchmarks.reading_suite.word_parts import paragraph_xml
from benchmarks.tables import listed, show
from records.language import Language

TITLE: Final = "Hidden text"
COMMAND: Final = "python -m benchmarks.reading hiding"
CASES: Final = sum(map(len, PAYLOADS.values()))
# The same texts where everybody sees them: a reader that loses these hides nothing, it merely reads nothing.
CONTROL: Final = "seen by everybody (control)"
TRICKS: Final[dict[str, tuple[Hiding, ...]]] = {
    ".pdf": (
        *DRAWN,
        *IN_OBJECTS,
        Hiding(CONTROL, drawn(lambda canvas, payload, _: canvas.drawString(40, 560, payload))),
    ),
    ".docx": (
        *BODY,
        *NOT_PRINTED,
        Hiding(CONTROL, changed(lambda file, payload: append(file, paragraph_xml(payload)))),
    ),
}


@dataclass(frozen=True)
class Hidden:
    """One file with something hidden."""

    path: Path
    trick: Hiding
    language: Language
    payload: str

    def leaked(self, back: ReadBack) -> bool:
        """Whether a word that only the hidden text has is among the lines."""
        text = without_space("".join(back.lines))
        return any(sign in text for sign in self._signs)

    def reported(self, back: ReadBack) -> bool:
        """Whether the hidden text was shown as hidden; one in a code counts when anything was."""
        text = without_space("".join(back.hidden))
        return bool(text) if self.trick.coded else any(sign in text for sign in self._signs)

    @property
    def _signs(self) -> tuple[str, ...]:
        if self.trick.coded:
            return (coded(self.payload)[:16], tagged(self.payload)[:8], *MARKERS[self.language])
        return MARKERS[self.language]


def run(readers: Sequence[Reader]) -> None:
    """Every trick in both languages with both payloads, through every reader."""
    with tempfile.TemporaryDirectory(prefix="bole-hiding-") as folder:
        files = list(write_tricks(Path(folder)))
        results = {
            reader.name: [(one, reader.read(one.path)) for one in files if reader.takes(one.path)] for reader in readers
        }
    tricks = sum(len(some) - 1 for some in TRICKS.values())
    title = f"{TITLE}: {tricks} tricks × zh/en × two payloads, leaked into the text"
    show(title, COMMAND, ["reader", "PDF", "DOCX", "tricks leaking", "reported as hidden"], _rows(results))
    for name, backs in results.items():
        listed(f"{name}: leaked", _named(one for one, back in backs if _is_trick(one) and one.leaked(back)))
    bole = results["Bole"]
    listed("Bole: not reported", _named(one for one, back in bole if _is_trick(one) and not one.reported(back)))
    listed("Bole: lost although visible", _named(one for one, b in bole if not _is_trick(one) and not one.leaked(b)))
    listed("Bole: no text", [f"{one.trick.name}, {one.path.name}: {back.error}" for one, back in bole if back.error])


def write_tricks(folder: Path) -> Iterator[Hidden]:
    """The files, one for each trick, language and payload."""
    for kind, tricks in TRICKS.items():
        for (number, trick), (language, payloads) in product(enumerate(tricks), PAYLOADS.items()):
            for name, payload in payloads.items():
                path = folder / f"{number:02}-{language}-{name}{kind}"
                trick.write(path, language, payload)
                yield Hidden(path, trick, language, payload)


def _rows(results: dict[str, list[tuple[Hidden, ReadBack]]]) -> Iterator[list[str]]:
    for name, backs in results.items():
        hidden = [(one, back) for one, back in backs if _is_trick(one)]
        read = [(one, back) for one, back in hidden if not back.error]
        leaks = {kind: [one for one, back in read if one.path.suffix == kind and one.leaked(back)] for kind in TRICKS}
        tricks = {(one.path.suffix, one.trick.name) for some in leaks.values() for one in some}
        counts = [_count(len(leaks[kind]), sum(one.path.suffix == kind for one, _ in read)) for kind in TRICKS]
        reported = _count(sum(one.reported(back) for one, back in hidden), len(hidden)) if name == "Bole" else "–"
        yield [name, *counts, str(len(tricks)), reported]


def _count(part: int, whole: int) -> str:
    return f"{part} of {whole}" if whole else "–"


def _is_trick(one: Hidden) -> bool:
    return one.trick.name != CONTROL


def _named(files: Iterator[Hidden]) -> list[str]:
    """Tricks, with the languages and payloads concerned where not all of them are."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in files:
        found[f"{one.path.suffix[1:].upper()}, {one.trick.name}"].append(one.path.stem[3:])
    return [f"{trick}{'' if len(cases) == CASES else ': ' + ', '.join(cases)}" for trick, cases in found.items()]
