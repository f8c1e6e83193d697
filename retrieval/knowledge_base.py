"""One-off semantic search over a list of texts."""

from __future__ import annotations

from collections.abc import Sequence

from retrieval.embedding import Embedding
from retrieval.local_embedding import LocalEmbedding
from retrieval.redaction import redact_text


def search(query: str, knowledge_base: list[str], embedding: Embedding | None = None) -> list[dict[str, object]]:
    """Every text ranked by its cosine to the query: `rank, text, similarity` (4 decimals) and `strong`.

    Without `embedding` the bundled one is loaded, which takes seconds: give one when calling more than once.
    Raises `EmbeddingError`.
    """
    model = embedding or LocalEmbedding()
    texts: Sequence[str] = [text for text in knowledge_base if text.strip()]
    if not texts or not query.strip():
        return []
    vectors = model.embed_passages([redact_text(text) for text in texts])
    asked = model.embed_queries([redact_text(query)], "free_search")[0]
    cosines = [round(cosine, 4) for cosine in (vectors @ asked).tolist()]
    order = sorted(range(len(texts)), key=lambda i: (-cosines[i], i))
    return [
        {"rank": rank, "text": texts[i], "similarity": cosines[i], "strong": cosines[i] >= model.strong_line}
        for rank, i in enumerate(order, start=1)
    ]
