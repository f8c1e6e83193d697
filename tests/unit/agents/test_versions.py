from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agents.likeness import marks_of
from agents.versions import Gathered, Versioning, changed
from records.database import open_database
from records.resume import Line, Profile, Resume
from records.resumes import Resumes
from records.versions import Versions


def person(number: int, name: str, emails: tuple[str, ...] = (), phones: tuple[str, ...] = ()) -> Resume:
    """A resume of its own words, so that only contacts can match."""
    lines = tuple(
        Line(n, 1, f"第{number}份 第{n}行 {chr(0x4E00 + number * 40 + n) * 3}", "experience") for n in range(1, 4)
    )
    profile = Profile(name=name, emails=emails, phones=phones)
    return Resume(f"{number}.pdf", f"{number:064x}", "pdf", 1, "zh", "text", lines, profile=profile)


MAIL = ("wang@example.com",)
OLD = person(1, "王小明", MAIL)
NEW = person(2, "王小明", MAIL)


class Desk:
    """Records in which resumes are kept as the intake keeps them."""

    def __init__(self, resumes: Resumes, versions: Versions) -> None:
        self.resumes = resumes
        self.versioning = Versioning(resumes, versions)

    def keep(self, *received: Resume) -> None:
        for resume in received:
            self.resumes.add(resume, marks_of(resume))

    def offered(self, resume: Resume) -> str | None:
        offer = self.versioning.offer(resume)
        return offer and offer.older.file


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    database = open_database(f"sqlite:///{tmp_path}/records.db")
    yield Desk(Resumes(database, 1), Versions(database, 1))
    database.close()


def test_a_second_resume_with_the_same_address_is_offered_as_a_new_version(desk: Desk) -> None:
    desk.keep(OLD, NEW)

    offer = desk.versioning.offer(NEW)

    assert offer is not None
    assert (offer.newer, offer.older, offer.likeness.grounds) == (NEW, OLD, ("email",))
    assert (offer.added, offer.removed) == (3, 3)


def test_the_first_resume_of_a_person_is_offered_as_nothing(desk: Desk) -> None:
    desk.keep(OLD)

    assert desk.offered(OLD) is None


def test_an_accepted_version_takes_the_older_one_out_and_is_not_asked_about_again(desk: Desk) -> None:
    desk.keep(OLD, NEW)

    desk.versioning.decide(NEW.sha256, OLD.sha256, "version")

    assert desk.resumes.all() == (NEW,)
    assert desk.versioning.replaced_by(OLD.sha256) == NEW.sha256
    assert (desk.offered(NEW), desk.offered(OLD)) == (None, None)


def test_another_person_is_remembered_too_and_both_resumes_stay(desk: Desk) -> None:
    desk.keep(OLD, NEW)

    desk.versioning.decide(NEW.sha256, OLD.sha256, "another")

    assert (desk.offered(NEW), desk.offered(OLD)) == (None, None)
    assert len(desk.resumes.all()) == 2


def test_a_decision_taken_back_is_asked_about_again(desk: Desk) -> None:
    desk.keep(OLD, NEW)
    desk.versioning.decide(NEW.sha256, OLD.sha256, "version")

    desk.versioning.undo(NEW.sha256, OLD.sha256)

    assert len(desk.resumes.all()) == 2
    assert desk.offered(NEW) == OLD.file


def test_a_third_version_is_offered_as_one_of_the_second(desk: Desk) -> None:
    third = person(3, "王小明", MAIL)
    desk.keep(OLD, NEW, third)

    desk.versioning.decide(NEW.sha256, OLD.sha256, "version")

    assert desk.offered(third) == NEW.file


def test_an_agencys_address_in_resumes_of_many_names_joins_nobody(desk: Desk) -> None:
    desk.keep(*(person(n, name, MAIL) for n, name in enumerate(("李一", "赵二", "王小明"), 10)), NEW)

    assert desk.offered(NEW) is None


def test_a_familys_telephone_still_finds_the_persons_own_version(desk: Desk) -> None:
    phone = ("139-0000-0417",)
    new = person(5, "王小明", phones=phone)
    desk.keep(person(3, "王小红", phones=phone), person(4, "王小明", phones=phone), new)

    assert desk.offered(new) == "4.pdf"


def test_a_contact_of_more_resumes_than_one_person_sends_joins_nobody(desk: Desk) -> None:
    desk.keep(*(person(n, "王小明", MAIL) for n in range(10, 31)), NEW)

    assert desk.offered(NEW) is None


def test_a_replaced_resume_that_comes_again_is_offered_as_nothing(desk: Desk) -> None:
    desk.keep(OLD, NEW)
    desk.versioning.decide(NEW.sha256, OLD.sha256, "version")

    desk.keep(OLD)

    assert desk.offered(OLD) is None
    assert desk.resumes.all() == (NEW,)


def test_calling_the_older_of_two_versions_the_newer_turns_them_round(desk: Desk) -> None:
    desk.keep(OLD, NEW)
    desk.versioning.decide(NEW.sha256, OLD.sha256, "version")

    desk.versioning.decide(OLD.sha256, NEW.sha256, "version")

    assert desk.resumes.all() == (OLD,)


def test_lines_are_compared_without_their_blanks_and_places() -> None:
    newer = replace(OLD, lines=(*reversed(OLD.lines), Line(4, 1, "新的一行", "experience")))
    spaced = replace(newer, lines=tuple(replace(line, text=f" {line.text}  ") for line in newer.lines))

    assert changed(OLD, spaced) == (1, 0)


def test_files_read_one_after_the_other_are_compared_without_records() -> None:
    gathered = Gathered()
    gathered.add(OLD)

    found = gathered.earlier(NEW)

    assert found is not None
    assert found[0] == OLD
    assert gathered.same(OLD.sha256) == OLD
    assert gathered.earlier(person(7, "李一")) is None
