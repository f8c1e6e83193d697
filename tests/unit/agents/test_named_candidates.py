from __future__ import annotations

import pytest

from agents.named_candidates import named_candidates
from invented import resume

RESUMES = (resume("en"), resume("zh"), resume("en", name="Will Placeholder"), resume("zh", name="", file="cv_zhou.pdf"))


@pytest.mark.parametrize(
    ("question", "numbers", "labelled"),
    [
        ("Has Avery Samplewood led a team?", (1,), "Has Candidate 1 led a team?"),
        ("Has samplewood, avery led a team?", (1,), "Has Candidate 1 led a team?"),
        ("What is Avery's degree?", (1,), "What is Candidate 1's degree?"),
        ("Avery Samplewood做过什么？", (1,), "Candidate 1做过什么？"),
        ("沈样例会 Java 吗？", (2,), "Candidate 2会 Java 吗？"),
        ("沈 样 例会 Java 吗？", (2,), "Candidate 2会 Java 吗？"),
        ("沈女士带过团队吗？", (2,), "Candidate 2带过团队吗？"),
        ("Compare Avery and 沈样例", (1, 2), "Compare Candidate 1 and Candidate 2"),
        ("What does cv_zhou.pdf say?", (4,), "What does Candidate 4 say?"),
        ("cv_zhou 有几年经验", (4,), "Candidate 4 有几年经验"),
    ],
)
def test_a_named_candidate_is_found_and_the_name_replaced(
    question: str, numbers: tuple[int, ...], labelled: str
) -> None:
    named = named_candidates(question, RESUMES, "en")

    assert (named.numbers, named.question) == (numbers, labelled)


@pytest.mark.parametrize(
    "question", ["Will she fit?", "Who has led a team?", "averylong words", "沈工作过几年？", "谁会 Java？"]
)
def test_everyday_words_name_nobody(question: str) -> None:
    assert named_candidates(question, RESUMES, "en").numbers == ()
    assert named_candidates(question, RESUMES, "en").question == question


def test_a_name_that_two_share_means_both() -> None:
    twins = (resume("en"), resume("en", name="Avery Otherwood"))
    named = named_candidates("Has Avery led a team?", twins, "zh")

    assert (named.numbers, named.question) == ((1, 2), "Has 候选人 1 / 候选人 2 led a team?")


def test_a_file_called_resume_is_not_named_by_the_word() -> None:
    unnamed = resume("en", file="resume.pdf")
    assert named_candidates("What does the resume say?", [unnamed], "en").numbers == ()
