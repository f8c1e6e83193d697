"""An embedding that is there at once and loads behind the page."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from threading import Lock, Thread

from records.errors import EmbeddingError
from records.language import Language
from records.redacted import RedactedText
from retrieval.embedding import Embedding, Fingerprint, Task, Vectors

logger = logging.getLogger(__name__)


class LoadedLater(Embedding):
    """An embedding that loads in a thread of its own after `warm()`; calls wait for it.

    A failure to load is logged by `warm()` and raised at every call, each of which tries again: a hub that was out of
    reach for a minute does not need a restart.
    """

    def __init__(self, load: Callable[[], Embedding]) -> None:
        self._load = load
        self._loading = Lock()
        self._embedding: Embedding | None = None

    def warm(self) -> None:
        """Begin loading and return at once."""
        Thread(target=self._warm, name="embedding", daemon=True).start()

    def _warm(self) -> None:
        try:
            self._ready()
        except EmbeddingError as error:
            logger.error("%s", error)

    def _ready(self) -> Embedding:
        with self._loading:
            if self._embedding is None:
                self._embedding = self._load()
            return self._embedding

    @property
    def loaded(self) -> bool:
        """Whether calls are answered without waiting."""
        return self._embedding is not None

    @property
    def fingerprint(self) -> Fingerprint:
        """What an index of these vectors must have been made with."""
        return self._ready().fingerprint

    @property
    def max_tokens(self) -> int:
        """The longest text the model reads, prompt included."""
        return self._ready().max_tokens

    @property
    def strong_line(self) -> float:
        """The cosine from which a match is called strong."""
        return self._ready().strong_line

    def reads(self, language: Language) -> bool:
        """Whether the model was trained on a language."""
        return self._ready().reads(language)

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """One vector per text, as what is searched in."""
        return self._ready().embed_passages(texts)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """One vector per text, as what is searched with."""
        return self._ready().embed_queries(texts, task)
