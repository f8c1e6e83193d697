"""What holds for every embedding, and Qwen3-Embedding against a computation by hand."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Lock

import numpy as np
import pytest
import torch
from transformers import AutoModel, AutoTokenizer

from local_server import Asked, Reply, as_json, as_models, serving
from records.errors import EmbeddingError
from records.redacted import RedactedText
from retrieval.embedding import INSTRUCTIONS, Embedding, Task, Vectors
from retrieval.local_embedding import LocalEmbedding
from retrieval.model_server import ModelServer
from retrieval.served_embedding import ServedEmbedding
from tiny_models import MAX_TOKENS, WIDTH, make_qwen3_embedding

SERVED_NAME = "Qwen/Qwen3-Embedding-4B"
TASKS: list[Task] = list(INSTRUCTIONS)

LINES = [
    RedactedText(text)
    for text in (
        "Led a team of five engineers building a search platform on Kubernetes",
        "负责推荐系统的设计与开发，熟悉 Python 和分布式系统",
        "Python",
        "2019.03 – 至今  高级工程师 (Senior Engineer), 上海",
        "Registered nurse with twelve years on a surgical ward " * 4,
    )
]

Computed = Callable[[Sequence[str], int], Vectors]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_qwen3_embedding(tmp_path_factory.mktemp("qwen3"))


@pytest.fixture(scope="module")
def by_hand(folder: Path) -> Computed:
    """Qwen3-Embedding as its authors describe it, written out: one text at a time, so nothing is padded."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    lock = Lock()

    def computed(texts: Sequence[str], dimensions: int = WIDTH) -> Vectors:
        with lock, torch.inference_mode():
            states = [model(**tokenizer(text, return_tensors="pt")).last_hidden_state for text in texts]
        last = np.stack([state[0, -1, :dimensions].numpy() for state in states])
        return last / np.linalg.norm(last, axis=1, keepdims=True)

    return computed


@pytest.fixture(scope="module")
def address(by_hand: Computed) -> Iterator[str]:
    """An OpenAI-compatible server of the same weights, as vLLM serves them: no prompt, all dimensions."""

    def answer(asked: Asked) -> Reply:
        if asked.path == "/v1/models":
            return as_models(SERVED_NAME, max_tokens=MAX_TOKENS)
        vectors = by_hand(asked.body["input"], WIDTH).tolist()
        entries = [{"object": "embedding", "index": n, "embedding": vector} for n, vector in enumerate(vectors)]
        return as_json({"object": "list", "model": SERVED_NAME, "data": entries[::-1], "usage": {}})

    with serving(answer) as url:
        yield url


@pytest.fixture(scope="module")
def bundled() -> Embedding:
    return LocalEmbedding()


@pytest.fixture(scope="module")
def local_qwen3(folder: Path) -> Embedding:
    return LocalEmbedding(str(folder))


@pytest.fixture(scope="module")
def served_qwen3(address: str) -> Embedding:
    return ServedEmbedding(ModelServer(address))


@pytest.fixture(params=["bundled", "local_qwen3", "served_qwen3"])
def embedding(request: pytest.FixtureRequest) -> Embedding:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["local_qwen3", "served_qwen3"])
def qwen3(request: pytest.FixtureRequest) -> Embedding:
    return request.getfixturevalue(request.param)


@pytest.fixture(params=["local", "served"])
def short_qwen3(request: pytest.FixtureRequest, folder: Path, address: str) -> Embedding:
    if request.param == "local":
        return LocalEmbedding(str(folder), dimensions=32)
    return ServedEmbedding(ModelServer(address), dimensions=32)


def test_passages_and_queries_have_a_row_of_the_promised_width_for_each_text(embedding: Embedding) -> None:
    shape = (len(LINES), embedding.dimensions)

    assert embedding.embed_passages(LINES).shape == shape
    assert all(embedding.embed_queries(LINES, task).shape == shape for task in TASKS)
    assert embedding.embed_passages(LINES).dtype == np.float32


def test_every_row_has_length_one(embedding: Embedding) -> None:
    for vectors in (embedding.embed_passages(LINES), embedding.embed_queries(LINES, "free_search")):
        assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_no_texts_give_no_rows(embedding: Embedding) -> None:
    assert embedding.embed_passages([]).shape == (0, embedding.dimensions)
    assert embedding.embed_queries([], "question_to_lines").shape == (0, embedding.dimensions)


def test_a_text_without_words_still_gets_a_direction(embedding: Embedding) -> None:
    assert np.isfinite(embedding.embed_passages([RedactedText(" "), RedactedText("。")])).all()


def test_rows_keep_the_order_of_their_texts_however_many_come_at_once(embedding: Embedding) -> None:
    many = [RedactedText(f"{LINES[n % 5]} {n}") for n in range(70)]

    few_at_once = np.concatenate([embedding.embed_passages(many[n : n + 7]) for n in range(0, 70, 7)])

    assert embedding.embed_passages(many) == pytest.approx(few_at_once, abs=1e-4)


