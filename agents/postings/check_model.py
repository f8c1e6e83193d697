"""What a language model adds to the rules' check of a posting: only findings that quote words which stand there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Sequence
from typing import Final, Literal, get_args

from pydantic import BaseModel, Field

from agents.asking import Asking, Form, Progress, read_as
from agents.json_schema import Schema, list_of, number_to, object_of, one_of, text_of
from agents.postings.check import Finding
from prompts import numbered, prompt
from records.language import Language
from retrieval.redaction import redact_text

TASK: Final = "check"
MOST_TOKENS: Final = 3000
"""Eight findings of some 300 letters, at one token a Chinese letter, and their keys."""
MOST: Final = 8
LONGEST: Final = 160
LEAST_QUOTE: Final = 2

ModelKind = Literal["discriminatory", "vague", "contradictory"]


class ModelFinding(BaseModel, frozen=True):
    """One finding, in the order it is written."""

    line: int
    words: str = Field(min_length=1, max_length=LONGEST)
    reason: str = Field(min_length=1, max_length=LONGEST)
    suggestion: str = Field(min_length=1, max_length=LONGEST)
    kind: ModelKind


class ModelFindings(BaseModel, frozen=True):
    """All that the model found."""

    findings: tuple[ModelFinding, ...]


class LanguageModelPostingCheck:
    """Adds to what the rules found; it takes nothing away."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def check(
        self, text: str, known: Sequence[Finding], language: Language
    ) -> AsyncGenerator[Progress | tuple[Finding, ...]]:
        """Progress, at last the rules' findings and the model's; raises `ModelError`."""
        lines = text.split("\n")
        said = prompt(TASK, language, posting=numbered(map(redact_text, lines)))

        def read(written: str) -> tuple[Finding, ...]:
            added = _added(read_as(ModelFindings, written, language).findings, lines, known)
            return tuple(sorted([*known, *added], key=lambda finding: finding.line))

        return self._asking.ask(said, Form(_schema(len(lines)), MOST_TOKENS, read))


def _added(written: Sequence[ModelFinding], lines: list[str], known: Sequence[Finding]) -> Iterator[Finding]:
    """Those whose words stand in their line, and that say nothing the rules said already."""
    told = {(finding.line, finding.words) for finding in known}
    for one in written:
        words = one.words.strip()
        stands = 1 <= one.line <= len(lines) and len(words) >= LEAST_QUOTE and words in lines[one.line - 1]
        if stands and not any(one.line == line and (words in said or said in words) for line, said in told):
            told.add((one.line, words))
            yield Finding(one.kind, "model", one.line, words, one.reason, one.suggestion, "model")


def _schema(line_count: int) -> Schema:
    text = text_of(LONGEST)
    finding = object_of(
        line=number_to(line_count), words=text, reason=text, suggestion=text, kind=one_of(*get_args(ModelKind))
    )
    return object_of(findings=list_of(finding, most=MOST))
