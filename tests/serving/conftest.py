"""Tiny checkpoints and the servers of them: started together, each waited for by the first test that asks it.

A further server needs a checkpoint here, an entry in `CHECKPOINTS` and a fixture that waits for it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from retrieval.local_embedding import LocalEmbedding
from retrieval.model_server import ModelServer
from retrieval.served_embedding import ServedEmbedding
from serving.vllm_server import Checkpoint, VllmServer, started
from tiny_models import make_qwen3_embedding, make_qwen3_reranker

MAX_TOKENS = 32_768
EMBEDDING_NAME = "Qwen/Qwen3-Embedding-4B"
RERANKER_NAME = "Qwen/Qwen3-Reranker-4B"
POOLING = ("--runner", "pooling")
AS_RERANKER = {
    "architectures": ["Qwen3ForSequenceClassification"],
    "classifier_from_token": ["no", "yes"],
    "is_original_qwen3_reranker": True,
}


def embedding_checkpoint(folder: Path) -> Checkpoint:
    make_qwen3_embedding(folder, max_tokens=MAX_TOKENS)
    overrides = json.dumps({"is_matryoshka": True})
    options = (*POOLING, "--convert", "embed", "--hf-overrides", overrides)
    return Checkpoint(folder, EMBEDDING_NAME, MAX_TOKENS, options)


def reranker_checkpoint(folder: Path) -> Checkpoint:
    make_qwen3_reranker(folder, max_tokens=MAX_TOKENS)
    return Checkpoint(folder, RERANKER_NAME, MAX_TOKENS, (*POOLING, "--hf-overrides", json.dumps(AS_RERANKER)))


CHECKPOINTS: dict[str, Callable[[Path], Checkpoint]] = {
    "embedding": embedding_checkpoint,
    "reranker": reranker_checkpoint,
}


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, VllmServer]]:
    """Every server, just started: they load beside each other."""
    place = tmp_path_factory.mktemp("serving")
    with ExitStack() as running:
        yield {
            name: running.enter_context(started(make(place / name), place / f"{name}.log"))
            for name, make in CHECKPOINTS.items()
        }


@pytest.fixture(scope="session")
def embedding_server(servers: dict[str, VllmServer]) -> VllmServer:
    return servers["embedding"].ready()


@pytest.fixture(scope="session")
def reranker_server(servers: dict[str, VllmServer]) -> VllmServer:
    return servers["reranker"].ready()


@pytest.fixture(scope="session")
def local(servers: dict[str, VllmServer]) -> LocalEmbedding:
    """The served embedding's checkpoint in this process; loaded while the servers start."""
    return LocalEmbedding(str(servers["embedding"].checkpoint.folder))


@pytest.fixture(scope="session")
def served(local: LocalEmbedding, embedding_server: VllmServer) -> ServedEmbedding:
    return ServedEmbedding(ModelServer(embedding_server.url), EMBEDDING_NAME)
