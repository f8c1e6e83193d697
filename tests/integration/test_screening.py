"""Batches at work in this process: what is odd, broken or away is on the receipt, and everything else is done."""

from __future__ import annotations

import asyncio
import io
import shutil
import sqlite3
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from agents import bootstrap
from agents.office import Office
from agents.screening import workflows
from agents.screening.screening import Order, SentFile
from agents.settings import Settings
from fakes import BagOfWords
from integration.postgresql_server import empty_database
from local_server import serving
from made_files import zipped
from records.assessments import Assessments
from records.batch import Receipt
from records.errors import ReadingStopped, StorageFull
from records.resume import Resume
from stand_in import StandIn

WITHIN = 60.0
RESUME = (
    "Sample Person {n}\nEXPERIENCE\nData Analyst, Fictional Freight, 2019-01 - 2024-06\nSQL, Python and Tableau {n}"
)

Opened = Callable[..., Office]


@pytest.fixture(scope="module")
def begun_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the first start leaves it, with the bundled postings."""
    folder = tmp_path_factory.mktemp("first") / "data"
    bootstrap.open_office(Settings(data_dir=folder, language="en")).close()
    return folder


@pytest.fixture
def opened(tmp_path: Path, begun_once: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    """Opens offices on one folder, one after the other, and closes the last."""
    monkeypatch.setattr("agents.bootstrap.LocalEmbedding", lambda *_: BagOfWords())
    shutil.copytree(begun_once, tmp_path / "data")
    offices: list[Office] = []

    def open_one(**settings: object) -> Office:
        while offices:
            offices.pop().close()
        office = bootstrap.open_office(Settings(data_dir=tmp_path / "data", language="en", **settings), owner="chat")  # type: ignore[arg-type]
        office.screening.launch(tmp_path / "data", office.settings.workflow_database)
        offices.append(office)
        return office

    yield open_one
    while offices:
        offices.pop().close()


def begun(office: Office, by: str = "rules", posting: str | None = "data-analyst") -> str:
    found = office.library.find(posting) if posting else None
    return office.screening.begin("b1", "drop", Order(found, "en", "model" if by == "model" else "rules")).id


def sent(folder: Path, files: dict[str, bytes]) -> list[SentFile]:
    """Files under the names that people gave them, which no folder here might take."""
    paths = []
    for n, (name, content) in enumerate(files.items()):
        path = folder / f"upload-{n}"
        path.write_bytes(content)
        paths.append(SentFile(path, name))
    return paths


def resumes(count: int, first: int = 0) -> dict[str, bytes]:
    return {f"{n}.txt": RESUME.format(n=n).encode() for n in range(first, first + count)}


def done(office: Office) -> Receipt:
    until = time.monotonic() + WITHIN
    while office.screening.batches.open_files("b1"):
        assert time.monotonic() < until, office.screening.batches.receipt("b1").counts
        time.sleep(0.05)
    return office.screening.batches.receipt("b1")


def told(receipt: Receipt) -> dict[str, str]:
    return {file.file: file.error.code for file in receipt.failed if file.error}


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("zeros.txt", b"0" * 300_000_000)
    return content.getvalue()


def test_odd_and_broken_files_are_named_and_everything_else_is_assessed(opened: Opened, tmp_path: Path) -> None:
    office = opened()
    long, backwards = f"{'n' * 300}.txt", "\u202ecod.exe.txt"
    files = resumes(3) | {
        "empty.txt": b"",
        "bomb.zip": bomb(),
        "nested.zip": zipped({"inner.zip": zipped({"inside.txt": RESUME.format(n=90).encode()}), "x.txt": b""}),
        "../../etc/passwd.txt": RESUME.format(n=91).encode(),
        long: RESUME.format(n=92).encode(),
        backwards: RESUME.format(n=93).encode(),
        "broken.pdf": b"%PDF-1.7 nothing",
        "half\udc9f.txt": RESUME.format(n=94).encode(),
        "once.txt": RESUME.format(n=0).encode(),
        "twice.txt": RESUME.format(n=0).encode(),
    }

    office.screening.receive(begun(office), sent(tmp_path, files))
    receipt = done(office)

    failures = told(receipt)
    assert {"empty.txt", "bomb.zip", "broken.pdf"} <= failures.keys()
    assert all(
        file.file.split(" › ")[0].encode(errors="replace").decode()
        in {name.encode(errors="replace").decode() for name in files}
        for file in receipt.files
    )
    states = {file.file: file.state for file in receipt.files}
    assert [states[name] for name in ("../../etc/passwd.txt", long, backwards, "half?.txt")] == ["assessed"] * 4
    assert [states[name] for name in ("once.txt", "twice.txt")] == ["copy", "copy"]
    assert receipt.received == sum(receipt.counts.values())
    assert len(office.standings.shortlist("b1")) == receipt.counts["assessed"]


def test_a_posting_without_requirements_fails_every_file_with_its_reason_and_scores_none(
    opened: Opened, tmp_path: Path
) -> None:
    office = opened()
    empty = office.library.find("data-analyst").model_copy(update={"id": "nothing", "requirements": ()})
    office.screening.begin("b1", "drop", Order(empty, "en", "rules"))

    office.screening.receive("b1", sent(tmp_path, resumes(2)))

    assert set(told(done(office)).values()) == {"no_requirements"}
    assert office.standings.shortlist("b1") == ()


def test_a_model_that_dies_in_the_middle_is_told_for_each_file_and_the_rest_is_done_once_it_is_back(
    opened: Opened, tmp_path: Path
) -> None:
    model = StandIn()
    with serving(model) as address:
        office = opened(llm_url=f"{address}/v1", llm_concurrency=2)
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(2)))
        done(office)
        model.behaviour = "500"
        office.screening.receive("b1", sent(tmp_path, resumes(3, first=2)))
        receipt = done(office)
        assert receipt.counts["assessed"] == 2
        assert set(told(receipt).values()) == {"model_unavailable"}

        model.behaviour = "good"
        office.screening.retry_failed("b1")

        assert done(office).counts["assessed"] == 5


def test_a_full_disk_in_the_middle_loses_no_file(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = opened()
    real = Assessments.add
    full = [True]

    def add(record: Assessments, *case: object) -> None:
        if full[0]:
            raise StorageFull(place="disk")
        real(record, *case)  # type: ignore[arg-type]

    monkeypatch.setattr(Assessments, "add", add)
    office.screening.receive(begun(office), sent(tmp_path, resumes(4)))
    until = time.monotonic() + WITHIN
    while office.screening.batches.receipt("b1").counts["read"] < 4:
        assert time.monotonic() < until
        time.sleep(0.05)

    full[0] = False
    office = opened()

    assert done(office).counts["assessed"] == 4


def cut_off(folder: Path) -> None:
    """As if the process had been killed after the last step of each workflow and before it was noted as ended."""
    with closing(sqlite3.connect(folder / "screening-chat.db")) as state, state:
        state.execute("UPDATE workflow_status SET status = 'PENDING'")


def test_an_assessment_that_was_stopped_with_the_program_is_made_after_the_next_start(
    opened: Opened, tmp_path: Path
) -> None:
    model = StandIn("stall")
    with serving(model) as address:
        office = opened(llm_url=f"{address}/v1")
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(2)))
        assert model.begun.wait(WITHIN)
        office.close()
        cut_off(tmp_path / "data")
        model.behaviour = "good"
        model.go_on.set()

        receipt = done(opened(llm_url=f"{address}/v1"))

    assert (receipt.counts["assessed"], receipt.counts["failed"]) == (2, 0)


def test_a_file_that_was_being_read_when_the_program_ended_is_read_after_the_next_start(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = opened()
    reads = threading.Event()

    def read(*_: object) -> Resume:
        reads.set()
        while not office.reader._closed:
            time.sleep(0.02)
        raise ReadingStopped(file="0.txt")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(workflows, "CLOSE_SECONDS", 0.1)
        meanwhile.setattr(office.reader, "read", read)
        office.screening.receive(begun(office), sent(tmp_path, resumes(1)))
        assert reads.wait(WITHIN)
        office.close()

    receipt = done(opened())

    assert (receipt.counts["assessed"], receipt.counts["failed"]) == (1, 0)


def test_a_paused_batch_rests_and_goes_on(opened: Opened, tmp_path: Path) -> None:
    model = StandIn("stall")
    with serving(model) as address:
        office = opened(llm_url=f"{address}/v1", llm_concurrency=2)
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(3)))
        assert model.begun.wait(WITHIN)

        office.screening.pause("b1")

        assert model.disconnected.wait(WITHIN), "what is being asked of the model goes on"
        asked = len(model.chats)
        assert office.screening.batches.receipt("b1").counts["failed"] == 0
        model.behaviour = "good"
        model.go_on.set()
        office.screening.go_on("b1")
        assert done(office).counts["assessed"] == 3
        assert len(model.chats) >= asked + 1


def test_files_join_a_running_batch_and_the_best_posting_is_found_for_each(opened: Opened, tmp_path: Path) -> None:
    office = opened()
    office.screening.receive(begun(office, posting=None), sent(tmp_path, resumes(2)))
    office.screening.receive("b1", sent(tmp_path, resumes(2, first=2)))

    receipt = done(office)

    places = office.standings.shortlist("b1")
    assert receipt.counts["assessed"] == 4
    assert {place.posting for place in places} <= {posting.id for posting in office.library.all()}


def test_a_batch_screened_before_is_neither_read_nor_assessed_anew(opened: Opened, tmp_path: Path) -> None:
    model = StandIn()
    with serving(model) as address:
        office = opened(llm_url=f"{address}/v1")
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(3)))
        done(office)
        asked = len(model.chats)
        posting = office.library.find("data-analyst")
        office.screening.begin("b2", "again", Order(posting, "en", "model"))

        office.screening.receive("b2", sent(tmp_path, resumes(3)))
        while office.screening.batches.open_files("b2"):
            time.sleep(0.05)

        assert len(model.chats) == asked
        assert office.screening.batches.receipt("b2").counts["assessed"] == 3


def test_weights_changed_in_words_score_as_assessing_anew_with_them(opened: Opened, tmp_path: Path) -> None:
    office = opened()
    office.screening.receive(begun(office), sent(tmp_path, resumes(3) | {"plain.txt": b"Sample Person\nExcel, dbt"}))
    done(office)

    weighed = office.standings.weigh_in_words("b1", "make Tableau a must-have, ignore the degree and double dbt")

    posting = office.library.find("data-analyst")
    then = posting.model_copy(update={"id": "anew", "requirements": weighed.weighing.requirements})
    office.screening.begin("b2", "anew", Order(then, "en", "rules"))
    office.screening.receive("b2", sent(tmp_path, resumes(3) | {"plain.txt": b"Sample Person\nExcel, dbt"}))
    while office.screening.batches.open_files("b2"):
        time.sleep(0.05)
    anew = {place.resume: (place.score, place.decision) for place in office.standings.shortlist("b2")}
    assert {place.resume: (place.score, place.decision) for place in weighed.after} == anew
    assert office.standings.undo("b1", "").after == weighed.before


def test_only_a_requirement_that_was_added_is_rated_anew(opened: Opened, tmp_path: Path) -> None:
    model = StandIn()
    with serving(model) as address:
        office = opened(llm_url=f"{address}/v1")
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(2)))
        done(office)
        asked = len(model.chats)

        weighed = office.standings.weigh_in_words("b1", "also require Terraform")
        rated = asyncio.run(office.standings.rate_further("b1"))

        assert (weighed.unrated, rated, len(model.chats) - asked) == (2, 2, 2)
        last = office.standings.shortlist("b1")
        assert {rating.text for place in last for rating in place.ratings} >= {"Terraform"}
        assert asyncio.run(office.standings.rate_further("b1")) == 0


def test_records_and_workflows_in_postgresql_outlive_their_process(
    opened: Opened, tmp_path: Path, postgresql: Path
) -> None:
    address = empty_database(postgresql)
    model = StandIn("stall")
    with serving(model) as url:
        office = opened(llm_url=f"{url}/v1", database_url=address, llm_concurrency=2)
        office.screening.receive(begun(office, "model"), sent(tmp_path, resumes(3)))
        assert model.begun.wait(WITHIN)
        model.behaviour = "good"
        model.go_on.set()

        receipt = done(opened(llm_url=f"{url}/v1", database_url=address))

    assert receipt.counts["assessed"] == 3
    assert not (tmp_path / "data" / "screening-chat.db").exists(), "the state of the workflows is in PostgreSQL too"
