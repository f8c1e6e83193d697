from __future__ import annotations

from pathlib import Path

import pytest

from retrieval.index_folder import IndexFolder


@pytest.fixture
def folder(tmp_path: Path) -> IndexFolder:
    """A folder with one sealed file in it."""
    folder = IndexFolder(tmp_path / "postings")
    (folder.path / "graph").mkdir(parents=True)
    (folder.path / "graph" / "level0.bin").write_bytes(b"0123456789")
    folder.seal()
    return folder


def reopened(folder: IndexFolder) -> IndexFolder:
    folder.close()
    return IndexFolder(folder.path)


def test_a_folder_that_does_not_exist_yet_is_as_left(tmp_path: Path) -> None:
    assert IndexFolder(tmp_path / "new").is_as_left()


def test_a_sealed_folder_is_as_left_after_opening_it_again(folder: IndexFolder) -> None:
    assert reopened(folder).is_as_left()


@pytest.mark.parametrize("content", [b"", b"01234", b"x123456789", b"0123456789x"])
def test_a_changed_file_is_seen(folder: IndexFolder, content: bytes) -> None:
    (folder.path / "graph" / "level0.bin").write_bytes(content)

    assert not reopened(folder).is_as_left()


def test_a_missing_file_is_seen(folder: IndexFolder) -> None:
    (folder.path / "graph" / "level0.bin").unlink()

    assert not reopened(folder).is_as_left()


def test_a_file_too_many_is_seen(folder: IndexFolder) -> None:
    (folder.path / "graph" / "other.bin").write_bytes(b"")

    assert not reopened(folder).is_as_left()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", '{"a": 1}', '{"a": ["x", "y", "z"]}'])
def test_a_damaged_seal_fits_nothing(folder: IndexFolder, content: str) -> None:
    folder.path.with_suffix(".seal").write_text(content, encoding="utf-8")

    assert not reopened(folder).is_as_left()


def test_a_file_that_is_not_sqlites_is_not_sound(folder: IndexFolder) -> None:
    (folder.path / "chroma.sqlite3").write_bytes(b"noise" * 1000)

    assert not reopened(folder).is_as_left()


def test_a_wiped_folder_is_as_left(folder: IndexFolder) -> None:
    folder.wipe()

    assert not folder.path.exists()
    assert reopened(folder).is_as_left()


def test_a_folder_that_is_taken_is_replaced_by_a_temporary_one(folder: IndexFolder) -> None:
    other = IndexFolder(folder.path)

    assert other.path != folder.path
    assert other.is_as_left()
    other.close()


def test_a_temporary_folder_is_gone_when_it_is_closed(folder: IndexFolder) -> None:
    other = IndexFolder(folder.path)
    other.path.mkdir()

    other.close()

    assert not other.path.exists()


def test_a_folder_is_free_again_when_its_owner_closes_it(folder: IndexFolder) -> None:
    assert reopened(folder).path == folder.path
