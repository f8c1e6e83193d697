from __future__ import annotations

from pathlib import Path

import pytest

from records.errors import CorruptFile, ResumeNotFound
from retrieval.evaluation import read_test_set

FILES = {
    "corpus.jsonl": '{"_id": "p1", "title": "Cook", "text": "Cooks."}\n\n{"_id": "p2", "text": "护士"}\n',
    "queries.jsonl": '{"_id": "q1", "text": "kitchen"}\n',
    "qrels.tsv": "query-id\tcorpus-id\tscore\nq1\tp1\t1\nq1\tp2\t0\n",
}


def folder(path: Path, **changed: str) -> Path:
    for name, content in {**FILES, **{key.replace("_", "."): text for key, text in changed.items()}}.items():
        (path / name).write_text(content, encoding="utf-8")
    return path


def test_a_test_set_is_read_as_beir_writes_it(tmp_path: Path) -> None:
    read = read_test_set(folder(tmp_path))

    assert read.corpus == {"p1": "Cook\nCooks.", "p2": "护士"}
    assert read.queries == {"q1": "kitchen"}
    assert read.relevant == {"q1": frozenset({"p1"})}


@pytest.mark.parametrize("missing", list(FILES))
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    (folder(tmp_path) / missing).unlink()

    with pytest.raises(ResumeNotFound, match=missing):
        read_test_set(tmp_path)


@pytest.mark.parametrize(
    "broken",
    [
        {"corpus_jsonl": "{"},
        {"corpus_jsonl": '{"text": "no id"}'},
        {"queries_jsonl": "[]"},
        {"qrels_tsv": "query-id\tcorpus-id\tscore\nq1\tp1\tgood\n"},
        {"qrels_tsv": "q1\tp1\t1\n"},
        {"qrels_tsv": "query-id\tcorpus-id\tscore\nq9\tp1\t1\n"},
        {"qrels_tsv": "query-id\tcorpus-id\tscore\n"},
    ],
)
def test_a_folder_of_another_form_is_refused(tmp_path: Path, broken: dict[str, str]) -> None:
    with pytest.raises(CorruptFile):
        read_test_set(folder(tmp_path, **broken))
