"""The same records on a real SQLite file and on a real PostgreSQL server."""

from __future__ import annotations

import contextlib
import dataclasses
import multiprocessing
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import event, func, inspect, select, text

from integration.postgresql_server import empty_database
from processes import open_and_add
from records import database as database_module
from records import migrations
from records.assessment import Assessment, Recommendation
from records.assessments import Assessments
from records.database import Database, open_database
from records.errors import (
    SettingsError,
    StorageDamaged,
    StorageError,
    StorageFull,
    StorageNewer,
    StorageUnavailable,
)
from records.posting import Posting, Requirement
from records.postings import Postings
from records.resume import Line, Resume
from records.resumes import Resumes
from records.strong_lines import Embedded, KeptLine, StrongLines
from records.tables import AssessmentRow, ResumeRow, Table
from records.versions import Bearer, Versions

RESUME = Resume(
    "林小禾.pdf", "ab" * 32, "pdf", pages=1, language="zh", source="text", lines=(Line(1, 1, "\x00林小禾", "header"),)
)
REQUIREMENT = Requirement(id="R1", text="护士资格证", kind="certificate", necessity="must", weight=2, skills=("护理",))
POSTING = Posting(id="", title="急诊护士", text="需护士资格证", language="zh", requirements=(REQUIREMENT,))
ASSESSMENT = Assessment(
    posting="急诊护士",
    resume=RESUME.sha256,
    assessed_by="rules",
    language="zh",
    fit="较为匹配",
    score=7.3,
    ratings=(),
    strengths=(),
    gaps=(),
    recommendation=Recommendation(decision="maybe", reason="先核实证书"),
    interview_focus=(),
)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/new folder/records.db"
    return empty_database(request.getfixturevalue("postgresql"))


@pytest.fixture
def database(url: str) -> Iterator[Database]:
    with contextlib.closing(open_database(url)) as database:
        yield database


