"""`bole read`: what a reader sees in files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typer

from agents.bootstrap import make_folder
from agents.intake import INSIDE, Arrival, unpacked
from agents.settings import Settings, read_settings
from agents.versions import Gathered
from chat.reading_words import suspicious_because, unseen_because, warnings_told
from commands.output import Json, say, told
from records.errors import ReadingError, ResumeNotFound
from records.language import Language
from records.resume import Resume
from retrieval.documents.reading import Limits, ReadingPool

app = typer.Typer()


@app.command()
def read(files: list[Path], as_json: Json = False) -> None:
    """What a reader sees in files, and in files packed in a ZIP or an e-mail: lines, hidden text, a first profile."""
    settings = read_settings()
    with ReadingPool(limits=Limits(max_bytes=settings.max_upload_mb * 1024 * 1024)) as reader:
        bench = _Bench(reader, settings)
        readings = [reading for file in files for reading in bench.readings(file)]
    say(readings, as_json, [_reading_words(reading) for reading in readings])
    if any("error" in reading for reading in readings):
        raise typer.Exit(1)


class _Bench:
    """Reads files for `bole read` and compares each with those before it; nothing of it stays."""

    def __init__(self, reader: ReadingPool, settings: Settings) -> None:
        self._reader = reader
        self._settings = settings
        self._gathered = Gathered()

    def readings(self, file: Path) -> Iterator[dict[str, Any]]:
        """The file, or each file packed in it: its reading, or why there is none."""
        try:
            arrivals = unpacked(self._reader, file, file.name)
        except (ReadingError, ResumeNotFound) as error:
            yield {"file": file.name, "error": told(error, self._settings.speech)}
            return
        for arrival in arrivals:
            inside = {"container": arrival.container} if arrival.container else {}
            try:
                yield {**self._compared(self._resume(arrival)), **inside}
            except (ReadingError, ResumeNotFound) as error:
                yield {"file": arrival.name, **inside, "error": told(error, self._settings.speech)}

    def _resume(self, arrival: Arrival) -> Resume:
        if not arrival.place:
            return self._reader.read(arrival.path, arrival.name)
        content = self._reader.member(arrival.path, arrival.place, arrival.shown)
        make_folder(self._settings.data_dir)
        with TemporaryDirectory(dir=self._settings.data_dir) as folder:
            kept = Path(folder) / "member"
            kept.write_bytes(content)
            return replace(self._reader.read(kept, arrival.shown), file=arrival.name)

    def _compared(self, resume: Resume) -> dict[str, Any]:
        """A reading as JSON; it says so where it repeats, or may be a newer version of, a file read just before."""
        reading = asdict(resume)
        if same := self._gathered.same(resume.sha256):
            return {**reading, "same_as": same.file}
        if found := self._gathered.earlier(resume):
            older, likeness = found
            reading["version_of"] = {"file": older.file, "sha256": older.sha256, **asdict(likeness)}
        self._gathered.add(resume)
        return reading


def _reading_words(reading: dict[str, Any]) -> str:
    name = f"{reading['container']}{INSIDE}{reading['file']}" if "container" in reading else reading["file"]
    if "error" in reading:
        return f"{name}: {reading['error']['message']} {reading['error']['advice']}"
    lines = [f"{line['n']:>4} {line['section']:12} {line['text']}" for line in reading["lines"]]
    head = f"{name} ({reading['kind']}, {reading['pages']} p., {reading['language']})"
    return "\n".join([head, *lines, *_remarks(reading, read_settings().speech)])


_REMARKS: Final[dict[Language, tuple[str, str]]] = {
    "zh": ("隐藏文字，第 {page} 页，{why}：{text}", "第 {n} 行可疑：{why}"),
    "en": ("hidden, page {page}, {why}: {text}", "line {n} is suspicious: {why}"),
}


def _remarks(reading: dict[str, Any], language: Language) -> list[str]:
    """What a person should know of a reading beside its lines."""
    of_hidden, of_line = _REMARKS[language]
    hidden = [of_hidden.format(**{**one, "why": unseen_because(one["why"], language)}) for one in reading["hidden"]]
    suspicious = [
        of_line.format(n=one["line"], why=suspicious_because(one["why"], language)) for one in reading["suspicious"]
    ]
    # Hidden text may hold anything, such as codes that a terminal obeys.
    told = [_printable(remark) for remark in (*hidden, *suspicious, *warnings_told(reading["warnings"], language))]
    return [f"> {remark}" for remark in told]


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else " " for sign in text)