def test_calls_from_several_threads_do_not_disturb_each_other(embedding: Embedding) -> None:
    expected = embedding.embed_passages(LINES)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: embedding.embed_passages(LINES), range(8)))

    assert all(vectors == pytest.approx(expected, abs=1e-4) for vectors in found)


def test_the_fingerprint_names_model_and_dimensions(embedding: Embedding) -> None:
    assert embedding.fingerprint.model == embedding.model
    assert embedding.fingerprint.dimensions == embedding.dimensions


def test_limit_and_strong_line_are_usable(embedding: Embedding) -> None:
    assert embedding.max_tokens >= 256
    assert 0 < embedding.strong_line < 1


def test_qwen3_passages_are_the_last_tokens_direction_of_the_plain_text(qwen3: Embedding, by_hand: Computed) -> None:
    assert qwen3.embed_passages(LINES) == pytest.approx(by_hand(LINES, WIDTH), abs=1e-5)


@pytest.mark.parametrize("task", TASKS)
def test_qwen3_queries_carry_the_instruction_of_their_task(qwen3: Embedding, by_hand: Computed, task: Task) -> None:
    instructed = [f"Instruct: {INSTRUCTIONS[task]}\nQuery:{text}" for text in LINES]

    assert qwen3.embed_queries(LINES, task) == pytest.approx(by_hand(instructed, WIDTH), abs=1e-5)


def test_qwen3_is_cut_to_fewer_dimensions_and_brought_back_to_length_one(
    short_qwen3: Embedding, by_hand: Computed
) -> None:
    assert short_qwen3.dimensions == short_qwen3.fingerprint.dimensions == 32
    assert short_qwen3.embed_passages(LINES) == pytest.approx(by_hand(LINES, 32), abs=1e-5)


def test_qwen3_is_not_asked_for_more_dimensions_than_it_has(folder: Path, address: str) -> None:
    with pytest.raises(EmbeddingError, match="64"):
        LocalEmbedding(str(folder), dimensions=65)
    with pytest.raises(EmbeddingError, match="64"):
        ServedEmbedding(ModelServer(address), dimensions=65)


def test_both_ways_to_qwen3_put_the_same_instructions_into_the_fingerprint(
    local_qwen3: Embedding, served_qwen3: Embedding
) -> None:
    assert local_qwen3.fingerprint.instructions == served_qwen3.fingerprint.instructions != ""


def test_other_weights_in_a_folder_give_another_fingerprint(tmp_path: Path) -> None:
    before = LocalEmbedding(str(make_qwen3_embedding(tmp_path, seed=1))).fingerprint
    after = LocalEmbedding(str(make_qwen3_embedding(tmp_path, seed=2))).fingerprint

    assert before != after


def test_the_bundled_model_takes_no_instruction(bundled: Embedding) -> None:
    assert bundled.embed_queries(LINES, "free_search") == pytest.approx(bundled.embed_passages(LINES), abs=1e-6)
    assert bundled.fingerprint.instructions == ""


def test_the_bundled_model_knows_what_belongs_together(bundled: Embedding) -> None:
    passages = [RedactedText("Cooked for two hundred guests a night"), RedactedText("Wrote Java services")]
    query = bundled.embed_queries([RedactedText("chef in a restaurant")], "free_search")

    cook, programmer = (bundled.embed_passages(passages) @ query[0]).tolist()

    assert cook > programmer


def test_the_bundled_model_is_not_cut(bundled: Embedding) -> None:
    with pytest.raises(EmbeddingError, match="384"):
        LocalEmbedding(dimensions=128)


def test_a_text_beyond_the_limit_is_told(local_qwen3: Embedding, caplog: pytest.LogCaptureFixture) -> None:
    long = RedactedText("很长的简历" * MAX_TOKENS)

    with caplog.at_level(logging.WARNING):
        local_qwen3.embed_passages([long, *LINES])

    assert re.search(r"1 of \d texts were cut at 512 tokens", caplog.text)


def test_texts_within_the_limit_are_not_warned_of(bundled: Embedding, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        bundled.embed_passages([RedactedText("word " * 200)])

    assert caplog.text == ""


@pytest.mark.parametrize("source", ["/no/such/folder", "./neither/this", "~/nor/that/one"])
def test_a_folder_that_is_not_there_is_told(source: str) -> None:
    with pytest.raises(EmbeddingError, match="no such folder"):
        LocalEmbedding(source)


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        LocalEmbedding(str(tmp_path))


@pytest.mark.parametrize("name", ["model.safetensors", "config.json", "tokenizer.json", "modules.json"])
def test_a_damaged_model_is_told(tmp_path: Path, name: str) -> None:
    file = make_qwen3_embedding(tmp_path) / name
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        LocalEmbedding(str(tmp_path))
