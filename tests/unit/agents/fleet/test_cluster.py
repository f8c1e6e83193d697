from __future__ import annotations

import socket
import sys

import pytest

from agents.fleet.cluster import Cluster
from agents.fleet.places import Place
from records.errors import FleetUnavailable, FleetUnreachable


def test_without_ray_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.delenv("RAY_USAGE_STATS_ENABLED", raising=False)

    with pytest.raises(FleetUnavailable) as refused:
        Cluster()

    assert "ray[data]" in refused.value.advice("en")
    assert "ray[data]" in refused.value.advice("zh")


def test_an_address_where_nobody_answers_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agents.fleet.cluster._ray", object)  # nothing of it is asked

    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FleetUnreachable):
        Cluster(f"127.0.0.1:{port}")


def test_without_pyarrow_it_is_said_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)

    with pytest.raises(FleetUnavailable):
        Place("/resumes")
