"""A model server for the chat under test: embeddings by counting words, and assessments written as slowly as asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

from fakes import BagOfWords
from local_server import Asked, Reply, as_json, as_models, as_stream
from records.redacted import RedactedText

LANGUAGE_MODEL = "Qwen/Qwen3-4B-Instruct-2507"
EMBEDDING_MODEL = "Qwen/Qwen3-Embedding-4B"
PATIENCE = 300.0


class ServedModels:
    """Answers like vLLM; waits before embeddings and within assessments until the test lets it go on."""

    def __init__(self) -> None:
        self.embedding_ready = threading.Event()
        self.go_on = threading.Event()
        self.asked: list[Asked] = []
        self._words = BagOfWords()

    def __call__(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if asked.path.endswith("/models"):
            return as_models(LANGUAGE_MODEL, EMBEDDING_MODEL)
        if asked.path.endswith("/embeddings"):
            return self._embeddings(asked.body["input"])
        return self._assessment(asked.body["response_format"]["json_schema"]["schema"])

    def _embeddings(self, texts: list[str]) -> Reply:
        self.embedding_ready.wait(PATIENCE)
        vectors = self._words.embed_passages([RedactedText(text) for text in texts])
        return as_json({"data": [{"index": n, "embedding": row.tolist()} for n, row in enumerate(vectors)]})

    def _assessment(self, schema: dict[str, Any]) -> Reply:
        written = json.dumps(judged(schema), ensure_ascii=False)
        half = written.index('"strengths"')
        reply = as_stream(*pieces(written))
        held_from = next(n for n, _ in enumerate(reply.pieces) if n * PIECE >= half)
        return Reply(self._held(reply.pieces, held_from), kind=reply.kind)

    def _held(self, written: list[bytes], held_from: int) -> Iterator[bytes]:
        for number, piece in enumerate(written):
            if number == held_from:
                self.go_on.wait(PATIENCE)
            yield piece


PIECE = 20


def pieces(text: str) -> list[str]:
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]


def judged(schema: dict[str, Any]) -> dict[str, Any]:
    """An answer that follows the schema: every second requirement met, by a line of the resume each."""
    requirements = list(schema["properties"]["ratings"]["properties"])
    ratings = {
        requirement: {
            "lines": [{"first_line": 2, "last_line": 2}] if n % 2 == 0 else [],
            "verdict": "met" if n % 2 == 0 else "not_stated",
            "comment": "第 2 行写明了。" if n % 2 == 0 else "简历没有提到。",
        }
        for n, requirement in enumerate(requirements)
    }
    return {
        "ratings": ratings,
        "strengths": [{"lines": [{"first_line": 2, "last_line": 2}], "claim": "方向与岗位一致。"}],
        "gaps": [{"requirement": requirements[1], "claim": "没有写到这一项。"}],
        "fit": "半数要求有依据，其余需要在面试中了解。",
        "score": 6,
        "recommendation": {"reason": "先电话了解未提及的部分。", "decision": "maybe"},
        "interview_focus": ["请讲一次失败的投放。"],
    }
