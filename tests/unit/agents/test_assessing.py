from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator
from pathlib import Path

import pytest

from agents.assessing import Assessing
from agents.assessors.assessor import Case, Draft
from invented import assessment, posting, resume
from records.assessment import AssessedBy, Assessment
from records.assessments import Assessments
from records.database import Database, open_database
from records.errors import ModelAnswerInvalid, SettingsError
from records.language import Language
from records.resumes import Resumes


class Assessor:
    """Gives the invented assessment, and remembers the cases."""

    def __init__(self, name: AssessedBy, fails: bool = False) -> None:
        self.name: AssessedBy = name
        self.cases: list[Case] = []
        self._fails = fails

    async def assess(self, case: Case) -> AsyncGenerator[Draft | Assessment]:
        self.cases.append(case)
        yield Draft(fit="…")
        if self._fails:
            raise ModelAnswerInvalid(reason="nonsense")
        yield assessment(case.language).model_copy(update={"assessed_by": self.name, "resume": case.resume.sha256})


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    Resumes(database, reader_version=1).add(resume("en"))
    yield database
    database.close()


def assessing(database: Database, *assessors: Assessor, wording: str = "v1") -> Assessing:
    def depends_on(by: AssessedBy, language: Language) -> str:
        return wording

    return Assessing({each.name: each for each in assessors}, Assessments(database), depends_on)


async def last(
    at_work: Assessing, language: Language = "en", by: AssessedBy | None = None, text: str = ""
) -> Assessment:
    asked = posting("en").model_copy(update={"text": text})
    *_, part = [part async for part in at_work.assess(resume("en"), asked, language, by)]
    assert isinstance(part, Assessment)
    return part


async def test_a_case_on_record_is_not_judged_again(database: Database) -> None:
    rules = Assessor("rules")
    first, second = [await last(assessing(database, rules)) for _ in range(2)]

    assert first == second
    assert len(rules.cases) == 1


async def test_a_changed_posting_language_or_wording_is_judged_anew(database: Database) -> None:
    rules = Assessor("rules")
    await last(assessing(database, rules))
    await last(assessing(database, rules), text="changed")
    await last(assessing(database, rules), language="zh")
    await last(assessing(database, rules, wording="v2"))

    assert len(rules.cases) == 4


async def test_the_model_judges_where_one_is_connected_unless_rules_are_asked_for(database: Database) -> None:
    both = assessing(database, Assessor("rules"), Assessor("model"))

    assert (both.default, (await last(both)).assessed_by) == ("model", "model")
    assert (await last(both, by="rules")).assessed_by == "rules"


async def test_nobody_takes_the_place_of_a_model_that_is_not_connected(database: Database) -> None:
    rules = Assessor("rules")

    with pytest.raises(SettingsError, match="BOLE_LLM_URL"):
        await last(assessing(database, rules), by="model")
    assert rules.cases == []


async def test_a_failed_assessment_leaves_nothing_on_record(database: Database) -> None:
    at_work = assessing(database, Assessor("model", fails=True))

    with pytest.raises(ModelAnswerInvalid):
        await last(at_work)
    assert at_work.latest(resume("en")) == ()


async def test_assessments_of_a_resume_are_given_oldest_first(database: Database) -> None:
    both = assessing(database, Assessor("rules"), Assessor("model"))
    await last(both, by="rules")
    await last(both, by="model")

    assert [each.assessed_by for each in both.latest(resume("en"))] == ["rules", "model"]


async def test_the_assessor_sees_the_redacted_lines(database: Database) -> None:
    rules = Assessor("rules")
    await last(assessing(database, rules))

    assert rules.cases[0].redacted[:2] == ("[NAME]", "[EMAIL]")
