"""`bole screen` with `--out`, and `bole export` of what it screened."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NoReturn

import docx
import pytest
from openpyxl import load_workbook

from integration.running_bole import Bole


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    """Three resumes, a copy of one, and a file with nothing in it."""
    folder = tmp_path / "resumes"
    folder.mkdir()
    for n in range(3):
        lines = (f"Sample Person {n}", "EXPERIENCE", f"Data Analyst, Fictional Freight, {n} awards", "SQL and Python")
        (folder / f"{n}.txt").write_text("\n".join(lines), encoding="utf-8")
    (folder / "copy.txt").write_bytes((folder / "0.txt").read_bytes())
    (folder / "empty.pdf").touch()
    return folder


def test_a_batch_is_screened_into_a_workbook_and_exported_again_in_every_format(
    bole: Bole, resumes: Path, tmp_path: Path
) -> None:
    said = bole("screen", resumes, "--posting", "data-analyst", "--out", tmp_path / "list.xlsx", "--json")

    assert said.status == 1  # one file failed
    assert (said.value["received"], said.value["read"], said.value["copies"]) == (5, 3, 1)
    book = load_workbook(tmp_path / "list.xlsx")
    listed = [row[1:3] for row in book["shortlist"].iter_rows(min_row=2, values_only=True)]
    assert listed == [(one["candidate"], one["file"]) for one in said.value["shortlist"]]
    receipt = [row[2] for row in book["receipt"].iter_rows(min_row=2, max_row=6, values_only=True)]
    assert sorted(receipt) == ["Assessed", "Assessed", "Assessed", "Failed", "Same as another"]

    for name in ("list.csv", "list.jsonl", "list.docx"):
        assert bole("export", said.value["batch"], "--out", tmp_path / name, "--language", "zh").status == 0
    assert (tmp_path / "list.csv").read_text(encoding="utf-8-sig").startswith("名次,候选人")
    objects = [json.loads(line) for line in (tmp_path / "list.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["file"] for one in objects] == [file for _, file in listed]
    titles = [p.text for p in docx.Document(str(tmp_path / "list.docx")).paragraphs if p.style.name == "Title"]
    assert titles == ["候选名单：resumes", *(f"Candidate assessment: {candidate}" for candidate, _ in listed)]


def key_pressed(*_: object) -> NoReturn:
    """What Ctrl-C does to whatever runs."""
    raise KeyboardInterrupt


def test_a_screening_that_is_interrupted_says_how_it_goes_on_and_does(
    bole: Bole, resumes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ("screen", resumes, "--posting", "site-reliability-engineer", "--json")
    with monkeypatch.context() as pressed:
        pressed.setattr("commands.screening._files", key_pressed)
        interrupted_early = bole(*words)
    with monkeypatch.context() as pressed:
        pressed.setattr("commands.screening._wait", key_pressed)
        interrupted = bole(*words)
    again = bole(*words)

    for one in (interrupted_early, interrupted):
        assert (one.status, one.out) == (130, "")
        assert "Run the same command again" in one.err
    assert (again.value["received"], again.value["read"]) == (5, 3)


def test_an_unknown_ending_is_told_before_anything_is_screened(bole: Bole, resumes: Path, tmp_path: Path) -> None:
    wrong = bole("screen", resumes, "--posting", "data-analyst", "--out", tmp_path / "list.pdf", "--json")
    nowhere = bole("screen", resumes, "--posting", "data-analyst", "--out", tmp_path / "no" / "list.csv", "--json")

    assert wrong.failed("export_unknown")
    assert nowhere.failed("storage_unavailable")


def test_a_batch_that_is_not_there_cannot_be_exported(bole: Bole, tmp_path: Path) -> None:
    assert bole("export", "nothing", "--out", tmp_path / "list.csv", "--json").failed("batch_not_found")
    assert not (tmp_path / "list.csv").exists()
