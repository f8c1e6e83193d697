"""What a language model is asked, as the protocol's chat completion wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, TypedDict

INTERACTIVE: Final = 0
"""Priority of what a person waits for; vLLM takes the lower number first."""
BATCH: Final = 10
"""Priority of what nobody waits for."""


class Message(TypedDict):
    """One turn of the conversation with the model."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How the next word is chosen; the defaults give the same answer every time.

    All of it is sent with every request, since a server's own defaults come from the model's files.
    """

    temperature: float = 0.0
    top_p: float = 1.0
    top_k: int = -1
    min_p: float = 0.0
    seed: int | None = 0


def drawn(seed: int) -> Sampling:
    """As Qwen3's authors advise for Qwen3-4B-Instruct-2507, at a fixed seed: the same request gives the same answer."""
    return Sampling(temperature=0.7, top_p=0.8, top_k=20, seed=seed)


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """What to ask a language model; `schema` is the JSON schema its answer must follow, `extra` goes into the body."""

    messages: Sequence[Message]
    model: str
    max_tokens: int
    schema: Mapping[str, Any] | None = None
    sampling: Sampling = Sampling()
    extra: Mapping[str, Any] = field(default_factory=dict)
    priority: int = INTERACTIVE

    def body(self) -> dict[str, Any]:
        """The arguments of the protocol's chat completion; what only vLLM and its kin know goes beside them."""
        sampling = self.sampling
        body: dict[str, Any] = {
            "messages": list(self.messages),
            "model": self.model,
            "max_tokens": self.max_tokens,
            "temperature": sampling.temperature,
            "top_p": sampling.top_p,
            "extra_body": {"top_k": sampling.top_k, "min_p": sampling.min_p, "priority": self.priority, **self.extra},
        }
        if sampling.seed is not None:
            body["seed"] = sampling.seed
        if self.schema is not None:
            form = {"name": "answer", "schema": dict(self.schema), "strict": True}
            body["response_format"] = {"type": "json_schema", "json_schema": form}
        return body
