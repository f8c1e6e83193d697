from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agents.intake import READER_VERSION, Intake
from agents.likeness import marks_of
from invented import resume
from records.database import open_database
from records.errors import EmptyFile, ResumeNotFound, SeveralResumes, UnpacksOversized
from records.files import FileStore
from records.resume import Resume
from records.resumes import Resumes
from records.versions import Versions
from retrieval.documents.formats.containers import Member


class Reader:
    """Reads any file as the invented resume, and counts; a file of several parts is a container."""

    def __init__(self) -> None:
        self.read_names: list[str] = []

    def members(self, path: Path, name: str) -> tuple[Member, ...]:
        parts = path.read_bytes().split(b"|")
        if parts == [b"bomb"]:
            raise UnpacksOversized(file=name, size_mb=900, limit_mb=200)
        return tuple(Member(f"{n}.txt", (n,)) for n in range(len(parts))) if len(parts) > 1 else ()

    def member(self, path: Path, place: tuple[int, ...], name: str) -> bytes:
        return path.read_bytes().split(b"|")[place[0]]

    def check(self, path: Path, file: str) -> None:
        if not path.is_file():
            raise ResumeNotFound(file=file)

    def read(self, path: Path, name: str, recognising: Callable[[], object] | None = None) -> Resume:
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


def packed(folder: Path, content: bytes) -> Path:
    path = folder / "upload"
    path.write_bytes(content)
    return path


def test_a_file_that_is_no_container_arrives_as_itself(tmp_path: Path, intake: Intake) -> None:
    (arrival,) = intake.unpack(packed(tmp_path, b"one"), "a.txt")

    assert (arrival.shown, arrival.container) == ("a.txt", "")
    assert intake.take(arrival).file == "a.txt"


def test_the_members_of_a_container_are_received_under_their_own_names(
    tmp_path: Path, intake: Intake, reader: Reader
) -> None:
    first, second = intake.unpack(packed(tmp_path, b"one|two"), "简历.zip")

    assert [arrival.shown for arrival in (first, second)] == ["简历.zip › 0.txt", "简历.zip › 1.txt"]
    assert [intake.take(arrival).file for arrival in (first, second)] == ["0.txt", "1.txt"]
    assert reader.read_names == ["简历.zip › 0.txt", "简历.zip › 1.txt"]


def test_a_member_outlives_its_container(tmp_path: Path, intake: Intake) -> None:
    path = packed(tmp_path, b"one|two")
    received = intake.take(intake.unpack(path, "简历.zip")[0])
    path.unlink()

    assert intake.resume(received.sha256) == received


def test_a_member_that_cannot_be_read_fails_alone_and_is_told_with_its_container(
    tmp_path: Path, intake: Intake
) -> None:
    good, empty = intake.unpack(packed(tmp_path, b"one|"), "简历.zip")

    with pytest.raises(EmptyFile, match=r"简历\.zip › 1\.txt"):
        intake.take(empty)
    assert intake.take(good).file == "0.txt"


def test_a_container_that_cannot_be_opened_fails_as_one(tmp_path: Path, intake: Intake) -> None:
    with pytest.raises(UnpacksOversized, match=r"简历\.zip"):
        intake.unpack(packed(tmp_path, b"bomb"), "简历.zip")


def test_where_one_resume_is_wanted_several_are_refused(tmp_path: Path, intake: Intake) -> None:
    assert intake.receive_one(packed(tmp_path, b"one"), "a.txt").file == "a.txt"
    with pytest.raises(SeveralResumes, match=r"0\.txt, 1\.txt"):
        intake.receive_one(packed(tmp_path, b"one|two"), "简历.zip")


def test_what_is_received_bears_the_marks_by_which_versions_are_found(tmp_path: Path, reader: Reader) -> None:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    intake = Intake(FileStore(tmp_path / "files"), Resumes(database, READER_VERSION), reader)  # type: ignore[arg-type]

    received = intake.receive(packed(tmp_path, b"one"), "a.txt")

    assert Versions(database, READER_VERSION).bearers(marks_of(received), besides="").keys() == set(marks_of(received))
    database.close()
