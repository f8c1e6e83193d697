"""A fleet of two nodes on this machine: a node dies in the middle, and what comes out is what `bole screen` gives."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from agents import bootstrap
from agents.fleet.accounting import missing
from agents.fleet.cluster import Cluster
from agents.fleet.fleet import Fleet, Run
from agents.fleet.importing import Importing
from agents.fleet.job import Job
from agents.fleet.judging import Means
from agents.fleet.ordering import job_for
from agents.fleet.results import Results
from agents.office import Office
from agents.screening.screening import Order, SentFile
from agents.screening.shortlist import Place
from agents.settings import Settings
from fakes import BagOfWords, no_assessor
from fleet_here import FleetHere
from made_files import pdf, word, zipped
from records.batch import Receipt
from retrieval.documents.reading import Limits

FILES = 60
BROKEN = {7: b"%PDF-1.7\nbroken", 23: b"", 41: b"PK\x03\x04", 44: b"\x00\x01\x02\x03"}
COPIES = {50: 3, 51: 3, 52: 7}
PACKED = 55
JOBS = ("Data Analyst, Fictional Freight", "Cook, Invented Kitchen", "Data Engineer, Sample Systems")
SKILLS = ("SQL and Python, dashboards in Tableau", "Excel", "Python, Airflow and Kubernetes")
# Ray's own processes warn where their parts are closed late; nothing of it is this program's.
pytestmark = pytest.mark.filterwarnings("ignore")


@dataclass(frozen=True)
class Screened:
    """A run in whose middle a node died, one after it, and a batch of the same files that `bole screen` did."""

    job: Job
    results: str
    first: Run
    again: Run
    finished_when_it_died: int
    receipt: Receipt
    shortlist: tuple[Place, ...]
    logs: str


def make_resumes(folder: Path) -> Path:
    folder.mkdir()
    for n in range(FILES):
        lines = [f"Sample Person {n}", "EXPERIENCE", f"{JOBS[n % 3]}, badge {n}", SKILLS[n % 3], f"{n % 9} years"]
        if n in BROKEN:
            (folder / f"{n:03}.pdf").write_bytes(BROKEN[n])
        elif n == PACKED:
            packed = {name: "\n".join([*lines, name]).encode() for name in ("one.txt", "two.txt")}
            (folder / f"{n:03}.zip").write_bytes(zipped(packed))
        elif n not in COPIES:
            (pdf, word, text)[n % 3](folder / f"{n:03}.{('pdf', 'docx', 'txt')[n % 3]}", lines)
    for copy, original in COPIES.items():
        (found,) = folder.glob(f"{original:03}.*")
        (folder / f"{copy:03}{found.suffix}").write_bytes(found.read_bytes())
    return folder


def text(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def opened(folder: Path) -> Office:
    folder.mkdir()
    return bootstrap.open_office(Settings(data_dir=folder, language="en"), owner="command")


MEANS = Means(BagOfWords, no_assessor)


def screened_by_itself(office: Office, resumes: Path, folder: Path) -> tuple[Receipt, tuple[Place, ...]]:
    """The same files as `bole screen` takes them."""
    order = Order(office.library.find("data-analyst"), "en", "rules")
    office.screening.begin("itself", "itself", order)
    office.screening.launch(folder)
    sent = [SentFile(path, path.name) for path in sorted(resumes.iterdir())]
    office.screening.receive("itself", sent)
    while office.screening.batches.open_files("itself"):
        time.sleep(0.05)
    return office.screening.batches.receipt("itself"), office.standings.shortlist("itself")


@pytest.fixture(scope="module")
def screened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screened]:
    folder = tmp_path_factory.mktemp("fleet")
    resumes, results = make_resumes(folder / "resumes"), str(folder / "results")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: BagOfWords())
        patch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # the workers' too
        patch.setenv("RAY_USAGE_STATS_ENABLED", "0")
        with closing(opened(folder / "itself")) as office:
            receipt, shortlist = screened_by_itself(office, resumes, folder / "itself")
            order = Order(office.library.find("data-analyst"), "en", "rules")
            job = job_for(str(resumes), order, office.assessing, office.embedding.fingerprint)
        node = {"num_cpus": 2, "object_store_memory": 100 * 1024 * 1024, "include_dashboard": False}
        quick = {"health_check_initial_delay_ms": 0, "health_check_period_ms": 300, "health_check_failure_threshold": 3}
        cluster_utils = pytest.importorskip("ray.cluster_utils")  # takes seconds: not while tests are collected
        local = cluster_utils.Cluster(initialize_head=True, head_node_args={**node, "_system_config": quick})
        try:
            lost = local.add_node(**node)
            died: list[int] = []

            def dies_in_the_middle(done: int, total: int) -> None:
                if not died and done < total:
                    died.append(done)
                    local.remove_node(lost, allow_graceful=False)

            first = Fleet(partial(Cluster, local.address), MEANS).screen(job, results, dies_in_the_middle)
            session = Path(local.head_node.get_session_dir_path())
        finally:
            local.shutdown()
        again = Fleet(FleetHere, MEANS).screen(job, results)  # type: ignore[arg-type]
        yield Screened(job, results, first, again, died[0], receipt, shortlist, written(session / "logs"))


def written(folder: Path) -> str:
    return "".join(file.read_text(errors="replace") for file in folder.rglob("*") if file.is_file())


def told(receipt: Receipt) -> list[tuple[object, ...]]:
    return [(file.file, file.sha256, file.state, file.error and file.error.code) for file in receipt.files]


def test_every_file_is_accounted_for_although_a_node_died(screened: Screened) -> None:
    assert 0 < screened.finished_when_it_died < screened.first.done
    assert told(screened.first.receipt) == told(screened.receipt)
    assert screened.first.receipt.received == FILES + 1  # two in the ZIP
    assert (len(screened.first.receipt.failed), screened.first.receipt.counts["copy"]) == (5, 2)


def test_the_ratings_are_those_of_bole_screen(screened: Screened) -> None:
    found = {one.sha256: one.assessment for one in Results(screened.results).outcomes() if one.assessment}

    assert found == {place.resume: place.assessment for place in screened.shortlist}


def test_a_second_run_does_nothing_anew(screened: Screened) -> None:
    assert screened.again.done == 0
    assert told(screened.again.receipt) == told(screened.first.receipt)


def test_the_records_give_the_same_shortlist_however_often_it_is_imported(
    screened: Screened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: BagOfWords())
    with closing(opened(tmp_path / "office")) as office:
        importing = Importing(
            office.intake, office.screening.batches, office.record, office.pool, office.embedding, Limits()
        )
        imported = [importing.take(screened.results) for _ in range(2)]
        batch = imported[0].batch
        receipt, places = office.screening.batches.receipt(batch.id), office.standings.shortlist(batch.id)
        numbers = {
            place.resume: office.assessing.number(place.resume, screened.job.posting, "en", "rules") for place in places
        }
        kept = [office.intake.resume(place.resume) for place in places]

        assert [one.without_original for one in imported] == [0, 0]
        assert office.screening.batches.unfinished("command") == ()
    assert told(receipt) == told(screened.receipt)
    assert [(p.rank, p.file, p.candidate, p.score, p.ratings) for p in places] == [
        (p.rank, p.file, p.candidate, p.score, p.ratings) for p in screened.shortlist
    ]
    assert all(numbers.values())
    assert all(kept)


def test_neither_names_nor_file_names_stand_in_rays_logs(screened: Screened) -> None:
    assert "raylet" in screened.logs
    assert "Sample Person" not in screened.logs
    assert not [file.file for file in screened.receipt.files if file.file in screened.logs]


def test_results_hold_a_row_for_each_content_and_nothing_is_missing(screened: Screened) -> None:
    results = Results(screened.results)

    assert missing(results.files(), results.known()) == []
    assert len({one.sha256 for one in results.outcomes()}) == len(results.known())
