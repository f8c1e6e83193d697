from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agents.answers.answers import Dossier
from agents.references import Shown, Telling, finished_part, shown
from invented import resume
from records.resume import SuspiciousLine

PARTS = (
    "[1:4",
    "]",
    "[2:3-4]",
    "【1:5】",
    "Candidate",
    "候选人",
    " 1",
    "2",
    "`",
    "```",
    "|",
    "[",
    "[9:9]",
    "\n",
    "说",
    "!",
)
TWO = {1: Dossier(resume("en"), ()), 2: Dossier(resume("zh"), ())}


def test_a_reference_becomes_a_numbered_source_with_the_resumes_own_words() -> None:
    told = shown("Candidate 1 led a team [1:4].", TWO)

    assert told.text == "Avery Samplewood led a team [1]."
    assert told.sources[0].quote == "Led a team of 4 and built order services in Python and FastAPI"
    assert (told.sources[0].first_line, told.sources[0].last_line, told.sources[0].page) == (4, 4, 2)


def test_the_same_place_keeps_its_number() -> None:
    assert shown("[1:4] [2:3] [1:4]", TWO).text == "[1] [2] [1]"


@pytest.mark.parametrize(
    "written", ["[1:4-5]", "[1:4–5]", "[1:5-4]", "[1: 4 - 1:5]", "[1：4~5]", "[1:4至5]", "[1:L4-L5]"]
)
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


@pytest.mark.parametrize(
    "written", ["【1:4】", "［1：4］", "〔1:4〕", "[Candidate 1:4]", "[候选人 1:4]", "[候选人1:第4行]"]
)
def test_other_brackets_and_words_within_them_are_understood(written: str) -> None:
    told = shown(f"So it is {written}.", TWO)

    assert told.text == "So it is [1]."
    assert told.sources[0].first_line == 4


@pytest.mark.parametrize("written", ["[见下]", "[NAME]", "[x]", "- [ ] open", "[a link](#4)", "[]"])
def test_other_brackets_stay_as_they_are(written: str) -> None:
    assert shown(written, TWO) == Shown(written, (), 0)


def test_a_label_in_brackets_is_a_name() -> None:
    assert shown("[Candidate 2]", TWO).text == "[沈样例]"


def test_references_in_the_cells_of_a_table_leave_the_table_whole() -> None:
    table = "| Candidate 1 | [1:4][1:5] |\n| Candidate 2 | [2:99] |"

    assert shown(table, TWO).text == "| Avery Samplewood | [1][2] |\n| 沈样例 |  |"


ODD = {1: Dossier(resume("en", name="A [1:2] | *B* `c`"), ()), 2: TWO[2]}


def test_a_name_with_brackets_is_no_reference_and_breaks_no_table() -> None:
    told = shown("| Candidate 1 | [1:4] |", ODD)

    assert told.text == "| A \\[1:2\\] \\| \\*B\\* \\`c\\` | [1] |"
    assert (len(told.sources), told.removed) == (1, 0)


@pytest.mark.parametrize("fence", ["`", "```\n"])
def test_in_code_references_are_checked_too_and_names_stand_as_they_are(fence: str) -> None:
    told = shown(f"{fence}Candidate 1 [1:4] [1:99]{fence} Candidate 1", ODD)

    assert told.text == f"{fence}A [1:2] | *B* c [1] {fence} A \\[1:2\\] \\| \\*B\\* \\`c\\`"
    assert told.removed == 1


def test_a_line_that_the_model_was_not_shown_cannot_be_referred_to() -> None:
    spoken_to = Dossier(replace(resume("en"), suspicious=(SuspiciousLine(4, "instruction"),)), ())

    assert shown("[1:4] [1:4-5]", {1: spoken_to}).text == " [1]"


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.data())
def test_however_the_text_is_cut_into_pieces_the_same_is_shown(parts: list[str], data: st.DataObject) -> None:
    written = "".join(parts)
    telling, told = Telling(TWO), ""
    while written:
        cut = data.draw(st.integers(1, len(written)))
        told, written = told + telling.told(written[:cut]), written[cut:]
    told += telling.rest()
    whole = shown("".join(parts), TWO)

    assert (told, telling.sources, telling.removed) == (whole.text, whole.sources, whole.removed)


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
