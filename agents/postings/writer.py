"""A posting from a few words, written by a language model; the frame around it is made by code."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Annotated, Final

from pydantic import BaseModel, Field

from agents.asking import Asking, Form, Progress, read_as
from agents.json_schema import list_of, object_of, text_of
from agents.postings.draft import PostingDraft, PostingParts, draft_of
from agents.postings.statements import without_bias
from prompts import prompt
from records.language import Language
from retrieval.redaction import redact_text

TASK: Final = "posting"
MOST_TOKENS: Final = 3000
LONGEST_LINE: Final = 120
LONGEST_TITLE: Final = 60

Line = Annotated[str, Field(min_length=1, max_length=LONGEST_LINE)]


class ModelPosting(BaseModel, frozen=True):
    """What the model writes, in this order."""

    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    duties: tuple[Line, ...]
    must: tuple[Line, ...] = Field(min_length=1)
    nice: tuple[Line, ...]


class LanguageModelPostingWriter:
    """Writes title, duties and requirements; what the employer is and gives is never asked of a model."""

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def write(self, words: str, language: Language) -> AsyncGenerator[Progress | PostingDraft]:
        """Progress, at last the draft; raises `ModelError`."""
        # What must not be asked does not reach the model: "男，35 岁以下" is taken out of the words first.
        plain = redact_text("\n".join(without_bias(line) for line in words.splitlines()))

        def read(written: str) -> PostingDraft:
            said = read_as(ModelPosting, written, language)
            return draft_of(PostingParts(said.title, said.duties, said.must, said.nice), words, language, "model")

        return self._asking.ask(prompt(TASK, language, words=plain), Form(_SCHEMA, MOST_TOKENS, read))


_LINE: Final = text_of(LONGEST_LINE)
_SCHEMA: Final = object_of(
    title=text_of(LONGEST_TITLE),
    duties=list_of(_LINE, 3, most=6),
    must=list_of(_LINE, 3, most=6),
    nice=list_of(_LINE, most=4),
)
