"""A real PostgreSQL server of the tests' own, and empty databases in it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest

SERVER_OPTIONS = "-c listen_addresses='' -c fsync=off -c unix_socket_directories="


@contextmanager
def postgresql_server() -> Iterator[Path]:
    """A server that listens on a socket in its own folder only; it refuses to run as root."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'bole[postgresql]'")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    pg_ctl = shutil.which("pg_ctl") or (str(programs[-1]) if programs else None)
    if pg_ctl is None:
        pytest.skip("PostgreSQL's server programs are not installed: apt-get install postgresql")
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        pytest.skip("PostgreSQL does not run as root, and runuser is missing")
    with tempfile.TemporaryDirectory(prefix="bole-pg-", ignore_cleanup_errors=True) as folder:
        as_user = []
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            as_user = ["runuser", "-u", "postgres", "--"]

        def run(*arguments: str) -> None:
            cluster = [*as_user, pg_ctl, "-D", f"{folder}/cluster", "-s"]
            subprocess.run([*cluster, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL)

        run("initdb", "-o", "-A trust -U bole -E UTF8 --no-sync")
        run("start", "-w", "-l", f"{folder}/log", "-o", SERVER_OPTIONS + folder)
        try:
            yield Path(folder)
        finally:
            run("stop", "-m", "immediate")


def empty_database(server: Path) -> str:
    """The address of a new database."""
    name = f"bole_{uuid4().hex}"
    psycopg = pytest.importorskip("psycopg")
    with psycopg.connect(f"host={server} user=bole dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://bole@/{name}?host={server}"
