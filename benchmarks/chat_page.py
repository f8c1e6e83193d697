"""The chat as a person has it, in headless Chromium: start to page, drop to card; part of `benchmarks.latency`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from playwright.sync_api import Page, sync_playwright

from benchmarks.invented_resumes import write_resumes
from benchmarks.tables import seconds, show, skipped

TITLE: Final = "The chat in headless Chromium"
COMMAND: Final = "python -m benchmarks.latency"
ROOT: Final = Path(__file__).parents[1]
DROPS: Final = 5
STARTS: Final = 3
UP_WITHIN: Final = 120.0
_QUIET: Final = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Opening:
    """Seconds from the start of the process to the page, and to the page connected."""

    shown: float
    connected: float


def run() -> None:
    """Several starts, then several drops into the last of them."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        skipped(TITLE, "needs Chromium (`make browser` installs it)")
        return
    with tempfile.TemporaryDirectory(prefix="bole-page-") as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_QUIET))
        page = browser.new_page(locale="en-GB", viewport={"width": 1280, "height": 900})
        starts, drops, again = _measured(page, Path(folder))
        browser.close()
    show(TITLE, COMMAND, ["what", "median", "worst", "target"], _rows(starts, drops, again))


def _measured(page: Page, folder: Path) -> tuple[list[Opening], list[float], list[float]]:
    files = write_resumes(folder, DROPS + 1)
    with running_chat(folder):
        pass  # the first start makes the database and compiles what later ones find
    starts = []
    for _ in range(STARTS - 1):
        with running_chat(folder) as (url, started):
            starts.append(_opened(page, url, started))
    with running_chat(folder) as (url, started):
        starts.append(_opened(page, url, started))
        _dropped(page, files[0])  # waits for the models to load
        return starts, [_dropped(page, file) for file in files[1:]], [_dropped(page, file) for file in files[1:]]


def _opened(page: Page, url: str, started: float) -> Opening:
    """The page says that it is connected by offering the commands; a file dropped before that is lost."""
    page.goto(url)
    page.wait_for_selector("#chat-input")
    shown = time.perf_counter()
    page.wait_for_selector("#command-button")
    return Opening(shown - started, time.perf_counter() - started)


def _dropped(page: Page, file: Path) -> float:
    """Seconds from a file given to the page to its finished card, upload and sending included."""
    cards = page.locator('[data-testid="assessment-card"][data-status="done"]')
    before = cards.count()
    started = time.perf_counter()
    page.set_input_files("input[type=file]", file)
    page.locator("#chat-submit:enabled").click()
    cards.nth(before).wait_for(timeout=120_000)
    taken = time.perf_counter() - started
    page.locator("#stop-button").wait_for(state="detached")
    return taken


@contextmanager
def running_chat(folder: Path) -> Iterator[tuple[str, float]]:
    """The chat as `make chat` starts it, with its address and the moment it was started.

    It runs in a folder of its own, so that it disturbs no chat that runs in the repository.
    """
    for name in (".chainlit", "public"):
        shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
    port = _free_port()
    command = [sys.executable, "-m", "chainlit", "run", str(ROOT / "chainlit_app.py")]
    started = time.perf_counter()
    process = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port), "-h"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BOLE_DATA_DIR": str(folder / "data")},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_up(f"http://127.0.0.1:{port}", process)
        yield f"http://127.0.0.1:{port}", started
    finally:
        process.terminate()
        process.wait(30)


def _wait_until_up(url: str, process: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + UP_WITHIN
    while time.monotonic() < give_up and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/health", timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.02)
    raise TimeoutError(f"the chat did not come up at {url}")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port


def _rows(starts: Sequence[Opening], drops: Sequence[float], again: Sequence[float]) -> list[list[str]]:
    measured = (
        ("process started to page shown, models loading behind it", [one.shown for one in starts], "≤ 5 s"),
        ("process started to page ready for a drop", [one.connected for one in starts], "≤ 5 s"),
        ("resume dropped to finished card, warm", drops, "≤ 2 s"),
        ("the same resumes dropped once more", again, ""),
    )
    return [[name, seconds(median(values)), seconds(max(values)), target] for name, values, target in measured]
