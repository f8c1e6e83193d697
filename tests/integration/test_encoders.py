"""The bundled model is computed by our own lines on torch: sentence-transformers, on the same files, is the judge."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from records.errors import EmbeddingError
from retrieval.bundled_encoder import BundledEncoder
from retrieval.encoder import Encoder
from retrieval.local_embedding import BUNDLED_MODEL, weights_of
from retrieval.sentence_encoder import SentenceEncoder

TEXTS = [
    "Led a team of twelve engineers at a bank in Hamburg from 2016 to 2021.",
    "",
    "。",
    "Rust",
    "负责支付系统 Python 服务的开发与维护",
    "naïve Ångström — “quoted”, e-mail@example.org; C++/C#\t.NET 🙂 [MASK] [SEP]",
    "Kubernetes operators and Kafka pipelines " * 30,
    "word " * 253,
    "word " * 254,
    "word " * 255,
    "line\nbreak  and   spaces " * 200,
]


@pytest.fixture(scope="module")
def location() -> str:
    return weights_of("bundled").location


@pytest.fixture(scope="module")
def own(location: str) -> Encoder:
    return BundledEncoder(BUNDLED_MODEL, Path(location))


@pytest.fixture(scope="module")
def reference(location: str) -> Encoder:
    return SentenceEncoder(BUNDLED_MODEL, location, on_hub=False)


def test_both_say_the_same_of_the_model(own: Encoder, reference: Encoder) -> None:
    assert (own.dimensions, own.max_tokens) == (reference.dimensions, reference.max_tokens) == (384, 256)
    assert (own.query_prompt, own.passage_prompt) == (reference.query_prompt, reference.passage_prompt) == ("", "")


def test_both_count_the_same_tokens(own: Encoder, reference: Encoder) -> None:
    assert own.token_counts(TEXTS) == reference.token_counts(TEXTS)


@pytest.mark.parametrize("batch_size", [1, 4, 32])
@pytest.mark.parametrize("prompt", ["", "query: "])
def test_both_make_the_same_vectors(own: Encoder, reference: Encoder, prompt: str, batch_size: int) -> None:
    made, expected = own.encode(TEXTS, prompt, batch_size), reference.encode(TEXTS, prompt, 32)

    assert made.dtype == np.float32
    lengths = np.linalg.norm(made, axis=1, keepdims=True)
    assert made / lengths == pytest.approx(expected, abs=1e-5)


def test_a_folder_without_its_files_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmbeddingError, match=str(tmp_path)):
        BundledEncoder(BUNDLED_MODEL, tmp_path)


@pytest.mark.parametrize("name", ["config.json", "sentence_bert_config.json", "tokenizer.json", "model.safetensors"])
@pytest.mark.parametrize("content", [b"{", b"{}"])
def test_a_damaged_file_is_told(location: str, tmp_path: Path, name: str, content: bytes) -> None:
    damaged = Path(shutil.copytree(location, tmp_path / "model"))
    (damaged / name).write_bytes(content)

    with pytest.raises(EmbeddingError, match=BUNDLED_MODEL):
        BundledEncoder(BUNDLED_MODEL, damaged)
