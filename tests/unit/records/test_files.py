from __future__ import annotations

import errno
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.errors import ReadingError, ResumeNotFound, StorageDamaged, StorageError, StorageFull
from records.files import FileStore, write_whole

CONTENT = "林小禾\n五年 Python 经验\n".encode()
SHA = hashlib.sha256(CONTENT).hexdigest()

KEEP = "import sys, pathlib, records.files as f; f.FileStore(pathlib.Path(sys.argv[1])).keep(pathlib.Path(sys.argv[2]))"


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "林小禾.txt"
    path.write_bytes(CONTENT)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "files"


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_a_kept_file_outlives_the_one_that_was_sent(resume: Path, folder: Path) -> None:
    kept = FileStore(folder).keep(resume)
    resume.unlink()

    assert kept.path.read_bytes() == CONTENT
    assert (kept.sha256, kept.size) == (SHA, len(CONTENT))


def test_a_kept_file_is_found_again_by_its_hash(resume: Path, folder: Path) -> None:
    kept = FileStore(folder).keep(resume)

    assert FileStore(folder).path_of(SHA) == kept.path


def test_making_a_store_touches_no_disk(folder: Path) -> None:
    FileStore(folder)

    assert not folder.exists()


def test_the_same_content_is_kept_once_whatever_its_name(resume: Path, folder: Path, tmp_path: Path) -> None:
    store, copy = FileStore(folder), tmp_path / "copy.md"
    copy.write_bytes(CONTENT)

    kept = [store.keep(resume), store.keep(copy), store.add_bytes(CONTENT)]

    assert files_in(folder) == [kept[0].path]
    assert kept[0] == kept[1] == kept[2]


@given(st.binary())
def test_any_content_comes_back_byte_for_byte(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = FileStore(tmp_path_factory.getbasetemp() / "any")

    assert store.read(store.add_bytes(content).sha256) == content


def test_only_the_owner_may_read_what_is_kept(resume: Path, folder: Path) -> None:
    kept = FileStore(folder).keep(resume)

    assert kept.path.stat().st_mode & 0o077 == 0
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "name", ["", "..", "../../etc/passwd", f"../{SHA}", SHA.upper(), SHA[:63], f"{SHA}\n", f"{SHA}/..", "１" * 64]
)
def test_what_is_no_hash_names_no_file(resume: Path, folder: Path, name: str) -> None:
    store = FileStore(folder)
    store.keep(resume)

    with pytest.raises(ResumeNotFound):
        store.path_of(name)


def test_a_hash_never_kept_names_no_file(folder: Path) -> None:
    with pytest.raises(ResumeNotFound):
        FileStore(folder).path_of(SHA)


@pytest.mark.parametrize("name", ["missing.pdf", "."])
def test_what_is_not_a_file_cannot_be_kept(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(ResumeNotFound):
        FileStore(folder).keep(tmp_path / name)


def test_a_file_the_system_cannot_open_is_told_by_name(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="too-long"):
        FileStore(folder).keep(tmp_path / ("too-long" * 40))


def test_content_changed_on_the_disk_is_never_served(resume: Path, folder: Path) -> None:
    store = FileStore(folder)
    store.keep(resume).path.write_bytes(CONTENT[::-1])

    with pytest.raises(StorageDamaged):
        store.read(SHA)


def test_sending_a_file_again_mends_a_copy_that_was_cut_short(resume: Path, folder: Path) -> None:
    store = FileStore(folder)
    store.keep(resume).path.write_bytes(CONTENT[:5])

    store.keep(resume)

    assert store.read(SHA) == CONTENT


def test_a_folder_that_cannot_be_made_is_a_storage_error(resume: Path) -> None:
    with pytest.raises(StorageError, match="Not a directory"):
        FileStore(resume / "files").add_bytes(CONTENT)


def test_a_process_killed_while_copying_leaves_no_file_under_a_hash(resume: Path, folder: Path) -> None:
    os.truncate(resume, 1 << 40)  # takes no room itself, and nobody copies it before the kill
    copying = subprocess.Popen([sys.executable, "-c", KEEP, str(folder), str(resume)])
    deadline = time.monotonic() + 30
    while not any(part.stat().st_size for part in files_in(folder)) and time.monotonic() < deadline:
        time.sleep(0.01)
    copying.send_signal(signal.SIGKILL)
    copying.wait()

    assert [part.parent.name for part in files_in(folder)] == [".partial"]


def test_tidying_removes_abandoned_parts_and_nothing_else(resume: Path, folder: Path) -> None:
    store = FileStore(folder)
    kept = store.keep(resume).path
    abandoned, at_work = folder / ".partial" / "old", folder / ".partial" / "new"
    for part in (abandoned, at_work):
        part.write_bytes(b"half")
    os.utime(abandoned, (0, 0))

    store.tidy()

    assert sorted(files_in(folder)) == sorted([kept, at_work])


def test_tidying_a_store_never_used_does_nothing(folder: Path) -> None:
    FileStore(folder).tidy()

    assert not folder.exists()


def test_a_file_to_take_away_is_written_over_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "名单.xlsx"
    out.write_bytes(b"older and longer")

    write_whole(out, CONTENT)

    assert out.read_bytes() == CONTENT
    assert files_in(tmp_path) == [out]


def test_a_file_for_which_there_is_no_space_leaves_the_older_one_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "list.xlsx"
    out.write_bytes(b"older")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(StorageFull):
        write_whole(out, CONTENT)
    assert out.read_bytes() == b"older"
    assert files_in(tmp_path) == [out]


def test_a_file_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        write_whole(tmp_path / "nowhere" / "list.xlsx", CONTENT)
