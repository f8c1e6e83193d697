"""The bundled model, MiniLM, computed with torch alone: ready in a fifth of the time that sentence-transformers takes.

docs/decisions/025-bundled-model-by-torch.md says what is given up for it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from records.errors import EmbeddingError
from retrieval.embedding import Vectors


class BundledEncoder:
    """A BERT whose tokens' last states are averaged, with the vectors that sentence-transformers makes of it.

    The architecture is that of Devlin et al. 2019 (arXiv:1810.04805); pooling is the mean over all tokens, as in
    Reimers and Gurevych 2019 (arXiv:1908.10084).
    """

    query_prompt = ""
    passage_prompt = ""

    def __init__(self, model: str, folder: Path) -> None:
        """Load the folder's config.json, tokenizer.json and model.safetensors; EmbeddingError where that fails."""
        try:
            # Importing torch takes seconds and hundreds of megabytes: only whoever embeds in this process pays for it.
            import torch  # noqa: PLC0415
            from safetensors import SafetensorError  # noqa: PLC0415
            from safetensors.torch import load_file  # noqa: PLC0415
        except ImportError as error:
            raise EmbeddingError(model=model, reason=str(error)) from error
        self._torch = torch
        try:
            self._weights = load_file(folder / "model.safetensors")
            self._configure(folder)
        except (OSError, ValueError, KeyError, TypeError, SafetensorError) as error:
            raise EmbeddingError(model=model, reason=f"{type(error).__name__}: {error}") from error

    def _configure(self, folder: Path) -> None:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self._layers = range(config["num_hidden_layers"])
        self._heads: int = config["num_attention_heads"]
        self._epsilon: float = config["layer_norm_eps"]
        self.dimensions: int = config["hidden_size"]
        sentences = json.loads((folder / "sentence_bert_config.json").read_text(encoding="utf-8"))
        self.max_tokens: int = sentences["max_seq_length"]
        self._tokenizer = _tokenizer(folder / "tokenizer.json")
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def token_counts(self, texts: Sequence[str]) -> list[int]:
        """Tokens of each text, marks of begin and end included."""
        return [len(encoding.ids) for encoding in self._tokenizer.encode_batch(list(texts))]

    def encode(self, texts: Sequence[str], prompt: str, batch_size: int) -> Vectors:
        """One vector per text after `prompt`."""
        tokens = [
            self._cut(encoding.ids) for encoding in self._tokenizer.encode_batch([prompt + text for text in texts])
        ]
        longest_first = sorted(range(len(tokens)), key=lambda index: -len(tokens[index]))  # little padding in a batch
        vectors = np.empty((len(tokens), self.dimensions), dtype=np.float32)
        for start in range(0, len(tokens), batch_size):
            batch = longest_first[start : start + batch_size]
            vectors[batch] = self._pooled([tokens[index] for index in batch])
        return vectors

    def _cut(self, ids: list[int]) -> list[int]:
        """The first tokens, and the mark of the end, of what is too long."""
        return ids if len(ids) <= self.max_tokens else [*ids[: self.max_tokens - 1], ids[-1]]

    def _pooled(self, batch: Sequence[Sequence[int]]) -> Vectors:
        torch = self._torch
        lengths = torch.tensor([len(ids) for ids in batch])
        read = (
            torch.arange(len(batch[0])) < lengths[:, None]
        )  # shape (texts, tokens): False where a short text is padded
        ids = torch.tensor([[*ids, *[0] * (len(batch[0]) - len(ids))] for ids in batch])
        with torch.inference_mode():
            states = self._states(ids, read) * read[:, :, None]
            return np.asarray(states.sum(1) / lengths[:, None])

    def _states(self, ids: Any, read: Any) -> Any:
        """The last states of the tokens, shape (texts, tokens, dimensions)."""
        words, places, kinds = (
            self._weights[f"embeddings.{name}_embeddings.weight"] for name in ("word", "position", "token_type")
        )
        states = self._normed(words[ids] + places[: ids.shape[1]] + kinds[0], "embeddings.LayerNorm")
        for number in self._layers:
            layer = f"encoder.layer.{number}"
            seen = self._attended(states, read, f"{layer}.attention.self")
            states = self._added(states, seen, f"{layer}.attention.output")
            thought = self._torch.nn.functional.gelu(self._linear(states, f"{layer}.intermediate.dense"))
            states = self._added(states, thought, f"{layer}.output")
        return states

    def _attended(self, states: Any, read: Any, part: str) -> Any:
        texts, tokens, _ = states.shape
        query, key, value = (
            self._linear(states, f"{part}.{name}").view(texts, tokens, self._heads, -1).transpose(1, 2)
            for name in ("query", "key", "value")
        )
        attend = self._torch.nn.functional.scaled_dot_product_attention
        seen = attend(query, key, value, attn_mask=read[:, None, None, :])
        return seen.transpose(1, 2).reshape(texts, tokens, -1)

    def _added(self, states: Any, change: Any, part: str) -> Any:
        return self._normed(states + self._linear(change, f"{part}.dense"), f"{part}.LayerNorm")

    def _linear(self, states: Any, part: str) -> Any:
        weight, bias = self._weights[f"{part}.weight"], self._weights[f"{part}.bias"]
        return self._torch.nn.functional.linear(states, weight, bias)

    def _normed(self, states: Any, part: str) -> Any:
        weight, bias = self._weights[f"{part}.weight"], self._weights[f"{part}.bias"]
        return self._torch.nn.functional.layer_norm(states, weight.shape, weight, bias, self._epsilon)


def _tokenizer(file: Path) -> Tokenizer:
    text = file.read_text(encoding="utf-8")
    try:
        return Tokenizer.from_str(text)
    except Exception as error:
        raise ValueError(f"{file.name}: {error}") from error
