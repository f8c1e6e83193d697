"""The command line's front door: one JSON value on standard output with --json, logs on standard error."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final, Literal

import typer

from agents.bootstrap import Office, make_embedding, make_folder, open_office
from agents.doctor import examined
from agents.evaluation import evaluate_twins, read_twins
from agents.intake import INSIDE, Arrival, unpacked
from agents.library import read_posting
from agents.settings import Settings, read_settings
from agents.versions import Gathered
from agents.words import DECISION_WORDS, VERDICT_WORDS
from chat.reading_words import suspicious_because, unseen_because, warnings_told
from records.assessment import AssessedBy, Assessment
from records.errors import ReadingError, RecruitingError, ResumeNotFound
from records.language import Language
from records.posting import Posting
from records.resume import Resume
from retrieval.documents.reading import Limits, ReadingPool
from retrieval.evaluation import Retriever, evaluate, read_test_set
from retrieval.knowledge_base import search as search_texts

app = typer.Typer(help="Bole (伯乐): resumes, postings and assessments.", no_args_is_help=True, add_completion=False)
postings_app = typer.Typer(help="The library of postings.", no_args_is_help=True)
evaluate_app = typer.Typer(help="Measures matching and scoring on test sets.", no_args_is_help=True)
app.add_typer(postings_app, name="postings")
app.add_typer(evaluate_app, name="evaluate")

Json = Annotated[bool, typer.Option("--json", help="one JSON value on standard output")]
Top = Annotated[int, typer.Option("--top", min=1, max=100)]


@app.command()
def read(files: list[Path], as_json: Json = False) -> None:
    """What a reader sees in files, and in files packed in a ZIP or an e-mail: lines, hidden text, a first profile."""
    settings = _settings()
    with ReadingPool(limits=Limits(max_bytes=settings.max_upload_mb * 1024 * 1024)) as reader:
        bench = _Bench(reader, settings)
        readings = [reading for file in files for reading in bench.readings(file)]
    _say(readings, as_json, [_reading_words(reading) for reading in readings])
    if any("error" in reading for reading in readings):
        raise typer.Exit(1)


@postings_app.command("add")
def add_postings(files: list[Path], as_json: Json = False) -> None:
    """Adds postings from files to the library."""
    with _office() as office:
        arrivals = [arrival for file in files for arrival in office.intake.unpack(file, file.name)]
        added = [office.library.add(_posting_text(arrival, office)) for arrival in arrivals]
    _say([_posting_row(posting) for posting in added], as_json, [f"{posting.id}  {posting.title}" for posting in added])


@postings_app.command("list")
def list_postings(as_json: Json = False) -> None:
    """The open postings of the library."""
    with _office() as office:
        found = office.library.all()
    _say([_posting_row(posting) for posting in found], as_json, [f"{posting.id}  {posting.title}" for posting in found])


@postings_app.command("show")
def show_posting(name: str, as_json: Json = False) -> None:
    """A posting with its weighted requirements."""
    with _office() as office:
        posting = office.library.find(name)
    asked = [f"{r.id:>4} {r.necessity:5} {r.weight:>4g}  {r.text}" for r in posting.requirements]
    _say(posting.model_dump(), as_json, [posting.title, *asked])


@postings_app.command("remove")
def remove_posting(name: str, as_json: Json = False) -> None:
    """Takes a posting out of the library."""
    with _office() as office:
        posting = office.library.remove(name)
    _say({"removed": posting.id}, as_json, [posting.id])


@app.command()
def match(resume: Path, top: Top = 5, as_json: Json = False) -> None:
    """The best postings of the library for a resume."""
    with _office() as office:
        found = office.match(office.intake.receive_one(resume, resume.name), top)
    words = [f"{m.rank}. {m.similarity:.4f} {'*' if m.strong else ' '} {m.title} ({m.posting})" for m in found]
    _say([asdict(one) for one in found], as_json, words)


@app.command()
def assess(
    resume: Path,
    posting: Annotated[str, typer.Option("--posting", help="id or title in the library, or a file")],
    by: Annotated[Literal["rules", "model"] | None, typer.Option("--by")] = None,
    as_json: Json = False,
) -> None:
    """A resume against a posting: ratings with evidence, score, recommendation."""
    with _office() as office:
        received = office.intake.receive_one(resume, resume.name)
        assessment = asyncio.run(_assessment(office, received, _posting(posting, office), by))
    _say(assessment.model_dump(), as_json, _assessment_words(assessment))


@app.command()
def search(query: str, file: Annotated[Path, typer.Option("--in")], as_json: Json = False) -> None:
    """One-off semantic search over the lines of a file."""
    settings = _settings()
    with ReadingPool(workers=1) as reader:
        lines = [line.text for line in reader.read(file).lines]
    found = search_texts(query, lines, make_embedding(settings))
    _say(
        found, as_json, [f"{hit['similarity']:.4f} {'*' if hit['strong'] else ' '} {hit['text']}" for hit in found[:10]]
    )


@evaluate_app.command("matching")
def evaluate_matching(
    folder: Path, retriever: Annotated[Retriever, typer.Option("--retriever")] = "hybrid", as_json: Json = False
) -> None:
    """Recall and ranking on a BEIR folder."""
    measured = evaluate(read_test_set(folder), make_embedding(_settings()), retriever)
    _say(measured, as_json, [f"{name} {value:g}" for name, value in measured.items()])


@evaluate_app.command("twins")
def evaluate_pairs(file: Path, as_json: Json = False) -> None:
    """How often the rule assessor scores the better of two resumes higher."""
    measured = evaluate_twins(read_twins(file), make_embedding(_settings()))
    _say(measured, as_json, [f"{name} {value:g}" for name, value in measured.items()])


@app.command()
def doctor(as_json: Json = False) -> None:
    """Every part, what it resolves to, and whether it answers."""
    settings = _settings()
    parts = examined(settings)
    _say([asdict(part) for part in parts], as_json, [f"{p.state:8} {p.part:16} {p.detail}" for p in parts])
    if any(part.state == "failed" for part in parts):
        raise typer.Exit(1)


def main() -> None:
    """Runs a command; what goes wrong is said with advice, and the exit status is 1."""
    logging.basicConfig(level=logging.WARNING, stream=sys.stderr)
    try:
        app()
    except RecruitingError as error:
        _fail(error)


@contextmanager
def _office() -> Iterator[Office]:
    office = open_office(_settings(), workers=1)
    try:
        yield office
    finally:
        office.close()


def _settings() -> Settings:
    return read_settings()


def _fail(error: RecruitingError) -> None:
    try:
        language = read_settings().speech
    except RecruitingError:
        language = Settings.model_construct(language=None).speech
    if "--json" in sys.argv:
        sys.stdout.write(json.dumps({"error": _error(error, language)}, ensure_ascii=False) + "\n")
    sys.stderr.write(f"{error.message(language)}\n{error.advice(language)}\n")
    sys.exit(1)


def _error(error: RecruitingError, language: Language) -> dict[str, str]:
    return {"code": error.code, "message": error.message(language), "advice": error.advice(language)}


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
            yield {"file": file.name, "error": _error(error, self._settings.speech)}
            return
        for arrival in arrivals:
            inside = {"container": arrival.container} if arrival.container else {}
            try:
                yield {**self._compared(self._resume(arrival)), **inside}
            except (ReadingError, ResumeNotFound) as error:
                yield {"file": arrival.name, **inside, "error": _error(error, self._settings.speech)}

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
    return "\n".join([head, *lines, *_remarks(reading, _settings().speech)])


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


def _posting_text(arrival: Arrival, office: Office) -> str:
    read = office.reader.read(office.intake.local(arrival), arrival.shown)
    return "\n".join(line.text for line in read.lines)


def _posting_row(posting: Posting) -> dict[str, Any]:
    return {
        "id": posting.id,
        "title": posting.title,
        "language": posting.language,
        "state": posting.state,
        "requirements": len(posting.requirements),
    }


def _posting(name: str, office: Office) -> Posting:
    file = Path(name)
    if not file.is_file():
        return office.library.find(name)
    return read_posting(_posting_text(Arrival(file, file.name), office), file.name)


async def _assessment(office: Office, resume: Resume, posting: Posting, by: AssessedBy | None) -> Assessment:
    async for part in office.assessing.assess(resume, posting, office.settings.speech, by):
        if isinstance(part, Assessment):
            return part
    raise RecruitingError(reason="the assessor ended without an assessment")


def _assessment_words(assessment: Assessment) -> list[str]:
    language = assessment.language
    rows = [
        f"{VERDICT_WORDS[language][rating.verdict]}  {rating.text}  {rating.comment}" for rating in assessment.ratings
    ]
    decided = DECISION_WORDS[language][assessment.recommendation.decision]
    return [f"{assessment.score:.1f} / 10  {decided}", assessment.fit, *rows]


def _say(value: object, as_json: bool, words: list[str]) -> None:
    text = json.dumps(value, ensure_ascii=False) if as_json else "\n".join(words)
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    main()
