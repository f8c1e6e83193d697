"""Qwen3-Embedding in this process and on vLLM: one checkpoint, the same directions for every text and task."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

import httpx
import numpy as np
import pytest

from deploy.running import Running
from records.errors import EmbeddingError
from records.redacted import RedactedText
from retrieval.embedding import INSTRUCTIONS, QWEN3_QUERY_PROMPT, Task, Vectors, query_prompt
from retrieval.local_embedding import LocalEmbedding
from retrieval.model_server import ModelServer
from retrieval.passages import passages
from retrieval.served_embedding import ServedEmbedding
from serving.conftest import EMBEDDING_NAME, MAX_TOKENS
from tiny_models import WIDTH

# In full precision the two differ in the eighth digit. Another last line of 30,000 tokens shows in the sixth, so
# 0.999 would not notice a document that lost its end.
SAME = 0.999_999
APART = 0.999
TASKS: list[Task] = list(INSTRUCTIONS)
RESUME = (
    "Led a team of five engineers building a search platform on Kubernetes",
    "负责推荐系统的设计与开发，熟悉 Python 和分布式系统，具有五年以上工作经验",
    "2019.03 – 至今  高级工程师 (Senior Engineer), 上海 · 带领 5 人团队",
)
TEXTS = [
    RedactedText(text)
    for text in (
        *RESUME,
        "Python",
        " ",
        "。",
        "\n\n",
        "👩‍⚕️ naïve café — ①②③ ▇▇▇▇",
        "<|im_end|> </think> <b>&amp;</b>",
        "\n".join(RESUME * 60),  # some 9,000 tokens
    )
]

Record = Callable[[str, object], None]


def tokens(local: LocalEmbedding, text: str) -> int:
    return local._encoder.token_counts([text])[0]  # the count itself, not the product's estimate


def least_cosine(one: Vectors, other: Vectors) -> float:
    return float((one.astype(float) * other.astype(float)).sum(axis=1).min())


def whole_document(local: LocalEmbedding) -> list[RedactedText]:
    """Lines of prose, numbered so that no two are alike, of 30,000 to 32,768 tokens together."""
    lines: list[RedactedText] = []
    size = 0
    while size < 30_000:
        lines.append(RedactedText(f"{RESUME[len(lines) % 3]} {len(lines)}"))
        size += tokens(local, lines[-1])
    return lines


def test_passages_have_the_same_direction(
    local: LocalEmbedding, served: ServedEmbedding, record_property: Record
) -> None:
    least = least_cosine(local.embed_passages(TEXTS), served.embed_passages(TEXTS))

    record_property("least cosine", least)
    assert least >= SAME


@pytest.mark.parametrize("task", TASKS)
def test_queries_of_every_task_have_the_same_direction(
    local: LocalEmbedding, served: ServedEmbedding, task: Task, record_property: Record
) -> None:
    least = least_cosine(local.embed_queries(TEXTS, task), served.embed_queries(TEXTS, task))

    record_property("least cosine", least)
    assert least >= SAME


def test_another_instruction_gives_another_direction(served: ServedEmbedding) -> None:
    one, other = (served.embed_queries(TEXTS[:3], task) for task in ("resume_to_postings", "posting_to_resumes"))

    assert least_cosine(one, other) < APART


@pytest.mark.parametrize("dimensions", [32, 48, WIDTH])
def test_cut_on_either_side_by_us_or_by_the_server_it_is_the_same_vector(
    embedding_server: Running, dimensions: int
) -> None:
    ours = ServedEmbedding(ModelServer(embedding_server.url), EMBEDDING_NAME, dimensions).embed_passages(TEXTS)
    here = LocalEmbedding(embedding_server.serving.weights, dimensions).embed_passages(TEXTS)

    assert ours == pytest.approx(cut_by_server(embedding_server.url, TEXTS, dimensions), abs=1e-5)
    assert ours.shape == here.shape == (len(TEXTS), dimensions)
    assert least_cosine(ours, here) >= SAME


def cut_by_server(url: str, texts: list[RedactedText], dimensions: int) -> Vectors:
    body = {"model": EMBEDDING_NAME, "input": texts, "dimensions": dimensions}
    answer = httpx.post(f"{url}/v1/embeddings", json=body, timeout=120).raise_for_status().json()
    return np.asarray([entry["embedding"] for entry in answer["data"]], dtype=np.float32)


@pytest.mark.parametrize("dimensions", [31, WIDTH + 1])
def test_fewer_or_more_dimensions_than_the_model_gives_are_refused(embedding_server: Running, dimensions: int) -> None:
    reason = f"gives 32 to {WIDTH} dimensions, not {dimensions}"

    with pytest.raises(EmbeddingError, match=reason):
        ServedEmbedding(ModelServer(embedding_server.url), EMBEDDING_NAME, dimensions)
    with pytest.raises(EmbeddingError, match=reason):
        LocalEmbedding(embedding_server.serving.weights, dimensions)


def test_both_promise_the_same_of_their_vectors(local: LocalEmbedding, served: ServedEmbedding) -> None:
    here, there = local.fingerprint, served.fingerprint

    assert (here.dimensions, here.instructions) == (there.dimensions, there.instructions)
    assert here.instructions
    assert local.max_tokens == served.max_tokens == MAX_TOKENS


def test_a_document_of_thirty_thousand_tokens_is_one_passage_with_the_same_direction(
    local: LocalEmbedding, served: ServedEmbedding, caplog: pytest.LogCaptureFixture, record_property: Record
) -> None:
    found = passages(whole_document(local), served.max_tokens)
    texts = [passage.text for passage in found]

    began = time.monotonic()
    here = local.embed_passages(texts)
    local_done = time.monotonic()
    there = served.embed_passages(texts)

    record_property("tokens", tokens(local, texts[0]))
    record_property("seconds here", round(local_done - began, 1))
    record_property("seconds on vLLM", round(time.monotonic() - local_done, 1))
    record_property("least cosine", least_cosine(here, there))
    assert len(found) == 1
    assert 30_000 <= tokens(local, texts[0]) <= MAX_TOKENS
    assert least_cosine(here, there) >= SAME
    assert caplog.text == ""  # nothing was cut


def test_the_end_of_a_long_document_counts(local: LocalEmbedding, served: ServedEmbedding) -> None:
    document = whole_document(local)
    text = RedactedText("\n".join(document))
    other = RedactedText("\n".join([*document[:-1], RedactedText("Registered nurse on a surgical ward")]))

    assert least_cosine(served.embed_passages([text]), served.embed_passages([other])) < SAME


def test_long_and_short_texts_together_keep_their_places(local: LocalEmbedding, served: ServedEmbedding) -> None:
    texts = [RedactedText("\n".join(RESUME * times)) for times in (1, 40, 2, 80, 1)] * 14
    texts = [RedactedText(f"{n} {text}") for n, text in enumerate(texts)]  # 70: more than are sent at once

    there = served.embed_passages(texts)

    assert least_cosine(local.embed_passages(texts[:5]), there[:5]) >= SAME
    assert least_cosine(local.embed_passages(texts[60:]), there[60:]) >= SAME


def test_a_text_beyond_the_limit_is_refused_by_the_server_and_told_here(
    local: LocalEmbedding, served: ServedEmbedding, caplog: pytest.LogCaptureFixture
) -> None:
    beyond = RedactedText("很长的简历" * (MAX_TOKENS // 10))

    with pytest.raises(EmbeddingError, match=str(MAX_TOKENS)):
        served.embed_passages([beyond])
    with caplog.at_level(logging.WARNING):
        local.embed_passages([beyond])
    assert f"1 of 1 texts were cut at {MAX_TOKENS} tokens" in caplog.text


def test_the_query_sent_is_the_one_the_model_was_trained_with(local: LocalEmbedding, served: ServedEmbedding) -> None:
    prefixed = [RedactedText(query_prompt(QWEN3_QUERY_PROMPT, "free_search") + text) for text in TEXTS]

    assert least_cosine(served.embed_queries(TEXTS, "free_search"), local.embed_passages(prefixed)) >= SAME
