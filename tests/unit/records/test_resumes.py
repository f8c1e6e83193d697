from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.database import Database
from records.errors import StorageError
from records.resume import Box, Line, Profile, Resume
from records.resumes import Resumes

SHA = "ab" * 32
RESUME = Resume(
    file="林小禾.pdf",
    sha256=SHA,
    kind="pdf",
    pages=2,
    language="zh",
    source="text",
    lines=(Line(1, 1, "林小禾", "header", Box(0.1, 0.1, 0.4, 0.12)), Line(2, 2, "五年 Python 经验", "experience")),
    profile=Profile(name="Lin Xiaohe", years_experience=5.0),
)

FRACTIONS = st.floats(0, 1)
BOXES = st.builds(Box, FRACTIONS, FRACTIONS, FRACTIONS, FRACTIONS)
NUMBERS = st.integers(1, 9999)
LINES = st.builds(Line, NUMBERS, NUMBERS, st.text(), box=st.none() | BOXES)
PROFILES = st.builds(Profile, years_experience=st.none() | st.floats(0, 60))
RESUMES = st.builds(
    Resume,
    sha256=st.text("0123456789abcdef", min_size=64, max_size=64),
    lines=st.lists(LINES).map(tuple),
    pages=NUMBERS,
    profile=PROFILES,
)


@given(RESUMES)
def test_a_resume_comes_back_as_it_was_read(shared_database: Database, resume: Resume) -> None:
    resumes = Resumes(shared_database, reader_version=1)

    resumes.add(resume)

    assert resumes.get(resume.sha256) == resume


def test_a_resume_never_read_is_not_there(database: Database) -> None:
    assert Resumes(database, reader_version=1).get(SHA) is None


def test_what_an_older_reader_read_is_not_served(database: Database) -> None:
    Resumes(database, reader_version=1).add(RESUME)
    newer = Resumes(database, reader_version=2)

    assert newer.get(SHA) is None
    assert newer.find("林小禾.pdf") == ()
    assert newer.all() == ()


def test_a_newer_reading_replaces_the_older_one(database: Database) -> None:
    Resumes(database, reader_version=1).add(RESUME)
    newer, reading = Resumes(database, reader_version=2), dataclasses.replace(RESUME, pages=3)

    newer.add(reading)

    assert newer.all() == (reading,)
    assert Resumes(database, reader_version=1).all() == ()


def test_the_same_file_under_another_name_stays_one_resume(database: Database) -> None:
    resumes, renamed = Resumes(database, reader_version=1), dataclasses.replace(RESUME, file="copy.pdf")

    resumes.add(RESUME)
    resumes.add(renamed)

    assert resumes.all() == (renamed,)


@pytest.mark.parametrize("name", ["林小禾.pdf", "lin xiaohe", " Lin Xiaohe ", SHA, SHA[:7], SHA[:7].upper()])
def test_a_resume_is_found_by_file_candidate_or_start_of_its_hash(database: Database, name: str) -> None:
    resumes = Resumes(database, reader_version=1)
    resumes.add(RESUME)

    assert resumes.find(name) == (RESUME,)


@pytest.mark.parametrize("name", ["", "Lin", "ab", "%", "_______", "other.pdf"])
def test_part_of_a_name_is_no_name(database: Database, name: str) -> None:
    resumes = Resumes(database, reader_version=1)
    resumes.add(RESUME)

    assert resumes.find(name) == ()


def test_two_candidates_of_one_name_are_both_found_the_newer_first(database: Database) -> None:
    resumes, namesake = Resumes(database, reader_version=1), dataclasses.replace(RESUME, sha256="cd" * 32)

    resumes.add(RESUME)
    resumes.add(namesake)

    assert resumes.find("Lin Xiaohe") == (namesake, RESUME)


def test_text_that_is_no_unicode_is_refused_with_a_reason(database: Database) -> None:
    broken = dataclasses.replace(RESUME, file="\udcff.pdf")

    with pytest.raises(StorageError, match="surrogate"):
        Resumes(database, reader_version=1).add(broken)
