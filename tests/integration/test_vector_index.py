"""The vector index on a real Chroma: in a folder, whole and damaged, and on a server."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

import httpx
import numpy as np
import pytest

from processes import write_and_die
from records.errors import SettingsError
from retrieval.embedding import Fingerprint, Vectors
from retrieval.index_rows import Rows
from retrieval.vector_index import VectorIndex

WIDTH = 16
NUMBER = 1_200  # Chroma writes its graph files every 1,000 rows: these are partly in them and partly in SQLite
GRAPH_FILES = ("data_level0.bin", "header.bin", "length.bin", "link_lists.bin", "index_metadata.pickle")

NOISE = np.random.default_rng(7)


def directions(number: int, seed: int = 0) -> Vectors:
    vectors = np.random.default_rng(seed).normal(size=(number, WIDTH)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@dataclass
class Model:
    """Stands for an embedding: the index asks it for nothing but its fingerprint."""

    fingerprint: Fingerprint = field(default_factory=lambda: Fingerprint("tiny", WIDTH, "r1", "i1"))


@dataclass
class Database:
    """The rows as the database holds them, and how often the index asked for all of them."""

    vectors: Vectors = field(default_factory=lambda: directions(NUMBER))
    asked: int = 0

    def rows(self) -> Iterator[Rows]:
        self.asked += 1
        for start in range(0, len(self.vectors), 500):
            yield rows_from(self.vectors[start : start + 500], start)


def rows_from(vectors: Vectors, start: int = 0) -> Rows:
    numbers = range(start, start + len(vectors))
    return Rows([f"row-{n}" for n in numbers], vectors, [{"trade": "cook" if n % 2 else "nurse"} for n in numbers])


def opened(place: Path | str, database: Database, model: Model | None = None) -> VectorIndex:
    return VectorIndex(place, "postings", model or Model(), database.rows)


def answers_rightly(index: VectorIndex, vectors: Vectors) -> bool:
    """Whether the five nearest of 200 rows are those that comparing with every row gives."""
    queries = vectors[:: max(1, len(vectors) // 200)]
    expected = np.argsort(-(queries @ vectors.T), axis=1)[:, :5]
    found = index.query(queries, 5)
    return [[n.id for n in row] for row in found] == [[f"row-{i}" for i in row] for row in expected]


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def built(tmp_path: Path, database: Database) -> Path:
    """The place of a finished and closed index."""
    index = opened(tmp_path, database)
    assert index.is_current(NUMBER)
    index.close()
    database.asked = 0
    return tmp_path


def test_the_first_question_fills_the_index_from_the_database(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)

    assert answers_rightly(index, database.vectors)


def test_similarity_is_the_cosine(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)
    query = directions(1, seed=5)

    best = index.query(query, 3)[0]

    expected = sorted((database.vectors @ query[0]).tolist(), reverse=True)[:3]
    assert [n.similarity for n in best] == pytest.approx(expected, abs=1e-5)


def test_a_finished_index_is_used_again_without_asking_the_database(built: Path, database: Database) -> None:
    index = opened(built, database)

    assert answers_rightly(index, database.vectors)
    assert database.asked == 0


def test_an_empty_library_answers_with_nothing(tmp_path: Path) -> None:
    index = opened(tmp_path, Database(vectors=directions(0)))

    assert index.query(directions(2), 5) == [[], []]
    assert index.count() == 0


def test_no_queries_give_no_answers(tmp_path: Path, database: Database) -> None:
    assert opened(tmp_path, database).query(directions(0), 5) == []


def test_asking_for_more_rows_than_there_are_gives_all(tmp_path: Path) -> None:
    index = opened(tmp_path, Database(vectors=directions(300)))

    assert len({n.id for n in index.query(directions(1), 1_000)[0]}) == 300


def test_a_filter_holds(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)

    found = index.query(database.vectors[:1], 20, where={"trade": "cook"})[0]

    assert len(found) == 20
    assert all(int(n.id.removeprefix("row-")) % 2 == 1 for n in found)


def test_equal_rows_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    same = np.repeat(directions(1), 4, axis=0)
    index = opened(tmp_path, Database(vectors=same))

    assert [n.id for n in index.query(same[:1], 4)[0]] == ["row-0", "row-1", "row-2", "row-3"]


def test_a_row_written_is_found_at_once_and_after_opening_again(built: Path, database: Database) -> None:
    new = directions(1, seed=9)
    index = opened(built, database)

    index.upsert(rows_from(new, NUMBER))
    before = index.query(new, 1)[0][0]
    index.close()
    after = opened(built, database).query(new, 1)[0][0]

    assert before.id == after.id == f"row-{NUMBER}"
    assert database.asked == 0


def test_a_row_of_a_known_id_replaces_the_old_one(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)
    new = directions(1, seed=9)

    index.upsert(Rows(["row-3"], new, [{"trade": "cook"}]))

    assert index.query(new, 1)[0][0].id == "row-3"
    assert index.is_current(NUMBER)


def test_more_rows_than_chroma_takes_at_once_are_written_in_parts(tmp_path: Path) -> None:
    index = opened(tmp_path, Database(vectors=directions(0)))

    index.upsert(rows_from(directions(6_000)))

    assert index.count() == 6_000


def test_rows_are_removed_by_id_and_by_fact(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)

    index.delete(["row-1", "row-2", "unknown"])
    index.delete([])
    index.delete_where({"trade": "cook"})

    found = index.query(database.vectors[:3], NUMBER)
    assert len(found[0]) == index.count() == NUMBER // 2 - 1
    assert found[0][0].id == "row-0"
    assert not {"row-1", "row-2", "row-3"} & {n.id for n in found[0]}


def test_vectors_of_another_width_are_refused(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)

    with pytest.raises(ValueError, match="16 dimensions"):
        index.query(np.ones((1, WIDTH + 1), dtype=np.float32), 3)


@pytest.mark.parametrize("change", [{"model": "other"}, {"revision": "r2"}, {"instructions": "i2"}])
def test_an_index_made_by_another_model_is_made_again(built: Path, change: dict[str, str]) -> None:
    newer = Database(vectors=directions(NUMBER, seed=3))
    model = Model(replace(Model().fingerprint, **change))

    index = opened(built, newer, model)

    assert answers_rightly(index, newer.vectors)
    assert newer.asked == 1


def test_an_index_of_other_dimensions_is_made_again(built: Path) -> None:
    short = Database(vectors=directions(NUMBER)[:, :8])
    index = opened(built, short, Model(Fingerprint("tiny", 8)))

    assert index.query(short.vectors[:1], 1)[0][0].id == "row-0"


def test_a_build_that_was_interrupted_is_begun_again(tmp_path: Path, database: Database) -> None:
    def interrupted() -> Iterator[Rows]:
        yield rows_from(database.vectors[:500])
        raise RuntimeError("power cut")

    index = VectorIndex(tmp_path, "postings", Model(), interrupted)
    with pytest.raises(RuntimeError, match="power cut"):
        index.count()
    index.close()

    assert answers_rightly(opened(tmp_path, database), database.vectors)


def test_an_index_behind_the_database_is_told_and_made_again(tmp_path: Path, database: Database) -> None:
    index = opened(tmp_path, database)
    index.delete(["row-5"])

    assert not index.is_current(NUMBER)
    index.rebuild()
    assert index.is_current(NUMBER)


def emptied(old: bytes) -> bytes:
    return b""


def cut_in_half(old: bytes) -> bytes:
    return old[: len(old) // 2]


def noise(old: bytes) -> bytes:
    return NOISE.bytes(len(old))


def noise_in_the_middle(old: bytes) -> bytes:
    third = len(old) // 3
    return old[:third] + NOISE.bytes(third) + old[2 * third :]


@pytest.mark.parametrize("damage", [emptied, cut_in_half, noise, noise_in_the_middle], ids=lambda d: d.__name__)
@pytest.mark.parametrize("name", [*GRAPH_FILES, "chroma.sqlite3"])
def test_a_damaged_file_never_leads_to_a_wrong_answer(
    built: Path, database: Database, name: str, damage: Callable[[bytes], bytes]
) -> None:
    (file,) = (built / "postings").rglob(name)
    file.write_bytes(damage(file.read_bytes()))

    index = opened(built, database)

    assert answers_rightly(index, database.vectors)
    assert index.is_current(NUMBER)


@pytest.mark.parametrize("name", [*GRAPH_FILES, "chroma.sqlite3", "postings", "postings.seal"])
def test_a_missing_file_never_leads_to_a_wrong_answer(built: Path, database: Database, name: str) -> None:
    (file,) = built.rglob(name)
    file.rename(built / "gone")

    index = opened(built, database)

    assert answers_rightly(index, database.vectors)
    assert database.asked == 1


def test_a_damaged_index_is_whole_again_after_it_was_made_again(built: Path, database: Database) -> None:
    (file,) = built.rglob("data_level0.bin")
    file.write_bytes(cut_in_half(file.read_bytes()))
    index = opened(built, database)
    index.count()
    index.close()

    assert answers_rightly(opened(built, database), database.vectors)
    assert database.asked == 1


def test_making_an_index_again_leaves_no_old_files(built: Path, database: Database) -> None:
    index = opened(built, database)

    index.rebuild()
    index.rebuild()

    assert len(list(built.rglob("data_level0.bin"))) == 1


def test_a_second_owner_answers_rightly_and_leaves_the_first_ones_files_alone(built: Path, database: Database) -> None:
    first, second = opened(built, database), opened(built, database)
    first.count()
    new = directions(1, seed=9)

    second.upsert(rows_from(new, NUMBER))

    assert second.query(new, 1)[0][0].id == f"row-{NUMBER}"
    assert first.is_current(NUMBER)
    assert answers_rightly(first, database.vectors)
    second.close()


def test_the_next_owner_gets_the_folder_when_the_first_lets_it_go(built: Path, database: Database) -> None:
    first = opened(built, database)
    first.count()
    first.close()

    assert opened(built, database).is_current(NUMBER)
    assert database.asked == 0


def test_rows_survive_a_process_that_is_killed(built: Path, database: Database) -> None:
    new = directions(1, seed=9)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process, suppress(BrokenProcessPool):
        process.submit(write_and_die, built, Model().fingerprint, rows_from(new, NUMBER)).result()

    index = opened(built, database)

    assert index.query(new, 1)[0][0].id == f"row-{NUMBER}"
    assert index.is_current(NUMBER + 1)
    assert database.asked == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A Chroma server of its own, as `chroma run` starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    command = [Path(sys.executable).with_name("chroma"), "run", "--host", "127.0.0.1", "--port", str(port)]
    with subprocess.Popen([*command, "--path", folder], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as chroma:
        url = f"http://127.0.0.1:{port}"
        try:
            wait_for(url, chroma)
            yield url
        finally:
            chroma.terminate()


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until and server.poll() is None:
        try:
            httpx.get(f"{url}/api/v2/heartbeat").raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(url)


def test_a_server_holds_the_index_for_every_process(server: str, database: Database) -> None:
    first, second = opened(server, database), opened(server, database)
    new = directions(1, seed=9)

    assert answers_rightly(first, database.vectors)
    second.upsert(rows_from(new, NUMBER))

    assert first.query(new, 1)[0][0].id == f"row-{NUMBER}"
    assert database.asked == 1


def test_an_index_another_process_made_again_on_the_server_is_looked_up_anew(server: str, database: Database) -> None:
    first, second = opened(server, database), opened(server, database)
    first.count()

    second.rebuild()

    assert first.is_current(NUMBER)


def test_a_server_index_of_another_model_is_made_again(server: str, database: Database) -> None:
    opened(server, database).count()
    newer = Database(vectors=directions(NUMBER, seed=3))

    index = opened(server, newer, Model(Fingerprint("other", WIDTH)))

    assert answers_rightly(index, newer.vectors)


def test_a_server_that_does_not_answer_is_a_settings_error(database: Database) -> None:
    index = opened("http://127.0.0.1:9", database)

    with pytest.raises(SettingsError, match="BOLE_CHROMA_URL"):
        index.count()


@pytest.mark.parametrize("number", [12, NUMBER])
def test_an_index_that_was_only_read_is_not_made_again(tmp_path: Path, number: int) -> None:
    database = Database(directions(number))
    for _ in range(3):
        index = opened(tmp_path, database)
        assert index.count() == number
        assert answers_rightly(index, database.vectors)
        index.close()

    assert database.asked == 1
