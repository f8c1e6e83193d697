from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import event

from records.database import Database
from records.errors import ResumeNotFound
from records.resume import Resume
from records.resumes import Resumes
from records.versions import BEARERS_READ, Bearer, Versions

RESUME = Resume("a.pdf", "a" * 64, "pdf", 1, "en", "text", ())


def resume(number: int) -> Resume:
    return replace(RESUME, file=f"{number}.pdf", sha256=f"{number:064x}")


@pytest.fixture
def resumes(database: Database) -> Resumes:
    return Resumes(database, reader_version=2)


@pytest.fixture
def versions(database: Database) -> Versions:
    return Versions(database, reader_version=2)


def test_a_new_reading_bears_its_own_marks_only(resumes: Resumes, versions: Versions) -> None:
    resumes.add(RESUME, ("e1",))
    resumes.add(RESUME, ("e2", "e2"))

    assert versions.bearers(("e1", "e2"), besides="") == {"e2": (Bearer(RESUME.sha256, ""),)}


def test_a_resume_is_not_among_those_beside_itself(resumes: Resumes, versions: Versions) -> None:
    resumes.add(RESUME, ("e1",))

    assert versions.bearers(("e1",), besides=RESUME.sha256) == {}


def test_what_another_version_of_the_reader_read_bears_nothing(
    database: Database, resumes: Resumes, versions: Versions
) -> None:
    Resumes(database, reader_version=1).add(RESUME, ("e1",))

    assert versions.bearers(("e1",), besides="") == {}


def test_of_a_mark_that_hundreds_bear_only_some_are_read(resumes: Resumes, versions: Versions) -> None:
    for number in range(BEARERS_READ + 30):
        resumes.add(resume(number), ("e1",))

    assert len(versions.bearers(("e1",), besides="")["e1"]) == BEARERS_READ


def test_looking_marks_up_reads_indexes_and_no_whole_table(
    database: Database, resumes: Resumes, versions: Versions
) -> None:
    resumes.add(RESUME, ("e1",))
    plans: list[str] = []

    def explain(connection: object, cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.startswith("SELECT"):
            asked = database.engine.raw_connection().cursor()
            plans.extend(str(row[3]) for row in asked.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    event.listen(database.engine, "before_cursor_execute", explain)
    versions.bearers(("e1",), besides="")
    versions.decided(RESUME.sha256)
    event.remove(database.engine, "before_cursor_execute", explain)

    assert plans
    assert not [plan for plan in plans if plan.startswith("SCAN")]


def test_a_decision_about_a_resume_that_is_not_there_is_refused(resumes: Resumes, versions: Versions) -> None:
    resumes.add(RESUME)

    with pytest.raises(ResumeNotFound):
        versions.decide(RESUME.sha256, "b" * 64, "version")
    with pytest.raises(ResumeNotFound):
        versions.undo("b" * 64, RESUME.sha256)


def test_what_was_never_read_has_no_date(versions: Versions) -> None:
    assert versions.read_at("b" * 64) is None
    assert versions.replaced_by("b" * 64) is None
