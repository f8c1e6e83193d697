from __future__ import annotations

import numpy as np
import pytest

from fakes import BagOfWords
from records.resume import Line, Resume
from retrieval.document_passages import cut
from retrieval.document_vectors import LONG_MODEL, document_rows, document_vector
from retrieval.redaction import redact_text


class LongReader(BagOfWords):
    """Reads whole documents."""

    @property
    def max_tokens(self) -> int:
        return LONG_MODEL


def reading(*lines: tuple[int, str]) -> Resume:
    made = tuple(Line(n, page, text, "other") for n, (page, text) in enumerate(lines, 1))
    return Resume("paper.pdf", "a" * 64, "pdf", max(page for page, _ in lines), "en", "text", made)


PAGES = reading(
    (1, "cells in the grid"),
    (1, "ask grid@example.com"),
    (2, "second life"),
    (1, "Nowhere Energy"),
    (2, "Nowhere Energy"),
)


def test_no_passage_runs_over_the_end_of_a_page_and_running_heads_are_in_none() -> None:
    found = cut("Cells", PAGES, BagOfWords()).passages

    assert [(one.page, one.first_line, one.last_line) for one in found] == [(1, 1, 2), (2, 3, 3)]


def test_contacts_do_not_reach_the_embedding() -> None:
    embedding = BagOfWords()
    document_rows(cut("Cells", PAGES, embedding), "Cells", PAGES, embedding)

    assert embedding.passages
    assert not [text for text in embedding.passages if "@" in text]


def test_another_title_or_another_line_is_another_key() -> None:
    keys = {cut(title, paper, BagOfWords()).key for title in ("A", "B") for paper in (PAGES, reading((1, "other")))}

    assert len(keys) == 4


def test_a_long_model_is_given_the_whole_document_as_one_text() -> None:
    embedding = LongReader()
    vector = document_vector("Cells", PAGES, np.zeros((0, 256), dtype=np.float32), embedding)

    whole = "\n".join(["Cells", *(line.text for line in PAGES.lines[:3])])
    assert embedding.passages == [redact_text(whole)]
    assert vector.shape == (1, 256)


@pytest.mark.parametrize("embedding", [BagOfWords(), LongReader()], ids=["short", "long"])
def test_the_vector_of_a_document_has_length_one(embedding: BagOfWords) -> None:
    rows = document_rows(cut("Cells", PAGES, embedding), "Cells", PAGES, embedding)

    assert np.linalg.norm(rows.vectors[-1]) == pytest.approx(1, abs=1e-5)


def test_progress_is_told_up_to_the_last_passage() -> None:
    told: list[tuple[int, int]] = []
    paper = reading(*((page, f"page {page} about cells") for page in range(1, 70)))
    embedding = BagOfWords()
    document_rows(cut("Cells", paper, embedding), "Cells", paper, embedding, lambda *counts: told.append(counts))

    assert told == [(32, 69), (64, 69), (69, 69)]
