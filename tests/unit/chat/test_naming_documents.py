from __future__ import annotations

import pytest

from chat.naming_documents import says_document


@pytest.mark.parametrize(
    "words", ["这是论文", "请收入资料库", "华东团队的 OKR", "white paper", "a paper for the library", "Q3 OKRs"]
)
def test_words_that_name_a_document_send_files_to_the_library(words: str) -> None:
    assert says_document(words)


@pytest.mark.parametrize(
    "words",
    ["", "这份简历附有论文", "论文编辑岗位", "her papers", "他发表过论文吗？", "resume and papers", "newspaper ads"],
)
def test_words_about_people_and_postings_do_not(words: str) -> None:
    assert not says_document(words)
