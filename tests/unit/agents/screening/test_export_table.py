from __future__ import annotations

import csv
import io
import json

import pytest

import invented
from agents.screening.export import Export
from agents.screening.exporting import exported
from agents.screening.weighing import Change, changed
from records.assessment import Assessment
from screened import best_for_each, export, people, person


def table(whole: Export) -> list[dict[str, str]]:
    text = exported("csv", whole).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def objects(whole: Export) -> list[dict[str, object]]:
    return [json.loads(line) for line in exported("jsonl", whole).splitlines()]


def test_csv_is_marked_as_utf_8_so_that_chinese_is_read_rightly() -> None:
    content = exported("csv", export(language="zh"))

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").startswith("名次,候选人,文件,岗位,评分,建议,有依据的必备要求,R1 ")


def test_csv_has_a_row_for_each_candidate_best_first() -> None:
    found = table(export())

    assert [(row["Rank"], row["Candidate"], row["Score"]) for row in found] == [
        (str(place.rank), place.candidate, str(place.score)) for place in export().places
    ]
    assert found[1]["R2 8 years of backend development (Must-have)"] == "Partly met"


@pytest.mark.parametrize(
    "name", ["=cmd|' /C calc'!A0", "+1", "-2", "@SUM(1)", "\t=1", "＝1", 'x"\r\n=1', "a,=1", "two\nlines", "\x00=1"]
)
def test_no_cell_of_csv_is_a_formula(name: str) -> None:
    one = invented.assessment().model_copy(update={"flags": (name,)})
    (row,) = table(export([person(1, one, candidate=name, file=name)]))

    for cell in (row["Candidate"], row["File"], row["Please note"]):
        assert cell.lstrip("'") == name.replace("\x00", "")
        assert not cell.startswith(tuple("=+-@＝\t\r\n"))


def test_csv_of_nobody_is_its_head() -> None:
    assert table(export([])) == []
    assert exported("csv", export([])).count(b"\r\n") == 1


def test_json_lines_hold_every_candidate_whole() -> None:
    found = objects(export())

    assert [one["candidate"] for one in found] == ["Sample 2", "Sample 1", "Sample 3"]
    assert [Assessment.model_validate(one["assessment"]) for one in found] == [
        place.assessment for place in export().places
    ]
    assert found[1]["posting"] == {"id": "backend-1", "title": "Senior Backend Engineer"}
    assert found[1]["must_haves"] == {"held": 2, "of": 2}


def test_json_lines_tell_the_ratings_in_force_beside_the_stored_ones() -> None:
    then = changed(invented.posting().requirements, [Change("R1", "ignore")])
    first = objects(export(requirements=then, words="Python does not matter"))[0]

    assert first["weights_version"] == 1
    assert [rating["weight"] for rating in first["ratings"]] == [0, 2, 1]  # type: ignore[attr-defined]
    assert [rating["weight"] for rating in first["assessment"]["ratings"]] == [9, 2, 1]  # type: ignore[index]


def test_json_lines_are_lines_whatever_the_words_hold() -> None:
    name = 'a\u2028b\x85c\nd\x00e\ud800"f'

    (one,) = objects(export([person(1, invented.assessment(), candidate=name)]))

    assert one["candidate"] == name.replace("\ud800", "?")
    content = exported("jsonl", export([person(1, invented.assessment(), candidate=name)])).decode()
    assert len(content.splitlines()) == 1


def test_where_each_has_a_posting_of_their_own_it_is_named() -> None:
    first, second = people()[:2]
    other = second.assessment.model_copy(update={"posting": "other-1"})
    whole = best_for_each([first, person(2, other)], {"other-1": "Data Analyst"})

    assert {row["Candidate"]: row["Posting"] for row in table(whole)} == {
        "Sample 1": "backend-1",
        "Sample 2": "Data Analyst",
    }
    assert all(row["R1"].endswith(": Python in production") for row in table(whole))