def test_processes_starting_at_once_make_one_database_and_one_posting(url: str) -> None:
    processes_at_once = 4
    spawn = multiprocessing.get_context("spawn")
    start, failures = spawn.Barrier(processes_at_once), spawn.Queue()
    told = (url, RESUME, POSTING, (start, failures))
    processes = [spawn.Process(target=open_and_add, args=told) for _ in range(processes_at_once)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert failures.empty() or failures.get() == ""
    assert [process.exitcode for process in processes] == [0] * processes_at_once
    with contextlib.closing(open_database(url)) as database:
        assert len(Postings(database).list()) == 1


def test_a_sqlite_file_that_another_process_is_just_writing_is_waited_for(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "records.db", isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    other.execute("CREATE TABLE kept (number INTEGER)")
    release = threading.Timer(0.3, other.execute, ["COMMIT"])
    release.start()

    with contextlib.closing(open_database(f"sqlite:///{tmp_path}/records.db")) as database:
        assert "postings" in inspect(database.engine).get_table_names()
    release.join()
    other.close()


def test_migrations_make_exactly_the_tables_of_the_code(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, Table.metadata) == []


def test_opening_again_keeps_what_is_there(url: str, database: Database) -> None:
    kept = Postings(database).add(POSTING)

    with contextlib.closing(open_database(url)) as again:
        assert Postings(again).list() == (kept,)


def test_a_migration_that_fails_half_way_leaves_nothing_behind(url: str, database: Database) -> None:
    with database.engine.execution_options(purpose="migrating").begin() as connection:
        about_resumes = ("batch_files", "assessments", "resume_marks", "version_choices", "resumes")
        Table.metadata.drop_all(connection, tables=[ResumeRow.metadata.tables[name] for name in about_resumes])
        connection.execute(text("DELETE FROM alembic_version"))

    with pytest.raises(StorageError, match="already exists"):
        open_database(url)

    with database.reading() as session:
        assert "resumes" not in inspect(session.connection()).get_table_names()


def test_an_error_shows_nothing_of_what_was_to_be_kept(database: Database) -> None:
    with pytest.raises(StorageError) as told, database.writing() as session:
        session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": "林小禾"})

    assert "林小禾" not in f"{told.value} {told.value.__cause__}"


def test_a_database_of_a_newer_program_is_left_alone(url: str, database: Database) -> None:
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StorageNewer, match="9999"):
        open_database(url)


def test_records_come_back_as_they_were_kept(database: Database) -> None:
    resumes, postings, assessments = Resumes(database, reader_version=1), Postings(database), Assessments(database)

    resumes.add(RESUME)
    posting = postings.add(POSTING)
    assessments.add(ASSESSMENT, "v1", "rules-zh")

    assert resumes.get(RESUME.sha256) == RESUME
    assert postings.find("急诊") == posting == POSTING.model_copy(update={"id": "急诊护士"})
    assert assessments.find(RESUME.sha256, posting.id, "v1", "rules-zh") == ASSESSMENT


def test_a_removed_posting_takes_its_requirements_but_not_its_assessments(database: Database) -> None:
    Resumes(database, reader_version=1).add(RESUME)
    Assessments(database).add(ASSESSMENT, "v1", "rules-zh")
    postings = Postings(database)

    postings.remove(postings.add(POSTING).id)

    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM requirements")) == 0
    assert Assessments(database).for_resume(RESUME.sha256) == (ASSESSMENT,)


def test_a_failure_in_the_middle_keeps_nothing(database: Database) -> None:
    with contextlib.suppress(ZeroDivisionError), database.writing() as session:
        session.execute(text("DELETE FROM alembic_version"))
        raise ZeroDivisionError

    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_writers_take_turns_and_lose_nothing(database: Database) -> None:
    postings = Postings(database)
    titles = [POSTING.model_copy(update={"text": f"text {n}"}) for n in range(10)]
    writers = [threading.Thread(target=postings.add, args=(title,)) for title in titles for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert len({posting.id for posting in postings.list()}) == len(titles)


def test_readers_do_not_wait_for_a_writer(database: Database) -> None:
    postings = Postings(database)
    with database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = version_num"))

        assert postings.list() == ()


def test_a_writer_that_waits_too_long_is_told_so(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 1)
    with contextlib.closing(open_database(url)) as database, database.writing() as session:
        session.execute(text("SELECT 1"))

        with pytest.raises(StorageUnavailable, match="lock"):
            Postings(database).add(POSTING)


def test_rebuilding_a_table_in_a_migration_keeps_the_rows_that_refer_to_it(database: Database) -> None:
    Resumes(database, reader_version=1).add(RESUME)
    Assessments(database).add(ASSESSMENT, "v1", "rules-zh")

    rebuild = "always" if database.engine.name == "sqlite" else "never"
    with database.engine.execution_options(purpose="migrating").begin() as connection:
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("resumes", recreate=rebuild) as table:
            table.alter_column("candidate", new_column_name="person")

    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(AssessmentRow)) == 1
        assert "person" in {column["name"] for column in inspect(session.connection()).get_columns("resumes")}


def test_a_database_of_the_first_revision_keeps_its_resumes_and_assessments(url: str, database: Database) -> None:
    Resumes(database, reader_version=1).add(RESUME)
    Assessments(database).add(ASSESSMENT, "v1", "rules-zh")
    with database.engine.execution_options(purpose="migrating").begin() as connection:
        configuration = Config()
        configuration.set_main_option("script_location", str(Path(migrations.__file__).parent))
        configuration.attributes["connection"] = connection
        command.downgrade(configuration, "0001")

    with contextlib.closing(open_database(url)) as migrated:
        assert Resumes(migrated, reader_version=1).all() == (RESUME,)
        assert Assessments(migrated).for_resume(RESUME.sha256) == (ASSESSMENT,)
        columns = {column["name"] for column in inspect(migrated.engine).get_columns("resumes")}
        assert "replaced_by" in columns
        assert "embedded_as" not in columns


def test_a_replaced_resume_and_its_marks_are_kept_on_every_database(database: Database) -> None:
    resumes, versions = Resumes(database, reader_version=1), Versions(database, reader_version=1)
    newer = dataclasses.replace(RESUME, sha256="cd" * 32)
    for resume in (RESUME, newer):
        resumes.add(resume, ("e1", "t2"))

    bearers = versions.bearers(("e1", "nobody's"), besides=newer.sha256)
    versions.decide(newer.sha256, RESUME.sha256, "version")

    assert bearers == {"e1": (Bearer(RESUME.sha256, name=""),)}
    assert resumes.all() == (newer,)
    assert versions.bearers(("e1",), besides=newer.sha256) == {}


def test_a_line_for_an_embedding_is_kept_on_every_database(database: Database) -> None:
    lines, embedded = StrongLines(database), Embedded("a/model", 384)
    for kept in (KeptLine(0.46, "calibrated", precision=0.8, pairs=212), KeptLine(0.33, "moved")):
        lines.keep(embedded, kept)
        assert lines.find(embedded) == kept

    lines.forget(embedded, "moved")
    assert (lines.find(embedded) or kept).origin == "calibrated"


def test_a_sqlite_file_is_made_for_readers_beside_a_writer(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path}/records.db").close()

    with contextlib.closing(sqlite3.connect(tmp_path / "records.db")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_full_disk_is_told_and_what_was_kept_before_stays(tmp_path: Path) -> None:
    with contextlib.closing(open_database(f"sqlite:///{tmp_path}/records.db")) as database:
        kept = Postings(database).add(POSTING)
        database.engine.dispose()
        event.listen(database.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 1"))

        with pytest.raises(StorageFull):
            Postings(database).add(POSTING.model_copy(update={"text": "long " * 100_000}))

        assert Postings(database).list() == (kept,)


def test_a_file_that_is_no_database_is_told_to_be_damaged(tmp_path: Path) -> None:
    (tmp_path / "records.db").write_bytes(b"not a database at all" * 100)

    with pytest.raises(StorageDamaged, match=r"records\.db"):
        open_database(f"sqlite:///{tmp_path}/records.db")


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StorageUnavailable, match=r"Not a directory|File exists"):
        open_database(f"sqlite:///{tmp_path}/file/records.db")


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageUnavailable, match="unable to open"):
        open_database(f"sqlite:///{tmp_path}")


def test_a_server_that_does_not_answer_is_told_without_its_password() -> None:
    pytest.importorskip("psycopg")

    with pytest.raises(StorageUnavailable) as told:
        open_database("postgresql://bole:secret@127.0.0.1:9/bole")

    assert "127.0.0.1" in told.value.message("zh")
    assert "secret" not in told.value.message("zh")


@pytest.mark.parametrize("url", ["", "records.db", "mysql://localhost/bole", "sqlite://", "sqlite:///:memory:"])
def test_an_address_that_cannot_work_is_a_settings_error(url: str) -> None:
    with pytest.raises(SettingsError, match="BOLE_DATABASE_URL"):
        open_database(url)
