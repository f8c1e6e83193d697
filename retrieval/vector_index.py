"""Nearest vectors, kept by Chroma in a folder of this process or on a Chroma server.

The database remembers, the index only finds: an index that was made with another model, was not finished, or does not
open, is made again from the rows its source gives, before it answers anything.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from threading import RLock
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import urlsplit

import chromadb
import httpx
import numpy as np
from chromadb.api.client import Client
from chromadb.api.collection_configuration import CreateCollectionConfiguration, CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.config import Settings
from chromadb.errors import InternalError, NotFoundError

from records.errors import SettingsError
from retrieval.embedding import Fingerprint, Vectors
from retrieval.index_folder import IndexFolder
from retrieval.index_rows import CollectionName, Neighbour, Rows, Source, Where

# Cosine, since the default is l2. At this search width 10 of 10 true neighbours of 100,000 were found, in 1 ms.
_CONFIGURATION = CreateCollectionConfiguration(hnsw=CreateHNSWConfiguration(space="cosine", ef_search=200))
_UNFINISHED: dict[str, Any] = {"state": "building"}

logger = logging.getLogger(__name__)
Answer = TypeVar("Answer")


class Fingerprinted(Protocol):
    """What the index must know of an embedding; asked at first use, when its model may still be loading."""

    @property
    def fingerprint(self) -> Fingerprint:
        """What an index of its vectors must have been made with."""
        ...


class Home(Protocol):
    """Where a collection lives."""

    def open(self) -> Client:
        """Chroma at that place."""
        ...

    def begun(self, name: str) -> tuple[Client, str]:
        """Where a collection is made anew, beside the one that may be there, and its name meanwhile."""
        ...

    def swapped(self, name: str) -> Client:
        """Chroma at that place, with what was made anew in the place of the old."""
        ...

    def written(self) -> None:
        """Called after every write."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class VectorIndex:
    """One collection of vectors; it may be used from any thread, and rows written are found at once.

    `place` is a folder, which one process owns, or the address of a Chroma server.
    """

    def __init__(self, place: Path | str, name: CollectionName, embedding: Fingerprinted, source: Source) -> None:
        self._home: Home = Server(str(place)) if str(place).startswith("http") else Folder(Path(place) / name)
        self._name = name
        self._embedding = embedding
        self._source = source
        self._collection: Collection | None = None
        self._lock = RLock()

    def query(self, vectors: Vectors, n: int, where: Where | None = None) -> list[list[Neighbour]]:
        """For each row of `vectors`, its up to `n` nearest rows, best first; equals are ordered by id."""
        if not len(vectors):
            return []
        self._check_width(vectors)
        return self._performed(lambda collection: _nearest(collection, vectors, n, where))

    def stored(self, ids: Sequence[str]) -> Vectors | None:
        """The vectors kept under these ids, in their order; None unless all of them are there."""
        return self._performed(lambda collection: _kept(collection, ids))

    def upsert(self, rows: Rows) -> None:
        """Add rows, or replace those of the same ids."""
        if not rows.ids:
            return
        self._check_width(rows.vectors)
        self._performed(lambda collection: _write(collection, rows))

    def delete(self, ids: Sequence[str]) -> None:
        """Remove rows by id; unknown ids are no error."""
        if ids:
            self._performed(lambda collection: collection.delete(ids=list(ids)))

    def delete_where(self, where: Where) -> None:
        """Remove the rows whose facts pass the filter."""
        self._performed(lambda collection: collection.delete(where=dict(where)))

    def ids(self) -> set[str]:
        """The ids of all rows."""
        return self._performed(lambda collection: set(collection.get(include=[])["ids"]))

    def count(self) -> int:
        """How many rows it holds."""
        return self._performed(lambda collection: collection.count())

    def is_current(self, count: int) -> bool:
        """Whether it holds as many rows as the database; if not, something was written behind its back: rebuild."""
        return self.count() == count

    def rebuild(self) -> None:
        """Make it again from the source, beside the old one, which stays until the new one is whole."""
        with self._lock:
            self._collection = self._built()

    def close(self) -> None:
        """Let another process have the folder."""
        with self._lock:
            self._collection = None
            self._home.close()

    def _performed(self, action: Callable[[Collection], Answer]) -> Answer:
        with self._lock:
            try:
                return self._sealed(action(self._ready()))
            except NotFoundError:
                self._collection = None  # another process made the collection again: look it up anew
            except InternalError as error:
                logger.warning("the index of %s is damaged (%s) and is made again", self._name, error)
                self._collection = self._built()
            except httpx.HTTPError as error:
                raise SettingsError(setting="BOLE_CHROMA_URL", reason=str(error)) from error
            return self._sealed(action(self._ready()))

    def _sealed(self, answer: Answer) -> Answer:
        """The answer, once the files are sealed: of a small collection Chroma rewrites them even to read."""
        self._home.written()
        return answer

    def _ready(self) -> Collection:
        if self._collection is None:
            self._collection = self._found() or self._built()
        return self._collection

    def _found(self) -> Collection | None:
        """The collection, if it is there, finished, and made with this embedding."""
        wanted = asdict(self._embedding.fingerprint)
        try:
            collection = self._home.open().get_collection(self._name, embedding_function=None)
        except (InternalError, NotFoundError) as error:
            logger.info("the index of %s is not there: %s", self._name, error)
            return None
        if collection.metadata == wanted:
            return collection
        logger.info("the index of %s was made with %s, not %s", self._name, collection.metadata, wanted)
        return None

    def _built(self) -> Collection:
        """The collection made anew; it is given its fingerprint last, so an interrupted one is never used."""
        self._collection = None
        client, name = self._home.begun(self._name)
        collection = client.create_collection(
            name, configuration=_CONFIGURATION, metadata=dict(_UNFINISHED), embedding_function=None
        )
        for rows in self._source():
            if rows.ids:
                self._check_width(rows.vectors)
                _write(collection, rows)
        collection.modify(metadata=asdict(self._embedding.fingerprint))
        return self._home.swapped(self._name).get_collection(self._name, embedding_function=None)

    def _check_width(self, vectors: Vectors) -> None:
        width = self._embedding.fingerprint.dimensions
        if vectors.ndim != 2 or vectors.shape[1] != width:
            raise ValueError(f"vectors of shape {vectors.shape} for an index of {width} dimensions")


