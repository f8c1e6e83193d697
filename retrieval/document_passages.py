"""How a document is cut into passages that the embedding sees whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from records.documents import reading_version
from records.language import language_of
from records.redacted import RedactedText
from records.resume import Line, Resume
from retrieval.embedding import Embedding
from retrieval.passages import Passage, passages
from retrieval.redaction import redact_text
from retrieval.skills import skills_in

LONGEST_PASSAGE: Final = 256
"""Tokens: a paragraph or two, which a person takes in at a glance. A model that reads more could take longer ones, but
whoever asks wants the place, not the chapter; the whole document has a vector of its own."""


@dataclass(frozen=True, slots=True)
class DocumentPassage:
    """Consecutive lines of one page of a document, by number, both inclusive.

    `readable` says whether the embedding can make something of the text; where not, its cosine means nothing.
    """

    first_line: int
    last_line: int
    page: int
    text: RedactedText
    readable: bool


@dataclass(frozen=True, slots=True)
class CutDocument:
    """A document in passages; `key` changes with its words, so that rows of other words are never taken for it."""

    key: str
    passages: tuple[DocumentPassage, ...]
    subject: RedactedText
    """The title, and the skills that title and first lines name: what like documents share in either language."""

    @property
    def names(self) -> list[str]:
        """The passages' names in the index."""
        return [f"{self.key}#p{n}" for n in range(len(self.passages))]


def document_key(sha256: str, version: str) -> str:
    """A document's name in the index, `id@version`."""
    return f"{sha256[:16]}@{version[:12]}"


def cut(title: str, reading: Resume, embedding: Embedding) -> CutDocument:
    """The document in passages sized to the embedding, contacts masked."""
    room = min(embedding.max_tokens, LONGEST_PASSAGE)
    found = tuple(
        DocumentPassage(
            n, passage.last_line + n - passage.first_line, page, passage.text, can_read(embedding, passage.text)
        )
        for page, lines in groupby(_body(reading), key=lambda line: line.page)
        for n, passage in _on_page(list(lines), room)
    )
    key = document_key(reading.sha256, reading_version(reading, title))
    return CutDocument(key, found, _subject(title, found))


def _on_page(lines: Sequence[Line], room: int) -> Iterator[tuple[int, Passage]]:
    """The passages of one page, each with the number of its first line: none runs over the page's end."""
    for passage in passages([redact_text(line.text) for line in lines], room):
        yield lines[0].n + passage.first_line - 1, passage


def redacted_lines(title: str, reading: Resume) -> Sequence[RedactedText]:
    """The title, then every line of the text; line n of the reading stands at n."""
    return [redact_text(title), *(redact_text(line.text) for line in _body(reading))]


def can_read(embedding: Embedding, text: str) -> bool:
    """Whether a cosine of this text means something: the bundled model reads of Chinese what the lexicon names."""
    return embedding.reads(language_of(text)) or bool(skills_in(text))


def _subject(title: str, found: Sequence[DocumentPassage]) -> RedactedText:
    """Not the first lines themselves: their everyday words make a plan for servers like a paper on batteries."""
    first = found[0].text if found else ""
    return redact_text("\n".join([title, *skills_in(f"{title}\n{first}")]))


def _body(reading: Resume) -> tuple[Line, ...]:
    """The lines without running heads and feet, which reading puts last, counting from the first pages again."""
    for before, line in pairwise(reading.lines):
        if line.page < before.page:
            return reading.lines[: line.n - 1]
    return reading.lines
