from __future__ import annotations

from pathlib import Path

import pytest

import invented
from agents.fleet.job import Job
from agents.fleet.places import Place
from agents.fleet.results import Results
from agents.fleet.rows import Outcome, Taken
from records.errors import CorruptFile, NoFleetResults, OtherFleetRun, PlaceUnusable
from retrieval.embedding import Fingerprint


def job(**changed: object) -> Job:
    return Job(
        key="k",
        source="/resumes",
        posting=invented.posting(),
        language="en",
        by="rules",
        posting_version="v",
        configuration="c",
        reader_version=1,
        fingerprint=Fingerprint("bag", 8),
    ).model_copy(update=changed)


def test_a_place_is_listed_in_the_order_of_paths_without_what_begins_with_a_dot(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", ".git/c.txt", "a/.d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)

    listed = Place(str(tmp_path)).files()

    assert [one.name for one in listed] == ["a/z.txt", "a.txt", "b.txt"]
    assert [Path(one.path).read_text() for one in listed] == [one.name for one in listed]


def test_a_single_file_is_a_place_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")

    assert [(one.name, one.size) for one in Place(str(tmp_path / "a.txt")).files()] == [("a.txt", 1)]


def test_what_lies_in_a_bucket_is_copied_for_as_long_as_it_is_needed(tmp_path: Path) -> None:
    bucket = Place("mock://bucket")  # pyarrow's own stand-in, which forgets with its object
    for name in ("b.txt", "a/c.txt", "a.txt"):
        bucket.write(name, name.encode())

    names = [one.name for one in bucket.files()]
    with bucket.local(bucket.files()[-1].path, tmp_path) as copy:
        assert copy.read_text() == "b.txt"

    assert names == ["a/c.txt", "a.txt", "b.txt"]
    assert (bucket.read("a.txt"), bucket.read("none.txt")) == (b"a.txt", None)
    assert list(tmp_path.iterdir()) == []


def test_a_table_comes_back_whole_or_by_columns(tmp_path: Path) -> None:
    place, rows = Place(str(tmp_path)), [{"a": "1", "b": b"x"}, {"a": "", "b": b""}]
    place.write_table("t.parquet", rows)

    assert place.read_table("t.parquet") == rows
    assert place.read_table("t.parquet", ["a"]) == [{"a": "1"}, {"a": ""}]
    assert place.read_table("none.parquet") == []


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PlaceUnusable):
        Place(str(tmp_path / "nowhere")).files()
    with pytest.raises(PlaceUnusable):
        Place("nonsense://bucket/folder")


def test_results_are_for_their_owner_only(tmp_path: Path) -> None:
    results = Results(str(tmp_path / "out"))
    results.begin(job())
    results.keep([Outcome("a" * 64).row()])

    kept = list((tmp_path / "out").rglob("*"))
    assert {path.name for path in kept if path.is_file()} >= {"job.json"}
    assert {path.stat().st_mode & 0o777 for path in kept if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in [tmp_path / "out", *kept] if path.is_dir()} == {0o700}


def test_a_part_that_is_written_twice_is_there_once(tmp_path: Path) -> None:
    results = Results(str(tmp_path))
    part = [Outcome("a" * 64, error=CorruptFile(file="a.pdf")).row(), Outcome("b" * 64).row()]
    results.keep(part)
    results.keep(part)

    assert [one.sha256 for one in results.outcomes()] == ["a" * 64, "b" * 64]
    assert {sha256: type(error) for sha256, error in results.known().items()} == {
        "a" * 64: CorruptFile,
        "b" * 64: type(None),
    }


def test_the_files_come_back_in_their_order(tmp_path: Path) -> None:
    files = [Taken(1, "a.zip › a.pdf", "/a.zip", (0,), "a" * 64), Taken(2, "b.pdf", "/b.pdf", (), "b" * 64)]
    results = Results(str(tmp_path))
    results.keep_files(files)

    assert results.files() == files


def test_the_same_job_goes_on_and_another_one_is_refused(tmp_path: Path) -> None:
    results = Results(str(tmp_path))
    results.begin(job())
    results.begin(job())

    assert results.job() == job()
    with pytest.raises(OtherFleetRun):
        results.begin(job(configuration="another"))


def test_a_place_without_results_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoFleetResults):
        Results(str(tmp_path)).job()
