"""What the page is told of a draft."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agents.postings.draft import PostingDraft, draft_of
from agents.postings.template import parts_of
from chat.posting_list import draft_view
from records.language import Language

WORDS = "后端工程师 上海 5年 Go，男，35岁以下"


def test_conditions_that_were_refused_are_told_in_the_words_that_were_given() -> None:
    draft = draft_of(parts_of(WORDS, "zh"), WORDS, "zh", "rules")

    props = draft_view(draft, WORDS, "en", model=False)

    assert set(props["draft"]["refused"]) == {"男", "35岁以下"}
    assert not any(words in draft.text for words in props["draft"]["refused"])
    assert props["draft"]["blank"] in draft.text  # in the draft's language, the rest in the user's
    assert props["wording"] == {"findings": [], "model": False}


@pytest.mark.parametrize(
    ("words", "language", "held", "refused"),
    [
        ("美女前台 北京 本科 未婚", "zh", "美女", "未婚"),
        ("Salesman, Berlin, under 35", "en", "Salesman", "under 35"),
        ("Waitress, Berlin, under 35", "en", "Waitress", "under 35"),
    ],
)
def test_words_that_stand_in_the_title_are_not_told_as_refused_but_found_there(
    words: str, language: Language, held: str, refused: str
) -> None:
    draft = draft_of(parts_of(words, language), words, language, "rules")

    props = draft_view(draft, words, language, model=False)

    assert props["draft"]["refused"] == [refused]
    assert held in [one["words"] for one in props["wording"]["findings"] if one["line"] == 1]


def test_a_finding_quotes_the_words_and_is_worded_in_the_users_language() -> None:
    draft = draft_of(parts_of("Backend engineer, Berlin", "en"), "Backend engineer, Berlin", "en", "rules")
    (finding,) = draft_view(_with(draft, "Competitive salary"), "Backend engineer", "zh", model=True)["wording"][
        "findings"
    ]

    assert finding["words"].lower() == "competitive salary"
    assert finding["head"] == "含糊"
    assert finding["suggestion"] == "请写出薪资范围。"


def _with(draft: PostingDraft, line: str) -> PostingDraft:
    return replace(draft, text=f"{draft.text}\n{line}")
