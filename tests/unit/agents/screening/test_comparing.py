from __future__ import annotations

from dataclasses import replace

import pytest

from agents.screening.comparing import Comparison, asks_comparison, comparison, comparison_asked
from agents.screening.naming import Named
from records.errors import NotComparable
from unit.agents.screening.listed import MET, in_order, places

THREE = places({"Ann Sample": MET, "Bo Sample": ("met", "partial", "not_stated"), "张三": ("not_met", "met", "met")})
TEN = in_order(*(f"Nobody{n} Invented{n}" for n in range(10)))


def test_each_requirement_is_a_row_with_everyones_verdict_lines_and_comment() -> None:
    found = comparison(THREE)

    assert [row.requirement for row in found.rows] == ["R1", "R2", "R3"]
    assert [column.candidate for column in found.columns] == [place.candidate for place in THREE]
    by_name = dict(zip([column.candidate for column in found.columns], found.rows[0].cells, strict=True))
    assert {name: cell.verdict for name, cell in by_name.items()} == {
        "Ann Sample": "met",
        "Bo Sample": "met",
        "张三": "not_met",
    }
    cell = by_name["Ann Sample"]
    assert cell.comment == "Built order services in Python."
    assert [(place.page, place.first_line) for place in cell.evidence] == [(2, 4)]
    assert "Python" in cell.evidence[0].quote


def test_who_is_best_at_a_requirement_is_marked_and_nobody_where_all_are_alike() -> None:
    found = comparison(THREE)

    assert sorted(found.best_of(found.rows[0])) == ["Ann Sample", "Bo Sample"]
    assert sorted(found.best_of(found.rows[2])) == ["Ann Sample", "张三"]
    alike = comparison(places({"A": MET, "B": MET}))
    assert alike.best_of(alike.rows[0]) == ()


def test_the_columns_show_score_recommendation_and_must_haves() -> None:
    column = next(one for one in comparison(THREE).columns if one.candidate == "张三")

    assert (column.must_haves, column.missing) == ((1, 2), ("R1",))
    assert (column.score, column.decision) == next((p.score, p.decision) for p in THREE if p.candidate == "张三")


def test_a_requirement_that_is_not_rated_for_someone_leaves_a_cell_without_a_verdict() -> None:
    short = replace(THREE[0], ratings=THREE[0].ratings[:2])

    assert comparison([short, THREE[1]]).rows[2].cells[0].verdict is None


def test_the_same_one_twice_is_one() -> None:
    with pytest.raises(NotComparable):
        comparison([THREE[0], THREE[0]])


@pytest.mark.parametrize("count", [0, 1, 6])
def test_only_two_to_five_can_be_compared(count: int) -> None:
    with pytest.raises(NotComparable, match=str(count)):
        comparison(TEN[:count])


@pytest.mark.parametrize(
    ("question", "ranks"),
    [
        ("compare the first three", [1, 2, 3]),
        ("compare 2 and 3", [2, 3]),
        ("Delta vs Alpha", [4, 1]),
        ("比较第一名和第三名", [1, 3]),
        ("把前两名比较一下", [1, 2]),
        ("the difference between #1 and #2", [1, 2]),
    ],
)
def test_a_question_compares_those_it_names_in_its_order(question: str, ranks: list[int]) -> None:
    found = comparison_asked(question, in_order("Alpha Sample", "Beta Sample", "Gamma Sample", "Delta Sample"))

    assert asks_comparison(question)
    assert isinstance(found, Comparison)
    assert [column.rank for column in found.columns] == ranks


def test_who_cannot_be_found_is_told_instead_and_everyone_is_too_many() -> None:
    assert isinstance(comparison_asked("compare #1 and #77", TEN), Named)
    with pytest.raises(NotComparable, match="10"):
        comparison_asked("compare everyone", TEN)


@pytest.mark.parametrize("question", ["谁比较年轻", "哪个比较好", "Who has Kubernetes?", "why is #2 below #1?"])
def test_other_questions_compare_nobody(question: str) -> None:
    assert not asks_comparison(question)
