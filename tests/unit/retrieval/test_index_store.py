"""What was made of a text once comes back as it was, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from retrieval.facts import Facts
from retrieval.index_store import Entry, IndexStore, KeptVectors
from retrieval.term_counts import Counts, counted, merged

VECTORS = KeptVectors(*(np.arange(n, dtype=np.float32).reshape(-1, 4) for n in (8, 12, 4)))
ENTRY = Entry(counted(["sql", "sql", "护士"]), counted(["Java"]), Facts(years=3.0, asks=True), (3.0, 1.5))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[IndexStore]:
    opened = IndexStore(tmp_path / "index" / "postings.db")
    yield opened
    opened.close()


def same(one: KeptVectors, other: KeptVectors) -> bool:
    return all(
        np.array_equal(a, b)
        for a, b in ((one.passages, other.passages), (one.asking, other.asking), (one.parts, other.parts))
    )


def test_vectors_and_entries_come_back_as_they_were(store: IndexStore) -> None:
    store.put_vectors("m", {"a@1": VECTORS})
    store.put_entries("m", {"a@1": ENTRY})

    assert same(store.vectors("m", ["a@1", "gone"])["a@1"], VECTORS)
    (entry,) = store.entries("m", ["a@1"]).values()
    assert (entry.facts, entry.weights) == (ENTRY.facts, ENTRY.weights)
    assert entry.words.terms.tolist() == ENTRY.words.terms.tolist()
    assert entry.words.times.tolist() == ENTRY.words.times.tolist()


def test_facts_are_given_without_the_rest(store: IndexStore) -> None:
    store.put_entries("m", {"a@1": ENTRY})

    assert store.facts("m", ["a@1", "gone"]) == {"a@1": ENTRY.facts}
    assert store.facts("other", ["a@1"]) == {}


def test_vectors_searched_with_and_in_alike_are_kept_once(store: IndexStore) -> None:
    alike = KeptVectors(VECTORS.passages, VECTORS.passages, VECTORS.parts)
    store.put_vectors("m", {"a@1": alike})

    assert same(store.vectors("m", ["a@1"])["a@1"], alike)


def test_what_another_model_made_is_not_seen(store: IndexStore) -> None:
    store.put_vectors("m", {"a@1": VECTORS})

    assert store.vectors("other", ["a@1"]) == {}
    assert store.keys("vectors", "other") == set()


def test_a_text_that_is_forgotten_is_gone_whatever_made_it(store: IndexStore) -> None:
    for model in ("m", "other"):
        store.put_vectors(model, {"a@1": VECTORS, "b@1": VECTORS})
    store.delete(["a@1", "unknown"])

    assert store.keys("vectors", "m") == store.keys("vectors", "other") == {"b@1"}


def test_a_damaged_row_is_left_out(store: IndexStore, tmp_path: Path) -> None:
    store.put_vectors("m", {"a@1": VECTORS, "b@1": VECTORS})
    store.close()
    with sqlite3.connect(tmp_path / "index" / "postings.db") as file:
        file.execute("UPDATE vectors SET rows = zeroblob(96) WHERE key = 'a@1'")
    file.close()

    assert set(store.vectors("m", ["a@1", "b@1"])) == {"b@1"}


@pytest.mark.parametrize("content", [b"", b"noise" * 4096])
def test_a_damaged_file_is_begun_again(store: IndexStore, tmp_path: Path, content: bytes) -> None:
    store.put_vectors("m", {"a@1": VECTORS})
    store.close()
    (tmp_path / "index" / "postings.db").write_bytes(content)

    assert store.vectors("m", ["a@1"]) == {}
    store.put_vectors("m", {"a@1": VECTORS})
    assert same(store.vectors("m", ["a@1"])["a@1"], VECTORS)


def test_counts_survive_the_database_and_add_up() -> None:
    both = merged([counted(["sql", "护士", "sql"]), counted(["sql", "Go"])])

    again = Counts.from_bytes(both.to_bytes())
    assert dict(zip(again.terms.tolist(), again.times.tolist(), strict=True)) == dict(
        zip(*(column.tolist() for column in counted(["sql", "sql", "sql", "护士", "Go"])), strict=True)
    )
    assert merged([]).terms.tolist() == []
