"""Tiny checkpoints and the servers of them: started together, each waited for by the first test that asks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from deploy.models import CHAT, EMBEDDING, RERANKER, Role
from deploy.running import Running, free_port, started
from deploy.serve_tiny import ENVIRONMENT, tiny
from retrieval.local_embedding import LocalEmbedding
from retrieval.model_server import ModelServer
from retrieval.served_embedding import ServedEmbedding

AT_ONCE = 10
OPTIONS: dict[Role, tuple[str, ...]] = {"chat": ("--max-num-seqs", str(AT_ONCE))}  # few, so that others must wait
ROLES: tuple[Role, ...] = ("embedding", "reranker", "chat")
MAX_TOKENS = EMBEDDING.longest
CHAT_NAME = CHAT.name
EMBEDDING_NAME = EMBEDDING.name
RERANKER_NAME = RERANKER.name
# Importing vLLM in its three processes takes most of it: 50 s for one server alone on two cores, 60 to
# 110 s for two together, several times as much where others share them.
START_SECONDS = 600.0


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[Role, Running]]:
    """Every server, just started with the flags of `make serve-tiny`: they load beside each other."""
    place = tmp_path_factory.mktemp("serving")
    servings = {role: tiny(role, place / role, free_port(), OPTIONS.get(role, ())) for role in ROLES}
    with ExitStack() as running:
        yield {
            role: running.enter_context(started(serving, place / f"{role}.log", ENVIRONMENT))
            for role, serving in servings.items()
        }


@pytest.fixture(scope="session")
def embedding_server(servers: dict[Role, Running]) -> Running:
    return servers["embedding"].ready(START_SECONDS)


@pytest.fixture(scope="session")
def reranker_server(servers: dict[Role, Running]) -> Running:
    return servers["reranker"].ready(START_SECONDS)


@pytest.fixture(scope="session")
def chat_server(servers: dict[Role, Running]) -> Running:
    return servers["chat"].ready(START_SECONDS)


@pytest.fixture(scope="session")
def local(servers: dict[Role, Running]) -> LocalEmbedding:
    """The served embedding's checkpoint in this process; loaded while the servers start."""
    return LocalEmbedding(servers["embedding"].serving.weights)


@pytest.fixture(scope="session")
def served(local: LocalEmbedding, embedding_server: Running) -> ServedEmbedding:
    return ServedEmbedding(ModelServer(embedding_server.url), EMBEDDING_NAME)


def folder_of(server: Running) -> Path:
    """The checkpoint that a server serves."""
    return Path(server.serving.weights)
