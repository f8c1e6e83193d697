from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agents.intake import READER_VERSION, Intake
from invented import resume
from records.database import open_database
from records.errors import EmptyFile, ResumeNotFound
from records.files import FileStore
from records.resume import Resume
from records.resumes import Resumes


class Reader:
    """Reads any file as the invented resume, and counts."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def check(self, path: Path, file: str) -> None:
        if not path.is_file():
            raise ResumeNotFound(file=file)

    def read(self, path: Path, name: str) -> Resume:
        self.read_names.append(name)
        if not path.read_bytes():
            raise EmptyFile(file=name)
        return replace(resume("en"), file=name, sha256=path.name)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def intake(tmp_path: Path, reader: Reader) -> Iterator[Intake]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    yield Intake(FileStore(tmp_path / "files"), Resumes(database, READER_VERSION), reader)  # type: ignore[arg-type]
    database.close()


def test_a_file_is_read_once_and_each_time_has_the_name_it_comes_with(
    tmp_path: Path, intake: Intake, reader: Reader
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("the same")

    first, second = (intake.receive(tmp_path / name, name) for name in ("a.txt", "b.txt"))

    assert (first.file, second.file) == ("a.txt", "b.txt")
    assert first == replace(second, file="a.txt")
    assert reader.read_names == ["a.txt"]


def test_a_resume_outlives_the_file_it_came_in(tmp_path: Path, intake: Intake) -> None:
    (tmp_path / "a.txt").write_text("text")
    received = intake.receive(tmp_path / "a.txt", "a.txt")
    (tmp_path / "a.txt").unlink()

    assert intake.resume(received.sha256) == received
    assert intake.resume("0" * 64) is None


def test_what_cannot_be_read_is_named_and_tried_again_next_time(tmp_path: Path, intake: Intake, reader: Reader) -> None:
    (tmp_path / "empty.txt").touch()

    for _ in range(2):
        with pytest.raises(EmptyFile, match=r"简历\.txt"):
            intake.receive(tmp_path / "empty.txt", "简历.txt")
    assert len(reader.read_names) == 2


def test_a_missing_file_is_named(tmp_path: Path, intake: Intake) -> None:
    with pytest.raises(ResumeNotFound, match=r"gone\.pdf"):
        intake.receive(tmp_path / "x", "gone.pdf")
