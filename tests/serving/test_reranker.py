"""Qwen3-Reranker on vLLM against a computation by hand with transformers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from deploy.models import Role
from deploy.running import Running, free_port, started
from deploy.serve_tiny import ENVIRONMENT
from records.errors import RerankerError
from records.redacted import RedactedText
from retrieval.embedding import Task
from retrieval.model_server import ModelServer
from retrieval.reranking import RERANKING_INSTRUCTIONS, Likelihoods, answering, asking
from retrieval.served_reranker import ServedReranker
from serving.conftest import MAX_TOKENS, RERANKER_NAME, START_SECONDS, folder_of

TASKS: list[Task] = list(RERANKING_INSTRUCTIONS)
# Both compute in full precision, in another order.
ABSOLUTE = 1e-4
POSTING = RedactedText("Search engineer: Python, Kubernetes, five years with distributed systems")
RESUMES = [
    RedactedText(text)
    for text in (
        "Led a team of five engineers building a search platform on Kubernetes",
        "负责推荐系统的设计与开发，熟悉 Python 和分布式系统，具有五年以上工作经验",
        "Registered nurse",
        "。",
        "Kubernetes 平台 " * 800,
    )
]

ByHand = Callable[[str, str], float]


@pytest.fixture(scope="module")
def by_hand(servers: dict[Role, Running]) -> ByHand:
    """Softmax over the logits of “no” and “yes” after the prompt's last token, as the model's authors compute it."""
    folder = folder_of(servers["reranker"])
    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModelForCausalLM.from_pretrained(folder).eval()
    answers = tokenizer.convert_tokens_to_ids(["no", "yes"])

    def likelihood(query: str, text: str) -> float:
        with torch.inference_mode():
            logits = model(**tokenizer(query + text, return_tensors="pt")).logits[0, -1, answers]
        return float(torch.softmax(logits, dim=0)[1])

    return likelihood


@pytest.fixture(scope="module")
def reranker(reranker_server: Running) -> ServedReranker:
    return ServedReranker(ModelServer(reranker_server.url), RERANKER_NAME)


def expected(by_hand: ByHand, queries: list[RedactedText], texts: list[RedactedText], task: Task) -> Likelihoods:
    return np.array([by_hand(asking(q, task), answering(t)) for q, t in zip(queries, texts, strict=True)])


@pytest.mark.parametrize("task", TASKS)
def test_scores_are_the_probability_of_yes_after_the_official_prompt(
    reranker: ServedReranker, by_hand: ByHand, task: Task, record_property: Callable[[str, object], None]
) -> None:
    scores = reranker.scores([POSTING], RESUMES, task)
    right = expected(by_hand, [POSTING] * len(RESUMES), RESUMES, task)

    record_property("largest difference", float(np.abs(scores - right).max()))
    assert scores == pytest.approx(right, abs=ABSOLUTE)
    assert np.ptp(scores) > 100 * ABSOLUTE  # the texts are told apart, so agreement says something


def test_one_resume_is_judged_against_many_postings(reranker: ServedReranker, by_hand: ByHand) -> None:
    scores = reranker.scores(RESUMES, [POSTING], "resume_to_postings")

    right = expected(by_hand, RESUMES, [POSTING] * len(RESUMES), "resume_to_postings")
    assert scores == pytest.approx(right, abs=ABSOLUTE)


def test_more_pairs_than_are_sent_at_once_keep_their_places(reranker: ServedReranker) -> None:
    many = [RESUMES[n % 4] for n in range(70)]

    scores = reranker.scores([POSTING], many, "posting_to_resumes")

    assert scores == pytest.approx(
        np.resize(reranker.scores([POSTING], RESUMES[:4], "posting_to_resumes"), 70), abs=1e-4
    )


def test_a_pair_beyond_the_limit_is_refused_not_cut(reranker: ServedReranker) -> None:
    with pytest.raises(RerankerError, match=str(MAX_TOKENS)):
        reranker.scores([POSTING], [RESUMES[0], RedactedText("很长的简历" * (MAX_TOKENS // 10))], "posting_to_resumes")


@pytest.fixture(scope="module")
def templated(tmp_path_factory: pytest.TempPathFactory, reranker_server: Running) -> Iterator[Running]:
    """A server of the same checkpoint with a template of its own."""
    place: Path = tmp_path_factory.mktemp("templated")
    template = place / "template.jinja"
    template.write_text(
        "Judge strictly whether it fits: {{ messages | selectattr('role', 'eq', 'query') | map(attribute='content')"
        " | first }} / {{ messages | selectattr('role', 'eq', 'document') | map(attribute='content') | first }}"
    )
    plain = reranker_server.serving
    other = replace(plain, port=free_port(), options=(*plain.options, "--chat-template", str(template)))
    with started(other, place / "server.log", ENVIRONMENT) as server:
        yield server.ready(START_SECONDS)


def test_a_server_that_adds_a_prompt_of_its_own_is_refused(templated: Running) -> None:
    with pytest.raises(RerankerError, match="--chat-template"):
        ServedReranker(ModelServer(templated.url), RERANKER_NAME).check()
