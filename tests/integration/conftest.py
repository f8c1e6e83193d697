"""`bole` in this process, for the tests of its commands."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import bole_cli
from integration.postgresql_server import postgresql_server
from integration.running_bole import Bole, Said
from retrieval import model_server
from retrieval.local_embedding import LocalEmbedding

SHIPPED_PATIENCE = model_server.ANSWER_SECONDS


@pytest.fixture(scope="session", autouse=True)
def patience_with_servers() -> Iterator[None]:
    """A server that the tests play, in a thread, may have to wait for its core longer than a person would for it."""
    with pytest.MonkeyPatch.context() as everywhere:
        everywhere.setattr(model_server, "ANSWER_SECONDS", 60.0)
        yield


@pytest.fixture
def shipped_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """As long as a person is made to wait for a server that hangs."""
    monkeypatch.setattr(model_server, "ANSWER_SECONDS", SHIPPED_PATIENCE)


@pytest.fixture(scope="module")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that the library is indexed once."""
    return tmp_path_factory.mktemp("bole")


@pytest.fixture
def bole(
    data_folder: Path,
    tmp_path: Path,
    bundled: LocalEmbedding,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Bole:
    """`bole` in this process, with the model loaded once for all tests."""
    monkeypatch.setenv("BOLE_DATA_DIR", str(data_folder))
    monkeypatch.setenv("BOLE_LANGUAGE", "en")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: bundled)
    # The workflow library writes to the error stream that it finds first: this test's own is closed after it.
    monkeypatch.setattr(logging.getLogger("dbos"), "handlers", [])

    def run(*words: str | Path, data: Path | None = None) -> Said:
        if data is not None:
            monkeypatch.setenv("BOLE_DATA_DIR", str(data))
        monkeypatch.setattr(sys, "argv", ["bole", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            bole_cli.main()
        written = capsys.readouterr()
        return Said(int(ended.value.code or 0), written.out, written.err)

    return run


@pytest.fixture
def forks_know_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server that forks looks for what it loads ahead on the path of the environment only."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Path]:
    """A PostgreSQL server of the tests' own."""
    with postgresql_server() as server:
        yield server
