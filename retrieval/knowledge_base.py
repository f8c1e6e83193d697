"""One-off semantic search over a list of texts, in Chinese, in English, and across."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retrieval.closeness import SURE_SKILLS, closeness
from retrieval.embedding import Embedding
from retrieval.local_embedding import LocalEmbedding
from retrieval.redaction import redact_text


def search(query: str, knowledge_base: list[str], embedding: Embedding | None = None) -> list[dict[str, object]]:
    """Every text, the closest first: `rank, text, similarity` (the cosine, 4 decimals) and `strong`.

    The order follows the cosine, the words in common, and the skills in common under any name in either language; so a
    text may stand above one of greater similarity. `strong` says that the cosine reaches the model's strong line, or
    that the skills in common are beyond doubt (`SURE_SKILLS`): RAG is strong for 检索增强生成, whose cosine is near 0.
    Without `embedding` the bundled one is loaded, which takes seconds: give one when calling more than once.
    Raises `EmbeddingError`.
    """
    model = embedding or LocalEmbedding()
    texts: Sequence[str] = [text for text in knowledge_base if text.strip()]
    if not texts or not query.strip():
        return []
    asked, held = redact_text(query), [redact_text(text) for text in texts]
    cosines = (model.embed_passages(held) @ model.embed_queries([asked], "free_search")[0]).round(4)
    close = closeness(asked, held, cosines)
    strong = (cosines >= np.float32(model.strong_line)) | (close.skills >= SURE_SKILLS)
    return [
        {"rank": rank, "text": texts[i], "similarity": round(float(cosines[i]), 4), "strong": bool(strong[i])}
        for rank, i in enumerate(np.argsort(-close.scores, kind="stable").tolist(), start=1)
    ]