class Folder:
    """Chroma in this process, in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self._folder = IndexFolder(path)
        self._client: Client | None = None
        self._new: Client | None = None

    def open(self) -> Client:
        """Chroma in the folder, emptied first if a file is not as it was left."""
        if self._client is None:
            if not self._folder.is_as_left():
                logger.warning("the index in %s is not as it was left and is made again", self._folder.path)
                self._folder.wipe()
            self._client = _client(self._folder.path)
        return self._client

    def begun(self, name: str) -> tuple[Client, str]:
        """Chroma in an empty folder beside it."""
        self._stop()
        self._new = _client(self._folder.beside())
        return self._new, name

    def swapped(self, name: str) -> Client:  # noqa: ARG002  the whole folder is this collection's
        """Chroma in the folder, which is now the one that was beside it."""
        self._stop()
        self._folder.take_over()
        return self.open()

    def written(self) -> None:
        """Seal the files."""
        self._folder.seal()

    def close(self) -> None:
        """Close the files and let the folder go."""
        self._stop()
        self._folder.close()

    def _stop(self) -> None:
        for client in filter(None, (self._client, self._new)):
            client.close()
        self._client = self._new = None


class Server:
    """A Chroma server (`chroma run`), shared by processes, on a private network."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._client: Client | None = None

    def open(self) -> Client:
        """Chroma at the address."""
        if self._client is None:
            at = urlsplit(self._url)
            port = at.port or (443 if at.scheme == "https" else 80)
            try:
                client = chromadb.HttpClient(at.hostname or "", port, ssl=at.scheme == "https", settings=_quiet())
            except (ValueError, httpx.HTTPError) as error:  # Chroma says ValueError where nothing answers
                raise SettingsError(setting="BOLE_CHROMA_URL", reason=f"{self._url}: {error}") from error
            self._client = cast(Client, client)
        return self._client

    def begun(self, name: str) -> tuple[Client, str]:
        """Chroma at the address, for a collection of another name."""
        self._without(f"{name}-new")
        return self.open(), f"{name}-new"

    def swapped(self, name: str) -> Client:
        """Chroma at the address, the new collection under the name of the old."""
        self._without(name)
        self.open().get_collection(f"{name}-new", embedding_function=None).modify(name=name)
        return self.open()

    def _without(self, name: str) -> None:
        try:
            self.open().delete_collection(name)
        except NotFoundError:
            logger.info("there was no collection %s to remove", name)

    def written(self) -> None:
        """Nothing to do: the server keeps its files itself."""

    def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            self._client.close()
        self._client = None


def _quiet() -> Settings:
    return Settings(anonymized_telemetry=False)


def _client(path: Path) -> Client:
    return cast(Client, chromadb.PersistentClient(str(path), settings=_quiet()))


def _write(collection: Collection, rows: Rows) -> None:
    for part in rows.parts():
        collection.upsert(ids=list(part.ids), embeddings=part.vectors, metadatas=[dict(facts) for facts in part.facts])


def _nearest(collection: Collection, vectors: Vectors, n: int, where: Where | None) -> list[list[Neighbour]]:
    answer = collection.query(
        query_embeddings=vectors, n_results=n, where=dict(where) if where else None, include=["distances"]
    )
    return [_ranked(ids, distances) for ids, distances in zip(answer["ids"], answer["distances"] or [], strict=True)]


def _kept(collection: Collection, ids: Sequence[str]) -> Vectors | None:
    if not ids:
        return None
    found = collection.get(ids=list(ids), include=["embeddings"])
    rows = dict(zip(found["ids"], found["embeddings"] if found["embeddings"] is not None else (), strict=False))
    return np.asarray([rows[key] for key in ids], dtype=np.float32) if len(rows) == len(set(ids)) else None


def _ranked(ids: Sequence[str], distances: Sequence[float]) -> list[Neighbour]:
    similarities = np.clip(1.0 - np.asarray(distances, dtype=float), -1.0, 1.0)
    found = [Neighbour(key, float(similarity)) for key, similarity in zip(ids, similarities, strict=True)]
    return sorted(found, key=lambda neighbour: (-neighbour.similarity, neighbour.id))
