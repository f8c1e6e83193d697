"""Debian's Chromium, or whichever is installed, doing nothing on its own behalf."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")
# The sandbox does not start for root, as whom containers run.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser, ended with the block."""
    executable = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    assert executable, f"none of {', '.join(CHROMIUMS)} is installed; `make browser` does it"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=SWITCHES)
        yield started
        started.close()
