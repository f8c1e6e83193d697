"""A fleet from a bucket to a bucket: real S3 requests over HTTP, to a server of this machine that keeps nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer
from pyarrow.fs import S3FileSystem

from fleet_here import FleetHere
from integration.running_bole import Bole
from made_files import zipped

RESUME = "样例人\n工作经历\n数据分析师 2019 - 2024\nSQL 和 Python"


@pytest.fixture
def s3(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of the server's endpoint, as host and port; its keys are those of nobody."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "nobody")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "nobodys")
    monkeypatch.setattr("commands.fleet.Cluster", FleetHere)
    yield "{}:{}".format(*server.get_host_and_port())
    server.stop()


def test_a_fleet_from_a_bucket_to_a_bucket_gives_what_bole_screen_gives_of_a_folder(
    bole: Bole, s3: str, tmp_path: Path
) -> None:
    files = {
        "a.txt": RESUME.encode(),
        "more/b.txt": RESUME.replace("2019", "2016").encode(),
        "more/copy of a.txt": RESUME.encode(),
        "c.zip": zipped({"d.txt": f"{RESUME}，Tableau".encode()}),
        "broken.pdf": b"%PDF-1.7\nbroken",
        "empty.txt": b"",
    }
    bucket = S3FileSystem(
        endpoint_override=s3, scheme="http", region="us-east-1", allow_bucket_creation=True, allow_bucket_deletion=False
    )
    bucket.create_dir("resumes")
    for name, content in files.items():
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_bytes(content)
        with bucket.open_output_stream(f"resumes/spring/{name}") as stream:
            stream.write(content)
    words = ("--posting", "data-analyst", "--by", "rules", "--json")
    endpoint = f"?endpoint_override={s3}&scheme=http&region=us-east-1"
    source, to = f"s3://resumes/spring{endpoint}", f"s3://resumes/results{endpoint}"

    run = bole("fleet", source, *words, "--to", to)
    again = bole("fleet", source, *words, "--to", to)
    imported = bole("fleet-import", to, "--json")
    screened = bole("screen", tmp_path / "folder", *words, data=tmp_path / "another")

    counts = ("received", "read", "copies")
    assert [run.value[name] for name in counts] == [screened.value[name] for name in counts] == [6, 3, 1]
    assert run.value["failed"] == screened.value["failed"]
    assert {one["file"] for one in run.value["failed"]} == {"broken.pdf", "empty.txt"}
    assert (run.value["done"], again.value["done"]) == (4, 0)
    assert imported.value["shortlist"] == screened.value["shortlist"]
    assert imported.value["without_original"] == 0


def test_a_bucket_that_is_not_there_is_told(bole: Bole, s3: str) -> None:
    source = f"s3://nowhere/resumes?endpoint_override={s3}&scheme=http&region=us-east-1"

    assert bole("fleet", source, "--posting", "data-analyst", "--by", "rules", "--json").failed("place_unusable")


def test_keys_in_an_address_are_refused_and_not_repeated(bole: Bole) -> None:
    refused = bole("fleet", "s3://KEY:guarded@bucket/resumes", "--posting", "data-analyst", "--by", "rules", "--json")

    assert refused.failed("keys_in_address")
    assert "guarded" not in refused.out + refused.err
    assert "s3://bucket/resumes" in refused.out
