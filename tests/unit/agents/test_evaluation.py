from __future__ import annotations

from pathlib import Path

import pytest

from agents.evaluation import Twin, evaluate_twins, read_twins
from fakes import BagOfWords
from records.errors import CorruptFile, ResumeNotFound

POSTING = "Data engineer\nRequirements\n- Python and SQL\n- Kafka"
BETTER, WORSE = "Skills\nPython, SQL and Kafka", "Skills\nPhotography and sales"


def test_the_better_resume_of_a_pair_must_score_higher_and_a_tie_is_not_right() -> None:
    twins = [Twin(POSTING, BETTER, WORSE), Twin(POSTING, WORSE, BETTER), Twin(POSTING, BETTER, BETTER)]

    assert evaluate_twins(twins, BagOfWords()) == {"pairs": 3, "accuracy": 0.3333, "ties": 1, "wrong": 1}


def test_a_posting_that_asks_nothing_decides_no_pair() -> None:
    assert evaluate_twins([Twin("x", BETTER, WORSE)], BagOfWords()) == {
        "pairs": 1,
        "accuracy": 0,
        "ties": 1,
        "wrong": 0,
    }


def test_pairs_are_read_from_lines_of_json(tmp_path: Path) -> None:
    (tmp_path / "twins.jsonl").write_text(
        '{"posting": "p", "better": "好", "worse": "w", "id": 1}\n\n', encoding="utf-8"
    )

    assert read_twins(tmp_path / "twins.jsonl") == (Twin("p", "好", "w"),)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"posting": "p", "better": "b"}'])
def test_a_file_of_another_form_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "twins.jsonl").write_text(content)

    with pytest.raises(CorruptFile, match="twins"):
        read_twins(tmp_path / "twins.jsonl")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ResumeNotFound, match="gone"):
        read_twins(tmp_path / "gone.jsonl")
