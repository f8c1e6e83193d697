from __future__ import annotations

from threading import Thread

import pytest

from fakes import BagOfWords
from retrieval import line_ranking
from retrieval.line_ranking import LineRanking
from retrieval.redaction import redact_text

LINES = [redact_text(line) for line in ("Led a team of four", "用 RabbitMQ 做订单异步处理", "", "BSc in geology")]


def ranked(question: str) -> list[float]:
    return LineRanking(BagOfWords()).rank(redact_text(question), LINES)


def test_the_line_that_shares_the_words_is_closest() -> None:
    scores = ranked("has she led a team")

    assert max(scores) == scores[0] > 0


def test_a_skill_is_found_under_its_name_in_the_other_language() -> None:
    scores = ranked("experience with message queues")

    assert scores[1] > 0
    assert scores[3] == 0


@pytest.mark.parametrize("question", ["zebra", "", "？"])
def test_a_question_that_nothing_answers_scores_nothing(question: str) -> None:
    assert ranked(question) == [0.0] * len(LINES)


def test_no_lines_and_blank_lines_can_be_ranked() -> None:
    assert LineRanking(BagOfWords()).rank(redact_text("team"), []) == []
    assert LineRanking(BagOfWords()).rank(redact_text("team"), [redact_text("")] * 2) == [0.0, 0.0]


def test_a_line_asked_about_again_is_not_embedded_again() -> None:
    embedding = BagOfWords()
    ranking = LineRanking(embedding)
    for question in ("team", "geology"):
        ranking.rank(redact_text(question), [*LINES, *LINES])

    assert embedding.passages == LINES


def test_a_line_whose_vector_is_known_is_not_embedded() -> None:
    embedding = BagOfWords()
    ranking, asked = LineRanking(embedding), redact_text("who led a team")
    expected = LineRanking(BagOfWords()).rank(asked, LINES)

    ranking.know(LINES, BagOfWords().embed_passages(LINES))

    assert ranking.rank(asked, LINES) == expected
    assert embedding.passages == []


def test_what_is_kept_stays_within_bounds_while_threads_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_ranking, "_MOST_KEPT", 10)
    ranking, failed = LineRanking(BagOfWords()), list[int]()

    def ask(first: int) -> None:
        for n in range(first, first + 200):
            lines = [redact_text(f"line {n} {k}") for k in range(8)]
            if len(ranking.rank(redact_text("line"), lines)) != 8:
                failed.append(n)

    threads = [Thread(target=ask, args=(start,)) for start in (0, 1000)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not failed
    assert len(ranking._kept) <= 10
