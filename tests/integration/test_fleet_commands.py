"""`bole fleet` and `bole fleet-import`, beside `bole screen` on the same files."""

from __future__ import annotations

from pathlib import Path

import pytest

from fleet_here import FleetHere
from integration.running_bole import Bole
from made_files import word, zipped
from samples import resume_files


@pytest.fixture
def resumes(tmp_path: Path) -> Path:
    folder = tmp_path / "resumes"
    folder.mkdir()
    sample = next(file for file in resume_files() if file.suffix == ".pdf")
    (folder / "a.pdf").write_bytes(sample.read_bytes())
    (folder / "copy.pdf").write_bytes(sample.read_bytes())
    word(
        folder / "b.docx", ["Sample Person", "EXPERIENCE", "Data Analyst, Fictional Freight, 2019 - 2024", "SQL, Excel"]
    )
    (folder / "c.zip").write_bytes(
        zipped({"d.txt": "样例人\n工作经历\n数据分析师 2019 - 2024\nSQL 和 Python".encode()})
    )
    (folder / "e.pdf").write_bytes(b"%PDF-1.7\nbroken")
    return folder


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("commands.fleet.Cluster", FleetHere)


def test_a_fleet_and_its_import_give_what_bole_screen_gives(bole: Bole, resumes: Path, tmp_path: Path) -> None:
    place, words = tmp_path / "results", ("--posting", "data-analyst", "--by", "rules", "--json")

    run = bole("fleet", resumes, *words, "--to", place)
    again = bole("fleet", resumes, *words, "--to", place)
    imported = bole("fleet-import", place, "--json")
    screened = bole("screen", resumes, *words, data=tmp_path / "another")

    counts = ("received", "read", "copies", "failed")
    assert [run.value[name] for name in counts] == [screened.value[name] for name in counts]
    assert (run.status, run.value["done"], again.value["done"]) == (1, 4, 0)
    assert [imported.value[name] for name in (*counts, "shortlist")] == [
        screened.value[name] for name in (*counts, "shortlist")
    ]
    assert imported.value["without_original"] == 0


def test_words_say_where_the_results_are_and_how_they_are_taken_in(
    bole: Bole, resumes: Path, data_folder: Path
) -> None:
    run = bole("fleet", resumes, "--posting", "data-analyst", "--by", "rules")

    (place,) = (data_folder / "fleet").iterdir()
    assert run.out.startswith("5 received: 3 read, 1 the same as another, 1 failed.")
    assert f"bole fleet-import {place.resolve()}" in run.out


def test_what_cannot_be_done_is_told(bole: Bole, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    words = ("--posting", "data-analyst", "--by", "rules", "--json")

    assert bole("fleet", empty, *words).failed("nothing_to_screen")
    assert bole("fleet", tmp_path / "nowhere", *words).failed("place_unusable")
    assert bole("fleet-import", empty, "--json").failed("no_fleet_results")
