"""The stages of a fleet run, one after the other in this process."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

import invented
from agents.assessors.model_assessor import LanguageModelAssessor
from agents.fleet.job import Job
from agents.fleet.judging import Asking, Embedded, Means
from agents.fleet.reading import Reading, Taking
from agents.fleet.rows import Outcome, Row, Taken, outcome, taken
from fakes import BagOfWords
from local_server import serving
from made_files import zipped
from records.errors import (
    EmbeddingError,
    EmptyFile,
    ModelUnavailable,
    OversizedFile,
    RecruitingError,
    UnsupportedFile,
)
from retrieval.chat_request import BATCH
from retrieval.documents.reading import Limits
from retrieval.embedding import Fingerprint
from retrieval.index_store import unpacked
from retrieval.model_server import ModelServer
from retrieval.talent_pool import vectors_of_resume
from stand_in import MODEL, StandIn

LIMITS = Limits(max_bytes=10_000)


def job(source: Path, by: str = "rules", fingerprint: Fingerprint | None = None) -> Job:
    return Job(
        key="k",
        source=str(source),
        posting=invented.posting(),
        language="en",
        by=by,  # type: ignore[arg-type]
        posting_version="v",
        configuration="c",
        reader_version=1,
        fingerprint=fingerprint or BagOfWords().fingerprint,
    )


def by_server(address: str) -> Means:
    server = ModelServer(f"{address}/v1")
    return Means(BagOfWords, lambda embedding: LanguageModelAssessor(server, MODEL, embedding, 1, BATCH))


def first_row(path: Path, ordinal: int = 1) -> Row:
    return {"ordinal": ordinal, "file": path.name, "path": str(path), "size": path.stat().st_size}


def took(path: Path) -> list[Taken]:
    with closing(Taking(str(path.parent), LIMITS)) as stage:
        return [taken(row) for row in stage(first_row(path))]


def read(files: list[Taken], source: Path) -> list[Outcome]:
    with closing(Reading(str(source), LIMITS)) as stage:
        return [outcome(stage(file.row())) for file in files]


def test_a_container_becomes_its_members_each_read_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    path.write_bytes(zipped({"a.txt": b"Sample Person\nCook", "b/c.txt": b"", "d.bin": b"\x00\x01\x02"}))

    found = took(path)
    outcomes = read(found, tmp_path)

    assert [file.file for file in found] == ["two.zip › a.txt", "two.zip › c.txt", "two.zip › d.bin"]
    assert [one.resume and one.resume.file for one in outcomes] == ["a.txt", None, None]
    assert [type(one.error) for one in outcomes] == [type(None), EmptyFile, UnsupportedFile]
    assert [one.sha256 for one in outcomes] == [file.sha256 for file in found]


def test_a_file_beyond_the_limit_is_not_even_fetched(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b"a" * (LIMITS.max_bytes + 1))

    (found,) = took(path)

    assert (found.sha256, type(found.error)) == (None, OversizedFile)


def test_a_resume_gets_its_vectors_and_the_assessment_by_rules(tmp_path: Path) -> None:
    resume = invented.resume("en")

    made = outcome(Embedded(job(tmp_path), Means(BagOfWords, by_server))(Outcome(resume.sha256, resume).row()))

    kept, expected = unpacked(made.vectors), vectors_of_resume(resume, 1, BagOfWords())
    assert kept is not None
    assert kept.passages.tolist() == expected.passages.tolist()
    assert kept.parts.tolist() == expected.parts.tolist()
    assert made.assessment is not None
    assert [rating.requirement for rating in made.assessment.ratings] == ["R1", "R2", "R3"]


def test_a_worker_with_another_embedding_assesses_nobody(tmp_path: Path) -> None:
    resume, other = invented.resume("en"), Fingerprint("another", 8)
    stage = Embedded(job(tmp_path, fingerprint=other), Means(BagOfWords, by_server))

    made = outcome(stage(Outcome(resume.sha256, resume).row()))

    assert (made.assessment, type(made.error)) == (None, EmbeddingError)


@pytest.mark.parametrize(("behaviour", "error"), [("good", None), ("once bad", None), ("away", ModelUnavailable)])
def test_a_language_model_assesses_as_it_does_anywhere_else(
    tmp_path: Path, behaviour: str, error: type[RecruitingError] | None
) -> None:
    resume = invented.resume("en")
    rows = [Outcome(resume.sha256, resume).row() for _ in range(3)]

    with serving(StandIn(behaviour)) as address:
        made = [outcome(row) for row in Asking(job(tmp_path, "model"), by_server(address)).part(rows)]

    for one in made:
        assert (one.error and type(one.error)) is error
        assert (one.assessment is None) is (error is not None)


def test_what_failed_before_passes_every_stage_as_it_is(tmp_path: Path) -> None:
    failed = Outcome("a" * 64, error=EmptyFile(file="a.txt")).row()

    embedded = Embedded(job(tmp_path), Means(BagOfWords, by_server))(failed)
    (asked,) = Asking(job(tmp_path, "model"), by_server("http://127.0.0.1:9")).part([embedded])

    assert embedded == asked == failed
