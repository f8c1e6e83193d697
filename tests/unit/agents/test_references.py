from __future__ import annotations

import pytest

from agents.answers import Dossier
from agents.references import finished_part, shown
from invented import resume

TWO = {1: Dossier(resume("en"), ()), 2: Dossier(resume("zh"), ())}


def test_a_reference_becomes_a_numbered_source_with_the_resumes_own_words() -> None:
    told = shown("Candidate 1 led a team [1:4].", TWO)

    assert told.text == "Avery Samplewood led a team [1]."
    assert told.sources[0].quote == "Led a team of 4 and built order services in Python and FastAPI"
    assert (told.sources[0].first_line, told.sources[0].last_line, told.sources[0].page) == (4, 4, 2)


def test_the_same_place_keeps_its_number() -> None:
    assert shown("[1:4] [2:3] [1:4]", TWO).text == "[1] [2] [1]"


@pytest.mark.parametrize("written", ["[1:4-5]", "[1:4–5]", "[1:5-4]", "[1: 4 - 1:5]", "[1：4~5]"])
def test_several_lines_are_one_source(written: str) -> None:
    told = shown(written, TWO)

    assert told.text == "[1]"
    assert (told.sources[0].first_line, told.sources[0].last_line) == (4, 5)


@pytest.mark.parametrize("written", ["[1:3, 1:5]", "[1:3; 5]", "[1:3、5]"])
def test_several_places_in_one_bracket_are_several_sources(written: str) -> None:
    told = shown(written, TWO)

    assert told.text == "[1][2]"
    assert [source.first_line for source in told.sources] == [3, 5]


@pytest.mark.parametrize("written", ["[1:99]", "[3:1]", "[1:0]", "[12]", "[2:4-70]"])
def test_a_reference_to_a_line_that_does_not_exist_is_removed_and_counted(written: str) -> None:
    told = shown(f"So it is {written}.", TWO)

    assert told.text == "So it is ."
    assert (told.sources, told.removed) == ((), 1)


def test_with_one_candidate_a_bare_number_is_a_line() -> None:
    assert shown("[4]", {2: TWO[2]}).sources[0].quote == "把 12 个服务迁移到 Kubernetes，p95 延迟降低 35%"


def test_labels_become_names_in_both_languages() -> None:
    assert shown("Candidate 2, 候选人 1, 候选人2 and Candidate 12", TWO).text == (
        "沈样例, Avery Samplewood, 沈样例 and Candidate 12"
    )


def test_what_is_shown_while_it_is_written_never_changes_later() -> None:
    written = "Can Candidate 12 or Candidate 1 [1:4-5] do it? 候选人 2 [2:3]、[9:9] [见下] Calm [1:3, 1:5]."
    whole = shown(written, TWO).text

    for end in range(len(written) + 1):
        assert whole.startswith(shown(finished_part(written[:end]), TWO).text)
