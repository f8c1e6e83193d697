"""A process that indexes is killed at any moment: afterwards everything in the database is found, and rightly."""

from __future__ import annotations

import random
import signal
from collections.abc import Callable
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from fakes import BagOfWords
from processes import index_until_killed, numbered_posting
from records.database import open_database
from records.postings import Postings
from retrieval.embedding import Vectors
from retrieval.index_rows import Neighbour
from retrieval.index_source import IndexPlace
from retrieval.posting_index import posting_index, posting_text
from retrieval.text_index import TextIndex

KILLS = 20
MOST_KILLS = 200
"""Where the machine is so busy that many are killed before they have stored anything."""
MOST_SECONDS = 1.5
"""Indexing a posting takes some hundredths of a second: kills fall on opening, and on every step of some dozens."""

# Forked from a process that has imported what they run: started anew, each would import for seconds.
_FORKS = get_context("forkserver")
_FORKS.set_forkserver_preload(["warmed"])

Opened = Callable[[Path], TextIndex]


def killed_at_some_moment(folder: Path, seconds: float) -> None:
    begun = _FORKS.Event()
    process = _FORKS.Process(target=index_until_killed, args=(folder, 10_000, begun))
    process.start()
    assert begun.wait(60)
    process.join(seconds)
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def postings_in(folder: Path) -> int:
    with closing(open_database(f"sqlite:///{folder}/bole.db")) as database:
        return len(Postings(database).list())


def scores(index: TextIndex, library: Postings) -> dict[str, dict[str, tuple[float, float]]]:
    """For each posting as the query: every posting's lexical and dense score."""
    everything = np.ones(len(index.ids), dtype=bool)
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for posting in library.list():
        text = posting_text(posting)
        entry, vectors = index.made_of(text.key, lambda text=text: text)
        words, meaning = index.words_scores(entry), index.meaning(vectors.asking, everything).scores
        found[posting.id] = {
            name: (round(by_words, 4), round(by_meaning, 4))
            for name, by_words, by_meaning in zip(index.ids, words.tolist(), meaning.tolist(), strict=True)
        }
    return found


@pytest.mark.usefixtures("forks_know_the_tests")
def test_after_twenty_kills_every_posting_is_found_as_in_an_index_that_was_never_killed(tmp_path: Path) -> None:
    dice, kills = random.Random(20), 0
    while kills < KILLS or (kills < MOST_KILLS and postings_in(tmp_path / "killed") <= KILLS):
        killed_at_some_moment(tmp_path / "killed", dice.uniform(0.0, MOST_SECONDS))
        kills += 1

    with closing(open_database(f"sqlite:///{tmp_path}/killed/bole.db")) as database:
        library = Postings(database)
        embedding = BagOfWords()
        with (
            closing(posting_index(IndexPlace(tmp_path / "killed", tmp_path / "killed"), embedding, library)) as index,
            closing(posting_index(IndexPlace(tmp_path / "new", tmp_path / "new"), BagOfWords(), library)) as anew,
        ):
            index.sync()
            anew.sync()
            assert len(library.list()) > KILLS
            assert set(index.ids) == set(library.versions())
            found = scores(index, library)
            assert found == scores(anew, library)
            assert all(max(row, key=lambda name: row[name]) == asked for asked, row in found.items())


def test_a_posting_that_no_edge_of_the_graph_leads_to_is_found_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(open_database(f"sqlite:///{tmp_path}/bole.db")) as database:
        library = Postings(database)
        library.add_all(numbered_posting(n) for n in range(12))
        with closing(posting_index(IndexPlace(tmp_path, tmp_path), BagOfWords(), library)) as index:
            index.sync()
            every = scores(index, library)
            asked = index._vectors.query

            def without_the_nearest(vectors: Vectors, n: int) -> list[list[Neighbour]]:
                return [found[1:] for found in asked(vectors, n)]

            monkeypatch.setattr(index._vectors, "query", without_the_nearest)

            assert scores(index, library) == every


@pytest.mark.parametrize("harm", ["postings", "postings.db"])
def test_what_is_lost_of_an_index_is_made_again_while_it_serves_on(tmp_path: Path, harm: str) -> None:
    place = IndexPlace(tmp_path, tmp_path)
    with closing(open_database(f"sqlite:///{tmp_path}/bole.db")) as database:
        library = Postings(database)
        library.add_all(numbered_posting(n) for n in range(12))
        with closing(posting_index(place, BagOfWords(), library)) as index:
            index.sync()
            before = scores(index, library)
        lost = [file for file in (tmp_path / harm).rglob("*") if file.is_file()] or [tmp_path / harm]
        for file in lost:
            file.unlink()
        with closing(posting_index(place, BagOfWords(), library)) as index:
            index.sync()
            assert scores(index, library) == before
